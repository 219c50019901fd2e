import { z } from 'zod';
import { labelSchema, lineSchema, onFiguresSchema, slipSchema, statementSchema } from './statement.ts';
import { reportVersion } from './version.ts';

// Without this zod probes `new Function`, and every page with a strict CSP logs a violation.
z.config({ jitless: true });

/** An exact amount as a decimal string. */
const amount = z.string().regex(/^-?\d+(\.\d+)?$/);

/**
 * What a printed figure is known to be of, each dimension only where the print determines it. Values may be added (docs/report.md): a
 * reader takes one that it does not know for unknown.
 */
export const placeFactSchema = z.object({
  /** The publisher of its set. */
  body: z.string().optional(),
  scope: z.string().optional(),
  year: z.int().optional(),
  stage: z.string().optional(),
  flow: z.string().optional(),
  fund: z.string().optional(),
  /** A functional or economic account has a code; an item of the “three public” expenses says which. */
  item: z.object({ kind: z.string(), code: z.string().optional(), of: z.string().optional() }).optional(),
  part: z.string().optional(),
  measure: z.string().optional(),
});

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
  fact: placeFactSchema.optional(),
});

/** A figure in a sentence: characters `start` to `end` of the paragraph. */
export const textPlaceSchema = z.object({
  role: z.enum(['suspect', 'total', 'addend', 'operand']),
  paragraph: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  page: z.int().positive().optional(),
  text: z.string(),
  fact: placeFactSchema.optional(),
});

/** One line of an equation: its sign (= before the total, ≥ before a whole that may be greater than its parts, ÷ before a base), and which of the finding's places it is. */
export const termSchema = z.object({
  sign: z.enum(['+', '-', '=', '≥', '÷']),
  label: labelSchema,
  text: z.string(),
  /** Index into the finding's places; absent for a blank that is not listed. */
  place: z.int().nonnegative().optional(),
});

/** An equation beside the one that a finding tells: its sentence, its figures, and where they stand. */
export const equationSchema = z.object({
  rule: z.string(),
  statement: statementSchema,
  line: lineSchema,
  /** `place` is an index into this equation's own places. */
  terms: z.array(termSchema),
  places: z.array(z.union([cellPlaceSchema, textPlaceSchema])),
});

/** Another value for a figure of the finding. */
export const changeSchema = z.object({
  /** Index into the finding's places. */
  place: z.int().nonnegative(),
  /** The value that makes the equations hold, in the unit of the place; with the slip `excess` the most that it may be. */
  likely: amount,
  /** The same in the manner of the figures around it: thousands apart if theirs are. */
  likelyText: z.string(),
  slip: slipSchema,
});

/**
 * Which figure is wrong. `suspect`: all changes together explain the finding (one as a rule; two exchanged figures, a shifted row).
 * `candidates`: any one of the changes explains it, and nothing singles one out. `undecided`: nothing says which side is wrong.
 * `too-many`: so many equations fail together that it was not worked out.
 */
export const diagnosisSchema = z.object({
  kind: z.enum(['suspect', 'candidates', 'undecided', 'too-many']),
  changes: z.array(changeSchema),
  statement: onFiguresSchema,
  /** Equations that hold, and would not if another figure were wrong instead; or that print the likely value. At most `mostHolding`, the most telling first. */
  holding: z.array(equationSchema),
});

export const findingSchema = z.object({
  id: z.string(),
  rule: z.string(),
  verdict: z.enum(['inconsistent', 'rounding', 'notice']),
  /** One neutral sentence. */
  statement: statementSchema,
  /** The equation with its figures; a notice has none. */
  line: lineSchema.optional(),
  /** The equation line by line, for the card. */
  terms: z.array(termSchema),
  reported: z.string().optional(),
  expected: amount.optional(),
  difference: amount.optional(),
  /** Of the one figure that is suspect; of several, that of the first. Absent where only a limit is known. */
  likely: amount.optional(),
  places: z.array(z.union([cellPlaceSchema, textPlaceSchema])),
  /** Other relations that fail for the same cause. */
  related: z.array(equationSchema),
  /** Of an inconsistency, or an amount that cannot be read: which figure is wrong, as far as the equations tell. */
  diagnosis: diagnosisSchema.optional(),
});

/** Why relations could not be judged; wording in core/report/words. */
export const uncheckedReasonSchema = z.enum([
  'unreadable-figure',
  'low-confidence',
  'unknown-item',
  'unknown-unit',
  'unclear-set',
  'unclear-hierarchy',
  'zero-base',
  'unclear-claim',
  'duplicate-code',
  'displaced-amount',
  'no-breakdown',
  'form-missing',
  'ambiguous-form',
  'unproven-structure',
  'table-piece',
  'blank-difference',
  'consolidation',
  'reading-in-doubt',
  'too-long',
  'too-large',
  'rule-failed',
]);

export const uncheckedSchema = z.object({
  rule: z.string(),
  reason: uncheckedReasonSchema,
  /** The table concerned. */
  table: z.string().optional(),
  /** How many relations of this rule in this table. */
  relations: z.int().positive(),
});

/**
 * Why an amount was not checked: a reason that a relation with it could not be judged, or that it stands in none.
 * `unknown-table`: no form we know; `no-relation`: no equation contains it; `no-claim`: the sentence is not understood.
 */
export const uncoveredReasonSchema = z.enum([
  ...uncheckedReasonSchema.options,
  'unknown-table',
  'no-relation',
  'no-claim',
]);

/** How many amounts were checked, and for those that were not, why. */
const countsSchema = z.object({
  amounts: z.int().nonnegative(),
  checked: z.int().nonnegative(),
  /** Amounts that were not checked by reason, the most frequent first; together amounts − checked. */
  reasons: z.array(z.object({ reason: uncoveredReasonSchema, amounts: z.int().positive() })),
});

/** An amount of a table: row, column. */
const spot = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);

/** The coverage of a table, amount by amount. */
export const tableCoverageSchema = countsSchema.extend({
  /** Row, column, and in how many judged relations the amount stands. */
  checkedCells: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative(), z.int().positive()])),
  uncheckedCells: z.array(z.object({ reason: uncoveredReasonSchema, cells: z.array(spot) })),
});

/** The coverage of the amounts in sentences: paragraph, start, end. */
export const textCoverageSchema = countsSchema.extend({
  checkedSpans: z.array(z.tuple([z.string(), z.int().nonnegative(), z.int().nonnegative(), z.int().positive()])),
  uncheckedSpans: z.array(
    z.object({
      reason: uncoveredReasonSchema,
      spans: z.array(z.tuple([z.string(), z.int().nonnegative(), z.int().nonnegative()])),
    }),
  ),
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
  coverage: tableCoverageSchema,
});

/** A figure of a chart, and the cell where it is printed. */
export const glanceFigureSchema = z.object({
  basis: z.enum(['budget', 'outturn']).optional(),
  /** In the unit of the chart; absent where no amount can be told. */
  amount: amount.optional(),
  text: z.string(),
  /** Only what is checked has a bar. */
  state: z.enum(['checked', 'inconsistent', 'unchecked']),
  /** Length of the bar, of the longest: for drawing, never for counting. */
  share: z.number().min(0).max(1),
  table: z.string(),
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
  page: z.int().positive().optional(),
});

/** A plain chart of one form; `item` tells what a line is in our words, `label` in those printed. */
export const glanceChartSchema = z.object({
  kind: z.enum(['sources', 'classes', 'kinds', 'three-public']),
  /** All of the chart is planned; without it, a year's accounts. */
  basis: z.literal('budget').optional(),
  unit: z.string().nullable(),
  total: glanceFigureSchema.optional(),
  items: z.array(z.object({ item: z.string(), label: z.string(), figures: z.array(glanceFigureSchema) })),
});

/** The report: one per document. Overlay, popup, viewer, exports, tests and command line all use this one object. */
export const reportSchema = z.object({
  schema: z.literal(reportVersion),
  source: z.object({
    url: z.string(),
    title: z.string(),
    kind: z.enum(['html', 'pdf']),
    pages: z.int().positive().optional(),
    /** Pages without text: pictures that cannot be checked. */
    scannedPages: z.array(z.int().positive()).optional(),
    /** Pages of letters that the file does not say the meaning of. */
    unknownLetterPages: z.array(z.int().positive()).optional(),
    /** Pages that the file has lost, in whole or in part. */
    damagedPages: z.array(z.int().positive()).optional(),
    /** Pages that hold more than anybody prints: reading them was given up. */
    tooMuchPages: z.array(z.int().positive()).optional(),
    /** Pages that were not read: there were too many, or it took too long. */
    leftOutPages: z.array(z.int().positive()).optional(),
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
    /** Amounts that were not checked by reason, the most frequent first; together amounts − checked. */
    reasons: countsSchema.shape.reasons,
    text: textCoverageSchema,
  }),
  sets: z.array(
    z.object({
      id: z.string(),
      publisher: z.string().nullable(),
      scope: z.enum(['department', 'unit']).nullable(),
      year: z.int().nullable(),
    }),
  ),
  paragraphs: z.array(z.object({ id: z.string(), text: z.string(), page: z.int().positive().optional() })),
  tables: z.array(reportTableSchema),
  findings: z.array(findingSchema),
  unchecked: z.array(uncheckedSchema),
  /** The accounts at a glance, set by set; absent where nothing can be drawn. */
  glance: z.array(z.object({ set: z.string(), charts: z.array(glanceChartSchema) })).optional(),
});

export type Report = z.infer<typeof reportSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type FindingPlace = Finding['places'][number];
export type PlaceFact = z.infer<typeof placeFactSchema>;
export type CellPlace = z.infer<typeof cellPlaceSchema>;
export type SentencePlace = z.infer<typeof textPlaceSchema>;
export type Equation = z.infer<typeof equationSchema>;
export type Diagnosis = z.infer<typeof diagnosisSchema>;
export type TableCoverage = z.infer<typeof tableCoverageSchema>;
export type TextCoverage = z.infer<typeof textCoverageSchema>;
export type UncoveredReason = z.infer<typeof uncoveredReasonSchema>;
export type ReportedReason = z.infer<typeof uncheckedReasonSchema>;
export type Glance = NonNullable<Report['glance']>;
export type GlanceChart = z.infer<typeof glanceChartSchema>;
export type GlanceFigure = z.infer<typeof glanceFigureSchema>;
export type Verdict = Finding['verdict'];
