import type { Cell } from '../document/document.ts';

/**
 * Takes out columns in which nothing is printed: spacers and margins of the layout. A wide cell that crosses a column does not
 * make it one when the column's own cells are there and blank, in half of the rows or more; it then gets narrower.
 * @param cells the cells of a grid
 * @param rows its height
 * @param columns its width
 * @returns the cells and the width without such columns; the same if there are none
 */
export function dropBlankColumns(
  cells: readonly Cell[],
  rows: number,
  columns: number,
): { cells: readonly Cell[]; columns: number } {
  const printed = new Array<boolean>(columns).fill(false);
  const own = new Array<boolean>(columns).fill(false);
  const blankRows = new Array<number>(columns).fill(0);
  for (const cell of cells) {
    const blank = cell.text.trim() === '';
    if (!blank) printed.fill(true, cell.column, cell.column + cell.columnSpan);
    if (cell.columnSpan > 1) continue;
    if (blank) blankRows[cell.column] = (blankRows[cell.column] ?? 0) + cell.rowSpan;
    else own[cell.column] = true;
  }
  for (let column = 0; column < columns; column += 1) {
    if (own[column] !== true && 2 * (blankRows[column] ?? 0) >= rows) printed[column] = false;
  }
  if (printed.every(Boolean)) return { cells, columns };
  const at = [0];
  for (const kept of printed) at.push((at.at(-1) ?? 0) + (kept ? 1 : 0));
  const moved = cells.flatMap((cell) => {
    const column = at[cell.column] ?? 0;
    const columnSpan = (at[cell.column + cell.columnSpan] ?? column) - column;
    return columnSpan > 0 ? [{ ...cell, column, columnSpan }] : [];
  });
  return { cells: moved, columns: at[columns] ?? columns };
}
