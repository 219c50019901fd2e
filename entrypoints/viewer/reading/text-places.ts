import type { Box, Paragraph } from '../../../core/document/document.ts';
import { boxAround } from '../pages/geometry.ts';

/** A run of text as pdf.js's getTextContent gives it (TextItem fits). */
export interface TextRun {
  readonly str: string;
  /** Maps the run's own space (baseline along x, one unit an em) to the page's user space. */
  readonly transform: readonly number[];
  /** Length along the baseline, in user space. */
  readonly width: number;
}

interface Character {
  readonly text: string;
  readonly box: Box;
}

/** Latin letters, digits and signs are about half as wide as an ideograph. */
function weight(character: string): number {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/.test(character)
    ? 1
    : 0.5;
}

/** A run's characters, each with its box; white space is left out. */
function charactersOf(run: TextRun, page: number): Character[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = run.transform;
  const along = Math.hypot(a, b) || 1;
  const all = Array.from(run.str);
  const total = all.reduce((sum, character) => sum + weight(character), 0);
  const characters: Character[] = [];
  let at = 0;
  for (const character of all) {
    const from = (at / total) * run.width;
    at += weight(character);
    const to = (at / total) * run.width;
    // Digits reach from the baseline to about seven tenths of an em.
    const corners = [
      [from, -0.08],
      [to, 0.78],
    ].map(([length = 0, height = 0]) => ({
      x: e + (a / along) * length + c * height,
      y: f + (b / along) * length + d * height,
    }));
    const xs = corners.map(({ x }) => x);
    const ys = corners.map(({ y }) => y);
    const box: Box = {
      page,
      left: Math.min(...xs),
      right: Math.max(...xs),
      bottom: Math.min(...ys),
      top: Math.max(...ys),
    };
    for (const part of plain(character)) characters.push({ text: part, box });
  }
  return characters;
}

/** Text as it compares: compatibility forms folded, no white space. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** How many characters before a figure tell it from its likes when the whole paragraph cannot be found. */
const contextLengths = [24, 12, 6, 3, 0];

/** Where the figure begins among the characters: by the whole paragraph, else by ever less of what stands before it. */
function indexOf(text: string, paragraph: Paragraph, start: number, end: number): number {
  const before = plain(paragraph.text.slice(0, start));
  const whole = text.indexOf(plain(paragraph.text));
  if (whole >= 0) return whole + before.length;
  const figure = plain(paragraph.text.slice(start, end));
  for (const length of contextLengths) {
    const context = length === 0 ? '' : before.slice(-length);
    const at = text.indexOf(context + figure);
    if (at >= 0) return at + context.length;
  }
  return -1;
}

/**
 * The boxes of characters `start` to `end` of a paragraph: the document has one box a line, the page's text runs tell where
 * in the line a figure is.
 * @param runs the text of one page of the paragraph
 * @returns one box a line; none if the characters are not on this page
 */
export function textBoxes(
  runs: readonly TextRun[],
  page: number,
  paragraph: Paragraph,
  start: number,
  end: number,
): Box[] {
  const lines = (paragraph.place.ink ?? []).filter((line) => line.page === page);
  const inside = ({ left, right, bottom, top }: Box) => {
    const x = (left + right) / 2;
    const y = (bottom + top) / 2;
    return (
      lines.length === 0 ||
      lines.some((line) => x >= line.left - 1 && x <= line.right + 1 && y >= line.bottom - 1 && y <= line.top + 1)
    );
  };
  const characters = runs.flatMap((run) => charactersOf(run, page)).filter((character) => inside(character.box));
  const from = indexOf(characters.map((character) => character.text).join(''), paragraph, start, end);
  if (from < 0) return [];
  const figure = characters
    .slice(from, from + plain(paragraph.text.slice(start, end)).length)
    .map((character) => character.box);
  const broken = lineEnds(figure);
  return broken.flatMap((line) => boxAround(line) ?? []);
}

/** Boxes by line: a new one begins where a box does not share the height, or the width, of the one before. */
function lineEnds(boxes: readonly Box[]): Box[][] {
  const result: Box[][] = [];
  for (const box of boxes) {
    const line = result.at(-1);
    const last = line?.at(-1);
    const level =
      last && ((box.bottom < last.top && box.top > last.bottom) || (box.left < last.right && box.right > last.left));
    if (line && level) line.push(box);
    else result.push([box]);
  }
  return result;
}
