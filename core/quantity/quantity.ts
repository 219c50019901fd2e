import { Decimal } from './decimal.ts';
import { readMoneyWord, type Unit } from './unit.ts';

/** What a cell or a piece of text says about an amount. */
export type Quantity =
  | {
      readonly kind: 'amount';
      readonly value: Decimal;
      /** Decimals as printed: 2 for 1,126.92; 0 for 624. */
      readonly decimals: number;
      /** A money word printed behind the figure itself: 0.3元. */
      readonly unit?: Unit;
    }
  /** Nothing printed: a structural zero in a populated table. */
  | { readonly kind: 'blank' }
  /** ——, /, 无: declared not to apply; 0 in a sum, never missing. */
  | { readonly kind: 'not-applicable' }
  /** A percentage; never an amount. */
  | { readonly kind: 'percent'; readonly value: Decimal; readonly decimals: number }
  /** Digits that cannot be told for certain: two figures in one cell, broken glyphs, impossible separators. */
  | { readonly kind: 'unreadable' }
  /** Words. */
  | { readonly kind: 'text' };

/** No printed figure is longer; the patterns below take time with the square of a text's length. */
const longestText = 200;

const notApplicable = /^(?:[-‐‑‒–—―─━_]{1,8}|[/／]|无|N\/A)$/i;
const digitsWithGroups = /^(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?$|^\.\d+$/;
/** U+FFFD, private use, half a surrogate pair: glyphs without a known character. */
const broken = /[\0\uFFFD\p{Co}\p{Cs}]/u;
/** Characters that NFKC would turn into plain digits beside the amount: 100① and 100² are not 1001 and 1002. Full-width digits are. */
const digitLike = /[\p{No}\p{Nl}\u{1F100}-\u{1F10C}\u3358-\u3370\u33E0-\u33FE\u32C0-\u32CB]/u;

/** Most cells: nothing to fold. */
const plainAscii = /^[\x20-\x7E\n]*$/;

/** Folds full-width forms, the several minus signs and separators into plain ASCII. */
function fold(text: string): string {
  if (plainAscii.test(text)) return text.trim();
  return text
    .normalize('NFKC')
    .replace(/[−﹣－]/g, '-')
    .replace(/[，﹐]/g, ',')
    .replace(/[．。](?=\d)/g, '.')
    .replace(/[\u200b-\u200f\ufeff\u00ad]/g, '')
    .trim();
}

/**
 * Takes out spaces inside the digits of one amount (22. 464000, 1 126.92, 9 0 7 . 5 4), but never joins two amounts.
 * @returns the digits without spaces, or null if they may be two figures
 */
function closeGaps(digits: string): string | null {
  const closed = digits
    .split(/([.,])/)
    .map((part) => part.trim())
    .join('');
  if (!/\s/.test(closed)) return closed;
  // Letter by letter; two lone digits may be two figures.
  const letters = digits.split(/\s+/);
  if (letters.length > 2 && letters.every((part) => part.length === 1)) return letters.join('');
  // Spaces as thousands separators: 1 126.92. A new line separates figures, not thousands.
  return /^[1-9]\d{0,2}(?:[^\S\n]\d{3})+(?:\.\d+)?$/.test(closed) ? closed.replace(/\s/g, '') : null;
}

/** Takes sign or brackets off a figure. */
function splitSign(figure: string): { negative: boolean; digits: string } {
  const bracketed = /^\((.*)\)$/s.exec(figure);
  if (bracketed) return { negative: true, digits: (bracketed[1] ?? '').trim() };
  const signed = /^([-+△▲])(.*)$/s.exec(figure);
  return signed
    ? { negative: signed[1] !== '+', digits: (signed[2] ?? '').trim() }
    : { negative: false, digits: figure };
}

/**
 * Reads the text of a cell, or a figure cut from a sentence.
 * Accepts thousands separators, full-width digits, spaces inside one amount, negatives as -1, −1, (1) and △1, and a money word behind the figure.
 * @param text as printed
 * @returns an exact quantity; `unreadable` when there are digits that cannot be told for certain; `text` when it is words
 */
export function readQuantity(text: string): Quantity {
  if (broken.test(text)) return /\d/.test(text) || text.trim().length <= 12 ? { kind: 'unreadable' } : { kind: 'text' };
  if (digitLike.test(text)) return { kind: 'text' };
  const folded = fold(text);
  if (folded === '') return { kind: 'blank' };
  if (notApplicable.test(folded.replace(/\s+/g, ''))) return { kind: 'not-applicable' };
  if (!/\d/.test(folded)) return { kind: 'text' };
  if (folded.length > longestText) return { kind: /[^-+△▲()\s\d.,%]/.test(folded) ? 'text' : 'unreadable' };

  const money = /(?:元|千元|万元|百万元|亿元|万|亿)$/.exec(folded);
  const front = money ? folded.slice(0, money.index).trim() : '';
  const unit = money && /\d\s*\)?$/.test(front) ? readMoneyWord(money[0]) : null;
  const figure = unit ? front : folded;
  if (!/^[-+△▲(]?[\s\d.,]+(?:\)\s*)?%?$/.test(figure)) return { kind: 'text' };

  const percent = figure.endsWith('%');
  const { negative, digits } = splitSign(percent ? figure.slice(0, -1).trim() : figure);
  const closed = closeGaps(digits);
  if (closed === null || !digitsWithGroups.test(closed)) return { kind: 'unreadable' };
  const plain = closed.replace(/,/g, '');
  const size = new Decimal(plain);
  // No negative zero, and no arithmetic: it would round what is longer than its precision.
  const value = negative && !size.isZero() ? size.negated() : size;
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  if (percent) return { kind: 'percent', value, decimals };
  return unit ? { kind: 'amount', value, decimals, unit } : { kind: 'amount', value, decimals };
}

/** Whether a quantity is an amount other than zero. */
export function isNonZeroAmount(quantity: Quantity): boolean {
  return quantity.kind === 'amount' && !quantity.value.isZero();
}
