import { isNumbers, isRecord, listOf, matrixOf, numberOf } from './arguments.ts';
import type { Matrix } from '../geometry.ts';
import type { PdfObjects, PdfOperatorList, PdfOperators } from '../source.ts';

/** A font, and what a page showed in it so far. */
export interface Font {
  /** The different texts that its glyphs stand for on this page. */
  readonly texts: Set<string>;
  /** How many Latin letters and marks it shows there, how many of them as wide as they are high, and which. */
  latin: number;
  square: number;
  readonly squares: Set<string>;
  readonly type3: boolean;
  readonly vertical: boolean;
  readonly matrix: Matrix;
  readonly ascent: number;
  readonly descent: number;
  /** For vertical fonts: advance downwards, and the origin's shift, in thousandths. */
  readonly verticalMetrics: ArrayLike<number>;
}

/** What text is set in before a font is chosen. */
export const plainFont: Font = {
  texts: new Set(),
  latin: 0,
  square: 0,
  squares: new Set(),
  type3: false,
  vertical: false,
  matrix: [0.001, 0, 0, 0.001, 0, 0],
  ascent: 0.88,
  descent: -0.12,
  verticalMetrics: [-1000, 500, 880],
};

/**
 * A font for one page.
 * @param object pdf.js's font
 * @returns the plain font where the file names none that exists
 */
export function fontOf(object: unknown): Font {
  if (!isRecord(object)) {
    return plainFont;
  }
  const type3 = object.isType3Font === true;
  const ascent = numberOf(object.ascent);
  const descent = numberOf(object.descent);
  // Fonts with no metrics, or metrics of another scale, get those of a common Chinese face.
  const sane = !type3 && ascent > 0.3 && ascent < 1.6 && descent <= 0 && descent > -0.8;
  const metrics = object.defaultVMetrics;
  return {
    texts: new Set(),
    latin: 0,
    square: 0,
    squares: new Set(),
    type3,
    vertical: object.vertical === true,
    matrix: object.fontMatrix === undefined ? plainFont.matrix : matrixOf(object.fontMatrix),
    ascent: sane ? ascent : plainFont.ascent,
    descent: sane ? descent : plainFont.descent,
    verticalMetrics: isNumbers(metrics) && metrics.length >= 3 ? metrics : plainFont.verticalMetrics,
  };
}

/**
 * The fonts an operator list uses.
 * @param list of one page
 * @param operators pdf.js's OPS
 * @returns names for `commonObjs`
 */
export function fontNames(list: PdfOperatorList, operators: PdfOperators): Set<string> {
  const names = new Set<string>();
  for (const [index, code] of list.fnArray.entries()) {
    const args = listOf(list.argsArray[index]);
    if (code === operators.setFont) {
      if (typeof args[0] === 'string') {
        names.add(args[0]);
      }
    } else if (code === operators.setGState) {
      for (const entry of listOf(args[0])) {
        const [key, value] = listOf(entry);
        const name = key === 'Font' ? listOf(value)[0] : undefined;
        if (typeof name === 'string') {
          names.add(name);
        }
      }
    }
  }
  return names;
}

/**
 * Waits for a page's fonts: pdf.js delivers the operator list first.
 * @param names from `fontNames`
 * @param objects the page's `commonObjs`
 * @returns the font objects by name
 */
export async function fontsOf(names: Iterable<string>, objects: PdfObjects): Promise<Map<string, unknown>> {
  const fonts = new Map<string, unknown>();
  for (const name of names) {
    fonts.set(
      name,
      objects.has(name)
        ? objects.get(name)
        : await new Promise((resolve) => {
            objects.get(name, resolve);
          }),
    );
  }
  return fonts;
}
