import type { Decimal } from '../quantity/decimal.ts';

/**
 * How a figure became wrong: in itself (one digit, two digits exchanged, the decimal point, 元 for 万元, the sign, left out, filled in
 * where nothing belongs), or by its place (it belongs to a neighbouring cell, two cells are exchanged, a row is shifted). `other` is none of these.
 */
export type Slip = 'digit' | 'transposition' | 'point' | 'unit' | 'sign' | 'missing' | 'superfluous' | 'neighbour' | 'exchanged' | 'shifted' | 'other';

/**
 * Tells how one amount may have been mistyped for the other (RULES.md S-20).
 * @param printed the amount as printed
 * @param meant the amount that would agree
 * @returns the slip; null if the two look nothing alike
 */
export function slipOf(printed: Decimal, meant: Decimal): Slip | null {
  if (printed.isZero() || meant.isZero()) return null;
  if (printed.eq(meant.negated())) return 'sign';
  const shift = printed.div(meant).abs();
  if (['1e4', '1e-4'].some((power) => shift.eq(power))) return 'unit';
  if ([1, 2, 3, -1, -2, -3].some((power) => shift.eq(`1e${power}`))) return 'point';
  if (printed.isNegative() !== meant.isNegative()) return null;
  const places = Math.max(printed.decimalPlaces(), meant.decimalPlaces());
  const a = printed.abs().toFixed(places);
  const b = meant.abs().toFixed(places);
  if (a.length !== b.length) return null;
  const differing = Array.from(a).flatMap((character, index) => (character === b[index] ? [] : [index]));
  const [first = 0, second = 0] = differing;
  if (differing.length === 1) return 'digit';
  const exchanged = differing.length === 2 && a[first] === b[second] && a[second] === b[first] && (second === first + 1 || (second === first + 2 && a[first + 1] === '.'));
  return exchanged ? 'transposition' : null;
}
