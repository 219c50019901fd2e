import { type Language } from '../words/language-names.ts';
import { z } from 'zod';
import { reportWords as spoken } from '../words/languages.ts';

/** One recognised amount, for whoever wants to calculate with it. */
export const tidyFigureSchema = z.object({
  publisher: z.string().nullable(),
  year: z.int().nullable(),
  scope: z.enum(['department', 'unit']).nullable(),
  /** The official form, as in the report. */
  form: z.string(),
  /** The table's title as printed. */
  title: z.string(),
  page: z.int().positive().optional(),
  /** The functional or economic code, '' if the row has none. */
  code: z.string(),
  item: z.string(),
  column: z.string(),
  /** Exact, in the table's unit. */
  amount: z.string().regex(/^-?\d+(\.\d+)?$/),
  unit: z.string().nullable(),
  /** As printed. */
  text: z.string(),
  verdict: z.enum(['inconsistent', 'rounding', 'notice', 'consistent', 'unchecked']),
  place: z.object({ table: z.string(), row: z.int().nonnegative(), column: z.int().nonnegative() }),
});

export type TidyFigure = z.infer<typeof tidyFigureSchema>;

/** Which column of the rows holds the amount. */
export const amountColumn = spoken.en.exported.figureColumns.indexOf('amount');

/**
 * Tidy figures as rows of text, with a row of names first.
 * @param url the document's address
 */
export function figureRows(figures: readonly TidyFigure[], url: string, language: Language): string[][] {
  const words = spoken[language].exported;
  return [
    [...words.figureColumns],
    ...figures.map((figure) => [
      figure.publisher ?? '',
      figure.year === null ? '' : String(figure.year),
      figure.scope === null ? '' : words.scope[figure.scope],
      figure.form,
      figure.title,
      figure.page === undefined ? '' : String(figure.page),
      figure.code,
      figure.item,
      figure.column,
      figure.amount,
      figure.unit ?? '',
      figure.text,
      words.verdict[figure.verdict],
      figure.place.table,
      String(figure.place.row + 1),
      String(figure.place.column + 1),
      url,
    ]),
  ];
}
