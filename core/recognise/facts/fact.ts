import type { Figure } from '../../document/figure.ts';
import type { FormId } from '../forms.ts';

/** Which of a year's plans and results an amount belongs to; of a budget's forms and of accounts in general it is the document's own. */
export type Stage = 'budget-initial' | 'budget-adjusted' | 'budget' | 'outturn';

/** Which way money goes. `resources`, `uses`: all that a side of a summary comes to, balances with it. */
export type Flow =
  'income' | 'expenditure' | 'opening' | 'closing' | 'surplus-used' | 'distribution' | 'resources' | 'uses';

/** Whose money: general ≤ fiscal ≤ all, and the sources beside the fiscal ones. */
export type Fund =
  | 'all'
  | 'fiscal'
  | 'general'
  | 'government-fund'
  | 'state-capital'
  | 'social-insurance'
  | 'special-account'
  | 'superior'
  | 'undertaking'
  | 'operating'
  | 'subordinate'
  | 'other';

/** Which part of expenditure. */
export type Part =
  'total' | 'basic' | 'personnel' | 'operating' | 'project' | 'to-superior' | 'operating-business' | 'to-subordinate';

/** The items of the “three public” expenses. */
export type ThreePublicItem = 'total' | 'abroad' | 'vehicles' | 'purchase' | 'operation' | 'reception';

/** What an amount is for: all of it, an account by function or by economic use, or an item with a name of its own. */
export type Item =
  | { readonly kind: 'total' }
  | { readonly kind: 'function' | 'use' | 'government-use'; readonly code: string }
  | { readonly kind: 'three-public'; readonly of: ThreePublicItem }
  | { readonly kind: 'running' | 'procurement' | 'purchased-services' };

/** All of the money: no account in particular. */
export const wholeItem: Item = { kind: 'total' };

/** What an amount is of, without when and of whom. */
export interface Subject {
  readonly flow: Flow;
  readonly fund: Fund;
  readonly item: Item;
  readonly part: Part;
}

/** The dimensions of a fact. Body, scope and year are those of its set. What the print does not determine is null, and ties to nothing. */
export interface Dimensions extends Omit<Subject, 'flow'> {
  readonly flow: Flow | null;
  /** null: the document's own, the budget of a budget and the outturn of accounts. */
  readonly stage: Stage | null;
}

/** A printed amount with what it says of itself. */
export interface Fact {
  readonly dimensions: Dimensions;
  /** Where it is printed; more than one where the print leaves open which of several rows is meant (this year's total, the grand total). */
  readonly figures: readonly Figure[];
  readonly form: FormId;
  readonly table: string;
  /** Its form is known by its title or head; else the table has to prove what it seems to be. */
  readonly official: boolean;
}

const itemKey = (item: Item): string =>
  'code' in item ? `${item.kind} ${item.code}` : 'of' in item ? `${item.kind} ${item.of}` : item.kind;

/** The same text for the same subject: for grouping only, nobody reads it back. */
export const subjectKey = (subject: Omit<Dimensions, 'stage'>): string => `${subject.fund}|${moneyless(subject)}`;

/** The same text for subjects that differ in whose money it is at most. */
export const moneyless = ({ flow, item, part }: Omit<Dimensions, 'stage' | 'fund'>): string =>
  `${flow ?? ''}|${part}|${itemKey(item)}`;

/** The same text for facts of which all dimensions are equal: for grouping only. */
export const factKey = (dimensions: Dimensions): string => `${subjectKey(dimensions)}|${dimensions.stage ?? ''}`;

/** One column of accounts: what all of it is of, and its rows by code. */
export interface AccountColumn {
  readonly form: FormId;
  readonly table: string;
  readonly official: boolean;
  /** The classification that its codes are of. */
  readonly by: 'function' | 'use' | 'government-use';
  /** Its rows bear a code of another classification as well. */
  readonly twoCodes: boolean;
  /** Of the whole column: its item is the total. */
  readonly dimensions: Dimensions;
  /** The one total row; null without one, or with several. */
  readonly total: Figure | null;
  /** The rows of a code in printed order: as a rule one, or one a body. */
  readonly rows: ReadonlyMap<string, readonly Figure[]>;
  /** A form of final accounts that lists every class: what has no row has no amount. */
  readonly complete: boolean;
  /** A row that is not understood holds an amount. */
  readonly unknownRows: boolean;
}

/** The facts of a set's forms, in printed order: what bears a code stands in `columns`, everything else in `facts`. */
export interface Facts {
  readonly facts: readonly Fact[];
  readonly columns: readonly AccountColumn[];
}

/** Whether two facts, or columns, stand in two forms: two tables of one official form are pieces of it. */
export const isOfOtherForm = (one: Fact | AccountColumn, other: Fact | AccountColumn): boolean =>
  one.table !== other.table && !(one.official && one.form === other.form);

/** Whether two subjects are one. */
export const sameSubject = (one: Subject, other: Subject): boolean => subjectKey(one) === subjectKey(other);
