import type { Word } from './word.ts';
import { tolerances } from '../tolerances.ts';

/** Pages scanned askew lean by at most this much (rise over run, about one degree). */
const most = 0.02;
const step = 0.0005;
const { slot } = tolerances.alignedSkew;

/** How well words fall on common lines when the page is turned by a slope. */
function alignment(words: readonly Word[], slope: number): number {
  const counts = new Map<number, number>();
  for (const { left, right, baseline } of words) {
    const at = (baseline - (slope * (left + right)) / 2) / slot;
    const below = Math.floor(at);
    counts.set(below, (counts.get(below) ?? 0) + 1 - (at - below));
    counts.set(below + 1, (counts.get(below + 1) ?? 0) + at - below);
  }
  let sum = 0;
  for (const count of counts.values()) {
    sum += count * count;
  }
  return sum;
}

/**
 * How far a scanned page's lines sink per point to the right.
 * @param words of the page as they stand
 * @returns 0 unless another slope is clearly better
 */
export function skewOf(words: readonly Word[]): number {
  let best = 0;
  // A straight page is not turned for a chance agreement.
  let score = 1.02 * alignment(words, 0);
  for (let slope = -most; slope <= most; slope += step) {
    const own = alignment(words, slope);
    if (own > score) {
      score = own;
      best = slope;
    }
  }
  return best;
}
