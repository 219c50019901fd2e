import { squash } from './grid.ts';

/** The ordinals of an outline from its first level down: 一、 （一） 1、 （1） ①. Brackets are unified by `squash`. */
const ordinals: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}[、.]/,
  /^\([一二三四五六七八九十]{1,3}\)/,
  /^\d{1,2}[、.](?!\d)/,
  /^\(\d{1,2}\)/,
  /^[①-⑳]/,
];

/**
 * How deep a name stands in an outline, by its ordinal; 其中 before it changes nothing.
 * @param text as printed
 * @returns 0 for 一、 and so on; null without an ordinal
 */
export function outlineLevel(text: string): number | null {
  // NFKC turns ① into 1.
  const plain = /^\s*(?:其中\s*(?:[:：]\s*)?)?[①-⑳]/.test(text)
    ? '①'
    : squash(text)
        .replace(/^其中:?/, '')
        .replace(/．/g, '.');
  const level = ordinals.findIndex((ordinal) => ordinal.test(plain));
  return level < 0 ? null : level;
}

const numerals = '零一二三四五六七八九';

/**
 * The number of an ordinal of the first level: 7 for 七、, 12 for 十二、.
 * @param text as printed
 * @returns null without such an ordinal
 */
export function outlineOrder(text: string): number | null {
  const digits = /^([一二三四五六七八九十]{1,3})[、.．]/.exec(squash(text))?.[1];
  if (digits === undefined) return null;
  const [tens, ones] = digits.includes('十') ? digits.split('十') : ['', digits];
  const of = (part: string | undefined, none: number): number =>
    part === undefined || part === '' ? none : numerals.indexOf(part);
  return digits.includes('十') ? of(tens, 1) * 10 + of(ones, 0) : of(ones, 0);
}
