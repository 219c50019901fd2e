import { ruleBook as en } from './en/rule-book.ts';
import { ruleBook as zh } from './zh/rule-book.ts';
import type { RuleBook } from './words.ts';

// A language is a folder beside this file, and its lines here.

/** The languages that a report can be told in. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** The words about the rules in each language. */
export const ruleBooks: Readonly<Record<Language, RuleBook>> = { zh, en };
