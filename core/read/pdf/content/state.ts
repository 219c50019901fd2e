import { isNumbers, isRecord, listOf, matrixOf, numberOf } from './arguments.ts';
import { fontOf, plainFont } from './font.ts';
import type { Font } from './font.ts';
import { compose, identity } from '../geometry.ts';
import type { Matrix } from '../geometry.ts';
import type { Clip } from './printed.ts';
import type { PdfLayers } from '../source.ts';
import { tolerances } from '../tolerances.ts';

/** What an operator does with its arguments, by pdf.js's name for it. */
export type Handlers = Readonly<Record<string, (args: readonly unknown[]) => void>>;

/** The graphics state of the PDF specification, as far as reading needs it; text state included. */
export interface State {
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

const { lightest } = tolerances.colours;
/** Text rendering modes that paint nothing. */
const invisibleMode = 3;
const clippingMode = 7;

function isVisible(color: unknown): boolean {
  return typeof color !== 'string' || !/^#f{6}$/i.test(color);
}

/** Whether a colour is as light as watermarks are. */
function isLight(color: unknown): boolean {
  const parts = typeof color === 'string' ? /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color) : null;
  return parts?.slice(1).every((part) => Number.parseInt(part, 16) >= lightest) === true;
}

/** What holds while a page is drawn: transform, clip, colours, line, font and text position, and whether layers are hidden. */
export class GraphicsState {
  current: State;

  readonly #stack: State[] = [];
  readonly #fonts: ReadonlyMap<string, unknown>;
  readonly #knownFonts = new Map<string, Font>();
  readonly #layers: PdfLayers | null;
  /** For each marked content that is open, whether its layer is hidden. */
  readonly #marked: boolean[] = [];
  #annotations = 0;

  /**
   * @param fonts the font objects by name
   * @param view the page's visible rectangle in user space
   * @param layers which layers are shown; null: all
   */
  constructor(fonts: ReadonlyMap<string, unknown>, view: readonly number[], layers: PdfLayers | null) {
    this.#fonts = fonts;
    this.#layers = layers;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view;
    this.current = {
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
  }

  /** Operators that set what holds, and print nothing. */
  readonly handlers: Handlers = {
    save: () => this.#save(),
    restore: () => this.#restore(),
    transform: (args) => this.#transform(matrixOf(args)),
    beginGroup: () => this.#save(),
    endGroup: () => this.#restore(),
    paintFormXObjectBegin: ([matrix, box]) => {
      this.#save();
      this.#transform(matrixOf(matrix));
      if (isNumbers(box) && box.length >= 4) {
        this.narrow(box);
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
      this.current.lineWidth = numberOf(width);
    },
    setStrokeRGBColor: ([color]) => {
      this.current.strokeVisible = isVisible(color);
    },
    setFillRGBColor: ([color]) => {
      this.current.fillVisible = isVisible(color);
      this.current.fillLight = isLight(color);
    },
    setStrokeTransparent: () => {
      this.current.strokeVisible = false;
    },
    setFillTransparent: () => {
      this.current.fillVisible = false;
    },
    setStrokeColorN: () => {
      this.current.strokeVisible = true;
    },
    setFillColorN: () => {
      this.current.fillVisible = true;
      this.current.fillLight = false;
    },
    setGState: ([entries]) => this.#setEntries(listOf(entries)),
    setCharSpacing: ([spacing]) => {
      this.current.characterSpacing = numberOf(spacing);
    },
    setWordSpacing: ([spacing]) => {
      this.current.wordSpacing = numberOf(spacing);
    },
    setHScale: ([percent]) => {
      this.current.horizontalScale = numberOf(percent, 100) / 100;
    },
    setLeading: ([leading]) => {
      this.current.leading = -numberOf(leading);
    },
    setFont: ([name, size]) => this.setFont(name, size),
    setTextRenderingMode: ([mode]) => {
      this.current.textPainted = mode !== invisibleMode && mode !== clippingMode;
    },
    setTextRise: ([rise]) => {
      this.current.rise = numberOf(rise);
    },
  };

  /** Whether what is shown now is not on the paper: a comment, or a hidden layer. */
  unseen(): boolean {
    return this.#annotations > 0 || this.#marked.includes(true);
  }

  /** The upright box around a box given before a transform, as far as the clip shows it. */
  shown(box: ArrayLike<number>, transform: Matrix): Clip {
    const [left = 0, bottom = 0, right = 0, top = 0] = [box[0], box[1], box[2], box[3]];
    const [a, b, c, d, e, f] = transform;
    const xs = [a * left + c * bottom + e, a * right + c * bottom + e, a * left + c * top + e, a * right + c * top + e];
    const ys = [b * left + d * bottom + f, b * right + d * bottom + f, b * left + d * top + f, b * right + d * top + f];
    const { clip } = this.current;
    return {
      x0: Math.max(clip.x0, Math.min(...xs)),
      y0: Math.max(clip.y0, Math.min(...ys)),
      x1: Math.min(clip.x1, Math.max(...xs)),
      y1: Math.min(clip.y1, Math.max(...ys)),
    };
  }

  /** Narrows the clip to the upright box around a box given before the transform. */
  narrow(box: ArrayLike<number>): void {
    this.current.clip = this.shown(box, this.current.transform);
  }

  #save(): void {
    this.#stack.push({ ...this.current });
  }

  #restore(): void {
    this.current = this.#stack.pop() ?? this.current;
  }

  #transform(matrix: Matrix): void {
    this.current.transform = compose(this.current.transform, matrix);
  }

  #setEntries(entries: readonly unknown[]): void {
    for (const entry of entries) {
      const [key, value] = listOf(entry);
      switch (key) {
        case 'LW':
          this.current.lineWidth = numberOf(value);
          break;
        case 'ca':
          this.current.fillAlpha = numberOf(value, 1);
          break;
        case 'CA':
          this.current.strokeAlpha = numberOf(value, 1);
          break;
        case 'Font': {
          const [name, size] = listOf(value);
          this.setFont(name, size);
        }
      }
    }
  }

  setFont(name: unknown, size: unknown): void {
    const id = typeof name === 'string' ? name : '';
    let font = this.#knownFonts.get(id);
    if (font === undefined) {
      font = fontOf(this.#fonts.get(id));
      this.#knownFonts.set(id, font);
    }
    this.current.font = font;
    this.current.fontSize = numberOf(size);
  }
}
