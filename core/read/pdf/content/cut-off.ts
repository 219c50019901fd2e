import { unreadable } from '../characters.ts';
import type { Clip, PrintedGlyph } from './printed.ts';
import { tolerances } from '../tolerances.ts';

/** A glyph of one string, and whether its middle lies within the clip. */
export interface Shown {
  readonly glyph: PrintedGlyph;
  readonly visible: boolean;
}

const { mostlySeen, rounding, against, againstColumn, severalLines, filling, touching } = tolerances.clips;

const partOfNumber = /^[\d.,，]/u;
const partOfAmount = /^[\d.,，%％()（）+\-−－]/u;

/** Where a glyph begins and ends along its line, in reading direction. */
function stretch({ x, y, alongX, alongY }: PrintedGlyph): readonly [number, number] {
  if (Math.abs(alongX) >= Math.abs(alongY)) {
    return alongX >= 0 ? [x, x + alongX] : [-x, -x - alongX];
  }
  return alongY >= 0 ? [y, y + alongY] : [-y, -y - alongY];
}

/** Whether the clip is a whole column's: many lines high, or wide for text that stands. */
function isColumn({ alongX, alongY }: PrintedGlyph, { x0, y0, x1, y1 }: Clip, em: number): boolean {
  return (Math.abs(alongX) >= Math.abs(alongY) ? y1 - y0 : x1 - x0) > severalLines * em;
}

/** The clip along the same line. */
function room({ alongX, alongY }: PrintedGlyph, { x0, y0, x1, y1 }: Clip): readonly [number, number] {
  if (Math.abs(alongX) >= Math.abs(alongY)) {
    return alongX >= 0 ? [x0, x1] : [-x1, -x0];
  }
  return alongY >= 0 ? [y0, y1] : [-y1, -y0];
}

/**
 * Whether more of the string may have stood beyond an edge: the clip goes through its outermost glyph, or that glyph
 * stands against it in a cell that the string fills. A glyph that lies beyond the edge altogether shows that the
 * string is given whole.
 * @param over how far the outermost glyph reaches beyond the edge, in ems
 * @param inside how far its other end lies within it
 * @param free how much the clip leaves free at the other end of the string, in ems
 * @param column whether the clip is a column's
 */
function goesOn(over: number, inside: number, free: number, column: boolean): boolean {
  return (
    inside > 0 &&
    (over > rounding || (free <= filling && (column ? over >= -againstColumn : over >= -against && free > against)))
  );
}

/** Makes the digits from one place on unreadable: what is left of 1126.92 is not 126.92. */
function blot(glyphs: PrintedGlyph[], from: number, step: number): void {
  for (let at = from; glyphs[at] !== undefined && partOfNumber.test(glyphs[at]?.text ?? ''); at += step) {
    const glyph = glyphs[at];
    if (glyph !== undefined) {
      glyphs[at] = { ...glyph, text: unreadable };
    }
  }
}

/** The glyphs that are seen, the outermost with the text that is hidden beside them. */
function whole(shown: readonly Shown[]): PrintedGlyph[] {
  const result: PrintedGlyph[] = [];
  let before = '';
  for (const { glyph, visible } of shown) {
    const last = result.at(-1);
    if (visible) {
      result.push(before === '' ? glyph : { ...glyph, text: before + glyph.text });
      before = '';
    } else if (last === undefined) {
      before += glyph.text;
    } else {
      result[result.length - 1] = { ...last, text: last.text + glyph.text };
    }
  }
  return result;
}

/**
 * What is left of a string under a clip. A cell too narrow for its text shows most of it, and the string says the
 * rest: it is read whole. Of one that runs over from elsewhere only what is seen is read. A number that the clip goes
 * through, and of which the file may not hold the rest, is unreadable.
 * @param shown all glyphs of the string
 * @param clip what may be seen
 */
export function underClip(shown: readonly Shown[], clip: Clip): PrintedGlyph[] {
  const inked = shown.filter(({ glyph }) => glyph.text.trim() !== '');
  const seen = inked.filter(({ visible }) => visible);
  const first = inked[0]?.glyph;
  const last = inked.at(-1)?.glyph;
  const em = first === undefined ? 0 : Math.hypot(first.upX, first.upY);
  if (first === undefined || last === undefined || seen.length === 0 || em === 0) {
    return [];
  }
  const column = isColumn(first, clip, em);
  // Running text fills its column all the time.
  const running = column && inked.some(({ glyph }) => !partOfAmount.test(glyph.text));
  const [from, to] = room(first, clip);
  const [[start, startEnd], [endStart, end]] = [stretch(first), stretch(last)];
  const whether = seen.length >= mostlySeen * inked.length;
  const glyphs = whether ? whole(shown) : shown.flatMap(({ glyph, visible }) => (visible ? [{ ...glyph }] : []));
  const hiddenBefore = inked[0]?.visible === false;
  const hiddenAfter = inked.at(-1)?.visible === false;
  if (
    goesOn((from - start) / em, (startEnd - from) / em, running ? Infinity : (to - end) / em, column) ||
    (hiddenBefore && !whether)
  ) {
    blot(glyphs, 0, 1);
  }
  if (
    goesOn((end - to) / em, (to - endStart) / em, running ? Infinity : (start - from) / em, column) ||
    (hiddenAfter && !whether)
  ) {
    blot(glyphs, glyphs.length - 1, -1);
  }
  return glyphs;
}

/**
 * Whether what is shown next goes on with a string: in the same text object, where its last glyph ends.
 * @param string all glyphs of it so far
 * @param next the glyphs shown next
 */
export function goesOnWith(string: readonly Shown[], next: readonly Shown[]): boolean {
  const before = string.at(-1)?.glyph;
  const after = next[0]?.glyph;
  if (
    before === undefined ||
    before.textObject !== after?.textObject ||
    before.upX * after.upY !== before.upY * after.upX
  ) {
    return false;
  }
  const em = Math.hypot(before.upX, before.upY);
  return (
    Math.abs(before.x + before.alongX - after.x) <= touching * em &&
    Math.abs(before.y + before.alongY - after.y) <= touching * em
  );
}

/**
 * Whether a clip may touch a string: some glyph is hidden, or one of its ends is near the clip's edge.
 * @param shown all glyphs of the string
 * @param clip what may be seen
 */
export function isNearClip(shown: readonly Shown[], clip: Clip): boolean {
  const first = shown[0]?.glyph;
  const last = shown.at(-1)?.glyph;
  if (first === undefined || last === undefined) {
    return false;
  }
  const near = againstColumn * Math.hypot(first.upX, first.upY);
  const [from, to] = room(first, clip);
  return stretch(first)[0] < from + near || stretch(last)[1] > to - near || shown.some(({ visible }) => !visible);
}
