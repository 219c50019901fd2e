import type { RulingLine } from './upright-page.ts';
import { tolerances } from './tolerances.ts';

const { joinGap, doubleLine, sameStretch, shortest } = tolerances.rulingLines;

/** See tolerances.ts. */
export const { snapDistance } = tolerances.rulingLines;

/**
 * The positions that several values stand for: values closer than a distance fall together at their mean.
 * @param values in any order
 * @param distance how far a value may lie from the first of its cluster
 * @returns the means, ascending
 */
export function snap(values: readonly number[], distance: number): number[] {
  const means: number[] = [];
  let first = -Infinity;
  let sum = 0;
  let count = 0;
  for (const value of values.toSorted((a, b) => a - b)) {
    if (value - first > distance) {
      if (count > 0) {
        means.push(sum / count);
      }
      first = value;
      sum = 0;
      count = 0;
    }
    sum += value;
    count += 1;
  }
  if (count > 0) {
    means.push(sum / count);
  }
  return means;
}

/**
 * Which of several ascending positions a value is nearest to.
 * @param positions ascending
 * @param value what to place
 * @returns its index; -1 when there are no positions
 */
export function nearest(positions: readonly number[], value: number): number {
  let low = 0;
  let high = positions.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) + (positions[middle + 1] ?? 0) < 2 * value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return positions.length === 0 ? -1 : low;
}

/**
 * Snaps parallel rules that lie on one line together and joins the pieces of each line.
 * @param rules all horizontal or all vertical
 * @returns whole rules, by position
 */
export function joinRulingLines(rules: readonly RulingLine[]): RulingLine[] {
  const lines = snap(
    rules.map((rule) => rule.at),
    snapDistance,
  );
  const pieces: RulingLine[][] = lines.map(() => []);
  for (const rule of rules) {
    pieces[nearest(lines, rule.at)]?.push(rule);
  }
  const joined: RulingLine[] = [];
  for (const [index, at] of lines.entries()) {
    let current: { at: number; from: number; to: number; width: number } | undefined;
    for (const piece of (pieces[index] ?? []).toSorted((a, b) => a.from - b.from)) {
      if (current !== undefined && piece.from <= current.to + joinGap) {
        current.to = Math.max(current.to, piece.to);
        current.width = Math.max(current.width, piece.width);
      } else {
        current = { at, from: piece.from, to: piece.to, width: piece.width };
        joined.push(current);
      }
    }
  }
  return withoutDoubles(joined.filter((rule) => rule.to - rule.from >= shortest));
}

/** Makes one rule of the two of a double line. */
function withoutDoubles(rules: readonly RulingLine[]): RulingLine[] {
  const single: { at: number; from: number; to: number; width: number; count: number }[] = [];
  for (const rule of rules) {
    let other: (typeof single)[number] | undefined;
    for (let index = single.length - 1; index >= 0 && other === undefined; index -= 1) {
      const before = single[index];
      if (before === undefined || rule.at - before.at > doubleLine) {
        break;
      }
      const shared = Math.min(rule.to, before.to) - Math.max(rule.from, before.from);
      other = shared >= sameStretch * Math.max(rule.to - rule.from, before.to - before.from) ? before : undefined;
    }
    if (other === undefined) {
      single.push({ at: rule.at, from: rule.from, to: rule.to, width: rule.width, count: 1 });
    } else {
      other.at = (other.at * other.count + rule.at) / (other.count + 1);
      other.from = Math.min(other.from, rule.from);
      other.to = Math.max(other.to, rule.to);
      other.count += 1;
    }
  }
  return single.map(({ at, from, to, width }) => ({ at, from, to, width }));
}
