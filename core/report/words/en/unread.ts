import type { UnreadWords } from '../words.ts';

/** Why pages of a file were not checked. */
export const unread: UnreadWords = {
  'scanned': (pages) => `Scanned pictures that cannot be checked: page ${pages}.`,
  'unknown-letters': (pages) =>
    `Page ${pages}: the text cannot be recognised (the file does not say what its fonts’ letters mean). Not checked.`,
  'damaged': (pages) => `Damaged: page ${pages}. Tables that reach there were not checked.`,
  'too-much': (pages) =>
    `More than a page can hold: page ${pages}. Reading it was stopped, and tables that reach there were not checked.`,
  'left-out': (read, left) => `The file is long: only the first ${read} pages were checked, ${left} were not read.`,
};
