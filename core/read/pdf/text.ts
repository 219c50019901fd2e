import { isCjk } from './characters.ts';
import { around, turned } from './geometry.ts';
import type { Rectangle } from './geometry.ts';
import { isSpacedNumber } from './strings.ts';
import type { Glyph } from './upright-page.ts';
import { tolerances } from './tolerances.ts';

/** Glyphs on one baseline, left to right, with the spaces a reader sees. */
export interface TextLine {
  readonly text: string;
  /** The box of the ink on the upright page. */
  readonly ink: Rectangle;
  readonly size: number;
  /** Quarter turns of its glyphs. */
  readonly turns: number;
  /** The width of the first glyph: room the line above would have needed to take it. */
  readonly firstWidth: number;
  /** The width up to the first place where the line could be broken: a number, a word, a character and its punctuation. */
  readonly firstUnitWidth: number;
  /** Its glyphs with ink, left to right, doubles left out. */
  readonly glyphs: readonly Glyph[];
}

const { sameBaseline, latinGap, mixedGap, chineseGap, sameGlyph } = tolerances.text;

interface Placed extends Rectangle {
  readonly glyph: Glyph;
  readonly baseline: number;
}

function placed(glyph: Glyph): Placed {
  const { left, top, right, bottom } = glyph.turns === 0 ? glyph : turned(glyph, glyph.turns);
  return { left, top, right, bottom, glyph, baseline: bottom - glyph.descent };
}

function overlap(a: Rectangle, b: Rectangle): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const least = Math.min(a.right - a.left, b.right - b.left);
  return least > 0 ? wide / least : 0;
}

function needsSpace(before: string, after: string, gap: number, size: number): boolean {
  const chinese = (isCjk(before) ? 1 : 0) + (isCjk(after) ? 1 : 0);
  return gap > size * (chinese === 2 ? chineseGap : chinese === 1 ? mixedGap : latinGap);
}

/** Letter spacing set with spaces: 合  计. Words keep theirs. */
function withoutLetterSpacing(text: string): string {
  if (!text.includes(' ')) {
    return text;
  }
  const words = text.split(' ').filter((word) => word !== '');
  let result = '';
  let single = false;
  for (const word of words) {
    const character = word.length === 1 && isCjk(word);
    result += (result === '' || (single && character) ? '' : ' ') + word;
    single = character;
  }
  return result;
}

const closing = /^[，。、；：！？）》】」』”’…—％%,.;:!?)\]}]/u;

const opening = /^[（《“‘【「『(]/u;

/** How far a line runs to the first place where it could be broken. */
function unitWidth(glyphs: readonly Placed[]): number {
  const [first] = glyphs;
  let last = first;
  for (const current of glyphs.slice(1)) {
    if (last === undefined || current.left - last.right > latinGap * current.glyph.size) {
      break;
    }
    const { text } = current.glyph;
    if (!closing.test(text) && !opening.test(last.glyph.text) && (isCjk(text) || isCjk(last.glyph.text))) {
      break;
    }
    last = current;
  }
  return first && last ? last.right - first.left : 0;
}

function doubles(before: Placed | undefined, current: Placed): boolean {
  return before?.glyph.text === current.glyph.text && overlap(before, current) > sameGlyph;
}

function lineOf(glyphs: readonly Placed[], turns: number): TextLine | null {
  let text = '';
  let space = false;
  let last: Placed | undefined;
  let blanks = false;
  const kept: Placed[] = [];
  for (const current of glyphs) {
    const { glyph } = current;
    if (glyph.blank) {
      blanks ||= kept.length > 0;
      space = true;
      continue;
    }
    if (doubles(kept.at(-1), current) || doubles(kept.at(-2), current)) {
      continue;
    }
    if (last !== undefined) {
      const before = last.glyph.text.at(-1) ?? '';
      if (space || needsSpace(before, glyph.text, current.left - last.right, Math.max(glyph.size, last.glyph.size))) {
        text += ' ';
      }
    }
    text += glyph.text;
    last = current;
    kept.push(current);
    space = false;
  }
  const [first] = kept;
  if (first === undefined) {
    return null;
  }
  if (!blanks && text.includes(' ') && turns === 0 && isSpacedNumber(kept.map(({ glyph }) => glyph))) {
    text = text.replaceAll(' ', '');
  }
  return {
    text: withoutLetterSpacing(text),
    ink: turned(around(kept), 4 - turns),
    turns,
    size: Math.max(...kept.map(({ glyph }) => glyph.size)),
    firstWidth: first.right - first.left,
    firstUnitWidth: unitWidth(kept),
    glyphs: kept.map(({ glyph }) => glyph),
  };
}

/**
 * The glyphs of each line.
 * @param glyphs of one direction, upright after their own turns
 * @returns lines top to bottom, their glyphs left to right
 */
function baselines(glyphs: readonly Placed[]): Placed[][] {
  const lines: Placed[][] = [];
  let line: Placed[] = [];
  let sum = 0;
  let size = 0;
  for (const current of glyphs.toSorted((a, b) => a.baseline - b.baseline)) {
    const larger = Math.max(size, current.glyph.size);
    if (
      line.length === 0 ||
      current.baseline - sum / line.length > sameBaseline * Math.min(larger, current.glyph.size * 1.5)
    ) {
      line = [];
      lines.push(line);
      sum = 0;
      size = 0;
    }
    line.push(current);
    sum += current.baseline;
    size = Math.max(size, current.glyph.size);
  }
  return lines.map((entries) => entries.toSorted((a, b) => a.left - b.left));
}

/**
 * Sets glyphs in lines.
 * @param glyphs in any order
 * @param split where a line is cut in pieces, e.g. columns of a heading; by default nowhere
 * @returns lines top to bottom, pieces left to right; upright text first, then text that lies on its side
 */
export function textLines(
  glyphs: readonly Glyph[],
  split: (before: Glyph, after: Glyph, gap: number) => boolean = () => false,
): TextLine[] {
  const lines: TextLine[] = [];
  const upright = glyphs.every((glyph) => glyph.turns === 0);
  for (let turns = 0; turns < (upright ? 1 : 4); turns += 1) {
    const own = upright ? glyphs : glyphs.filter((glyph) => glyph.turns === turns);
    for (const baseline of own.length === 0 ? [] : baselines(own.map(placed))) {
      let piece: Placed[] = [];
      let last: Placed | undefined;
      const finish = (): void => {
        const line = lineOf(piece, turns);
        if (line !== null) {
          lines.push(line);
        }
        piece = [];
      };
      for (const current of baseline) {
        if (!current.glyph.blank) {
          if (last !== undefined && split(last.glyph, current.glyph, current.left - last.right)) {
            finish();
          }
          last = current;
        }
        piece.push(current);
      }
      finish();
    }
  }
  return lines;
}

/** An amount with its decimals, or a whole number: complete as it stands. */
const completeNumber = /^[-−(（]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[)）]?[%％]?$/;
const endsNumber = /[\d.,]$/;
const startsNumber = /^[\d.,]/;
const endsSentence = /[。；;！!？?]$/;
const startsItem =
  /^(?:\d{1,2}[.、)）](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)/;

function joint(before: TextLine, after: TextLine, full: boolean): string {
  if (!full) {
    if (endsNumber.test(before.text) && startsNumber.test(after.text)) {
      return completeNumber.test(before.text) && completeNumber.test(after.text) ? '\n' : '';
    }
    if (endsSentence.test(before.text) || startsItem.test(after.text)) {
      return '\n';
    }
  }
  const last = before.text.at(-1) ?? '';
  const [first = ''] = after.text;
  if (
    isCjk(last) ||
    isCjk(first) ||
    (endsNumber.test(last) && startsNumber.test(first)) ||
    last === '-' ||
    last === '/'
  ) {
    return '';
  }
  return ' ';
}

const year = /^(?:19|20)\d{2}$/;
const shortNumber = /^\d{1,4}$/;

/** Whether lines are numbers below each other, not one number wrapped: that fills each of its lines but the last, and is seldom cut so small. */
function areStacked(lines: readonly TextLine[]): boolean {
  if (lines.length < 2 || !lines.every(({ text }) => completeNumber.test(text))) {
    return false;
  }
  const widest = Math.max(...lines.map(({ ink }) => ink.right - ink.left));
  return (
    lines.slice(0, -1).some(({ ink, firstWidth }) => widest - (ink.right - ink.left) > firstWidth / 2) ||
    lines.every(({ text }) => year.test(text)) ||
    (lines.length > 2 && lines.every(({ text }) => shortNumber.test(text)))
  );
}

/**
 * The text of a cell or paragraph: wrapped lines joined as a person reads them on, '\n' only where a line stops
 * before it had to.
 * @param lines top to bottom
 * @param room how much wider than its ink a line may be before it wraps
 */
export function joinLines(lines: readonly TextLine[], room: (line: TextLine) => number): string {
  let text = '';
  let before: TextLine | undefined;
  const stacked = areStacked(lines);
  for (const line of lines) {
    text +=
      before === undefined
        ? line.text
        : (stacked ? '\n' : joint(before, line, room(before) < line.firstWidth)) + line.text;
    before = line;
  }
  return text;
}
