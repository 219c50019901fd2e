import type { Glyph } from './upright-page.ts';
import { tolerances } from './tolerances.ts';

const { touching, spacedDigits, even } = tolerances.strings;

/** A character of a number. */
export const partOfNumber = /^[\d.,，]$/u;

function onOneLine(before: Glyph, after: Glyph): boolean {
  return (
    before.turns === 0 &&
    after.turns === 0 &&
    !before.blank &&
    !after.blank &&
    Math.abs(after.bottom - after.descent - (before.bottom - before.descent)) <= touching * after.size
  );
}

function follows(before: Glyph, after: Glyph): boolean {
  const gap = after.left - before.right;
  if (!onOneLine(before, after)) {
    return false;
  }
  return Math.abs(gap) <= touching * after.size
    ? before.textObject === after.textObject || (partOfNumber.test(before.text) && partOfNumber.test(after.text))
    : gap > 0 &&
        gap <= spacedDigits * after.size &&
        before.run !== after.run &&
        partOfNumber.test(before.text) &&
        partOfNumber.test(after.text);
}

/**
 * Parts what is placed anew, further apart than the rest of it: two numbers side by side, each of digits that touch.
 * @param glyphs on one line, left to right
 * @returns its parts; itself when it is spaced evenly
 */
export function evenlySpaced(glyphs: readonly Glyph[]): Glyph[][] {
  const gaps = glyphs.slice(1).map((glyph, index) => glyph.left - (glyphs[index]?.right ?? glyph.left));
  const usual = Math.min(...gaps);
  const parts: Glyph[][] = [];
  for (const [index, glyph] of glyphs.entries()) {
    const gap = gaps[index - 1] ?? Infinity;
    const part = parts.at(-1);
    if (part === undefined || (gap > Math.max(0, usual) + even * glyph.size && glyph.run !== part.at(-1)?.run)) {
      parts.push([glyph]);
    } else {
      part.push(glyph);
    }
  }
  return parts;
}

/**
 * Whether glyphs are one number whose digits are spaced: evenly, and no wider than digits are.
 * @param glyphs on one line, left to right
 */
export function isSpacedNumber(glyphs: readonly Glyph[]): boolean {
  return (
    glyphs.length > 2 &&
    glyphs.every(
      (glyph, index) =>
        partOfNumber.test(glyph.text) &&
        (index === 0 || glyph.left - (glyphs[index - 1]?.right ?? glyph.left) <= spacedDigits * glyph.size),
    ) &&
    evenlySpaced(glyphs).length === 1
  );
}

/**
 * Unbroken strings: glyphs shown one after the other without a gap, and digits of a number that are placed each for
 * itself. What a producer shows as one string is one cell's text even where it is too long for its cell.
 * @param glyphs in the order they are shown
 * @returns the strings in that order; a blank stands alone
 */
export function strings(glyphs: readonly Glyph[]): Glyph[][] {
  const result: Glyph[][] = [];
  let current: Glyph[] = [];
  let before: Glyph | undefined;
  let spaced = false;
  /** Where digits follow that are not of the same text object, or not touching. */
  let joints: number[] = [];
  const finish = (): void => {
    if (joints.length > 0 && current.some((glyph, index) => glyph.run === current[index - 1]?.run)) {
      // Its digits are not placed each for itself: these are two numbers, or a number and its neighbour.
      for (const [index, from] of [0, ...joints].entries()) {
        result.push(current.slice(from, joints[index]));
      }
    } else if (spaced) {
      result.push(...evenlySpaced(current));
    } else if (current.length > 0) {
      result.push(current);
    }
    current = [];
    spaced = false;
    joints = [];
  };
  for (const glyph of glyphs) {
    if (before !== undefined && follows(before, glyph)) {
      const isApart = glyph.left - before.right > touching * glyph.size;
      spaced ||= isApart;
      if (isApart || before.textObject !== glyph.textObject) {
        joints.push(current.length);
      }
    } else {
      finish();
    }
    current.push(glyph);
    before = glyph;
  }
  finish();
  return result;
}
