import type { Figure } from '../document/figure.ts';

/** Why a relation cannot be judged. */
export type UncheckedReason =
  | 'unreadable-figure'
  | 'low-confidence'
  | 'unknown-item'
  | 'unknown-unit'
  | 'unclear-set'
  | 'unclear-hierarchy'
  | 'zero-base'
  | 'unclear-claim'
  | 'duplicate-code'
  | 'displaced-amount'
  | 'no-breakdown'
  | 'form-missing'
  | 'ambiguous-form'
  | 'unproven-structure'
  | 'table-piece'
  | 'blank-difference'
  | 'consolidation'
  | 'reading-in-doubt'
  | 'too-long'
  | 'too-large'
  | 'rule-failed';

/** A quantity in an equation. */
export interface Term {
  readonly figure: Figure;
  /** The sum of weight × amount over all terms is zero when the relation holds: addends +1, what they add up to -1. */
  readonly weight: 1 | -1;
  readonly role: 'total' | 'addend' | 'operand';
  /** In a ratio: above or below the line. The first term, the percentage, has neither. */
  readonly part?: 'numerator' | 'denominator';
}

/**
 * An equation between printed quantities. `sum`: addends and their total. `same`: one fact printed twice (or on one side as a sum).
 * `ratio`: the first term is a percentage, 100 × the numerators added up / the denominators added up.
 * `bound`: the first term is a whole, the others parts of it: together they are not greater.
 */
export interface Relation {
  readonly kind: 'sum' | 'same' | 'bound' | 'ratio';
  /**
   * The terms, total first. Usually one reading; several where the print allows several (a row whose code belongs elsewhere):
   * the relation fails only if it fails in every reading.
   */
  readonly readings: readonly (readonly Term[])[];
  /**
   * Which of its figures would be told if they were another amount, where that is not all of them: of a list that may leave rows out only a
   * total that is part of another sum as well, or none.
   */
  readonly checks?: 'total' | 'nothing';
  /** Set when a precondition cannot be decided: the relation is then listed as unchecked. */
  readonly unchecked?: UncheckedReason;
  /**
   * The structure is only what a table seems to be: relations with the same pattern stand or fall together, and one that fails
   * counts only when enough others hold (core/judge/patterns.ts).
   */
  readonly pattern?: string;
  /**
   * The sum is read out of the head or the rows of a form that its title names: where it fails in several columns or rows and holds in
   * none, the form is built otherwise (core/judge/patterns.ts).
   */
  readonly build?: string;
  /** How far the print itself says what its pattern guesses: the more it says, the less the figures must show (core/judge/patterns.ts). */
  readonly evidence?: 'printed' | 'quoted' | 'named' | 'seems';
  /** Written from the very figures it states, a percentage above all: it holds with a wrong figure too, and vouches for none. */
  readonly derived?: boolean;
  /** The total is fixed by convention (100 points): where it does not agree, the parts are to blame, and nothing says which. */
  readonly conventional?: boolean;
  /** The word that compares the two figures: it, or one of them, is wrong. */
  readonly word?: Figure;
  /** A percentage that may have been moved by one unit of its last digit so that its list comes to 100 %. */
  readonly moved?: boolean;
  /** The reading is a guess: judged where it agrees, and where it fails unchecked for this reason. */
  readonly guess?: UncheckedReason;
  /**
   * A guess, or a pattern that is not proved, that fails is told all the same where one amount put right makes it hold exactly that was mistyped as few others are (two neighbouring
   * digits exchanged, a digit too many, the wrong unit, the point moved), and its total is of at
   * least so many units of the last digit that is no nought in all of its amounts: then chance does not do that.
   */
  readonly slipTells?: number;
  /** What its total adds up ends inside the table: another row of the total's level, or a higher one, stands below it. */
  readonly closed?: boolean;
  /** The table to name when the relation is unchecked. */
  readonly table: string;
}

/** The total of a relation. */
export const total = (figure: Figure): Term => ({ figure, weight: -1, role: 'total' });
/** A part of the total. */
export const addend = (figure: Figure): Term => ({ figure, weight: 1, role: 'addend' });
/** A whole and what is contained in it: neither is more to blame. */
export const whole = (figure: Figure): Term => ({ figure, weight: -1, role: 'operand' });
export const part = (figure: Figure): Term => ({ figure, weight: 1, role: 'operand' });
/** The parts of a ratio; the percentage itself comes first. */
export const percentage = (figure: Figure): Term => ({ figure, weight: -1, role: 'total' });
export const numerator = (figure: Figure, weight: 1 | -1 = 1): Term => ({
  figure,
  weight,
  role: 'operand',
  part: 'numerator',
});
export const denominator = (figure: Figure, weight: 1 | -1 = 1): Term => ({
  figure,
  weight,
  role: 'operand',
  part: 'denominator',
});
/** What is taken off before the total: expenditure in a balance. */
export const deduction = (figure: Figure): Term => ({ figure, weight: -1, role: 'addend' });
/** A fact printed in two places: left minus right is zero. */
export const left = (figure: Figure): Term => ({ figure, weight: -1, role: 'operand' });
export const right = (figure: Figure): Term => ({ figure, weight: 1, role: 'operand' });
