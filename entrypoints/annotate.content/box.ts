import type { ViewportRectangle } from '../shared/views/place-card.ts';
import type { Sight } from './geometry.ts';
import { intersect } from './geometry.ts';

/** Room around the digits inside the mark, and for the underline below them. */
const side = 3;
const above = 1;
const below = 3;

/** Side of the sign beside the digits. */
export const signSize = 9;

/** Where a mark is drawn. */
export interface MarkBox {
  readonly box: ViewportRectangle;
  /** The sign's top left corner; null where there is no room for it outside the digits. */
  readonly sign: { readonly left: number; readonly top: number } | null;
}

/**
 * The box of a mark: the figure and a little room around it, never beyond its cell, so it meets no neighbour's digits;
 * for a blank cell, the cell. Cut to what the scrolling ancestors let be seen.
 * @returns null if nothing of it can be seen
 */
export function boxOf({ figure, cell, clip, inText }: Sight, blank: boolean): MarkBox | null {
  const full = blank
    ? { left: cell.left + 1, top: cell.top + 1, right: cell.right - 1, bottom: cell.bottom - 1 }
    : {
        left: Math.max(cell.left, figure.left - side),
        top: Math.max(cell.top, figure.top - above),
        right: Math.min(cell.right, figure.right + side),
        bottom: Math.min(cell.bottom, figure.bottom + below),
      };
  const box = intersect(full, clip);
  if (box.right - box.left < 1 || box.bottom - box.top < 1) return null;
  const sign = blank ? signInside(cell) : inText ? signOver(figure) : signBeside(figure, cell);
  if (sign === null) return { box, sign };
  const seen = intersect(
    { left: sign.left, top: sign.top, right: sign.left + signSize, bottom: sign.top + signSize },
    clip,
  );
  return { box, sign: seen.right - seen.left >= signSize && seen.bottom - seen.top >= signSize ? sign : null };
}

function signInside(cell: ViewportRectangle): MarkBox['sign'] {
  return { left: cell.right - signSize - 3, top: (cell.top + cell.bottom - signSize) / 2 };
}

/** The part of a line's height above its digits that holds no ink, in every font in use. */
const blankAbove = 0.18;

/** Between the lines, over the figure's end: beside it stand words. */
function signOver(figure: ViewportRectangle): MarkBox['sign'] {
  return { left: figure.right - signSize, top: figure.top + blankAbove * (figure.bottom - figure.top) - signSize };
}

/** Left of the digits, else right of them, else above or below, as long as it stays inside the cell. */
function signBeside(figure: ViewportRectangle, cell: ViewportRectangle): MarkBox['sign'] {
  const middle = (figure.top + figure.bottom - signSize) / 2;
  if (figure.left - cell.left >= signSize + 3) return { left: figure.left - signSize - 3, top: middle };
  if (cell.right - figure.right >= signSize + 3) return { left: figure.right + 3, top: middle };
  const ink = figure.top + blankAbove * (figure.bottom - figure.top);
  if (ink - cell.top >= signSize) return { left: figure.right - signSize, top: ink - signSize };
  if (cell.bottom - figure.bottom >= signSize + below) return { left: cell.left + 1, top: cell.bottom - signSize };
  return null;
}
