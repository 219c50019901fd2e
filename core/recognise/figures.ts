import { dataRows } from './data-rows.ts';
import type { Figure, TablePlace } from '../document/figure.ts';
import { effectiveDecimals, stripsNoughts } from '../quantity/effective-decimals.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Unit } from '../quantity/unit.ts';
import { squash, type ExpandedGrid } from './grid.ts';
import type { Head } from './head.ts';

/**
 * The decimals that a figure stands for among others, those of the others where it is printed with more, and its own where it is printed with
 * fewer.
 * @param usual decimals of the figures around it
 * @param stripped they leave out noughts at the end
 */
export function decimalsOf(
  quantity: Quantity,
  usual: number,
  stripped = false,
): Pick<Figure, 'decimals' | 'usual' | 'coarse'> {
  if (quantity.kind === 'percent')
    return quantity.decimals < usual ? { decimals: usual, coarse: quantity.decimals } : { decimals: quantity.decimals };
  // A bare 0 is nothing at all, however it is printed.
  if (quantity.kind === 'amount' && quantity.decimals < usual && !stripped && !quantity.value.isZero())
    return { decimals: usual, coarse: quantity.decimals };
  return quantity.kind === 'amount' && quantity.decimals > usual
    ? { decimals: quantity.decimals, usual }
    : { decimals: usual };
}

/** Makes the figures of one table: the same effective decimals, unit and confidence for all. */
export interface FigureMaker {
  /** The figure at a place of the grid. */
  at(row: number, column: number, rowLabel: string): Figure;
}

/**
 * Where a cell stands.
 * @param grid the expanded table
 * @param title its title
 */
export function placeInTable(
  grid: ExpandedGrid,
  title: string,
  row: number,
  column: number,
  rowLabel: string,
  columnLabel: string,
): TablePlace {
  const { table } = grid;
  const page = grid.cellAt(row, column)?.place.page ?? table.place.page;
  return {
    in: 'table',
    table: table.id,
    row,
    column,
    ...(page === undefined ? {} : { page }),
    tableTitle: title,
    rowLabel,
    columnLabel,
  };
}

/**
 * Prepares the figures of a table.
 * @param grid the expanded table
 * @param head its head
 * @param title its title, for the places
 * @param unit its unit
 * @param moneyColumns the columns that hold amounts
 */
export function figureMaker(
  grid: ExpandedGrid,
  head: Head,
  title: string,
  unit: Unit | null,
  moneyColumns: readonly number[],
): FigureMaker {
  const { table } = grid;
  const quantityAt = (row: number, column: number): Quantity => {
    const cell = grid.cellAt(row, column);
    if (!cell) return { kind: 'blank' };
    const quantity = grid.quantityOf(cell);
    // An amount that several rows or columns share belongs to none of them for certain.
    if (quantity.kind === 'amount' && (cell.rowSpan > 1 || cell.columnSpan > 1)) return { kind: 'unreadable' };
    return cell.row === row && cell.column === column ? quantity : { kind: 'blank' };
  };
  const rows = dataRows(grid, head);
  const printed = moneyColumns.map((column) => rows.map((row) => quantityAt(row, column)));
  const depths = effectiveDecimals(printed);
  const decimals = new Map(depths.map((depth, index) => [moneyColumns[index] ?? -1, depth]));
  const stripped = stripsNoughts(printed.flat(), Math.max(0, ...depths));

  const figure = (row: number, column: number, rowLabel: string, quantity: Quantity): Figure => {
    return {
      quantity,
      text: grid.ownTextAt(row, column).replace(/\n/g, ''),
      unit: quantity.kind === 'amount' && quantity.unit ? quantity.unit : (head.units[column] ?? unit),
      ...decimalsOf(quantity, decimals.get(column) ?? 0, stripped),
      confidence: table.confidence,
      place: placeInTable(grid, title, row, column, rowLabel, head.labels[column] ?? ''),
    };
  };

  /** A money amount in the 栏次 row, where a column number belongs. */
  const strayInNumberRow = (column: number): Figure | null => {
    if (head.numberRow === null) return null;
    const quantity = quantityAt(head.numberRow, column);
    return quantity.kind === 'amount' && quantity.decimals > 0
      ? figure(head.numberRow, column, squash(grid.textAt(head.numberRow, 0)), quantity)
      : null;
  };

  return {
    at(row, column, rowLabel) {
      const quantity = quantityAt(row, column);
      const plain = figure(row, column, rowLabel, quantity);
      if (quantity.kind !== 'blank' || row !== head.rows) return plain;
      const displaced = strayInNumberRow(column);
      return displaced ? { ...plain, displaced } : plain;
    },
  };
}
