/** Plain numbers, with thousands apart or not, and percentages: no spreadsheet makes a formula of them. */
const number = /^[-+−－]?(?:\d+|\d{1,3}(?:[,，]\d{3})+)?(?:[.．]\d+)?%?$/;

/** What a spreadsheet takes for the beginning of a formula, in either width. */
const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠|]|^[\t\r\n]/u;

/** Dashes that say "does not apply". */
const dashes = /^[-‐‑‒–—―─━_－]+$/;

/**
 * A text that no spreadsheet runs: what looks like a formula gets an apostrophe in front; numbers and dashes stay as they are.
 * @param text as a page prints it: anybody's
 */
export function harmless(text: string): string {
  return formula.test(text) && !number.test(text.trim()) && !dashes.test(text.trim()) ? `'${text}` : text;
}

function field(text: string): string {
  const safe = harmless(text);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as CSV for Excel and WPS as for programs: UTF-8 with BOM, CRLF (RFC 4180), nothing that runs.
 * @param rows each with its cells as text
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}
