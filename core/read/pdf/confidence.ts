import type { Cell } from '../../document/document.ts';
import type { Grid } from './grid.ts';
import { tolerances } from './tolerances.ts';

const { perSuppliedSide, mostForUnclosed, mostForStraddling, perTorn } = tolerances.confidence;

const tornNumber = /^(?:\d[\d,]*[.,]|[.,]\d[0.,]*[1-9][\d.,]*|[\d,]*\.\d+\..*|\p{Script=Han}\d[\d,]*\.\d+)$/u;

/** A number without the nought that others of its table have. */
const withoutNought = /^\.\d+$/;
const withNought = /^0\.\d+$/;

/**
 * How many of a grid's texts are a number's part, or a number with a piece of another.
 * @param cells with their texts
 */
function tornNumbers(cells: readonly Cell[]): number {
  const texts = cells.map(({ text }) => text.replace(/\s+/gu, ''));
  const printsNought = texts.some((text) => withNought.test(text));
  return texts.filter((text) => tornNumber.test(text) || (printsNought && withoutNought.test(text))).length;
}

/**
 * How sure we are of a ruled grid: 1 when every cell is closed and every glyph keeps to its cell.
 * @param grid the rules' grid
 * @param cells its cells with their texts
 * @param straddling how many of them have text that crosses a rule
 * @param overprinted how many have letters printed over each other
 */
export function ruledConfidence(grid: Grid, cells: readonly Cell[], straddling: number, overprinted: number): number {
  const printed = cells.filter(({ text }) => text !== '').length;
  const unclosed = grid.cells.length === 0 ? 1 : grid.unclosed / grid.cells.length;
  const across = printed === 0 ? 0 : straddling / printed;
  return Math.max(
    0,
    1 -
      perSuppliedSide * grid.supplied -
      Math.min(mostForUnclosed, 2 * unclosed) -
      Math.min(mostForStraddling, across) -
      perTorn * (tornNumbers(cells) + overprinted),
  );
}
