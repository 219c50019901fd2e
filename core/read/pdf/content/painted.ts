import { isKnownScript, unreadable } from '../characters.ts';
import type { PrintedGlyph, PrintedPicture } from './printed.ts';
import { tolerances } from '../tolerances.ts';

const { leastSquare, squareShare } = tolerances.letters;

/**
 * Those of a page's fonts that show Latin letters as wide as they are high: Chinese characters, to which the file gives codes of its own.
 * A font may hold a few of them only, so that the page's fonts are looked at together.
 */
function disguised(fonts: readonly PrintedGlyph['font'][]): PrintedGlyph['font'][] {
  const own = fonts.filter(({ latin, square }) => square > 0 && square >= squareShare * latin);
  return new Set(own.flatMap(({ squares }) => [...squares])).size >= leastSquare ? own : [];
}

/**
 * The glyphs that a reader sees: on a page without pictures, what is painted in no colour is left out, unless all of it is;
 * under a scan it is the scan's text. Letters of a font that does not say what they are become unreadable.
 * @param glyphs all that the page's operators show
 * @param pictures that it shows
 */
export function paintedGlyphs(
  glyphs: readonly PrintedGlyph[],
  pictures: readonly PrintedPicture[],
): readonly PrintedGlyph[] {
  const seen =
    pictures.length === 0 &&
    glyphs.some(({ unpainted }) => unpainted) &&
    glyphs.some(({ unpainted, text }) => !unpainted && text.trim() !== '')
      ? glyphs.filter(({ unpainted }) => !unpainted)
      : glyphs;
  const known = new Map<PrintedGlyph['font'], boolean>();
  for (const { font } of seen) {
    if (!known.has(font)) {
      known.set(font, isKnownScript(font.texts));
    }
  }
  for (const font of disguised([...known.keys()])) {
    known.set(font, false);
  }
  return [...known.values()].every(Boolean)
    ? seen
    : seen.map((glyph) =>
        known.get(glyph.font) === true || glyph.text.trim() === '' ? glyph : { ...glyph, text: unreadable },
      );
}
