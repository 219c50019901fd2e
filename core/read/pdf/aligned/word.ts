import { isCjk } from '../characters.ts';
import { evenlySpaced, partOfNumber } from '../strings.ts';
import { textLines } from '../text.ts';
import type { TextLine } from '../text.ts';
import type { Glyph } from '../upright-page.ts';
import { tolerances } from '../tolerances.ts';

/** A stretch of text that lies in one cell as far as its own glyphs tell, on a page made straight. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Height of its baseline, downwards; on later pages of a table as if they hung below the first. */
  readonly baseline: number;
  readonly size: number;
  readonly page: number;
  /** A whole number, amount, share or nil sign: set to the right as a rule, never wrapped. */
  readonly numeric: boolean;
  /** As it stands on its page. */
  readonly line: TextLine;
}

const { cellGap, digitGap, labelGap, letterGap, headGap } = tolerances.alignedWord;
const headWord = /^(?:收入|支出|合计|总计|小计|项目|科目|名称|金额|备注|单位|地区|编码)$/u;

const unitLike = /^[年月日元万亿期]/u;
const digit = /\d$/;
const han = /^\p{Script=Han}/u;
const amount = /^[-−]?\d[\d,，]*\.\d+$/u;
/** Heads of three narrow columns, not a spaced word. */
const codeHead = /^[类款项]$/u;
const plainNumber = /^[-−－△▲]?[(（]?[-−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?[)）]?[%％]?$/u;
const nil = /^(?:[-−–—―－]{1,4}|\.00|[*＊]+)$/u;

/**
 * Whether a text is a number or stands in place of one.
 * @param text without spaces
 */
export function isNumeric(text: string): boolean {
  return plainNumber.test(text) || nil.test(text);
}

function apart(before: Glyph, after: Glyph, gap: number): boolean {
  const em = Math.max(before.size, after.size);
  if (gap > cellGap * em) {
    return true;
  }
  if (digit.test(before.text)) {
    if (/^\d/.test(after.text)) {
      return gap > digitGap * em;
    }
    return (
      (before.run !== after.run ? gap > labelGap * em : gap > digitGap * em) &&
      han.test(after.text) &&
      !unitLike.test(after.text)
    );
  }
  return false;
}

/** Joins what a person reads as one word though its letters are spaced: 合　计. */
function unspaced(lines: readonly TextLine[]): (readonly TextLine[])[] {
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const single = line.text.length === 1 && isCjk(line.text) && !codeHead.test(line.text);
    if (
      group &&
      last &&
      single &&
      last.text.length === 1 &&
      isCjk(last.text) &&
      !codeHead.test(last.text) &&
      Math.abs(line.ink.bottom - last.ink.bottom) < 0.3 * line.size &&
      line.ink.left >= last.ink.right &&
      line.ink.left - last.ink.right <= (headWord.test(last.text + line.text) ? headGap : letterGap) * line.size
    ) {
      group.push(line);
    } else {
      groups.push([line]);
    }
  }
  return groups;
}

/**
 * A word of several glyphs.
 * @param line the glyphs as they stand
 * @param page its page
 * @param slope how far the page's lines sink per point to the right
 */
export function wordOf(line: TextLine, page: number, slope: number): Word {
  const bare = line.text.replace(/\s+/gu, '');
  const numeric = isNumeric(bare);
  const middle = (line.ink.left + line.ink.right) / 2;
  const baselines = line.glyphs.map((glyph) => glyph.bottom - glyph.descent).toSorted((a, b) => a - b);
  const baseline = baselines[baselines.length >> 1] ?? line.ink.bottom;
  const shift = slope * baseline;
  return {
    text: numeric ? bare : line.text,
    left: line.ink.left + shift,
    right: line.ink.right + shift,
    baseline: baseline - slope * middle,
    size: line.size,
    page,
    numeric,
    line,
  };
}

/**
 * Parts amounts from labels that recognised text sets against each other, or over each other by a little.
 * @param line glyphs of one baseline
 */
function parted(line: TextLine): TextLine[] {
  const { glyphs } = line;
  const starts = glyphs.flatMap((glyph, index) => (index > 0 && glyphs[index - 1]?.run !== glyph.run ? [index] : []));
  const textOf = (from: number, to?: number): string =>
    glyphs
      .slice(from, to)
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/gu, '');
  const start = starts.find((at) => {
    const [before = '', after = ''] = [glyphs[at - 1]?.text, glyphs[at]?.text];
    return (
      (digit.test(before) && han.test(after) && amount.test(textOf(0, at))) ||
      (han.test(before) && /^[-−\d]/u.test(after) && amount.test(textOf(at)))
    );
  });
  return start === undefined ? [line] : [glyphs.slice(0, start), glyphs.slice(start)].flatMap((own) => textLines(own));
}

/** What may follow a number in its own cell; 年末结转和结余 is the label beside it. */
const unit = /^(?:[年月日期]|[万亿]?元|[万亿])(?!\p{Script=Han})/u;

/** Parts an amount from what stands close beside it in the next cell: another number, or a label that begins like a unit (0.00 年末结转和结余). */
function withoutNextCell(line: TextLine): TextLine[] {
  const { glyphs } = line;
  const at = glyphs.findIndex((glyph, index) => {
    const before = glyphs[index - 1];
    return (
      before !== undefined &&
      before.run !== glyph.run &&
      digit.test(before.text) &&
      unitLike.test(glyph.text) &&
      glyph.left - before.right > labelGap * glyph.size
    );
  });
  const text = (own: readonly Glyph[]): string =>
    own
      .map((glyph) => glyph.text)
      .join('')
      .replace(/\s+/gu, '');
  const after = glyphs.slice(at);
  if (glyphs.every((glyph) => partOfNumber.test(glyph.text))) {
    // Line number and amount of narrow columns: 33 749.17.
    const parts = evenlySpaced(glyphs);
    return parts.length === 1 ? [line] : parts.flatMap((own) => textLines(own));
  }
  return at > 0 && amount.test(text(glyphs.slice(0, at))) && !unit.test(text(after))
    ? [glyphs.slice(0, at), after].flatMap((own) => textLines(own))
    : [line];
}

/**
 * The words of glyphs, and where a page leans, straightened.
 * @param glyphs of one page, upright
 * @param page its number
 * @param slope how far its lines sink per point to the right
 * @param recognised whether the text was recognised from a picture: its runs are words, placed a little off
 * @returns top to bottom, left to right as far as baselines are shared
 */
export function wordsOf(glyphs: readonly Glyph[], page: number, slope: number, recognised = false): Word[] {
  const lines = textLines(
    glyphs.filter((glyph) => glyph.turns === 0),
    apart,
  );
  return unspaced(lines.flatMap(recognised ? parted : withoutNextCell))
    .map((group) => {
      const [first] = group;
      if (first === undefined || group.length === 1) {
        return first;
      }
      return {
        ...first,
        text: group.map(({ text }) => text).join(''),
        ink: { ...first.ink, right: group.at(-1)?.ink.right ?? first.ink.right },
        glyphs: group.flatMap(({ glyphs: own }) => own),
      };
    })
    .filter((line) => line !== undefined)
    .map((line) => wordOf(line, page, slope));
}
