import { amountOf, type Figure } from '../document/figure.ts';
import { Decimal, zero } from '../quantity/decimal.ts';
import { economicClass } from '../recognise/basic-expenditure.ts';
import { classByName } from '../recognise/classes.ts';
import type { Line, PrintedSum, Side } from '../recognise/form.ts';
import { squash } from '../recognise/grid.ts';

const valueAt = (line: Line, index: number): Decimal => amountOf(line.figures[index]);

const add = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), zero);

/** How far rounded figures may miss their sum: half a unit of each, and of the total, all with the total's decimals. */
function roundingByTotal(total: Figure | undefined, count: number): Decimal {
  return new Decimal(10)
    .pow(-(total?.decimals ?? 0))
    .times(count + 1)
    .div(2);
}

/** Whether two amounts or more come to their total. */
function addUp(parts: readonly Decimal[], total: Figure | undefined): boolean {
  const used = parts.filter((value) => !value.isZero());
  return used.length >= 2 && add(used).minus(amountOf(total)).abs().lte(roundingByTotal(total, used.length));
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

/** Whether amounts hint at another level among them: all together are twice or three times their total, or one of them is what the two or more behind it add up to. */
function hintAtLevels(parts: readonly Decimal[], total: Figure | undefined): boolean {
  const used = parts.filter((value) => !value.isZero());
  const isMultiple = [2, 3].some((times) =>
    add(used).minus(amountOf(total).times(times)).abs().lte(roundingByTotal(total, used.length)),
  );
  return (isMultiple && used.length > 1) || hasSubtotal(parts);
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
  const partsOf = (index: number): Decimal[] => items.map((line) => valueAt(line, index));
  const telling = new Set(
    side.measures.flatMap((measure, index) =>
      measure.key !== null && addUp(partsOf(index), total.figures[index]) ? [index] : [],
    ),
  );
  const codes = items.filter((line) => line.code !== undefined).length;
  const uneven = side.uneven === true || (codes > 0 && codes < items.length);
  const hinted = (index: number): boolean => {
    const parts = partsOf(index);
    const used = parts.filter((value) => !value.isZero());
    const whole = amountOf(total.figures[index]);
    return hintAtLevels(parts, total.figures[index]) || (used.length > 1 && used.some((value) => value.eq(whole)));
  };
  return (index) => [...telling].some((other) => other !== index) || (!uneven && !hinted(index));
}

/** Whether amounts come to their total without one of them that the one before it may contain. */
function hasPartBehindIt(parts: readonly Decimal[], total: Figure | undefined): boolean {
  const over = add(parts).minus(amountOf(total));
  return over.gt(0) && parts.some((part, at) => part.eq(over) && part.lte(parts[at - 1] ?? zero));
}

/** The class that a column's head names by code or name; null for what is no account, or one below a class. */
const classOf = (words: string): string | null =>
  /^[1-5]\d\d(?=\D|$)/.exec(words)?.[0] ?? classByName(words) ?? economicClass(words);

/** Classes by names that other columns bear as well: 其他支出, 转移性支出. */
const ambiguous: readonly (string | null)[] = ['229', '230', '399'];

/** Whether heads name accounts of several levels: codes of several lengths, or a class beside what is none. */
function nameLevels(heads: readonly string[]): boolean {
  const words = heads.map((head) => squash(head.split('/').at(-1) ?? ''));
  const lengths = new Set(words.flatMap((word) => /^[1-5]\d\d(?:\d\d){0,2}(?=\D|$)/.exec(word)?.[0].length ?? []));
  const classes = words.map(classOf);
  return (
    lengths.size > 1 || (classes.some((code) => code !== null && !ambiguous.includes(code)) && classes.includes(null))
  );
}

/** Whether the head itself groups a sum: 公务用车购置及运行费 over 小计, 购置费 and 运行费. */
function isGrouped(side: Side, { total, readings }: PrintedSum): boolean {
  const pathOf = (index: number): string[] => (side.measures[index]?.label ?? '').split('/').map(squash);
  const own = pathOf(total);
  const group = own.slice(0, -1).join('/');
  return (
    group !== '' &&
    own.at(-1)?.endsWith('小计') === true &&
    readings.flat().every((index) => pathOf(index).slice(0, -1).join('/') === group)
  );
}

/**
 * Whether the columns of a sum are all of one level: a form of one row may print classes and their sections side by side. A line counts as
 * flat if the head groups them under one name, if another line adds up across, or, where none can tell, if neither heads nor amounts hint at
 * another level.
 * @param side of a form
 * @param sum columns that seem to add up to one
 * @returns for a line whether it is flat
 */
export function flatLines(side: Side, sum: PrintedSum): (line: Line) => boolean {
  const { total, readings } = sum;
  if (isGrouped(side, sum)) return () => true;
  const partsOf = (line: Line): Decimal[][] => readings.map((columns) => columns.map((index) => valueAt(line, index)));
  const telling = side.lines.filter((line) => partsOf(line).some((parts) => addUp(parts, line.figures[total])));
  const named = nameLevels([...new Set(readings.flat())].map((index) => side.measures[index]?.label ?? ''));
  return (line) =>
    telling.some((other) => other !== line) ||
    (!named &&
      !partsOf(line).some(
        (parts) => hintAtLevels(parts, line.figures[total]) || hasPartBehindIt(parts, line.figures[total]),
      ));
}
