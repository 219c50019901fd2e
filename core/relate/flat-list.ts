import { amountOf } from '../document/figure.ts';
import { Decimal, zero } from '../quantity/decimal.ts';
import type { Line, Side } from '../recognise/form.ts';

const valueAt = (line: Line, index: number): Decimal => amountOf(line.figures[index]);

const add = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), zero);

/** How far rounded figures may miss their sum: half a unit of each, and of the total. */
function roundingOf(line: Line, index: number, count: number): Decimal {
  return new Decimal(10)
    .pow(-(line.figures[index]?.decimals ?? 0))
    .times(count + 1)
    .div(2);
}

/** Whether a row is, in a column, what the two or more rows below it add up to. */
function hasSubtotal(values: readonly Decimal[]): boolean {
  return values.some((value, at) => {
    if (!value.gt(0)) return false;
    let sum = zero;
    for (let next = at + 1; next < values.length && sum.lt(value); next += 1) {
      sum = sum.plus(values[next] ?? zero);
      if (next > at + 1 && sum.eq(value)) return true;
    }
    return false;
  });
}

/**
 * Whether the rows of a list are all of one level. Many lists print a row for a body or a kind of project before the rows that make it
 * up, and nothing but the figures tells: in such a list all rows together are twice or three times the total. A column counts as flat if
 * another column of the list, with two amounts or more, adds up to its total row by row; or, where no other column can tell, if nothing
 * hints at another level: rows named in different columns, accounts beside rows without a code, a row that equals the total or
 * the rows below it, a sum that is a multiple of the total.
 * @param side the list
 * @param total its total row
 * @param items the rows that would add up to it
 * @returns for a column by index whether it is flat
 */
export function flatColumns(side: Side, total: Line, items: readonly Line[]): (index: number) => boolean {
  const telling = new Set(
    side.measures.flatMap((measure, index) => {
      const values = items.map((line) => valueAt(line, index)).filter((value) => !value.isZero());
      const off = add(values).minus(valueAt(total, index)).abs();
      return measure.key !== null && values.length >= 2 && off.lte(roundingOf(total, index, values.length))
        ? [index]
        : [];
    }),
  );
  const codes = items.filter((line) => line.code !== undefined).length;
  const uneven = side.uneven === true || (codes > 0 && codes < items.length);
  const hinted = (index: number): boolean => {
    const values = items.map((line) => valueAt(line, index));
    const used = values.filter((value) => !value.isZero());
    const whole = valueAt(total, index);
    const multiple = [2, 3].some((times) =>
      add(used)
        .minus(whole.times(times))
        .abs()
        .lte(roundingOf(total, index, used.length)),
    );
    return multiple || (used.length > 1 && used.some((value) => value.eq(whole))) || hasSubtotal(values);
  };
  return (index) => [...telling].some((other) => other !== index) || (!uneven && !hinted(index));
}
