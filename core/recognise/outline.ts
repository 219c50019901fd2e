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
  const plain = /^\s*(?:其中\s*(?:[:：]\s*)?)?[①-⑳]/.test(text) ? '①' : squash(text).replace(/^其中:?/, '').replace(/．/g, '.');
  const level = ordinals.findIndex((ordinal) => ordinal.test(plain));
  return level < 0 ? null : level;
}
