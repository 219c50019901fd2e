import type { Quantity } from '../quantity/quantity.ts';
import type { Unit } from '../quantity/unit.ts';

/** Where a figure stands, in words and in the grid. */
export interface FigurePlace {
  readonly table: string;
  /** In the expanded grid, from the table's first row, headers included, from 0. */
  readonly row: number;
  readonly column: number;
  readonly page?: number;
  readonly tableTitle: string;
  readonly rowLabel: string;
  readonly columnLabel: string;
}

/** A quantity at its place: what relations are made of. */
export interface Figure {
  readonly quantity: Quantity;
  /** As printed; '' for a blank cell. */
  readonly text: string;
  /** The unit of its table; null if none is stated. */
  readonly unit: Unit | null;
  /** Effective decimals (core/quantity/effective-decimals.ts). */
  readonly decimals: number;
  /** The reader's confidence in the table. */
  readonly confidence: number;
  readonly place: FigurePlace;
  /** An amount printed one row above, where a column number belongs, while this cell is blank: most likely this cell's own. */
  readonly displaced?: Figure;
}

/** A figure's identity within its document. */
export function figureKey(figure: Figure): string {
  return `${figure.place.table}:${figure.place.row}:${figure.place.column}`;
}
