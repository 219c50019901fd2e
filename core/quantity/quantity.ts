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

const notApplicable = /^(?:[-‐‑‒–—―─━_]{1,8}|[/／]|无|N\/A)$/i;
const digitsWithGroups = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$|^\.\d+$/;
/** U+FFFD and private use: glyphs without a known character. */
const broken = /[\u0000\uFFFD\uE000-\uF8FF]/;

/** Folds full-width forms, the several minus signs and separators into plain ASCII. */
function fold(text: string): string {
  return text.normalize('NFKC').replace(/[−﹣－]/g, '-').replace(/[，﹐]/g, ',').replace(/[．。](?=\d)/g, '.').replace(/[\u200b-\u200f\ufeff\u00ad]/g, '').trim();
}

/**
 * Takes out spaces inside one amount (22. 464000, 1 126.92, 9 0 7 . 5 4), but never joins two amounts.
 * @returns the text without spaces, or null if it may be two figures
 */
function closeGaps(text: string): string | null {
  if (!/\s/.test(text)) return text;
  const closed = text.replace(/\s*([.,])\s*/g, '$1').replace(/^([-(+])\s+/, '$1').replace(/\s+(\)|%)$/, '$1');
  const parts = closed.split(/\s+/);
  if (parts.length === 1) return closed;
  if (text.split(/\s+/).every((part) => part.length === 1)) return parts.join('');
  // Spaces as thousands separators: 1 126.92
  const [first = '', ...rest] = parts;
  const groups = /^[-(+]?\d{1,3}$/.test(first) && rest.every((part, index) => (index === rest.length - 1 ? /^\d{3}(?:\.\d+)?\)?$/ : /^\d{3}$/).test(part));
  return groups ? parts.join('') : null;
}

/**
 * Reads the text of a cell, or a figure cut from a sentence.
 * Accepts thousands separators, full-width digits, spaces inside one amount, negatives as -1, −1, (1) and △1, and a money word behind the figure.
 * @param text as printed
 * @returns an exact quantity; `unreadable` when there are digits that cannot be told for certain; `text` when it is words
 */
export function readQuantity(text: string): Quantity {
  if (broken.test(text)) return /\d/.test(text) || text.trim().length <= 12 ? { kind: 'unreadable' } : { kind: 'text' };
  const folded = fold(text);
  if (folded === '') return { kind: 'blank' };
  if (notApplicable.test(folded.replace(/\s+/g, ''))) return { kind: 'not-applicable' };
  if (!/\d/.test(folded)) return { kind: 'text' };

  const money = /^(.*\d\)?)\s*(元|千元|万元|百万元|亿元|万|亿)$/.exec(folded);
  const unit = money ? readMoneyWord(money[2] ?? '') : null;
  let figure = money && unit ? money[1] ?? '' : folded;

  const isFigureLike = /^[-+△▲(]?[\s\d.,]+\)?\s*%?$/.test(figure);
  if (!isFigureLike) return { kind: 'text' };
  const closed = closeGaps(figure);
  if (closed === null) return { kind: 'unreadable' };
  figure = closed;

  const percent = figure.endsWith('%');
  if (percent) figure = figure.slice(0, -1);
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(figure);
  if (bracketed) {
    negative = true;
    figure = bracketed[1] ?? '';
  } else if (/^[-△▲]/.test(figure)) {
    negative = true;
    figure = figure.slice(1);
  } else if (figure.startsWith('+')) figure = figure.slice(1);
  if (!digitsWithGroups.test(figure)) return { kind: 'unreadable' };
  const plain = figure.replace(/,/g, '');
  const value = new Decimal(plain).times(negative ? -1 : 1);
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  if (percent) return { kind: 'percent', value, decimals };
  return unit ? { kind: 'amount', value, decimals, unit } : { kind: 'amount', value, decimals };
}

/** Whether a quantity is an amount other than zero. */
export function isNonZeroAmount(quantity: Quantity): boolean {
  return quantity.kind === 'amount' && !quantity.value.isZero();
}
