import { turned } from './geometry.ts';
import type { Rectangle } from './geometry.ts';
import type { PrintedGlyph, PrintedPage } from './content/printed.ts';
import type { Glyph, RulingLine, UprightPage } from './upright-page.ts';
import { withoutWatermarks } from './watermark.ts';
import { tolerances } from './tolerances.ts';

const { leaning } = tolerances.upright;

/**
 * Which way a glyph is set in user space.
 * @returns quarter turns anticlockwise of its advance from the x axis; null when it leans
 */
function quarter(glyph: PrintedGlyph): number | null {
  let { alongX, alongY } = glyph;
  if (alongX === 0 && alongY === 0) {
    alongX = glyph.upY;
    alongY = -glyph.upX;
  }
  if (Math.abs(alongY) <= leaning * Math.abs(alongX)) {
    return alongX >= 0 ? 0 : 2;
  }
  if (Math.abs(alongX) <= leaning * Math.abs(alongY)) {
    return alongY >= 0 ? 1 : 3;
  }
  return null;
}

/**
 * Sets a page upright by its text, whatever /Rotate says: a table that lies on its side is read as one that stands.
 * Without text, /Rotate decides. Leaning text is left out.
 * @param printed what the page's operators print, in user space
 * @param page the page's number
 * @param view the visible rectangle in user space: left, bottom, right, top
 * @param rotate the page's /Rotate
 */
export function upright(printed: PrintedPage, page: number, view: readonly number[], rotate: number): UprightPage {
  const [viewLeft = 0, viewBottom = 0, viewRight = 0, viewTop = 0] = view;
  const quarters = printed.glyphs.map(quarter);
  const counts = [0, 0, 0, 0];
  for (const [index, glyph] of printed.glyphs.entries()) {
    const direction = quarters[index] ?? null;
    if (direction !== null && glyph.text.trim() !== '') {
      counts[direction] = (counts[direction] ?? 0) + 1;
    }
  }
  const most = Math.max(...counts);
  const direction = most > 0 ? counts.indexOf(most) : ((Math.round(rotate / 90) % 4) + 4) % 4;

  // User space turned upright: with y downwards, text that runs up the page (1) needs a quarter turn clockwise.
  const flat = (x0: number, y0: number, x1: number, y1: number): Rectangle =>
    turned(
      {
        left: Math.min(x0, x1),
        right: Math.max(x0, x1),
        top: -Math.max(y0, y1),
        bottom: -Math.min(y0, y1),
      },
      direction,
    );
  const paper = flat(viewLeft, viewBottom, viewRight, viewTop);
  // As `flat`, without the objects between: every glyph of the document passes here.
  const place = (x0: number, y0: number, x1: number, y1: number): Rectangle => {
    const [left, right] = x0 < x1 ? [x0, x1] : [x1, x0];
    const [top, bottom] = y0 < y1 ? [-y1, -y0] : [-y0, -y1];
    switch (direction) {
      case 1:
        return {
          left: -bottom - paper.left,
          top: left - paper.top,
          right: -top - paper.left,
          bottom: right - paper.top,
        };
      case 2:
        return {
          left: -right - paper.left,
          top: -bottom - paper.top,
          right: -left - paper.left,
          bottom: -top - paper.top,
        };
      case 3:
        return {
          left: top - paper.left,
          top: -right - paper.top,
          right: bottom - paper.left,
          bottom: -left - paper.top,
        };
      default:
        return { left: left - paper.left, top: top - paper.top, right: right - paper.left, bottom: bottom - paper.top };
    }
  };

  const glyphs: Glyph[] = [];
  for (const [index, glyph] of printed.glyphs.entries()) {
    const own = quarters[index] ?? null;
    if (own === null) {
      continue;
    }
    const lowX = glyph.x + glyph.descent * glyph.upX;
    const lowY = glyph.y + glyph.descent * glyph.upY;
    const highX = glyph.x + glyph.alongX + glyph.ascent * glyph.upX;
    const highY = glyph.y + glyph.alongY + glyph.ascent * glyph.upY;
    const size = Math.hypot(glyph.upX, glyph.upY);
    const { left, top, right, bottom } = place(lowX, lowY, highX, highY);
    glyphs.push({
      left,
      top,
      right,
      bottom,
      text: glyph.text,
      blank: glyph.text.trim() === '',
      size,
      descent: -glyph.descent * size,
      turns: (own - direction + 4) % 4,
      textObject: glyph.textObject,
      run: glyph.run,
      faint: glyph.faint,
    });
  }

  const horizontal: RulingLine[] = [];
  const vertical: RulingLine[] = [];
  for (const { x0, y0, x1, y1, width } of printed.rulingLines) {
    const { left, top, right, bottom } = place(x0, y0, x1, y1);
    if (right - left >= bottom - top) {
      horizontal.push({ at: (top + bottom) / 2, from: left, to: right, width });
    } else {
      vertical.push({ at: (left + right) / 2, from: top, to: bottom, width });
    }
  }

  return {
    page,
    width: paper.right - paper.left,
    height: paper.bottom - paper.top,
    glyphs: withoutWatermarks(glyphs),
    horizontal,
    vertical,
    pictures: printed.pictures.map(({ x0, y0, x1, y1 }) => place(x0, y0, x1, y1)),
    shades: printed.shades.map(({ x0, y0, x1, y1 }) => place(x0, y0, x1, y1)),
    outlines: printed.outlines,
    box: ({ left, top, right, bottom }) => {
      const back = turned(
        { left: left + paper.left, top: top + paper.top, right: right + paper.left, bottom: bottom + paper.top },
        4 - direction,
      );
      return { page, left: back.left, bottom: -back.bottom, right: back.right, top: -back.top };
    },
  };
}
