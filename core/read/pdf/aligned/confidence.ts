import type { Columns } from './column.ts';
import type { Rows } from './row.ts';
import type { Spread } from './span.ts';

interface Evidence {
  readonly spreads: readonly Spread[];
  readonly columns: Columns;
  readonly rows: Rows;
  readonly pitch: number;
  readonly size: number;
  readonly recognised: boolean;
}

/** A table without rules is never as sure as a ruled one. */
const atBest = 0.95;

/**
 * How sure we are of a table read by alignment.
 * @param evidence what was found
 */
export function alignedConfidence({ spreads }: Evidence): number {
  const places = new Set<string>();
  let collisions = 0;
  for (const spread of spreads) {
    for (let row = spread.top; row <= spread.bottom; row += 1) {
      for (let column = spread.left; column <= spread.right; column += 1) {
        const key = `${row} ${column}`;
        collisions += places.has(key) ? 1 : 0;
        places.add(key);
      }
    }
  }
  return Math.max(0, atBest - 0.1 * collisions);
}
