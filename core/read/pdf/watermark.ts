import type { Glyph } from './upright-page.ts';
import { tolerances } from './tolerances.ts';

// A watermark that lies level is set in lines like all text, and its letters fall between the digits of the amounts it crosses
// (某市财1,316政.70). What tells it is that it is printed over other text, and larger or fainter than that.

const { larger, room, square, apart } = tolerances.watermark;

function usualSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs
    .filter(({ blank }) => !blank)
    .map(({ size }) => size)
    .toSorted((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

/** The strings of a page's glyphs in the order they are shown. */
function stringsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const strings: Glyph[][] = [];
  for (const glyph of glyphs) {
    const string = strings.at(-1);
    const last = string?.at(-1);
    const isNext =
      last?.turns === glyph.turns &&
      Math.abs(last.size - glyph.size) < 0.1 &&
      Math.max(glyph.left - last.right, last.left - glyph.right, glyph.top - last.bottom, last.top - glyph.bottom) <=
        apart * glyph.size;
    if (string && isNext) {
      string.push(glyph);
    } else {
      strings.push([glyph]);
    }
  }
  return strings;
}

function isWithin(inner: Glyph, outer: Glyph): boolean {
  const [x, y, free] = [
    (inner.left + inner.right) / 2,
    (inner.top + inner.bottom) / 2,
    room * (outer.bottom - outer.top),
  ];
  return x > outer.left && x < outer.right && y > outer.top + free && y < outer.bottom - free;
}

/** Looks up the letters around a place. */
class Places {
  readonly #squares = new Map<string, Glyph[]>();

  constructor(glyphs: readonly Glyph[]) {
    for (const glyph of glyphs) {
      const key = `${Math.floor((glyph.left + glyph.right) / 2 / square)} ${Math.floor((glyph.top + glyph.bottom) / 2 / square)}`;
      const own = this.#squares.get(key);
      if (own) own.push(glyph);
      else this.#squares.set(key, [glyph]);
    }
  }

  /** Whether a letter is printed over one of these. */
  isOver(glyph: Glyph): boolean {
    for (
      let column = Math.floor(glyph.left / square) - 1;
      column <= Math.floor(glyph.right / square) + 1;
      column += 1
    ) {
      for (let row = Math.floor(glyph.top / square) - 1; row <= Math.floor(glyph.bottom / square) + 1; row += 1) {
        if (
          this.#squares.get(`${column} ${row}`)?.some((other) => isWithin(other, glyph) || isWithin(glyph, other)) ===
          true
        )
          return true;
      }
    }
    return false;
  }
}

const textOf = (string: readonly Glyph[]): string =>
  string
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, '');

/**
 * Takes watermarks off a page: strings of larger or fainter letters that are printed over others, and wherever else the same is printed so.
 * @param glyphs of an upright page
 * @returns the others; all of them where nothing lies over anything
 */
export function withoutWatermarks(glyphs: readonly Glyph[]): readonly Glyph[] {
  const size = usualSize(glyphs);
  const stands = (glyph: Glyph): boolean => glyph.size >= larger * size || glyph.faint;
  const [candidates, text] = [glyphs.filter(stands), glyphs.filter((glyph) => !glyph.blank && !stands(glyph))];
  if (candidates.length === 0 || text.length === 0) return glyphs;
  const places = new Places(text);
  const strings = stringsOf(candidates);
  const over = new Set(
    strings.filter((string) => string.some((glyph) => !glyph.blank && places.isOver(glyph))).map(textOf),
  );
  if (over.size === 0) return glyphs;
  const gone = new Set(strings.filter((string) => over.has(textOf(string))).flat());
  return glyphs.filter((glyph) => !gone.has(glyph));
}
