import type { FormSet } from '../recognise/form.ts';
import type { Notice } from './notice.ts';
import type { Relation } from './relation.ts';

export type Family = 'footing' | 'cross-footing' | 'hierarchy' | 'balance' | 'tie-out' | 'narrative' | 'ratio' | 'performance' | 'structure';

/** A rule: data about it, and a small pure function that yields its relations. */
export interface Rule {
  /** family/name; what a finding carries. */
  readonly id: `${Family}/${string}`;
  readonly family: Family;
  /** The ids of RULES.md, for whoever compares. */
  readonly catalogue: readonly string[];
  readonly title: { readonly zh: string; readonly en: string };
  /** The identity in words, for the reader who asks why. */
  readonly reasoning: { readonly zh: string; readonly en: string };
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
