import type { Rectangle } from './geometry.ts';
import type { PageContent, Picture } from './page-content.ts';
import type { UprightPage } from './upright-page.ts';
import { tolerances } from './tolerances.ts';

const { tableSize, fewLetters } = tolerances.picture;

/** See tolerances.ts. */
export const { scanned } = tolerances.picture;

/** The page is laid out in this many squares a side to see what pictures cover: a square is a line of text high. */
const squares = 64;

/**
 * The pictures of a page.
 * @param page upright
 * @returns one for each patch of the page that pictures cover without a break
 */
export function picturesOf({ pictures, width, height }: Pick<UprightPage, 'pictures' | 'width' | 'height'>): Picture[] {
  if (pictures.length === 0 || width <= 0 || height <= 0) {
    return [];
  }
  const covered = new Uint8Array(squares * squares);
  const across = (x: number): number => Math.min(squares, Math.max(0, Math.round((x / width) * squares)));
  const down = (y: number): number => Math.min(squares, Math.max(0, Math.round((y / height) * squares)));
  for (const { left, top, right, bottom } of pictures) {
    for (let row = down(top); row < down(bottom); row += 1) {
      covered.fill(1, row * squares + across(left), row * squares + across(right));
    }
  }
  const found: Picture[] = [];
  for (let start = 0; start < covered.length; start += 1) {
    if (covered[start] !== 1) {
      continue;
    }
    covered[start] = 0;
    const patch = [start];
    for (const square of patch) {
      const column = square % squares;
      const beside = [
        square - squares,
        square + squares,
        ...(column > 0 ? [square - 1] : []),
        ...(column < squares - 1 ? [square + 1] : []),
      ];
      for (const next of beside) {
        if (covered[next] === 1) {
          covered[next] = 0;
          patch.push(next);
        }
      }
    }
    const columns = patch.map((square) => square % squares);
    const rows = patch.map((square) => Math.floor(square / squares));
    found.push({
      box: {
        left: (Math.min(...columns) * width) / squares,
        right: ((Math.max(...columns) + 1) * width) / squares,
        top: (Math.min(...rows) * height) / squares,
        bottom: ((Math.max(...rows) + 1) * height) / squares,
      },
      share: patch.length / covered.length,
    });
  }
  return found;
}

/**
 * The share of a page that pictures cover.
 * @param pictures of the page
 */
export function coveredShare(pictures: readonly Picture[]): number {
  return pictures.reduce((sum, { share }) => sum + share, 0);
}

/**
 * Whether a page shows a picture, large enough for a table, that no text stands on: what it says cannot be read, though
 * a title or another table beside it can.
 * @param page without page numbers and running heads, which printers set on scans too
 */
export function hasUnreadPicture(page: PageContent): boolean {
  return page.pictures.some(({ box, share }) => share >= tableSize && lettersOn(page, box) < fewLetters);
}

function lettersOn(page: PageContent, { left, top, right, bottom }: Rectangle): number {
  const holds = (x: number, y: number): boolean => x > left && x < right && y > top && y < bottom;
  let letters = 0;
  for (const item of page.items) {
    if (item.kind === 'line') {
      letters += holds((item.ink.left + item.ink.right) / 2, (item.ink.top + item.ink.bottom) / 2)
        ? item.text.length
        : 0;
      continue;
    }
    for (const { row, column, rowSpan, columnSpan, text } of item.cells) {
      const x = ((item.columns[column] ?? 0) + (item.columns[column + columnSpan] ?? 0)) / 2;
      const y = ((item.rows[row] ?? 0) + (item.rows[row + rowSpan] ?? 0)) / 2;
      letters += holds(x, y) ? text.length : 0;
    }
  }
  return letters;
}
