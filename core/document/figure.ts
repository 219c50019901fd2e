import { zero, type Decimal } from '../quantity/decimal.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { factorOf, unitFactor, type Unit } from '../quantity/unit.ts';

/** Where a figure stands in a table, in words and in the grid. */
export interface TablePlace {
  readonly in: 'table';
  readonly table: string;
  /** In the expanded grid, from the table's first row, headers included, from 0. */
  readonly row: number;
  readonly column: number;
  readonly page?: number;
  readonly tableTitle: string;
  readonly rowLabel: string;
  readonly columnLabel: string;
}

/** Where a figure stands in a sentence: characters `start` to `end` of a paragraph. */
export interface TextPlace {
  readonly in: 'text';
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
  readonly page?: number;
  /** What the sentence says it is: 基本支出, 收入总计. */
  readonly claim: string;
}

/** A figure of the rule's own, printed nowhere: shares add up to 100; the points from and up to which a grade is given. */
export interface NoPlace {
  readonly in: 'rule';
  readonly constant: 'hundred' | 'grade-floor' | 'grade-ceiling';
  /** The grade as printed; '' where there is none. */
  readonly of: string;
}

export type FigurePlace = TablePlace | TextPlace | NoPlace;

/** A quantity at its place: what relations are made of. */
export interface Figure {
  readonly quantity: Quantity;
  /** As printed; '' for a blank cell. */
  readonly text: string;
  /** The unit of its table, or the money word behind it; null if none is stated. */
  readonly unit: Unit | null;
  /** Effective decimals (core/quantity/effective-decimals.ts). */
  readonly decimals: number;
  /** The effective decimals of the figures around it, where it is printed with more. */
  readonly usual?: number;
  /** Its own decimals, where the figures around it show more and nothing shows that they leave out noughts at the end: it may be rounded. */
  readonly coarse?: number;
  /** The reader's confidence in the table. */
  readonly confidence: number;
  readonly place: FigurePlace;
  /** Half the width of the interval it stands for, where that is more than half a unit of its last digit (core/judge/habits.ts). */
  readonly spread?: Decimal;
  /** A count of things: it stands for itself, not for an interval. */
  readonly exact?: boolean;
  /** What it counts, where it is no money: 分, 辆. It is compared with what counts the same. */
  readonly counts?: string;
  /** An amount printed one row above, where a column number belongs, while this cell is blank: most likely this cell's own. */
  readonly displaced?: Figure;
}

/** A figure's identity within its document. */
export function figureKey(figure: Figure): string {
  const { place } = figure;
  if (place.in === 'table') return `${place.table}:${place.row}:${place.column}`;
  return place.in === 'text' ? `${place.paragraph}:${place.start}` : `rule:${place.constant}:${place.of}`;
}

/** What the figure stands in: its table, its paragraph, or ''. Figures of one table need no unit to be compared. */
export function hostOf(figure: Figure): string {
  const { place } = figure;
  return place.in === 'table' ? place.table : place.in === 'text' ? place.paragraph : '';
}

/** Whether something other than a blank or a dash is printed. */
export function isPrinted({ quantity }: Figure): boolean {
  return quantity.kind !== 'blank' && quantity.kind !== 'not-applicable';
}

/** What a figure adds to a sum: its amount; nought for a blank, and for anything else. */
export const amountOf = (figure: Figure | undefined): Decimal =>
  figure?.quantity.kind === 'amount' ? figure.quantity.value : zero;

/**
 * What a figure is reckoned as in an equation.
 * @returns the value of its amount or percentage; nought for a blank, and for anything else
 */
export function valueOf({ quantity }: Figure): Decimal {
  return quantity.kind === 'amount' || quantity.kind === 'percent' ? quantity.value : zero;
}

/**
 * The amount that is printed.
 * @returns null for a blank, and for anything else that is no amount
 */
export const printedAmount = (figure: Figure | null | undefined): Decimal | null =>
  figure?.quantity.kind === 'amount' ? figure.quantity.value : null;

/**
 * The amount that is printed, in 元.
 * @returns null for what is no amount, and where no unit is known
 */
export function amountInYuan(figure: Figure | null | undefined): Decimal | null {
  const unit = figure?.unit ?? null;
  return unit === null ? null : (printedAmount(figure)?.times(unitFactor(unit)) ?? null);
}

/** What a figure adds to a sum of amounts in several units, in 元; as it is printed where no unit is known. */
export const amountInBaseUnit = (figure: Figure): Decimal => amountOf(figure).times(factorOf(figure.unit));

/** The decimals that another value of the figure would have. */
export function usualDecimals(figure: Figure): number {
  return figure.usual ?? figure.decimals;
}

/**
 * A figure whose decimals are its own: nothing around it makes it a rounded one.
 * @param figure as it was made among others
 */
export function notRounded(figure: Figure): Figure {
  const own: { -readonly [Key in keyof Figure]: Figure[Key] } = { ...figure };
  delete own.coarse;
  return own;
}
