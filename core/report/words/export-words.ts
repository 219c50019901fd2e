import type { Report, Verdict } from '../schema.ts';

/** The verdict on a figure: the gravest of the findings it stands in; else whether it was checked at all. */
export type FigureVerdict = Verdict | 'consistent' | 'unchecked';

/** The words of the exported files. */
export interface ExportWords {
  readonly verdict: Readonly<Record<FigureVerdict, string>>;
  readonly kind: Readonly<Record<Report['document']['kind'], string>>;
  readonly scope: Readonly<Record<'department' | 'unit', string>>;
  readonly findingColumns: readonly string[];
  readonly figureColumns: readonly string[];
  readonly text: string;
  readonly untitled: string;
  readonly blank: string;
  readonly source: string;
  readonly likely: string;
  readonly places: string;
  readonly none: string;
  readonly notAccusation: string;
  page(page: number): string;
  heading(year: number | null, kind: string): string;
  coverage(checked: number, amounts: number, relations: number): string;
  counts(inconsistent: number, rounding: number, notices: number): string;
  table(index: number): string;
  readonly colon: string;
}
