import { simplified } from '../simplified.ts';

/** The text of a paragraph, or of lines that belong together, made even for patterns, and the way back to the printed characters. */
export interface Flat {
  /** In simplified characters, without spaces and quotes; full-width letters, digits, colons and brackets as ASCII; commas as '，' except inside a number. */
  readonly text: string;
  /** The index in its printed line of each character of `text`, and of the end. */
  readonly at: readonly number[];
  /** Which line each character stands in. */
  readonly line: readonly number[];
}

/** A paragraph with more characters than this is not read, and told so: the longest of 300 published pages has 2,850. */
export const longestParagraph = 20_000;

/** Nor is one with a longer sentence: a list of hundreds of bodies, or one made to take long. The longest paragraph has less than half of it. */
const longestSentence = 6_000;

/** Whether a paragraph is too long, or has a sentence that is, to be read. */
export const isTooLong = (text: string): boolean =>
  text.length > longestParagraph ||
  (text.length > longestSentence && text.split(/[。！？\n]/).some((sentence) => sentence.length > longestSentence));

/** Characters that print leaves or breaks at will: “三公”经费, 2024 年度, __1,250.00__万元 on a line to be filled in. */
const dropped = /[\s\u200b-\u200f\ufeff\u00ad“”"'‘’「」『』《》*#_＿]/u;
const stays = new Set(['，', '。']);
/** ①: a number of its own, not the first digit of what follows. */
const circled = /[①-⑳]/;
/** Most characters: no form of another one, and none that is dropped. */
const plain = /[a-zA-Z0-9\u4e00-\u9fff]/;

/**
 * Evens out a paragraph. 2024 年度，“三公”经费（财政拨款）０.３元 → 2024年度，三公经费(财政拨款)0.3元.
 * @param printed as the reader found it; several lines are read as one text
 */
export function flatten(...printed: readonly string[]): Flat {
  let text = '';
  const at: number[] = [];
  const line: number[] = [];
  for (const [number, characters] of printed.entries()) {
    for (let index = 0; index < characters.length; index += 1) {
      const character = characters[index] ?? '';
      const stands = plain.test(character);
      if (!stands && dropped.test(character)) continue;
      const folded =
        stands || stays.has(character)
          ? character
          : circled.test(character)
            ? `(${character.normalize('NFKC')})`
            : character.normalize('NFKC');
      for (const one of folded) {
        text += simplified(one);
        at.push(index);
        line.push(number);
      }
    }
  }
  at.push(printed.at(-1)?.length ?? 0);
  line.push(Math.max(0, printed.length - 1));
  // A comma between digits may group thousands; anywhere else it ends a clause.
  const clauses = text.replace(/(?<!\d),|,(?!\d)/g, '，').replace(/[．｡]/g, '.');
  return { text: clauses, at, line };
}

/** Whether a line ends between two indices of the flat text: what stands there has no one place. */
export const isBroken = (flat: Flat, start: number, end: number): boolean => flat.line[start] !== flat.line[end - 1];

/** The printed text between two indices of the flat text, without the spaces at its ends; of broken text the part in its first line. */
export function printedRange(flat: Flat, start: number, end: number): { line: number; start: number; end: number } {
  const line = flat.line[start] ?? 0;
  let last = end - 1;
  while (last > start && flat.line[last] !== line) last -= 1;
  return { line, start: flat.at[start] ?? 0, end: (flat.at[last] ?? -1) + 1 };
}
