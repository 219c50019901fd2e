/** Control characters but tab and line ends: a terminal obeys them. */
const control = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/g;
/** What is not seen, or turns round what is: zero-width characters, marks and overrides of direction, tags, variation selectors' like. */
const unseen = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const lineEnds = /[\u2028\u2029\x85]/g;

/** ␛ for an escape; C1 controls have no picture. */
const picture = (sign: string): string =>
  sign === '\x7F' ? '\u2421' : sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '\uFFFD';

/**
 * A text of a page's author as harmless text: the one rule for terminal, files, names of files and clipboard. Control characters are shown,
 * what cannot be seen is left out, so that nothing steers a terminal, hides a formula's first sign or turns a line round.
 * @param text as a page prints it: anybody's
 */
export function plainText(text: string): string {
  return text.replace(lineEnds, ' ').replace(control, picture).replace(unseen, '');
}
