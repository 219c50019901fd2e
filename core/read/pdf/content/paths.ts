import { isNumbers, isRecord, listOf, matrixOf, numberOf } from './arguments.ts';
import { compose, identity } from '../geometry.ts';
import type { Matrix } from '../geometry.ts';
import type { PrintedPicture, PrintedRulingLine, PrintedShade } from './printed.ts';
import type { PdfOperators } from '../source.ts';
import type { GraphicsState, Handlers } from './state.ts';
import { tolerances } from '../tolerances.ts';

const { thickestRule, widestStroke, lean } = tolerances.paths;
/** More shades than this are a picture; white rules are looked for on them this many times. */
const mostShades = 20_000;
const mostShadeTests = 4_000_000;

/** Whether corners are those of an upright rectangle. */
function isRectangle(xs: readonly number[], ys: readonly number[]): boolean {
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const at = (value: number, one: number, other: number): boolean =>
    Math.abs(value - one) <= lean || Math.abs(value - other) <= lean;
  return xs.length >= 4 && xs.length <= 5 && xs.every((x) => at(x, left, right)) && ys.every((y) => at(y, bottom, top));
}

/** What paths and pictures leave on the paper: ruling lines, whether stroked or filled, grounds, pictures. */
export class Drawing {
  readonly rulingLines: PrintedRulingLine[] = [];
  readonly pictures: PrintedPicture[] = [];
  readonly shades: PrintedShade[] = [];
  /** Number of filled outlines with curves. */
  outlines = 0;

  readonly #state: GraphicsState;
  readonly #paints: ReadonlyMap<number, { readonly stroke: boolean; readonly fill: boolean; readonly close: boolean }>;
  #clipNext = false;
  #shadeTests = 0;

  /**
   * @param state what holds while the page is drawn
   * @param operators pdf.js's OPS
   */
  constructor(state: GraphicsState, operators: PdfOperators) {
    this.#state = state;
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

  /** Operators that draw lines, grounds and pictures, or clip by them. */
  readonly handlers: Handlers = {
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
  };

  /** A picture fills the unit square before its transforms. */
  #picture(own: Matrix): void {
    const seen = this.#state.shown([0, 0, 1, 1], compose(this.#state.current.transform, own));
    if (!this.#state.unseen() && seen.x1 > seen.x0 && seen.y1 > seen.y0) {
      this.pictures.push(seen);
      const [wide, high] = [seen.x1 - seen.x0, seen.y1 - seen.y0];
      // A picture a pixel high, stretched along, is a ruling line.
      if (high <= thickestRule && wide > high) {
        this.#rulingLine(seen.x0, (seen.y0 + seen.y1) / 2, seen.x1, (seen.y0 + seen.y1) / 2, high, true);
      } else if (wide <= thickestRule && high > wide) {
        this.#rulingLine((seen.x0 + seen.x1) / 2, seen.y0, (seen.x0 + seen.x1) / 2, seen.y1, wide, true);
      }
    }
  }

  /** The frame of a picture that is not there: pdf.js leaves out what is larger than it may decode, and keeps the place. */
  leftOutPicture(): void {
    const seen = this.#state.shown([0, 0, 1, 1], this.#state.current.transform);
    if (!this.#state.unseen() && seen.x1 - seen.x0 > thickestRule && seen.y1 - seen.y0 > thickestRule) {
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
    const state = this.#state.current;
    if (paint !== undefined && !this.#state.unseen()) {
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
        this.#state.narrow(extent);
      }
    }
  }

  /** Walks a path's moves (0), lines (1), curves (2, 3) and closings (4), one subpath at a time. */
  #paintPath(data: ArrayLike<number>, stroke: boolean, fill: boolean, close: boolean): void {
    const [a, b, c, d, e, f] = this.#state.current.transform;
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
    const { fillVisible } = this.#state.current;
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
      this.#rulingLine(left, y, right, y, high, fillVisible);
    }
    if (wide <= thickestRule && high > 0) {
      const x = (left + right) / 2;
      this.#rulingLine(x, bottom, x, top, wide, fillVisible);
    }
    if (
      fillVisible &&
      wide > thickestRule &&
      high > thickestRule &&
      this.shades.length < mostShades &&
      isRectangle(xs, ys)
    ) {
      const { clip } = this.#state.current;
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
    const [a, b, c, d] = this.#state.current.transform;
    const { strokeVisible } = this.#state.current;
    const width = this.#state.current.lineWidth * Math.sqrt(Math.abs(a * d - b * c));
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
        this.#rulingLine(Math.min(x0, x1), (y0 + y1) / 2, Math.max(x0, x1), (y0 + y1) / 2, width, strokeVisible);
      } else if (Math.abs(x1 - x0) <= lean && Math.abs(y1 - y0) > Math.abs(x1 - x0)) {
        this.#rulingLine((x0 + x1) / 2, Math.min(y0, y1), (x0 + x1) / 2, Math.max(y0, y1), width, strokeVisible);
      }
    }
  }

  /** Whether a place is shaded so far: white rules show there. */
  isShaded(x: number, y: number): boolean {
    if (this.#shadeTests > mostShadeTests) {
      return false;
    }
    const at = this.shades.findLastIndex((shade) => x >= shade.x0 && x <= shade.x1 && y >= shade.y0 && y <= shade.y1);
    this.#shadeTests += this.shades.length - Math.max(0, at);
    return at >= 0;
  }

  #rulingLine(x0: number, y0: number, x1: number, y1: number, width: number, visible: boolean): void {
    const { clip } = this.#state.current;
    if (!visible && !this.isShaded((x0 + x1) / 2, (y0 + y1) / 2)) {
      return;
    }
    if (x1 < clip.x0 || x0 > clip.x1 || y1 < clip.y0 || y0 > clip.y1) {
      return;
    }
    this.rulingLines.push({
      x0: Math.max(x0, clip.x0),
      y0: Math.max(y0, clip.y0),
      x1: Math.min(x1, clip.x1),
      y1: Math.min(y1, clip.y1),
      width,
    });
  }
}
