import type { Decimal } from './decimal.ts';

/**
 * How a figure became wrong: in itself (one digit, a digit too few or too many, two digits exchanged, the decimal point, 元 for 万元, the sign, left out, filled in
 * where nothing belongs), by its place (it belongs to a neighbouring cell, two cells are exchanged, a row is shifted), or with others (a wrong
 * amount carried into the totals above it, a whole table in another unit than it says), or beyond what it may be at most (`excess`:
 * how much it was meant to be nothing tells), or has its separators in the wrong place. `other` is none of these.
 */
export type Slip =
  | 'digit'
  | 'digit-lost'
  | 'digit-added'
  | 'transposition'
  | 'point'
  | 'unit'
  | 'sign'
  | 'missing'
  | 'superfluous'
  | 'neighbour'
  | 'exchanged'
  | 'shifted'
  | 'carried'
  | 'table-unit'
  | 'excess'
  | 'separator'
  | 'other';

/** What confusing 元, 万元 and 亿元 does to an amount: how many places its point is moved. */
export const unitPowers: readonly number[] = [4, -4, 8, -8];

/** Of fewer digits than this one more or less is nothing to go by. */
const tellingDigits = 3;

/** Whether a text is the other without one of its digits; of one number with more decimals than the other, or before the point. */
function lacksDigit(short: string, long: string): boolean {
  const at = Array.from(short).findIndex((character, index) => character !== long[index]);
  const cut = at < 0 ? short.length : at;
  return long.length === short.length + 1 && long[cut] !== '.' && long.slice(0, cut) + long.slice(cut + 1) === short;
}

/** Which of two amounts has a digit less, if it is otherwise the same. */
function digitApart(printed: Decimal, meant: Decimal): 'digit-lost' | 'digit-added' | null {
  const places = Math.max(printed.decimalPlaces(), meant.decimalPlaces());
  for (const [a, b] of [
    [printed.toFixed(), meant.toFixed()],
    [printed.toFixed(places), meant.toFixed(places)],
  ] as const) {
    if (Math.min(a.length, b.length) <= tellingDigits) continue;
    if (lacksDigit(a, b)) return 'digit-lost';
    if (lacksDigit(b, a)) return 'digit-added';
  }
  return null;
}

/**
 * Tells how one amount may have been mistyped for the other.
 * @param printed the amount as printed
 * @param meant the amount that would agree
 * @returns the slip; null if the two look nothing alike
 */
export function slipOf(printed: Decimal, meant: Decimal): Slip | null {
  if (printed.isZero() || meant.isZero()) return null;
  if (printed.eq(meant.negated())) return 'sign';
  const shift = printed.div(meant).abs();
  if (unitPowers.some((power) => shift.eq(`1e${power}`))) return 'unit';
  if ([1, 2, 3, -1, -2, -3].some((power) => shift.eq(`1e${power}`))) return 'point';
  if (printed.isNegative() !== meant.isNegative()) return null;
  const places = Math.max(printed.decimalPlaces(), meant.decimalPlaces());
  const a = printed.abs().toFixed(places);
  const b = meant.abs().toFixed(places);
  const apart = digitApart(printed.abs(), meant.abs());
  if (apart !== null || a.length !== b.length) return apart;
  const differing = Array.from(a).flatMap((character, index) => (character === b[index] ? [] : [index]));
  const [first = 0, second = 0] = differing;
  if (differing.length === 1) return 'digit';
  const exchanged =
    differing.length === 2 &&
    a[first] === b[second] &&
    a[second] === b[first] &&
    (second === first + 1 || (second === first + 2 && a[first + 1] === '.'));
  return exchanged ? 'transposition' : null;
}

/** Whether two amounts are the same but for two neighbouring digits that changed places: 412.50 and 421.50. */
export const isTransposed = (one: Decimal, other: Decimal): boolean => slipOf(one, other) === 'transposition';

/** No amount of money has more digits: what is longer was never typed, and has as many slips as digits. */
const mostDigits = 20;

/**
 * Every amount that a typical slip makes of a printed one: what may have been meant by it.
 * @param printed as printed, other than zero
 * @param decimals how many it is printed with
 * @returns of more than 20 digits only the slips of sign and power of ten
 */
export function slipsOf(printed: Decimal, decimals: number): Decimal[] {
  if (printed.isZero()) return [];
  const found = [printed.negated(), ...[1, 2, 3, 4, -1, -2, -3, -4].map((power) => printed.times(`1e${power}`))];
  const text = printed.abs().toFixed(Math.max(decimals, printed.decimalPlaces()));
  if (text.length > mostDigits) return found;
  const sign = printed.isNegative() ? -1 : 1;
  const like = (characters: readonly string[]): Decimal => printed.times(0).plus(characters.join('')).times(sign);
  const characters = Array.from(text);
  const digits = characters.flatMap((character, index) => (character === '.' ? [] : [index]));
  digits.forEach((at, order) => {
    for (let digit = 0; digit <= 9; digit += 1) {
      if (String(digit) !== characters[at]) found.push(like(characters.with(at, String(digit))));
    }
    const next = digits[order + 1];
    if (digits.length > 1) found.push(like(characters.toSpliced(at, 1)));
    for (let digit = 0; digit <= 9; digit += 1) found.push(like(characters.toSpliced(at + 1, 0, String(digit))));
    if (next !== undefined && characters[at] !== characters[next])
      found.push(like(characters.with(at, characters[next] ?? '').with(next, characters[at] ?? '')));
  });
  return found;
}
