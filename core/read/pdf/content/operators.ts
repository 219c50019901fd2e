import { listOf } from './arguments.ts';
import { paintedGlyphs } from './painted.ts';
import { Drawing } from './paths.ts';
import type { PrintedPage } from './printed.ts';
import type { PdfLayers, PdfOperatorList, PdfOperators } from '../source.ts';
import { GraphicsState } from './state.ts';
import type { Handlers } from './state.ts';
import { Writing } from './text.ts';

/** No page for people shows more glyphs than this: the densest sheets that were met have 30,000. */
const mostGlyphs = 500_000;
/** Nor does it take more steps to draw, forms within forms counted as often as they are drawn: maps of lines were met with 300,000. */
const mostOperators = 3_000_000;

/** A page that holds more than anybody prints: it is given up, and the others are read. */
export class TooMuch extends Error {
  constructor() {
    super('a page that holds more than anybody prints');
    this.name = 'TooMuch';
  }
}

/**
 * Follows a page's operators and notes what they print: glyphs with their exact places, ruling lines whether
 * stroked or filled, and where it shows pictures.
 * @param list the page's operator list, read before anything paints it
 * @param operators pdf.js's OPS
 * @param fonts the font objects by name
 * @param view the page's visible rectangle in user space; what lies outside is left out
 * @param layers which layers are shown; null: all
 * @throws TooMuch when the page takes more steps or shows more glyphs than any page for people
 */
export function readOperators(
  list: PdfOperatorList,
  operators: PdfOperators,
  fonts: ReadonlyMap<string, unknown>,
  view: readonly number[],
  layers: PdfLayers | null = null,
): PrintedPage {
  if (list.fnArray.length > mostOperators) {
    throw new TooMuch();
  }
  const state = new GraphicsState(fonts, view, layers);
  const drawing = new Drawing(state, operators);
  const writing = new Writing(state, (x, y) => drawing.isShaded(x, y));
  const handlers: Handlers = { ...state.handlers, ...drawing.handlers, ...writing.handlers };
  const byCode: (((args: readonly unknown[]) => void) | undefined)[] = [];
  for (const [name, handler] of Object.entries(handlers)) {
    const code = operators[name];
    if (code !== undefined) {
      byCode[code] = handler;
    }
  }
  for (const [index, code] of list.fnArray.entries()) {
    if (code === operators.restore && list.fnArray[index - 1] === operators.transform) {
      drawing.leftOutPicture();
    }
    byCode[code]?.(listOf(list.argsArray[index]));
    if (writing.shown > mostGlyphs) {
      throw new TooMuch();
    }
  }
  writing.endString();
  return {
    glyphs: paintedGlyphs(writing.glyphs, drawing.pictures),
    rulingLines: drawing.rulingLines,
    pictures: drawing.pictures,
    shades: drawing.shades,
    outlines: drawing.outlines,
  };
}
