import { Decimal } from './decimal.ts';
import { readQuantity } from './quantity.ts';

/** A date in digits, 2024.12.31. */
const date = /^(?:19|20)\d{2}\.\d{1,2}\.\d{1,2}$/;

/** Fewer digits than this are an ordinal (1.1.2) as soon as an amount. */
const fewestDigits = 4;

/** An amount whose digits are plain and whose separators are not: 1,126,92 and 1.126.92. */
export interface Misprint {
  /** What the digits come to with the decimal point in one place or another, or nowhere. */
  readonly values: readonly Decimal[];
  /** Two points may be two amounts printed together; in a cell commas hardly are. */
  readonly maybeTwo: boolean;
}

/**
 * Reads an amount with misplaced separators.
 * @param text as printed
 * @returns null if the text is anything else: an amount that reads as it should, words, several figures
 */
export function readMisprint(text: string): Misprint | null {
  const folded = text.normalize('NFKC').trim();
  const [, sign, body] = /^([-−]?)([1-9][\d.,]{2,22}\d)$/.exec(folded) ?? [];
  if (sign === undefined || body === undefined || date.test(body) || readQuantity(text).kind !== 'unreadable')
    return null;
  const digits = body.replace(/[.,]/g, '');
  // Two separators side by side separate two figures.
  if (digits.length < fewestDigits || digits === body || /[.,]{2}/.test(body)) return null;
  const values = Array.from(
    { length: digits.length },
    (_, index) => new Decimal(`${digits.slice(0, index + 1)}.${digits.slice(index + 1)}0`),
  );
  return {
    values: sign === '' ? values : values.map((value) => value.negated()),
    maybeTwo: body.split('.').length > 2,
  };
}
