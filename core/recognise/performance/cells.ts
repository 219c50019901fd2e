import type { Figure } from '../../document/figure.ts';
import { effectiveDecimals, stripsNoughts } from '../../quantity/effective-decimals.ts';
import { readQuantity, type Quantity } from '../../quantity/quantity.ts';
import type { Unit } from '../../quantity/unit.ts';
import { decimalsOf, placeInTable } from '../figures.ts';
import type { ExpandedGrid } from '../grid.ts';
import type { Slot } from './blocks.ts';

/** How the cells under a head are read; a record's amount is merged over its lines and yet one amount. */
export type CellReading = 'money' | 'record' | 'score' | 'rate';

/** What stands in a slot of a row. */
export interface SlotCell {
  readonly text: string;
  readonly column: number;
  /** The row where its cell starts: several rows may share it. */
  readonly anchor: number;
  readonly shared: boolean;
}

/**
 * The cell of a row under a head.
 * @returns `null` if a cell reaches in from beside, as in a row of words: then the row is not one of the block
 */
export function slotCell(grid: ExpandedGrid, row: number, slot: Slot): SlotCell | null {
  const cells = new Set(
    Array.from({ length: slot.span }, (_, index) => grid.cellAt(row, slot.column + index)).filter(
      (cell) => cell !== null,
    ),
  );
  for (const cell of cells)
    if (cell.column < slot.column || cell.column + cell.columnSpan > slot.column + slot.span) return null;
  const filled = [...cells].filter((cell) => cell.text.trim() !== '');
  const [first] = filled.length > 0 ? filled : [...cells];
  return {
    text: filled.map((cell) => cell.text).join('\n'),
    column: first?.column ?? slot.column,
    anchor: first?.row ?? row,
    shared: (first?.rowSpan ?? 1) > 1,
  };
}

/** 10分, 85.50 优: what may stand behind points. */
const behindPoints = /(\d)\s{0,9}分?\s{0,9}(?:[(（]?[优良中差](?:秀|好|等)?[)）]?)?\s{0,9}$/;

/** The points themselves, where their grade stands in the same cell. */
const gradeBehind = /(\d)\s{0,9}(?:分\s{0,9})?[(（]?[优良中差](?:秀|好|等)?[)）]?\s{0,9}$/;

/** Points may have their word behind them: 10分. A percentage is one with or without its sign where the head says 率. */
function quantityOf(text: string, reading: CellReading): Quantity {
  const quantity = readQuantity(reading === 'score' ? text.replace(behindPoints, '$1') : text);
  if (reading === 'rate' && quantity.kind === 'amount' && quantity.unit === undefined)
    return { kind: 'percent', value: quantity.value, decimals: quantity.decimals };
  return quantity;
}

/** Makes the figures of an evaluation form. */
export interface SlotFigures {
  at(row: number, slot: Slot, reading: CellReading, rowLabel: string): Figure;
  /** A figure that a text holds, such as the 20 of 产出（20）. */
  within(row: number, column: number, text: string, quantity: Quantity, rowLabel: string, columnLabel: string): Figure;
}

/**
 * Prepares the figures. Points are exact: 10 stands for 10.00, so that no error of a point passes for rounding. Amounts have the
 * effective decimals of all amounts. A cell that rows share counts once, in its first row; a shared amount of money belongs to none of them.
 * @param grid the expanded table
 * @param title for the places
 * @param unit of the amounts
 * @param money the rows and slots that hold amounts
 */
export function slotFigures(
  grid: ExpandedGrid,
  title: string,
  unit: Unit | null,
  money: readonly { readonly rows: readonly number[]; readonly slots: readonly Slot[] }[],
): SlotFigures {
  const { table } = grid;
  const amounts = money.flatMap(({ rows, slots }) =>
    slots.map((slot) => rows.map((row) => readQuantity(slotCell(grid, row, slot)?.text ?? ''))),
  );
  const moneyDecimals = Math.max(0, ...effectiveDecimals([amounts.flat()]));
  const stripped = stripsNoughts(amounts.flat(), moneyDecimals);
  const make = (
    row: number,
    column: number,
    text: string,
    quantity: Quantity,
    decimals: number,
    exact: boolean,
    of: Unit | null,
    rowLabel: string,
    columnLabel: string,
  ): Figure => {
    return {
      quantity,
      text: text.replace(/\n/g, ''),
      ...decimalsOf(quantity, decimals, exact || stripped),
      unit: quantity.kind === 'amount' && quantity.unit ? quantity.unit : of,
      confidence: table.confidence,
      place: placeInTable(grid, title, row, column, rowLabel, columnLabel),
    };
  };
  return {
    at(row, slot, reading, rowLabel) {
      const cell = slotCell(grid, row, slot);
      const covered = cell?.anchor !== row;
      const isMoney = reading === 'money' || reading === 'record';
      const text = covered ? '' : reading === 'score' ? cell.text.replace(gradeBehind, '$1') : cell.text;
      const quantity = covered ? { kind: 'blank' as const } : quantityOf(text, reading);
      const readable: Quantity =
        reading === 'money' && cell?.shared === true && quantityOf(cell.text, reading).kind === 'amount'
          ? { kind: 'unreadable' }
          : quantity;
      return make(
        row,
        cell?.column ?? slot.column,
        text,
        readable,
        isMoney ? moneyDecimals : reading === 'score' ? 2 : 0,
        !isMoney,
        isMoney ? unit : null,
        rowLabel,
        slot.label,
      );
    },
    within: (row, column, text, quantity, rowLabel, columnLabel) =>
      make(row, column, text, quantity, 2, true, null, rowLabel, columnLabel),
  };
}
