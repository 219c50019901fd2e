import { isKnownScript, readable, unreadable } from './characters.ts';
import { goesOnWith, isNearClip, underClip } from './cut-off.ts';
import type { Clip, Shown } from './cut-off.ts';
import { compose, identity } from './geometry.ts';
import type { Matrix } from './geometry.ts';
import type { PdfLayers, PdfObjects, PdfOperatorList, PdfOperators } from './source.ts';

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

/** A straight line in user space, parallel to an axis. */
export interface PrintedRule {
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

/** A filled rectangle that is no rule, in user space, as far as the clip shows it: the ground of a cell, a row, a box. */
export type PrintedShade = PrintedPicture;

/** What a page's operators leave on the paper, as far as reading needs it. */
export interface PrintedPage {
  readonly glyphs: readonly PrintedGlyph[];
  readonly rules: readonly PrintedRule[];
  readonly pictures: readonly PrintedPicture[];
  readonly shades: readonly PrintedShade[];
  /** Number of filled outlines with curves: many of them and no glyphs is text drawn as outlines. */
  readonly outlines: number;
}

interface Font {
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

interface State {
  transform: Matrix;
  clip: Clip;
  characterSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  font: Font;
  fontSize: number;
  lineWidth: number;
  strokeVisible: boolean;
  fillVisible: boolean;
  fillLight: boolean;
  textPainted: boolean;
  strokeAlpha: number;
  fillAlpha: number;
  textMatrix: Matrix;
  lineX: number;
  lineY: number;
  x: number;
  y: number;
}

/** A filled shape is a rule up to this thickness: rules of real reports are 0.25 to 1.5 pt, cells' shades at least a line of text high. */
const thickestRule = 2.5;
/** A stroke wider than this paints a band, not a rule. */
const widestStroke = 4;
/** More shades than this are a picture; white rules are looked for on them this many times. */
const mostShades = 20_000;
const mostShadeTests = 4_000_000;
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
/** A colour all of whose parts, of 255, are at least this is light; what is painted at most this opaque is faint. */
const lightest = 140;
const faintest = 0.6;
/** No Latin letter is an em wide but one or two of the widest; so many different ones on a page, this share of their font's, are none. */
const latinMark = /^[!-/:-~]$/;
const squareWithin = 0.02;
const leastSquare = 6;
const squareShare = 0.5;
/** Text rendering modes that paint nothing. */
const invisibleMode = 3;
const clippingMode = 7;
/** How far a line may lean and still be parallel to an axis. */
const lean = 0.5;

const plainFont: Font = {
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  return (Array.isArray(value) || ArrayBuffer.isView(value)) && 'length' in value;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function numberOf(value: unknown, otherwise = 0): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

function matrixOf(value: unknown): Matrix {
  return isNumbers(value) && value.length >= 6
    ? [value[0] ?? 1, value[1] ?? 0, value[2] ?? 0, value[3] ?? 1, value[4] ?? 0, value[5] ?? 0]
    : identity;
}

function fontOf(object: unknown): Font {
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

function isVisible(color: unknown): boolean {
  return typeof color !== 'string' || !/^#f{6}$/i.test(color);
}

/** Whether a colour is as light as watermarks are. */
function isLight(color: unknown): boolean {
  const parts = typeof color === 'string' ? /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color) : null;
  return parts?.slice(1).every((part) => Number.parseInt(part, 16) >= lightest) === true;
}

/** Whether corners are those of an upright rectangle. */
function isRectangle(xs: readonly number[], ys: readonly number[]): boolean {
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const at = (value: number, one: number, other: number): boolean =>
    Math.abs(value - one) <= lean || Math.abs(value - other) <= lean;
  return xs.length >= 4 && xs.length <= 5 && xs.every((x) => at(x, left, right)) && ys.every((y) => at(y, bottom, top));
}

class Interpreter {
  readonly glyphs: PrintedGlyph[] = [];
  readonly rules: PrintedRule[] = [];
  readonly pictures: PrintedPicture[] = [];
  readonly shades: PrintedShade[] = [];
  outlines = 0;

  readonly #fonts: ReadonlyMap<string, unknown>;
  readonly #knownFonts = new Map<string, Font>();
  readonly #stack: State[] = [];
  readonly #paints: ReadonlyMap<number, { readonly stroke: boolean; readonly fill: boolean; readonly close: boolean }>;
  #state: State;
  #clipNext = false;
  #annotations = 0;
  /** For each marked content that is open, whether its layer is hidden. */
  readonly #marked: boolean[] = [];
  readonly #layers: PdfLayers | null;
  #textObject = 0;
  #run = 0;
  #shadeTests = 0;
  /** A string that may go on with what is shown next, and the clip it is shown under. */
  #string: Shown[] = [];
  #stringClip: Clip;

  constructor(
    operators: PdfOperators,
    fonts: ReadonlyMap<string, unknown>,
    view: readonly number[],
    layers: PdfLayers | null,
  ) {
    this.#fonts = fonts;
    this.#layers = layers;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view;
    this.#state = {
      transform: identity,
      clip: { x0, y0, x1, y1 },
      characterSpacing: 0,
      wordSpacing: 0,
      horizontalScale: 1,
      leading: 0,
      rise: 0,
      font: plainFont,
      fontSize: 0,
      lineWidth: 1,
      strokeVisible: true,
      fillVisible: true,
      fillLight: false,
      textPainted: true,
      strokeAlpha: 1,
      fillAlpha: 1,
      textMatrix: identity,
      lineX: 0,
      lineY: 0,
      x: 0,
      y: 0,
    };
    this.#stringClip = this.#state.clip;
    const paints = new Map<number, { stroke: boolean; fill: boolean; close: boolean }>();
    const paint = (name: string, stroke: boolean, fill: boolean, close: boolean): void => {
      const code = operators[name];
      if (code !== undefined) {
        paints.set(code, { stroke, fill, close });
      }
    };
    paint('stroke', true, false, false);
    paint('closeStroke', true, false, true);
    paint('fill', false, true, false);
    paint('eoFill', false, true, false);
    paint('fillStroke', true, true, false);
    paint('eoFillStroke', true, true, false);
    paint('closeFillStroke', true, true, true);
    paint('closeEOFillStroke', true, true, true);
    this.#paints = paints;
  }

  /** What each operator does; operators without an entry leave no mark and no state that reading needs. */
  readonly handlers: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save: () => this.#save(),
    restore: () => this.#restore(),
    transform: (args) => this.#transform(matrixOf(args)),
    beginGroup: () => this.#save(),
    endGroup: () => this.#restore(),
    paintFormXObjectBegin: ([matrix, box]) => {
      this.#save();
      this.#transform(matrixOf(matrix));
      if (isNumbers(box) && box.length >= 4) {
        this.#clip(box);
      }
    },
    paintFormXObjectEnd: () => this.#restore(),
    // Comments, seals and stamps laid over the page are not its print.
    beginAnnotation: () => {
      this.#annotations += 1;
      this.#save();
    },
    endAnnotation: () => {
      this.#annotations = Math.max(0, this.#annotations - 1);
      this.#restore();
    },
    beginMarkedContent: () => {
      this.#marked.push(false);
    },
    beginMarkedContentProps: ([tag, group]) => {
      this.#marked.push(tag === 'OC' && isRecord(group) && this.#layers?.isVisible(group) === false);
    },
    endMarkedContent: () => {
      this.#marked.pop();
    },
    setLineWidth: ([width]) => {
      this.#state.lineWidth = numberOf(width);
    },
    setStrokeRGBColor: ([color]) => {
      this.#state.strokeVisible = isVisible(color);
    },
    setFillRGBColor: ([color]) => {
      this.#state.fillVisible = isVisible(color);
      this.#state.fillLight = isLight(color);
    },
    setStrokeTransparent: () => {
      this.#state.strokeVisible = false;
    },
    setFillTransparent: () => {
      this.#state.fillVisible = false;
    },
    setStrokeColorN: () => {
      this.#state.strokeVisible = true;
    },
    setFillColorN: () => {
      this.#state.fillVisible = true;
      this.#state.fillLight = false;
    },
    setGState: ([entries]) => this.#setGraphicsState(listOf(entries)),
    clip: () => {
      this.#clipNext = true;
    },
    eoClip: () => {
      this.#clipNext = true;
    },
    constructPath: (args) => this.#path(args),
    paintImageXObject: () => this.#picture(identity),
    paintInlineImageXObject: () => this.#picture(identity),
    paintImageMaskXObject: () => this.#picture(identity),
    // Where a picture is painted in strips, pdf.js makes one step of many: the places are its arguments.
    paintImageXObjectRepeat: ([, scaleX, scaleY, places]) =>
      this.#repeat([numberOf(scaleX), 0, 0, numberOf(scaleY), 0, 0], places),
    paintImageMaskXObjectRepeat: ([, scaleX, skewX, skewY, scaleY, places]) =>
      this.#repeat([numberOf(scaleX), numberOf(skewX), numberOf(skewY), numberOf(scaleY), 0, 0], places),
    paintInlineImageXObjectGroup: ([, parts]) => this.#pictures(parts),
    paintImageMaskXObjectGroup: ([parts]) => this.#pictures(parts),
    beginText: () => {
      this.#textObject += 1;
      this.#run += 1;
      Object.assign(this.#state, { textMatrix: identity, lineX: 0, lineY: 0, x: 0, y: 0 });
    },
    setCharSpacing: ([spacing]) => {
      this.#state.characterSpacing = numberOf(spacing);
    },
    setWordSpacing: ([spacing]) => {
      this.#state.wordSpacing = numberOf(spacing);
    },
    setHScale: ([percent]) => {
      this.#state.horizontalScale = numberOf(percent, 100) / 100;
    },
    setLeading: ([leading]) => {
      this.#state.leading = -numberOf(leading);
    },
    setFont: ([name, size]) => this.#setFont(name, size),
    setTextRenderingMode: ([mode]) => {
      this.#state.textPainted = mode !== invisibleMode && mode !== clippingMode;
    },
    setTextRise: ([rise]) => {
      this.#state.rise = numberOf(rise);
    },
    moveText: ([x, y]) => this.#moveText(numberOf(x), numberOf(y)),
    setLeadingMoveText: ([x, y]) => {
      this.#state.leading = numberOf(y);
      this.#moveText(numberOf(x), numberOf(y));
    },
    setTextMatrix: (args) => {
      this.#run += 1;
      Object.assign(this.#state, {
        textMatrix: matrixOf(isNumbers(args[0]) ? args[0] : args),
        lineX: 0,
        lineY: 0,
        x: 0,
        y: 0,
      });
    },
    nextLine: () => this.#moveText(0, this.#state.leading),
    showText: ([glyphs]) => this.#showText(listOf(glyphs)),
  };

  /** How many glyphs were shown so far. */
  get shown(): number {
    return this.glyphs.length + this.#string.length;
  }

  /** Whether what is shown now is not on the paper: a comment, or a hidden layer. */
  #unseen(): boolean {
    return this.#annotations > 0 || this.#marked.includes(true);
  }

  #save(): void {
    this.#stack.push({ ...this.#state });
  }

  #restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #transform(matrix: Matrix): void {
    this.#state.transform = compose(this.#state.transform, matrix);
  }

  #setGraphicsState(entries: readonly unknown[]): void {
    for (const entry of entries) {
      const [key, value] = listOf(entry);
      switch (key) {
        case 'LW':
          this.#state.lineWidth = numberOf(value);
          break;
        case 'ca':
          this.#state.fillAlpha = numberOf(value, 1);
          break;
        case 'CA':
          this.#state.strokeAlpha = numberOf(value, 1);
          break;
        case 'Font': {
          const [name, size] = listOf(value);
          this.#setFont(name, size);
        }
      }
    }
  }

  #setFont(name: unknown, size: unknown): void {
    const id = typeof name === 'string' ? name : '';
    let font = this.#knownFonts.get(id);
    if (font === undefined) {
      font = fontOf(this.#fonts.get(id));
      this.#knownFonts.set(id, font);
    }
    this.#state.font = font;
    this.#state.fontSize = numberOf(size);
  }

  #moveText(x: number, y: number): void {
    this.#run += 1;
    const state = this.#state;
    state.lineX += x;
    state.lineY += y;
    state.x = state.lineX;
    state.y = state.lineY;
  }

  #showText(items: readonly unknown[]): void {
    const state = this.#state;
    const { font, fontSize, rise } = state;
    if (fontSize === 0) {
      return;
    }
    // pdf.js, like the specification, scales by a negative size to turn text over: the em points the other way.
    const emAcross = fontSize * state.horizontalScale;
    const [a, b, c, d, e, f] = compose(state.transform, state.textMatrix);
    const widthScale = font.vertical ? 0.001 : font.matrix[0];
    const { clip } = state;
    const unseen = this.#unseen();
    const shown: Shown[] = [];
    let { x, y } = state;
    for (const item of items) {
      if (typeof item === 'number') {
        if (font.vertical) {
          y -= (item * fontSize) / 1000;
        } else {
          x -= (item * emAcross) / 1000;
        }
        continue;
      }
      if (!isRecord(item)) {
        continue;
      }
      const width = numberOf(item.width) * widthScale;
      const spacing = (item.isSpace === true ? state.wordSpacing : 0) + state.characterSpacing;
      let glyphX = x;
      let glyphY = y + rise;
      if (font.vertical) {
        const own = isNumbers(item.vmetric) ? item.vmetric : null;
        const metrics = own ?? font.verticalMetrics;
        glyphX -= (own ? numberOf(own[1]) / 1000 : width / 2) * emAcross;
        glyphY -= (numberOf(metrics[2]) / 1000) * fontSize;
        y += (numberOf(metrics[0]) / 1000) * fontSize - spacing;
      } else {
        x += width * emAcross + spacing * state.horizontalScale;
      }
      const written = typeof item.unicode === 'string' ? item.unicode : '';
      font.texts.add(written);
      if (latinMark.test(written)) {
        font.latin += 1;
        if (Math.abs(width - 1) <= squareWithin) {
          font.square += 1;
          font.squares.add(written);
        }
      }
      const text = readable(written);
      if (text === '' || unseen) {
        continue;
      }
      const along = width * emAcross;
      const [userX, userY] = [a * glyphX + c * glyphY + e, b * glyphX + d * glyphY + f];
      const glyph: PrintedGlyph = {
        text,
        x: userX,
        y: userY,
        alongX: a * along,
        alongY: b * along,
        upX: c * fontSize,
        upY: d * fontSize,
        ascent: font.ascent,
        descent: font.descent,
        textObject: this.#textObject,
        run: this.#run,
        font,
        faint: state.fillLight || state.fillAlpha <= faintest,
        unpainted: !state.textPainted || (!state.fillVisible && !this.#isShaded(userX, userY)),
      };
      const centreX = glyph.x + glyph.alongX / 2 + glyph.upX / 3;
      const centreY = glyph.y + glyph.alongY / 2 + glyph.upY / 3;
      const visible = centreX >= clip.x0 && centreX <= clip.x1 && centreY >= clip.y0 && centreY <= clip.y1;
      shown.push({ glyph, visible });
    }
    // Producers that place each glyph for itself still show one string.
    if (this.#stringClip !== clip || !goesOnWith(this.#string, shown)) {
      this.endString();
    }
    for (const entry of shown) {
      this.#string.push(entry);
    }
    this.#stringClip = clip;
    state.x = x;
    state.y = y;
  }

  /** Notes the string shown last, as far as its clip leaves it; to be called when nothing more is shown. */
  endString(): void {
    const shown = this.#string;
    if (isNearClip(shown, this.#stringClip)) {
      this.glyphs.push(...underClip(shown, this.#stringClip));
    } else {
      for (const { glyph } of shown) {
        this.glyphs.push(glyph);
      }
    }
    this.#string = [];
  }

  /** The upright box around a box given before a transform, as far as the clip shows it. */
  #shown(box: ArrayLike<number>, transform: Matrix): Clip {
    const [left = 0, bottom = 0, right = 0, top = 0] = [box[0], box[1], box[2], box[3]];
    const [a, b, c, d, e, f] = transform;
    const xs = [a * left + c * bottom + e, a * right + c * bottom + e, a * left + c * top + e, a * right + c * top + e];
    const ys = [b * left + d * bottom + f, b * right + d * bottom + f, b * left + d * top + f, b * right + d * top + f];
    const { clip } = this.#state;
    return {
      x0: Math.max(clip.x0, Math.min(...xs)),
      y0: Math.max(clip.y0, Math.min(...ys)),
      x1: Math.min(clip.x1, Math.max(...xs)),
      y1: Math.min(clip.y1, Math.max(...ys)),
    };
  }

  /** Narrows the clip to the upright box around a box given before the transform. */
  #clip(box: ArrayLike<number>): void {
    this.#state.clip = this.#shown(box, this.#state.transform);
  }

  /** A picture fills the unit square before its transforms. */
  #picture(own: Matrix): void {
    const seen = this.#shown([0, 0, 1, 1], compose(this.#state.transform, own));
    if (!this.#unseen() && seen.x1 > seen.x0 && seen.y1 > seen.y0) {
      this.pictures.push(seen);
      const [wide, high] = [seen.x1 - seen.x0, seen.y1 - seen.y0];
      // A picture a pixel high, stretched along, is a rule.
      if (high <= thickestRule && wide > high) {
        this.#rule(seen.x0, (seen.y0 + seen.y1) / 2, seen.x1, (seen.y0 + seen.y1) / 2, high, true);
      } else if (wide <= thickestRule && high > wide) {
        this.#rule((seen.x0 + seen.x1) / 2, seen.y0, (seen.x0 + seen.x1) / 2, seen.y1, wide, true);
      }
    }
  }

  /** The frame of a picture that is not there: pdf.js leaves out what is larger than it may decode, and keeps the place. */
  leftOutPicture(): void {
    const seen = this.#shown([0, 0, 1, 1], this.#state.transform);
    if (!this.#unseen() && seen.x1 - seen.x0 > thickestRule && seen.y1 - seen.y0 > thickestRule) {
      this.pictures.push(seen);
    }
  }

  #repeat([a, b, c, d]: Matrix, places: unknown): void {
    for (let index = 0; isNumbers(places) && index + 1 < places.length; index += 2) {
      this.#picture([a, b, c, d, numberOf(places[index]), numberOf(places[index + 1])]);
    }
  }

  #pictures(parts: unknown): void {
    for (const part of listOf(parts)) {
      this.#picture(isRecord(part) ? matrixOf(part.transform) : identity);
    }
  }

  #path([code, paths, extent]: readonly unknown[]): void {
    const paint = typeof code === 'number' ? this.#paints.get(code) : undefined;
    const state = this.#state;
    if (paint !== undefined && !this.#unseen()) {
      const stroke = paint.stroke && state.strokeAlpha > 0;
      const fill = paint.fill && state.fillAlpha > 0;
      for (const data of stroke || fill ? listOf(paths) : []) {
        if (isNumbers(data)) {
          this.#paintPath(data, stroke, fill, paint.close);
        }
      }
    }
    if (this.#clipNext) {
      this.#clipNext = false;
      if (isNumbers(extent) && extent.length >= 4) {
        this.#clip(extent);
      }
    }
  }

  /** Walks a path's moves (0), lines (1), curves (2, 3) and closings (4), one subpath at a time. */
  #paintPath(data: ArrayLike<number>, stroke: boolean, fill: boolean, close: boolean): void {
    const [a, b, c, d, e, f] = this.#state.transform;
    let xs: number[] = [];
    let ys: number[] = [];
    let curved = false;
    let closed = close;
    const finish = (): void => {
      if (xs.length > 1) {
        if (fill) {
          this.#fillSubpath(xs, ys, curved);
        }
        if (stroke && !curved) {
          this.#strokeSubpath(xs, ys, closed);
        }
      }
      curved = false;
      closed = close;
    };
    let index = 0;
    while (index < data.length) {
      const step = data[index];
      const size = step === 2 ? 6 : step === 3 ? 4 : step === 4 ? 0 : 2;
      if (step === 4) {
        closed = true;
      } else {
        const x = data[index + size - 1] ?? 0;
        const y = data[index + size] ?? 0;
        const userX = a * x + c * y + e;
        const userY = b * x + d * y + f;
        if (step === 0) {
          finish();
          xs = [userX];
          ys = [userY];
        } else {
          curved ||= step !== 1;
          xs.push(userX);
          ys.push(userY);
        }
      }
      index += size + 1;
    }
    finish();
  }

  #fillSubpath(xs: readonly number[], ys: readonly number[], curved: boolean): void {
    const { fillVisible } = this.#state;
    if (curved) {
      this.outlines += fillVisible ? 1 : 0;
      return;
    }
    const left = Math.min(...xs);
    const right = Math.max(...xs);
    const bottom = Math.min(...ys);
    const top = Math.max(...ys);
    const wide = right - left;
    const high = top - bottom;
    // The dot where two rules meet counts for both, so that corners close.
    if (high <= thickestRule && wide > 0) {
      const y = (bottom + top) / 2;
      this.#rule(left, y, right, y, high, fillVisible);
    }
    if (wide <= thickestRule && high > 0) {
      const x = (left + right) / 2;
      this.#rule(x, bottom, x, top, wide, fillVisible);
    }
    if (
      fillVisible &&
      wide > thickestRule &&
      high > thickestRule &&
      this.shades.length < mostShades &&
      isRectangle(xs, ys)
    ) {
      const { clip } = this.#state;
      const shade = {
        x0: Math.max(left, clip.x0),
        y0: Math.max(bottom, clip.y0),
        x1: Math.min(right, clip.x1),
        y1: Math.min(top, clip.y1),
      };
      if (shade.x1 > shade.x0 && shade.y1 > shade.y0) {
        this.shades.push(shade);
      }
    }
  }

  #strokeSubpath(xs: readonly number[], ys: readonly number[], closed: boolean): void {
    const [a, b, c, d] = this.#state.transform;
    const { strokeVisible } = this.#state;
    const width = this.#state.lineWidth * Math.sqrt(Math.abs(a * d - b * c));
    if (width > widestStroke) {
      return;
    }
    const count = xs.length;
    for (let index = closed ? 0 : 1; index < count; index += 1) {
      const before = index === 0 ? count - 1 : index - 1;
      const x0 = xs[before] ?? 0;
      const y0 = ys[before] ?? 0;
      const x1 = xs[index] ?? 0;
      const y1 = ys[index] ?? 0;
      if (Math.abs(y1 - y0) <= lean && Math.abs(x1 - x0) > Math.abs(y1 - y0)) {
        this.#rule(Math.min(x0, x1), (y0 + y1) / 2, Math.max(x0, x1), (y0 + y1) / 2, width, strokeVisible);
      } else if (Math.abs(x1 - x0) <= lean && Math.abs(y1 - y0) > Math.abs(x1 - x0)) {
        this.#rule((x0 + x1) / 2, Math.min(y0, y1), (x0 + x1) / 2, Math.max(y0, y1), width, strokeVisible);
      }
    }
  }

  /** Whether a place is shaded so far: white rules show there. */
  #isShaded(x: number, y: number): boolean {
    if (this.#shadeTests > mostShadeTests) {
      return false;
    }
    const at = this.shades.findLastIndex((shade) => x >= shade.x0 && x <= shade.x1 && y >= shade.y0 && y <= shade.y1);
    this.#shadeTests += this.shades.length - Math.max(0, at);
    return at >= 0;
  }

  #rule(x0: number, y0: number, x1: number, y1: number, width: number, visible: boolean): void {
    const { clip } = this.#state;
    if (!visible && !this.#isShaded((x0 + x1) / 2, (y0 + y1) / 2)) {
      return;
    }
    if (x1 < clip.x0 || x0 > clip.x1 || y1 < clip.y0 || y0 > clip.y1) {
      return;
    }
    this.rules.push({
      x0: Math.max(x0, clip.x0),
      y0: Math.max(y0, clip.y0),
      x1: Math.min(x1, clip.x1),
      y1: Math.min(y1, clip.y1),
      width,
    });
  }
}

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
 */
function paintedGlyphs({ glyphs, pictures }: Interpreter): readonly PrintedGlyph[] {
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

/**
 * Follows a page's operators and notes what they print: glyphs with their exact places, straight rules whether
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
  const interpreter = new Interpreter(operators, fonts, view, layers);
  const byCode: (((args: readonly unknown[]) => void) | undefined)[] = [];
  for (const [name, handler] of Object.entries(interpreter.handlers)) {
    const code = operators[name];
    if (code !== undefined) {
      byCode[code] = handler;
    }
  }
  for (const [index, code] of list.fnArray.entries()) {
    if (code === operators.restore && list.fnArray[index - 1] === operators.transform) {
      interpreter.leftOutPicture();
    }
    byCode[code]?.(listOf(list.argsArray[index]));
    if (interpreter.shown > mostGlyphs) {
      throw new TooMuch();
    }
  }
  interpreter.endString();
  return {
    glyphs: paintedGlyphs(interpreter),
    rules: interpreter.rules,
    pictures: interpreter.pictures,
    shades: interpreter.shades,
    outlines: interpreter.outlines,
  };
}
