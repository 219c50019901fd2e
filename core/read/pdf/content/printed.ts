/** A glyph in user space. `along` is its advance, `up` the height of its em square, both as vectors. */
export interface PrintedGlyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly alongX: number;
  readonly alongY: number;
  readonly upX: number;
  readonly upY: number;
  /** Reach above and below the baseline, in ems; descent is negative. */
  readonly ascent: number;
  readonly descent: number;
  /** Which text object of the page it is shown by. */
  readonly textObject: number;
  /** Counts the places where text is set anew: glyphs of one run follow each other by their widths. */
  readonly run: number;
  /** What it is set in, to tell by all its letters whether they are what they say. */
  readonly font: {
    readonly texts: ReadonlySet<string>;
    readonly latin: number;
    readonly square: number;
    readonly squares: ReadonlySet<string>;
  };
  /** Painted in no colour, or in white on paper. */
  readonly unpainted: boolean;
  /** Painted in a light colour, or so that what lies below shows through. */
  readonly faint: boolean;
}

/** A ruling line in user space: straight, and parallel to an axis. */
export interface PrintedRulingLine {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly width: number;
}

/** The upright box around a picture in user space, as far as the clip shows it. */
export interface PrintedPicture {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A filled rectangle that is no ruling line, in user space, as far as the clip shows it: the ground of a cell, a row, a box. */
export type PrintedShade = PrintedPicture;

/** What a page's operators leave on the paper, as far as reading needs it. */
export interface PrintedPage {
  readonly glyphs: readonly PrintedGlyph[];
  readonly rulingLines: readonly PrintedRulingLine[];
  readonly pictures: readonly PrintedPicture[];
  readonly shades: readonly PrintedShade[];
  /** Number of filled outlines with curves: many of them and no glyphs is text drawn as outlines. */
  readonly outlines: number;
}

/** The upright box of what may be seen, in user space. */
export interface Clip {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
