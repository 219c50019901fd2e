import type { Quantity } from './quantity.ts';

type Printed = Extract<Quantity, { kind: 'amount' }>;

/** The greatest number of decimals that more than one figure shows; a lone longer figure is a slip or a foreign body. */
function deepest(amounts: readonly Printed[]): number {
  const counts = new Map<number, number>();
  for (const amount of amounts) counts.set(amount.decimals, (counts.get(amount.decimals) ?? 0) + 1);
  const depths = [...counts.keys()].sort((a, b) => b - a);
  const [first = 0, second] = depths;
  return second !== undefined && counts.get(first) === 1 && amounts.length >= 5 ? second : first;
}

/**
 * Effective decimals of the money columns of one table (docs/judging.md, Rounding): trailing zeros get stripped in print, so a lone `0.3` among
 * two-decimal cells has two decimals. One depth for the table; a column has its own only where columns with at least five
 * non-zero amounts differ.
 * @param columns the quantities of each money column
 * @returns for each column the decimals its figures stand for
 */
export function effectiveDecimals(columns: readonly (readonly Quantity[])[]): number[] {
  const amounts = columns.map((column) => column.filter((quantity) => quantity.kind === 'amount'));
  const table = deepest(amounts.flat());
  return amounts.map((column) =>
    column.filter((amount) => !amount.value.isZero()).length >= 5 ? deepest(column) : table,
  );
}

/**
 * Whether amounts are printed without the noughts at their end: none at full depth ends with one, and at least one stops between whole
 * numbers and full depth (1.4 among six decimals), as many as whole numbers do. Else a figure with fewer decimals is a rounded one.
 * @param amounts of one table
 * @param depth the decimals they stand for
 */
export function stripsNoughts(amounts: readonly Quantity[], depth: number): boolean {
  const printed = amounts.filter((amount) => amount.kind === 'amount').filter(({ value }) => !value.isZero());
  const keepsNought = printed.some(({ value, decimals }) => decimals >= depth && value.decimalPlaces() < decimals);
  const whole = printed.filter(({ decimals }) => decimals === 0).length;
  const between = printed.filter(({ decimals }) => decimals > 0 && decimals < depth).length;
  return !keepsNought && between > 0 && between >= whole;
}
