import type { Word } from './word.ts';
import { tolerances } from '../tolerances.ts';

/** The lines of text that make one cell. */
export interface WordBlock {
  readonly words: readonly Word[];
  readonly left: number;
  readonly right: number;
  /** Baselines of its first and last line. */
  readonly first: number;
  readonly last: number;
  readonly size: number;
  readonly numeric: boolean;
}

const { wrapShare, mostLeading, telling, unwrapped, usualPitch, alike, sameEdge, sameMiddle, leastWraps, evenly } =
  tolerances.alignedBlock;

function overlaps(
  a: { readonly left: number; readonly right: number },
  b: { readonly left: number; readonly right: number },
): boolean {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0;
}

/**
 * The least distance between rows: that between figures below each other, which are never wrapped, or between text further
 * apart than wrapped lines are.
 * @param words of a table
 * @param size the size most of it is set in
 */
export function rowPitch(words: readonly Word[], size: number): number {
  const distances = (own: readonly Word[]): number[] => {
    const result: number[] = [];
    const sorted = own.toSorted((a, b) => a.baseline - b.baseline);
    for (const [index, word] of sorted.entries()) {
      const next = below(sorted, index, word, size);
      if (next !== undefined) {
        result.push(next.baseline - word.baseline);
      }
    }
    return result.toSorted((a, b) => a - b);
  };
  /** The least distance that several agree on. */
  const least = (known: readonly number[]): number | undefined => {
    const agreed = known
      .map((distance) => known.filter((other) => other >= distance && other <= alike * distance))
      .find((own) => own.length >= Math.max(2, known.length / 12));
    return agreed?.[agreed.length >> 1];
  };
  const numbers = distances(words.filter((word) => word.numeric));
  const pitch = least(numbers);
  if (pitch !== undefined && numbers.length >= telling) {
    return pitch;
  }
  const between = [pitch, least(distances(words).filter((distance) => distance > unwrapped * size))].filter(
    (distance) => distance !== undefined,
  );
  return between.length > 0 ? Math.min(...between) : usualPitch * size;
}

/** The next word under one of them, among words from top to bottom. */
function below(sorted: readonly Word[], index: number, word: Word, size: number): Word | undefined {
  for (let at = index + 1; at < sorted.length; at += 1) {
    const other = sorted[at];
    if (other !== undefined && other.baseline - word.baseline > 0.6 * size && overlaps(word, other)) return other;
  }
  return undefined;
}

/**
 * The greatest distance between lines of one cell that a table's own wrapped cells show: lines of a cell are evenly apart, and
 * rows keep a little more between them.
 * @param words of a table
 * @returns in ems; Infinity when too few are wrapped to tell
 */
export function leadingOf(words: readonly Word[]): number {
  const sorted = words.filter((word) => !word.numeric).toSorted((a, b) => a.baseline - b.baseline);
  const distances = sorted
    .flatMap((word, index) => {
      const next = below(sorted, index, word, word.size);
      return next !== undefined && isSetLike(word, next) ? [(next.baseline - word.baseline) / word.size] : [];
    })
    .toSorted((a, b) => a - b);
  const least = distances.find(
    (distance, index) => (distances[index + leastWraps - 1] ?? Infinity) <= evenly * distance,
  );
  return least === undefined || least > unwrapped ? Infinity : evenly * least;
}

/** Whether lines share an edge or their middle. */
function isSetLike(above: Word, below: Word): boolean {
  const { size } = below;
  return (
    Math.abs(above.left - below.left) <= sameEdge * size ||
    Math.abs(above.right - below.right) <= sameEdge * size ||
    Math.abs(above.left + above.right - below.left - below.right) / 2 <= sameMiddle * size
  );
}

/**
 * Joins the lines of wrapped cells.
 * @param words of a table
 * @param pitch from `rowPitch`
 * @param evenLeading from `leadingOf`
 */
export function wordBlocks(words: readonly Word[], pitch: number, evenLeading: number): WordBlock[] {
  const open: Word[][] = [];
  const blocks: Word[][] = [];
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const leading = Math.min(wrapShare * pitch, mostLeading * word.size, evenLeading * word.size);
    const above = word.numeric
      ? undefined
      : open.find((lines) => {
          const last = lines.at(-1);
          if (last === undefined || last.numeric || !overlaps(last, word)) {
            return false;
          }
          const distance = word.baseline - last.baseline;
          return (
            distance > 0.6 * word.size &&
            distance <= leading &&
            Math.max(last.size, word.size) < 1.3 * Math.min(last.size, word.size) &&
            isSetLike(last, word)
          );
        });
    if (above === undefined) {
      const lines = [word];
      blocks.push(lines);
      open.unshift(lines);
    } else {
      above.push(word);
    }
  }
  return blocks.map((lines) => blockOf(lines));
}

/**
 * A cell's lines as one.
 * @param words at least one, top to bottom
 */
export function blockOf(words: readonly Word[]): WordBlock {
  return {
    words,
    numeric: words.length === 1 && words[0]?.numeric === true,
    left: Math.min(...words.map(({ left }) => left)),
    right: Math.max(...words.map(({ right }) => right)),
    first: Math.min(...words.map(({ baseline }) => baseline)),
    last: Math.max(...words.map(({ baseline }) => baseline)),
    size: Math.max(...words.map(({ size }) => size)),
  };
}
