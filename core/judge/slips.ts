import type { Decimal } from '../quantity/decimal.ts';

/**
 * Whether one amount looks like the other mistyped: one digit wrong, two neighbours exchanged, the decimal point moved,
 * 元 for 万元, a sign (RULES.md S-20).
 * @param printed the amount as printed
 * @param meant the amount that would agree
 */
export function isTypicalSlip(printed: Decimal, meant: Decimal): boolean {
  if (printed.isZero() || meant.isZero()) return false;
  if (printed.eq(meant.negated())) return true;
  const shift = printed.div(meant).abs();
  if ([1, 2, 3, 4, -1, -2, -3, -4].some((power) => shift.eq(`1e${power}`))) return true;
  const places = Math.max(printed.decimalPlaces(), meant.decimalPlaces());
  const a = printed.abs().toFixed(places);
  const b = meant.abs().toFixed(places);
  if (a.length !== b.length) return false;
  const differing = Array.from(a).flatMap((character, index) => (character === b[index] ? [] : [index]));
  const [first = 0, second = 0] = differing;
  if (differing.length === 1) return true;
  return differing.length === 2 && a[first] === b[second] && a[second] === b[first] && (second === first + 1 || (second === first + 2 && a[first + 1] === '.'));
}
