import { z } from 'zod';

// Without this zod probes `new Function`, and every page with a strict CSP logs a violation.
z.config({ jitless: true });

/** An exact amount as a decimal string. */
const amount = z.string().regex(/^-?\d+(\.\d+)?$/);

/** A figure in a cell: row and column count the expanded grid from the table's first row, headers included, from 0. */
export const cellPlaceSchema = z.object({
  role: z.enum(['suspect', 'total', 'addend', 'operand']),
  table: z.string(),
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
  page: z.int().positive().optional(),
  rowLabel: z.string(),
  columnLabel: z.string(),
  text: z.string(),
});

/** A figure in a sentence: characters `start` to `end` of the paragraph. */
export const textPlaceSchema = z.object({
  role: z.enum(['suspect', 'total', 'addend', 'operand']),
  paragraph: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  page: z.int().positive().optional(),
  text: z.string(),
});

/** One line of an equation: its sign (= before the total, ≥ before a whole that may be greater than its parts, ÷ before a base), and which of the finding's places it is. */
export const termSchema = z.object({
  sign: z.enum(['+', '-', '=', '≥', '÷']),
  label: z.string(),
  text: z.string(),
  /** Index into the finding's places; absent for a blank that is not listed. */
  place: z.int().nonnegative().optional(),
});

export const findingSchema = z.object({
  id: z.string(),
  rule: z.string(),
  verdict: z.enum(['inconsistent', 'rounding', 'notice']),
  /** One neutral sentence, in each language. */
  message: z.string(),
  messageEn: z.string(),
  /** The equation with its figures, in one line. */
  equation: z.string(),
  /** The equation line by line, for the card. */
  terms: z.array(termSchema),
  reported: z.string().optional(),
  expected: amount.optional(),
  difference: amount.optional(),
  likely: amount.optional(),
  places: z.array(z.union([cellPlaceSchema, textPlaceSchema])),
  /** Other relations that fail for the same cause. */
  related: z.array(z.object({ rule: z.string(), message: z.string(), messageEn: z.string(), equation: z.string() })),
});

/** Why relations could not be judged; wording in core/report/wording.ts. */
export const uncheckedReasonSchema = z.enum([
  'unreadable-figure', 'low-confidence', 'unknown-item', 'unknown-unit', 'unclear-set', 'unclear-hierarchy',
  'zero-base', 'unclear-claim', 'duplicate-code', 'displaced-amount', 'no-breakdown', 'form-missing', 'ambiguous-form', 'unproven-structure', 'rule-failed',
]);

export const uncheckedSchema = z.object({
  rule: z.string(),
  reason: uncheckedReasonSchema,
  /** The table concerned. */
  table: z.string().optional(),
  /** How many relations of this rule in this table. */
  relations: z.int().positive(),
});

export const reportTableSchema = z.object({
  id: z.string(),
  set: z.string(),
  form: z.string().nullable(),
  title: z.string(),
  formNumber: z.string().optional(),
  page: z.int().positive().optional(),
  unit: z.string().nullable(),
  rows: z.int().nonnegative(),
  columns: z.int().nonnegative(),
  confidence: z.number().min(0).max(1),
  /** The form says of itself that it holds no data. */
  empty: z.boolean(),
});

/** The report: one per document. Overlay, popup, viewer, exports, tests and command line all use this one object. */
export const reportSchema = z.object({
  schema: z.literal('tieout-report/1'),
  source: z.object({
    url: z.string(),
    title: z.string(),
    kind: z.enum(['html', 'pdf']),
    pages: z.int().positive().optional(),
    /** Pages without text: pictures that cannot be checked. */
    scannedPages: z.array(z.int().positive()).optional(),
    /** A plain sentence when the file could not be read. */
    error: z.string().optional(),
  }),
  document: z.object({
    kind: z.enum(['final-accounts', 'budget', 'performance', 'unknown']),
    publisher: z.string().nullable(),
    year: z.int().nullable(),
  }),
  coverage: z.object({
    amounts: z.int().nonnegative(),
    checked: z.int().nonnegative(),
    relations: z.int().nonnegative(),
    tables: z.int().nonnegative(),
    recognised: z.int().nonnegative(),
  }),
  sets: z.array(z.object({
    id: z.string(),
    publisher: z.string().nullable(),
    scope: z.enum(['department', 'unit']).nullable(),
    year: z.int().nullable(),
  })),
  paragraphs: z.array(z.object({ id: z.string(), text: z.string(), page: z.int().positive().optional() })),
  tables: z.array(reportTableSchema),
  findings: z.array(findingSchema),
  unchecked: z.array(uncheckedSchema),
});

export type Report = z.infer<typeof reportSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type FindingPlace = Finding['places'][number];
export type CellPlace = z.infer<typeof cellPlaceSchema>;
export type TextPlace = z.infer<typeof textPlaceSchema>;
export type UncheckedReason = z.infer<typeof uncheckedReasonSchema>;
export type Verdict = Finding['verdict'];
