import type { FormSet } from '../recognise/form.ts';
import type { Notice } from './notice.ts';
import type { Relation } from './relation.ts';

export type Family =
  | 'footing'
  | 'cross-footing'
  | 'hierarchy'
  | 'balance'
  | 'tie-out'
  | 'narrative'
  | 'ratio'
  | 'performance'
  | 'structure';

/**
 * How far a rule goes. `hard`: where its figures are printed, they must agree. `conditional`: only where the stated precondition holds
 * as well. `notice`: it remarks on something and never says that figures disagree.
 */
export type RuleKind = 'hard' | 'conditional' | 'notice';

/** The relations of a rule that only remarks. */
export const none = (): never[] => [];

/** A rule: data about it, and a small pure function that yields its relations. What it is called and says stands in core/report/words under its id. */
export interface Rule {
  /** family/name; what a finding carries. */
  readonly id: `${Family}/${string}`;
  readonly family: Family;
  readonly kind: RuleKind;
  /** Short numbers of the identities that it stands for; those left out have theirs in docs/rules-left-out.md. */
  readonly catalogue: readonly string[];
  /**
   * The relations of this rule in one set of forms.
   * @param set forms of one publisher, scope and year
   */
  relations(set: FormSet): Iterable<Relation>;
  /**
   * What the rule remarks on that is no arithmetic.
   * @param set as for relations
   */
  notices?(set: FormSet): Iterable<Notice>;
}
