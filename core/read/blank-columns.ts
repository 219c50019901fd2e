import type { Cell } from '../document/document.ts';

/**
 * Takes out columns that no printed cell covers, not even a head: spacers and margins of the layout.
 * @param cells the cells of a grid
 * @param columns its width
 * @returns the cells and the width without such columns; the same if there are none
 */
export function dropBlankColumns(cells: readonly Cell[], columns: number): { cells: readonly Cell[]; columns: number } {
  const printed = new Array<boolean>(columns).fill(false);
  for (const cell of cells) if (cell.text.trim() !== '') printed.fill(true, cell.column, cell.column + cell.columnSpan);
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
