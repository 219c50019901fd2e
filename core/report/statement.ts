import { z } from 'zod';

// What a finding says, as data. Each language has a sentence for each kind (words/); a text is as printed or in the manner of what is
// printed, with its unit where figures of several units stand beside each other, and '' for a blank.

const claim = z.object({ claim: z.string() });
const constant = z.object({ constant: z.enum(['hundred', 'grade-floor', 'grade-ceiling']), of: z.string() });

/** What a figure is called: its cell by table, row and column as printed ('' where one says nothing); what a sentence calls it; or what a rule holds others against. */
export const nameSchema = z.union([
  z.object({ table: z.string(), row: z.string(), column: z.string() }),
  claim,
  constant,
]);

/** A figure in a sentence: what it is called, and its text. */
export const namedFigureSchema = z.object({ name: nameSchema, text: z.string() });

/** The label of a term beside its total: words of the table as printed, or what else it is called. */
export const labelSchema = z.union([z.string(), claim, constant]);

/** Which way a rate of change is said to go. */
export const directionSchema = z.enum(['grown', 'fallen']);

const figure = namedFigureSchema;
const text = z.string();

/** The sentence of a finding, or of an equation beside it. */
export const statementSchema = z.discriminatedUnion('kind', [
  // A total, and what its items come to.
  z.object({ kind: z.literal('sum'), figure, should: text, off: text }),
  z.object({ kind: z.literal('sum-displaced'), figure, should: text, off: text, amount: text }),
  z.object({ kind: z.literal('sum-of-blanks'), figure }),
  z.object({ kind: z.literal('sum-of-one'), figure, other: figure }),
  z.object({ kind: z.literal('nought-in-words'), words: text, should: text }),
  z.object({ kind: z.literal('change-reversed'), figure, size: text }),
  // A percentage, and what its amounts give.
  z.object({ kind: z.literal('rate'), figure, should: text, off: text }),
  z.object({ kind: z.literal('rate-reversed'), figure, said: directionSchema, size: text }),
  // A part, and what contains it.
  z.object({ kind: z.literal('part-above-whole'), part: figure, whole: figure }),
  z.object({ kind: z.literal('part-above-column'), part: figure, column: text, whole: text }),
  z.object({ kind: z.literal('parts-above-whole'), whole: figure, should: text }),
  z.object({ kind: z.literal('change-above-amount'), figure, change: text }),
  // One fact twice.
  z.object({ kind: z.literal('same'), figure, other: figure }),
  z.object({ kind: z.literal('same-name'), figure, other: text }),
  z.object({ kind: z.literal('same-missing'), figure }),
  /** `host`: the title of the other table; null for the text. */
  z.object({ kind: z.literal('same-as-sum'), figure, host: z.string().nullable(), should: text, off: text }),
  // A word that compares figures the wrong way round.
  z.object({ kind: z.literal('compared'), figures: z.array(figure), word: text }),
  // Equations that hold.
  z.object({ kind: z.literal('holds-same'), name: nameSchema, other: nameSchema }),
  z.object({ kind: z.literal('holds-bound'), name: nameSchema }),
  z.object({ kind: z.literal('holds-rate'), name: nameSchema }),
  z.object({ kind: z.literal('holds-sum'), name: nameSchema }),
  // No arithmetic.
  z.object({ kind: z.literal('separators'), figure }),
  /** What a rule remarks on: which of its remarks it is, and what to put into its sentence. */
  z.object({
    kind: z.literal('remark'),
    remark: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly()])),
  }),
]);

/**
 * An equation in one line: what is added up, taken off and divided, what that comes to (where it is not the same text), and what is
 * printed ('' for a blank). `said`: a rate of change that is said to go this way, where its amounts go the other.
 */
export const lineSchema = z.object({
  left: z.string(),
  comes: z.string().optional(),
  sign: z.enum(['=', '≠', '≈', '>', '≤']),
  right: z.string(),
  said: directionSchema.optional(),
});

/** How a figure most likely became wrong. `other` is no slip that we know. */
export const slipSchema = z.enum([
  'digit',
  'digit-lost',
  'digit-added',
  'transposition',
  'point',
  'unit',
  'sign',
  'missing',
  'superfluous',
  'neighbour',
  'exchanged',
  'shifted',
  'carried',
  'table-unit',
  'excess',
  'separator',
  'other',
]);

/** The slips, and a nought in the place of an amount, which is one that is missing. */
export const slipNameSchema = z.enum([...slipSchema.exclude(['other']).options, 'zeroed']);

/** Another value for a figure: `at` is null for the very figure that the sentence names; `places` of one name at once. */
const insteadSchema = z.object({ at: nameSchema.nullable(), text, value: text, places: z.int().positive() });
const insteads = z.array(insteadSchema);
/** How many equations fail. */
const equations = z.int().nonnegative();

/** What puts the figures right. */
export const repairSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('values'), changes: insteads }),
  z.object({ by: z.literal('unit'), table: text, meant: text, stated: text }),
  z.object({ by: z.literal('rows'), table: text, first: text, second: text }),
  z.object({ by: z.literal('columns'), table: text, first: text, second: text }),
  z.object({ by: z.literal('shift'), from: nameSchema, last: text, values: z.array(text) }),
]);

/** What the equations together say of the figures. */
export const onFiguresSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('too-many') }),
  z.object({ kind: z.literal('one-difference'), equations }),
  z.object({ kind: z.literal('undecided') }),
  z.object({ kind: z.literal('word-or-figure') }),
  /** `also`: what another finding tells and has to be put right as well. */
  z.object({ kind: z.literal('candidates'), equations, changes: insteads, also: insteads }),
  z.object({ kind: z.literal('scores-too-high'), rows: z.array(text) }),
  z.object({
    kind: z.literal('repair'),
    equations,
    repair: repairSchema,
    also: insteads,
    slip: slipNameSchema.optional(),
  }),
  z.object({ kind: z.literal('read-as'), equations, value: text, slip: slipNameSchema }),
]);

export type Name = z.infer<typeof nameSchema>;
export type NamedFigure = z.infer<typeof namedFigureSchema>;
export type Label = z.infer<typeof labelSchema>;
export type ChangeDirection = z.infer<typeof directionSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type EquationLine = z.infer<typeof lineSchema>;
export type SlipStatement = z.infer<typeof slipSchema>;
export type SlipName = z.infer<typeof slipNameSchema>;
export type Instead = z.infer<typeof insteadSchema>;
export type Repair = z.infer<typeof repairSchema>;
export type OnFigures = z.infer<typeof onFiguresSchema>;
