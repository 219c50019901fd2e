import type { Box } from '../../../core/document/document.ts';

/** What we need of pdf.js's PageViewport. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  convertToViewportRectangle(rectangle: number[]): number[];
}

/** A rectangle in percent of the page as shown (rotated, origin top left), so that it holds at every zoom. */
export interface PercentBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where a box of the page's own user space stands on the page as shown.
 * @param box in user space, before /Rotate
 * @param viewport the page's viewport, with its rotation
 */
export function percentBox(box: Pick<Box, 'left' | 'bottom' | 'right' | 'top'>, viewport: Viewport): PercentBox {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = viewport.convertToViewportRectangle([
    box.left,
    box.bottom,
    box.right,
    box.top,
  ]);
  return {
    left: (Math.min(x1, x2) / viewport.width) * 100,
    top: (Math.min(y1, y2) / viewport.height) * 100,
    width: (Math.abs(x2 - x1) / viewport.width) * 100,
    height: (Math.abs(y2 - y1) / viewport.height) * 100,
  };
}

/** The smallest box around boxes of one page; undefined for none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes;
  if (!first) return undefined;
  return {
    page: first.page,
    left: Math.min(...boxes.map((box) => box.left)),
    bottom: Math.min(...boxes.map((box) => box.bottom)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.max(...boxes.map((box) => box.top)),
  };
}

/** Puts an element over a box of its page. */
export function place(element: HTMLElement, box: PercentBox): void {
  element.style.left = `${box.left}%`;
  element.style.top = `${box.top}%`;
  element.style.width = `${box.width}%`;
  element.style.height = `${box.height}%`;
}

/** Where the sign of a mark stands: beside the digits, above them, in a blank cell, or nowhere for want of room. */
export type SignSide = 'left' | 'right' | 'above' | 'inside' | 'none';

/** Room around the digits inside a mark, and for the underline below them, in CSS pixels; the sign is 9 high and wide. */
const room = { side: 2, above: 1, below: 3, sign: 9 + 3 } as const;

/**
 * The box of a mark: the figure and a little room around it, but not beyond its cell, so that it meets no neighbour's digits.
 * @param figure the digits, or a blank cell
 * @param area the cell
 * @param page the page's size in CSS pixels
 */
export function markBox(
  figure: PercentBox,
  area: PercentBox,
  page: Pick<Viewport, 'width' | 'height'>,
  blank: boolean,
): { box: PercentBox; sign: SignSide } {
  if (blank) return { box: figure, sign: 'inside' };
  const x = (pixels: number) => (pixels / page.width) * 100;
  const y = (pixels: number) => (pixels / page.height) * 100;
  const right = figure.left + figure.width;
  const bottom = figure.top + figure.height;
  const areaRight = area.left + area.width;
  const box = {
    left: Math.min(figure.left, Math.max(area.left, figure.left - x(room.side))),
    top: Math.min(figure.top, Math.max(area.top, figure.top - y(room.above))),
    right: Math.max(right, Math.min(areaRight, right + x(room.side))),
    // The underline is drawn inside the box: it must not climb onto the digits, even in a cell that fits them tightly.
    bottom: bottom + y(room.below),
  };
  // A figure in a sentence has its neighbours on both sides and none above.
  const inText = area.width <= figure.width && area.height <= figure.height;
  const sign = inText
    ? 'above'
    : figure.left - area.left >= x(room.sign)
      ? 'left'
      : areaRight - right >= x(room.sign)
        ? 'right'
        : figure.top - area.top >= y(room.sign)
          ? 'above'
          : 'none';
  return { box: { left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top }, sign };
}
