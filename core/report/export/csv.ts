import { plainText } from './plain-text.ts';

/** Plain numbers, with thousands apart or not, and percentages: no spreadsheet makes a formula of them. */
const number = /^[-+−－]?(?:\d+|\d{1,3}(?:[,，]\d{3})+)?(?:[.．]\d+)?%?$/;

/** What a spreadsheet takes for the beginning of a formula, in either width; a quote before it may be the file's own. */
const formula = /^[\s"]*[=+\-@＝＋－＠|]|^[\t\r\n]/u;
/** What separates cells for one spreadsheet or another, whatever we wrote between them: a second cell may begin behind each. */
const separator = /([,;\t|\r\n])/;

/** Dashes that say "does not apply". */
const dashes = /^[-‐‑‒–—―─━_－]+$/;

const guarded = (part: string): string =>
  formula.test(part) && !number.test(part.trim()) && !dashes.test(part.trim()) ? `'${part}` : part;

/**
 * A text that no spreadsheet runs: what looks like a formula gets an apostrophe in front, also behind a sign that another spreadsheet takes
 * for the end of a cell; numbers and dashes stay as they are.
 * @param text as a page prints it: anybody's
 */
export function harmless(text: string): string {
  const plain = plainText(text);
  // A number's own commas part nothing.
  if (number.test(plain.trim()) || dashes.test(plain.trim())) return plain;
  if (/^[\s"]*\|/.test(plain) || /^[\t\r\n]/.test(plain)) return `'${parted(plain)}`;
  return parted(plain);
}

const parted = (text: string): string =>
  text
    .split(separator)
    .map((part, index) => (index % 2 === 0 ? guarded(part) : part))
    .join('');

/** Every field is quoted: what stands in it is then one cell for a spreadsheet that separates by the same sign. */
const field = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`;

/**
 * Rows as CSV for Excel and WPS as for programs: UTF-8 with BOM, CRLF (RFC 4180), nothing that runs.
 * @param rows each with its cells as text
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}
