import { amountOf, type Figure } from '../document/figure.ts';
import { lastDigit, zero, type Decimal } from '../quantity/decimal.ts';
import type { Line, Side } from '../recognise/form.ts';

/** What rounding may leave between a total and its parts. */
function roundingOf(figures: readonly (Figure | undefined)[]): Decimal {
  return figures.reduce(
    (sum, figure) =>
      figure?.quantity.kind === 'amount' ? sum.plus(lastDigit(figure.coarse ?? figure.decimals).div(2)) : sum,
    zero,
  );
}

/** The units of a total from which on no slip makes a cut list add up by chance (relation.slipTells). */
export const tellingUnits = 1000;

/** So many columns in which rows are missing are no misprint, which is one amount. */
const fewestShort = 2;

/**
 * Whether the rows below a total may go on where the list was cut: they fall short of it in several columns and exceed it in none, as they do
 * when rows are missing; or, in a list behind which nothing stands, in every column that prints a total.
 * @param side the list
 * @param total whose rows reach the end of what is printed
 * @param rows that should add up to it
 * @param isLast nothing shows that the end of the list is printed
 */
export function mayGoOn(side: Side, total: Line, rows: readonly Line[], isLast = false): boolean {
  const columns = side.measures.flatMap(({ key }, index) =>
    key === null || key === 'part' || amountOf(total.figures[index]).isZero() ? [] : [index],
  );
  const lacks = side.measures.flatMap(({ key }, index) => {
    if (key === null || key === 'part') return [];
    const parts = rows.map(({ figures }) => figures[index]);
    const lack = parts.reduce((left, part) => left.minus(amountOf(part)), amountOf(total.figures[index]));
    return lack.abs().lte(roundingOf([total.figures[index], ...parts])) ? [] : [lack];
  });
  const isTelling = lacks.length >= fewestShort || (isLast && lacks.length > 0 && lacks.length === columns.length);
  return isTelling && lacks.every((lack) => lack.gt(0));
}
