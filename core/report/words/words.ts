import type { Family, RuleKind } from '../../relate/rule.ts';
import type { UncoveredReason } from '../schema.ts';
import type { Label, EquationLine, Name, OnFigures, SlipName, Statement } from '../statement.ts';
import type { Reason } from '../unread.ts';
import type { ExportWords } from './export-words.ts';
import type { LetterWords } from './letter-words.ts';

type ByKind<Data extends { readonly kind: string }, Kind extends Data['kind'] = Data['kind']> = {
  readonly [Own in Kind]: Extract<Data, { readonly kind: Own }>;
};

/** What there is to tell of a kind. */
export type StatementOf = ByKind<Statement>;
export type OnFiguresOf = ByKind<OnFigures>;

/** A sentence for each kind of statement; a remark's is filled in from `remarks`. */
export type Sentences = {
  readonly [Kind in Exclude<Statement['kind'], 'remark'>]: (statement: StatementOf[Kind]) => string;
};

/** A sentence for each kind of what the equations say of the figures. */
export type SentencesOnFigures = { readonly [Kind in OnFigures['kind']]: (said: OnFiguresOf[Kind]) => string };

/** Why pages were not read: which, in ranges; or how many of a long file were read, and how many left. */
export type UnreadWords = Readonly<Record<Exclude<Reason, 'left-out'>, (pages: string) => string>> & {
  readonly 'left-out': (read: number, left: number) => string;
};

/** What a language has to tell a report with. */
export interface Words {
  readonly name: (name: Name) => string;
  readonly label: (label: Label) => string;
  readonly sentences: Sentences;
  /** A sentence for each remark of the rules (core/relate), with {names} for its values. */
  readonly remarks: Readonly<Record<string, string>>;
  readonly equation: (line: EquationLine) => string;
  readonly onFigures: SentencesOnFigures;
  readonly slips: Readonly<Record<SlipName, string>>;
  readonly reasons: Readonly<Record<UncoveredReason, string>>;
  readonly unread: UnreadWords;
  /** Between the members of a list. */
  readonly between: string;
  /** Words as a sentence of their own. */
  readonly asSentence: (words: string) => string;
  readonly letter: LetterWords;
  readonly exported: ExportWords;
}
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
