import type { Box } from '../../document/document.ts';
import type { Rectangle } from './geometry.ts';

/** A glyph of the upright page. */
export interface Glyph extends Rectangle {
  readonly text: string;
  /** White space: it has a width but no ink. */
  readonly blank: boolean;
  /** The height of the em square. */
  readonly size: number;
  /** From the bottom of the glyph up to its baseline. */
  readonly descent: number;
  /** Quarter turns clockwise that bring the glyph upright: 0 for the text most of the page is set in. */
  readonly turns: number;
  /** Which text object of the page it is shown by. */
  readonly textObject: number;
  /** Counts the places where text is set anew. */
  readonly run: number;
  /** Painted in a light colour, or so that what lies below shows through. */
  readonly faint: boolean;
}

/** A ruling line: at `at` across, running `from` … `to` along. */
export interface RulingLine {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** A page with its text the right way up: x to the right, y downwards, origin at the visible page's corner. */
export interface UprightPage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly horizontal: readonly RulingLine[];
  readonly vertical: readonly RulingLine[];
  readonly pictures: readonly Rectangle[];
  /** The grounds of cells, rows and boxes. */
  readonly shades: readonly Rectangle[];
  readonly outlines: number;
  /** The rectangle in the page's user space. */
  readonly box: (rectangle: Rectangle) => Box;
}
