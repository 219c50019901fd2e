import { Decimal } from '../../core/quantity/decimal.ts';
import { readQuantity } from '../../core/quantity/quantity.ts';

const digitsAt = (text: string): number[] => [...text.matchAll(/\d/g)].map((match) => match.index);
const put = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

/** One of a list by chance. */
export const oneOf = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

/** The figure with its decimal point so many places further to the right; nothing where no digit would be left on a side. */
function pointMoved(text: string, by: number): string | null {
  const plain = text.replace(/,/g, '');
  const at = plain.indexOf('.') + by;
  const bare = plain.replace('.', '');
  return !plain.includes('.') || at < 1 || at >= bare.length ? null : `${bare.slice(0, at)}.${bare.slice(at)}`;
}

/** The figure times a power of ten, with no more decimals than it takes. */
function scaled(text: string, power: number): string | null {
  const quantity = readQuantity(text);
  return quantity.kind === 'amount'
    ? quantity.value
        .times(new Decimal(10).pow(power))
        .toFixed(Math.max(quantity.decimals, power < 0 ? quantity.decimals - power : 0))
    : null;
}

/** Another text for a figure; null where the slip does not apply. */
export type Typing = (text: string, random: () => number) => string | null;

/** The typical slips of typing and conversion, in one figure. */
export const typing: Readonly<Record<string, Typing>> = {
  'digit'(text, random) {
    const index = oneOf(digitsAt(text), random) ?? 0;
    return put(text, index, String((Number(text[index]) + 1 + Math.floor(random() * 9)) % 10));
  },
  'transposition'(text, random) {
    const at = oneOf(
      digitsAt(text).filter((index) => /\d/.test(text[index + 1] ?? '') && text[index] !== text[index + 1]),
      random,
    );
    return at === undefined ? null : text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  },
  'digit dropped': (text, random) => {
    const plain = text.replace(/,/g, '');
    const at = oneOf(
      digitsAt(plain).filter((index) => /\d/.test(plain[index - 1] ?? '') || /\d/.test(plain[index + 1] ?? '')),
      random,
    );
    return at === undefined ? null : put(plain, at, '');
  },
  'digit doubled': (text, random) => {
    const plain = text.replace(/,/g, '');
    const at = oneOf(digitsAt(plain), random);
    return at === undefined ? null : put(plain, at, `${plain[at] ?? ''}${plain[at] ?? ''}`);
  },
  'last decimal': (text, random) => {
    const quantity = readQuantity(text);
    return quantity.kind === 'amount'
      ? quantity.value
          .plus(new Decimal(random() < 0.5 ? 1 : -1).times(new Decimal(10).pow(-quantity.decimals)))
          .toFixed(quantity.decimals)
      : null;
  },
  'point': (text, random) => pointMoved(text, random() < 0.5 ? 1 : -1),
  'point by two': (text, random) => pointMoved(text, random() < 0.5 ? 2 : -2),
  'point left out': (text) => (text.includes('.') ? text.replace('.', '') : null),
  'unit': (text) => scaled(text, 4),
  'unit down': (text) => scaled(text, -4),
  'sign': (text) => (text.startsWith('-') ? text.slice(1) : `-${text}`),
  'separator'(text, random) {
    const [whole = '', fraction = ''] = text.replace(/,/g, '').split('.');
    if (!/^\d{4,}$/.test(whole) || fraction === '') return null;
    const [front, thousand] = [whole.slice(0, -3), whole.slice(-3)];
    return (
      oneOf(
        [
          `${front},${thousand},${fraction}`,
          `${front}.${thousand}.${fraction}`,
          `${whole.slice(0, -2)},${whole.slice(-2)}.${fraction}`,
          `${front}.${thousand},${fraction}`,
        ],
        random,
      ) ?? null
    );
  },
  'blank': () => '',
  'zero': (text) => `0.${'0'.repeat(Math.max(1, (text.split('.')[1] ?? '').length))}`,
};
