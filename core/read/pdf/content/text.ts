import { isNumbers, isRecord, listOf, matrixOf, numberOf } from './arguments.ts';
import { readable } from '../characters.ts';
import { goesOnWith, isNearClip, underClip } from './cut-off.ts';
import type { Shown } from './cut-off.ts';
import { compose, identity } from '../geometry.ts';
import type { Clip, PrintedGlyph } from './printed.ts';
import type { GraphicsState, Handlers } from './state.ts';
import { tolerances } from '../tolerances.ts';

const { faintest, squareWithin } = tolerances.glyphs;
/** A Latin letter or mark, and how near to an em wide it is square. */
const latinMark = /^[!-/:-~]$/;

/** What text operators leave on the paper: glyphs with their exact places. */
export class Writing {
  readonly glyphs: PrintedGlyph[] = [];

  readonly #state: GraphicsState;
  readonly #isShaded: (x: number, y: number) => boolean;
  #textObject = 0;
  #run = 0;
  /** A string that may go on with what is shown next, and the clip it is shown under. */
  #string: Shown[] = [];
  #stringClip: Clip;

  /**
   * @param state what holds while the page is drawn
   * @param isShaded whether a place in user space has a ground that white text shows on
   */
  constructor(state: GraphicsState, isShaded: (x: number, y: number) => boolean) {
    this.#state = state;
    this.#isShaded = isShaded;
    this.#stringClip = state.current.clip;
  }

  /** Operators that place and show text. */
  readonly handlers: Handlers = {
    beginText: () => {
      this.#textObject += 1;
      this.#run += 1;
      Object.assign(this.#state.current, { textMatrix: identity, lineX: 0, lineY: 0, x: 0, y: 0 });
    },
    moveText: ([x, y]) => this.#moveText(numberOf(x), numberOf(y)),
    setLeadingMoveText: ([x, y]) => {
      this.#state.current.leading = numberOf(y);
      this.#moveText(numberOf(x), numberOf(y));
    },
    setTextMatrix: (args) => {
      this.#run += 1;
      Object.assign(this.#state.current, {
        textMatrix: matrixOf(isNumbers(args[0]) ? args[0] : args),
        lineX: 0,
        lineY: 0,
        x: 0,
        y: 0,
      });
    },
    nextLine: () => this.#moveText(0, this.#state.current.leading),
    showText: ([glyphs]) => this.#showText(listOf(glyphs)),
  };

  /** How many glyphs were shown so far. */
  get shown(): number {
    return this.glyphs.length + this.#string.length;
  }

  #moveText(x: number, y: number): void {
    this.#run += 1;
    const state = this.#state.current;
    state.lineX += x;
    state.lineY += y;
    state.x = state.lineX;
    state.y = state.lineY;
  }

  #showText(items: readonly unknown[]): void {
    const state = this.#state.current;
    const { font, fontSize, rise } = state;
    if (fontSize === 0) {
      return;
    }
    // pdf.js, like the specification, scales by a negative size to turn text over: the em points the other way.
    const emAcross = fontSize * state.horizontalScale;
    const [a, b, c, d, e, f] = compose(state.transform, state.textMatrix);
    const widthScale = font.vertical ? 0.001 : font.matrix[0];
    const { clip } = state;
    const unseen = this.#state.unseen();
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
}
