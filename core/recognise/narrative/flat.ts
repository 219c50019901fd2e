/** A paragraph's text made even for patterns, and the way back to the printed characters. */
export interface Flat {
  /** Without spaces and quotes; full-width letters, digits, colons and brackets as ASCII; commas as '，' except inside a number. */
  readonly text: string;
  /** The index in the printed text of each character of `text`, and of the end. */
  readonly at: readonly number[];
}

/** Characters that print leaves or breaks at will: “三公”经费, 2024 年度. */
const dropped = /[\s\u200b-\u200f\ufeff\u00ad“”"'‘’「」『』《》*#]/u;
const stays = new Set(['，', '。']);

/**
 * Evens out a paragraph. 2024 年度，“三公”经费（财政拨款）０.３元 → 2024年度，三公经费(财政拨款)0.3元.
 * @param printed as the reader found it
 */
export function flatten(printed: string): Flat {
  let text = '';
  const at: number[] = [];
  for (let index = 0; index < printed.length; index += 1) {
    const character = printed[index] ?? '';
    if (dropped.test(character)) continue;
    const folded = stays.has(character) ? character : character.normalize('NFKC');
    for (const one of folded) {
      text += one;
      at.push(index);
    }
  }
  at.push(printed.length);
  // A comma between digits may group thousands; anywhere else it ends a clause.
  const clauses = text.replace(/(?<!\d),|,(?!\d)/g, '，').replace(/[．｡]/g, '.');
  return { text: clauses, at };
}

/** The printed text between two indices of the flat text, without the spaces at its ends. */
export function printedRange(flat: Flat, start: number, end: number): { start: number; end: number } {
  return { start: flat.at[start] ?? 0, end: (flat.at[end - 1] ?? -1) + 1 };
}
