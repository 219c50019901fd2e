/** A rectangle in CSS pixels of the viewport. */
export interface ViewportRectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 6;
const margin = 8;

/**
 * Where to put a card beside a marked cell. Across the corner if there is room, as the figures to compare stand in the cell's
 * row and column; else above, below or beside; always inside the viewport.
 * @param cell the marked cell, or the part of it that can be seen
 * @returns the card's top left corner
 */
export function placeCard(cell: ViewportRectangle, card: Size, viewport: Size): { left: number; top: number } {
  const right = cell.right + gap;
  const left = cell.left - gap - card.width;
  const below = cell.bottom + gap;
  const above = cell.top - gap - card.height;
  const middle = (cell.left + cell.right - card.width) / 2;
  const clampX = (x: number) => Math.max(margin, Math.min(x, viewport.width - margin - card.width));
  const clampY = (y: number) => Math.max(margin, Math.min(y, viewport.height - margin - card.height));
  const candidates: readonly (readonly [number, number])[] = [
    [right, below],
    [left, below],
    [right, above],
    [left, above],
    [clampX(middle), below],
    [clampX(middle), above],
    [right, clampY(cell.top)],
    [left, clampY(cell.top)],
  ];
  const fits = ([x, y]: readonly [number, number]) => x === clampX(x) && y === clampY(y);
  const [x, y] = candidates.find(fits) ?? [clampX(middle), clampY(below)];
  return { left: x, top: y };
}
