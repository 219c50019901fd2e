import type { Block, Paragraph } from '../../document/document.ts';
import { flatten, longestParagraph } from './flat.ts';
import { readHeading } from './section.ts';

/** A line that is full and goes on: it holds a clause, or an amount, and ends with neither a full stop nor a complete statement. */
const prose = /[，。;]|\d(?:元|万元|亿元|%)/;
const ended = /[。;:：！？!?….]$/;
/** …减少 6014.46 元 may be the end of a line of its own. */
const complete = /(?:元|%|[辆台个次人件项批])\)?$/;
const goesOn = /^[，。;、:)]/;
const startsItem =
  /^(?:第[一二三四五六七八九十\d]{1,3}(?:部分|章|节)|[一二三四五六七八九十]{1,3}、|\(?[一二三四五六七八九十\d]{1,2}\)|\d{1,2}[.、](?!\d)|其中:|注:|附)/;
/** A wrapped line is not shorter. */
const shortest = 14;
const mostLines = 40;
/** Nor longer than any page is wide. */
const longestLine = 2_000;

/** Lines between two chances for the caller to give way. */
const linesPerStep = 50;

/** The even text of a line; null of one that is none. */
const evenedLine = ({ text }: Paragraph): string | null => (text.length > longestLine ? null : flatten(text).text);

/** Whether the sentence of a line goes on in the next. */
function continues(above: Paragraph, upper: string | null, below: Paragraph, lower: string | null): boolean {
  if (upper === null || lower === null) return false;
  // A figure broken in two: 12. | 34万元, 60,095 | ,613.44元.
  if (
    /\d[.,，]?$/.test(upper) &&
    /^(?:[\d.,]|，\d{3}(?!\d))/.test(lower) &&
    !startsItem.test(lower) &&
    prose.test(upper + lower)
  )
    return true;
  if (upper.length < shortest || lower === '' || !prose.test(upper) || ended.test(upper)) return false;
  if (complete.test(upper) && !goesOn.test(lower)) return false;
  return (
    !startsItem.test(lower) &&
    readHeading(upper, above.heading !== undefined) === null &&
    readHeading(lower, below.heading !== undefined) === null
  );
}

/**
 * Puts lines together that a page broke inside a sentence: text pasted from a PDF, with a break at the end of every line.
 * Only neighbours without a table between them, and only where the first cannot be the end of a sentence.
 * @param blocks of the document, in reading order
 * Yields now and then.
 * @returns one list of lines a paragraph
 */
export function* joinBrokenLines(blocks: readonly Block[]): Generator<void, Paragraph[][]> {
  const joined: Paragraph[][] = [];
  let open: Paragraph[] | null = null;
  let upper: string | null = null;
  let letters = 0;
  for (const [index, block] of blocks.entries()) {
    if (index % linesPerStep === 0) yield;
    if (block.kind !== 'paragraph') {
      open = null;
      continue;
    }
    const last = open?.at(-1);
    const lower = evenedLine(block);
    const isOneMore = last !== undefined && continues(last, upper, block, lower);
    upper = lower;
    if (open && isOneMore && open.length < mostLines && letters + block.text.length <= longestParagraph) {
      open.push(block);
      letters += block.text.length;
    } else {
      open = [block];
      letters = block.text.length;
      joined.push(open);
    }
  }
  return joined;
}
