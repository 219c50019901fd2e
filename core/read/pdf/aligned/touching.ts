import { textLines } from '../text.ts';
import type { Glyph } from '../upright-page.ts';
import { wordOf } from './word.ts';
import type { Word } from './word.ts';
import { tolerances } from '../tolerances.ts';

const { leastAligned, aligned } = tolerances.alignedTouching;

const amount = /^[-−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)\.\d+%?$/u;
const beginsLabel = /^[\p{Script=Han}※（(]/u;
const unit = /^(?:[万亿]?元|[万亿年月日个])/u;

const textOf = (glyphs: readonly Glyph[]): string =>
  glyphs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, '');

/** Where a text falls apart into an amount and what the table's other rows show to be the next column; -1 where it does not. */
function joint(word: Word, starts: readonly number[], ends: readonly number[]): number {
  const { glyphs } = word.line;
  const near = (places: readonly number[], at: number): boolean =>
    places.filter((place) => Math.abs(place - at) <= aligned * word.size).length >= leastAligned;
  const shift = word.left - word.line.ink.left;
  return glyphs.findIndex((glyph, index) => {
    const before = glyphs[index - 1];
    if (before === undefined || before.run === glyph.run) {
      return false;
    }
    const [own, rest] = [textOf(glyphs.slice(0, index)), textOf(glyphs.slice(index))];
    return (
      (amount.test(own) && beginsLabel.test(rest) && !unit.test(rest) && near(starts, glyph.left + shift)) ||
      (amount.test(rest) && /\p{Script=Han}$/u.test(own) && near(ends, word.right))
    );
  });
}

/**
 * Parts amounts from the labels of the next column that they touch: sheets printed without rules leave two points between cells.
 * @param words of a table's part on one page
 * @param slope how far the page's lines sink per point to the right
 */
export function partedAtEdges(words: readonly Word[], slope: number): Word[] {
  const starts = words.filter(({ numeric }) => !numeric).map(({ left }) => left);
  const ends = words.filter(({ numeric }) => numeric).map(({ right }) => right);
  return words.flatMap((word) => {
    const at = word.numeric ? -1 : joint(word, starts, ends);
    return at < 0
      ? [word]
      : [word.line.glyphs.slice(0, at), word.line.glyphs.slice(at)]
          .flatMap((glyphs) => textLines(glyphs))
          .map((line) => wordOf(line, word.page, slope));
  });
}
