import type { Cell, Table } from '../document/document.ts';
import { readQuantity, type Quantity } from '../quantity/quantity.ts';

/** A table's cells by row and column, spans expanded. */
export interface ExpandedGrid {
  readonly table: Table;
  /** The cell that covers a place; null where nothing is. */
  cellAt(row: number, column: number): Cell | null;
  /** The text of the covering cell, also under a span; ''. */
  textAt(row: number, column: number): string;
  /** The text if the cell starts here, else '': an amount under a merged cell counts once. */
  ownTextAt(row: number, column: number): string;
  /** What the text of one of its cells says about an amount; read once. */
  quantityOf(cell: Cell): Quantity;
  /** The same of the cell that starts here; blank where none does. */
  ownQuantityAt(row: number, column: number): Quantity;
}

/**
 * Expands the spans of a table.
 * @param table as read
 */
export function expand(table: Table): ExpandedGrid {
  const at: (Cell | undefined)[] = new Array<Cell | undefined>(table.rows * table.columns);
  for (const cell of table.cells) {
    for (let row = cell.row; row < Math.min(table.rows, cell.row + cell.rowSpan); row += 1) {
      for (let column = cell.column; column < Math.min(table.columns, cell.column + cell.columnSpan); column += 1)
        at[row * table.columns + column] = cell;
    }
  }
  const quantities: (Quantity | undefined)[] = [];
  const cellAt = (row: number, column: number): Cell | null =>
    row < 0 || column < 0 || row >= table.rows || column >= table.columns
      ? null
      : (at[row * table.columns + column] ?? null);
  const quantityOf = ({ row, column, text }: Cell): Quantity =>
    (quantities[row * table.columns + column] ??= readQuantity(text));
  const nothing = readQuantity('');
  return {
    table,
    cellAt,
    textAt: (row, column) => cellAt(row, column)?.text ?? '',
    ownTextAt(row, column) {
      const cell = cellAt(row, column);
      return cell?.row === row && cell.column === column ? cell.text : '';
    },
    quantityOf,
    ownQuantityAt(row, column) {
      const cell = cellAt(row, column);
      return cell?.row === row && cell.column === column ? quantityOf(cell) : nothing;
    },
  };
}

/** A label without spaces and quotes, brackets and colons unified: what labels are compared by. */
export function squash(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s“”"'‘’「」]/g, '')
    .replace(/，/g, ',');
}

/** A row's or column's name without ordinal (一、 （一） 1.) and without the class / section / item mark. */
export function plainLabel(text: string): string {
  return squash(text)
    .replace(
      /^(?:其中:)?(?:[(（]?[一二三四五六七八九十]{1,4}[)）]?[、.．,]|[(（][一二三四五六七八九十]{1,4}[)）]|\d{1,2}[、.．](?!\d))/,
      '',
    )
    .replace(/\((?:类|款|项)\)$/, '')
    .replace(/:$/, '');
}
