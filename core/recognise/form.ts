import type { Figure } from '../document/figure.ts';
import type { Unit } from '../quantity/unit.ts';
import type { Caption } from './caption.ts';
import type { FormId } from './forms.ts';
import type { Claim } from './narrative/claim.ts';
import type { Ends } from './pieces.ts';
import type { StatedTable } from './stated/identity.ts';

/**
 * What a row means: 'total', 'account:2010301', 'class:201', 'source:general', 'year-total', 'opening-balance' …
 * 'part': understood, but contained in another row (其中). null: not understood; closed scope then stops the sums around it.
 */
export type LineKey = string | null;

/** What a column means: 'amount', 'total', 'basic', 'general' … 'part': contained in another column. null: not understood. */
export type MeasureKey = string | null;

export interface Line {
  readonly key: LineKey;
  /** The item name as printed. */
  readonly label: string;
  /** The functional or economic code of an account line. */
  readonly code?: string;
  /** The code by economic use (部门支出经济分类) where the row bears another one as well. */
  readonly economic?: string;
  /** The code is no lawful one as printed; the one given here is what its place makes of it. */
  readonly malformed?: boolean;
  /** Where the code is printed. */
  readonly codeFigure?: Figure;
  /** One figure a measure, in the order of the side's measures. */
  readonly figures: readonly Figure[];
}

export interface Measure {
  readonly key: MeasureKey;
  readonly label: string;
}

/**
 * What the print itself says adds up: indexes of columns (in a side's measures) or of lines. Usually one reading; several where
 * the print allows several (其中 columns inside or outside the total). `others`: in the same scope, but not understood.
 */
export interface PrintedSum {
  readonly total: number;
  readonly readings: readonly (readonly number[])[];
  readonly others: readonly number[];
  /** Levels of government put together: what one of them passes to another is counted once. */
  readonly consolidated?: boolean;
  /** Every line in it is known by its name. */
  readonly named?: boolean;
}

/** One half of a summary, one block of a form, or the whole of a plain table. */
export interface Side {
  readonly key:
    | 'income'
    | 'expenditure'
    | 'budget'
    | 'outturn'
    | 'all'
    | 'funds'
    | 'indicators'
    | 'group'
    | 'cost'
    | 'deviation'
    | 'result'
    | 'project'
    | 'remark';
  readonly measures: readonly Measure[];
  readonly lines: readonly Line[];
  /** The rows fill different columns of words: some may be the totals of others. */
  readonly uneven?: boolean;
  /** What adds up in it is known by definition, and all of it is there. */
  readonly whole?: boolean;
  /** Columns that add up to a column, as their heads say. */
  readonly columnSums?: readonly PrintedSum[];
  /** Lines that add up to a line, as their names and places say. */
  readonly lineSums?: readonly PrintedSum[];
}

/** A table whose rows and columns are understood. */
export interface Form {
  readonly id: FormId;
  readonly table: string;
  readonly title: string;
  readonly caption: Caption;
  readonly unit: Unit | null;
  readonly confidence: number;
  /** The form is known by its title; else its structure is only what it seems to be, and has to prove itself (docs/judging.md, Proof). */
  readonly official?: boolean;
  /** Nothing shows that its end is printed (core/recognise/pieces.ts). */
  readonly last?: boolean;
  /** No amount is printed in it. */
  readonly empty: boolean;
  readonly sides: readonly Side[];
}

/** One publisher, one scope, one year: relations between forms stay inside. */
export interface FormSet {
  readonly id: string;
  readonly publisher: string | null;
  readonly scope: 'department' | 'unit' | null;
  readonly year: number | null;
  readonly forms: readonly Form[];
  /** What tables of any form state of their own figures. */
  readonly stated: readonly StatedTable[];
  /** What the text says. */
  readonly claims: readonly Claim[];
  /** The text speaks of these forms for certain; else it is only held against itself. */
  readonly claimsTied: boolean;
  /** Which forms belong together is certain; else nothing between forms is judged. */
  readonly clear: boolean;
}

/** Where an amount is printed in the expanded grid. */
export interface AmountSpot {
  readonly row: number;
  readonly column: number;
}

/** A table as the report lists it. */
export interface RecognisedTable {
  readonly table: string;
  readonly set: string;
  readonly caption: Caption;
  readonly form: Form | null;
  /** The title names a form, but rows or columns do not bear it out. */
  readonly ambiguous: boolean;
  /** Which of its ends may be open: it may be a piece of a table (core/recognise/pieces.ts). */
  readonly ends: Ends;
  /** Where amounts are printed in the table, recognised or not. */
  readonly amounts: readonly AmountSpot[];
}

export interface Recognition {
  readonly kind: 'final-accounts' | 'budget' | 'performance' | 'unknown';
  readonly publisher: string | null;
  readonly year: number | null;
  readonly sets: readonly FormSet[];
  readonly tables: readonly RecognisedTable[];
  /** Amounts printed in the sentences of the explanations. */
  readonly textAmounts: readonly Figure[];
}

/**
 * A side of a form.
 * @returns null if the form has no such side
 */
export function sideOf(form: Form, key: Side['key']): Side | null {
  return form.sides.find((side) => side.key === key) ?? null;
}

/**
 * The lines of a side with a meaning, in printed order.
 * @param key the line's key, or its beginning when it ends with ':'
 */
export function linesOf(side: Side, key: string): Line[] {
  return side.lines.filter((line) => line.key === key || (key.endsWith(':') && line.key?.startsWith(key)));
}

/**
 * The figure of a line in a column.
 * @returns null if the side has no such column
 */
export function figureOf(side: Side, line: Line, measure: string): Figure | null {
  const index = side.measures.findIndex((candidate) => candidate.key === measure);
  return line.figures[index] ?? null;
}
