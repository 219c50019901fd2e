import type { Cell } from '../document/document.ts';

interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
}

const rowText = (grid: Grid, row: number): string =>
  grid.cells
    .filter((cell) => cell.row === row && cell.text.trim() !== '')
    .sort((a, b) => a.column - b.column)
    .map((cell) => cell.text.replace(/\s+/g, ''))
    .join('|');

/**
 * Whether a grid is nothing but the head of the one that follows: pages with a head that stays in view print it in a table of its own.
 * @param copy the first grid
 * @param real the grid that follows
 */
export function isHeadCopy(copy: Grid, real: Grid): boolean {
  if (copy.rows >= real.rows || copy.rows > 8) return false;
  const lines = Array.from({ length: copy.rows }, (_, row) => rowText(copy, row));
  return lines.some((line) => line !== '') && lines.every((line, row) => line === rowText(real, row));
}
