import type { Glyph } from './upright.ts';

/** Glyphs of one string touch within this many ems, and stand on one baseline within it. */
const touching = 0.06;

function follows(before: Glyph, after: Glyph): boolean {
  return before.textObject === after.textObject && before.turns === 0 && after.turns === 0 && !before.blank && !after.blank
    && Math.abs(after.left - before.right) <= touching * after.size
    && Math.abs((after.bottom - after.descent) - (before.bottom - before.descent)) <= touching * after.size;
}

/**
 * Unbroken strings: glyphs shown one after the other without a gap. What a producer shows as one string is one cell's
 * text even where it is too long for its cell.
 * @param glyphs in the order they are shown
 * @returns the strings in that order; a blank stands alone
 */
export function strings(glyphs: readonly Glyph[]): Glyph[][] {
  const result: Glyph[][] = [];
  let current: Glyph[] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (before !== undefined && follows(before, glyph)) {
      current.push(glyph);
    } else {
      current = [glyph];
      result.push(current);
    }
    before = glyph;
  }
  return result;
}
