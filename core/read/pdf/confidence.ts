import type { Grid } from './grid.ts';

/** What a ruled grid costs in confidence, each at most. A side that had to be supplied is usually right; text across rules seldom. */
const perSuppliedSide = 0.05;
const mostForUnclosed = 0.4;
const mostForStraddling = 0.6;

/**
 * How sure we are of a ruled grid: 1 when every cell is closed and every glyph keeps to its cell.
 * @param grid the rules' grid
 * @param printed how many of its cells have text
 * @param straddling how many of those have text that crosses a rule
 */
export function ruledConfidence(grid: Grid, printed: number, straddling: number): number {
  const unclosed = grid.cells.length === 0 ? 1 : grid.unclosed / grid.cells.length;
  const across = printed === 0 ? 0 : straddling / printed;
  return Math.max(0, 1 - perSuppliedSide * grid.supplied - Math.min(mostForUnclosed, 2 * unclosed) - Math.min(mostForStraddling, across));
}
