import type { Family, RuleKind } from '../../relate/rule.ts';

/** The words of a rule. */
export interface RuleWords {
  readonly title: string;
  /** The identity in words, for the reader who asks why. */
  readonly reasoning: string;
  /** A sentence or an equation with made-up figures. */
  readonly example: string;
}

/** A check that one might expect, and why it is no rule. */
export interface LeftOutWords {
  readonly title: string;
  readonly reason: string;
}

/** What a language has for the pages that explain the rules. */
export interface RuleBook {
  readonly families: Readonly<Record<Family, string>>;
  /** What the kinds of rules are called. */
  readonly kinds: Readonly<Record<RuleKind, string>>;
  /** Every rule of the catalogue, by its id. */
  readonly rules: Readonly<Record<string, RuleWords>>;
  /** What is deliberately not checked, by the first of the identities that are left out (core/relate/left-out.ts). */
  readonly leftOut: Readonly<Record<string, LeftOutWords>>;
  /** What no rule can say, because it is how the rules themselves hold back. */
  readonly heldBack: readonly string[];
}
