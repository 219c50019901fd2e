import { words as en } from './en/index.ts';
import { ruleBook as enRules } from './en/rule-book.ts';
import type { Language } from './language-names.ts';
import type { RuleBook, Words } from './words.ts';
import { words as zh } from './zh/index.ts';
import { ruleBook as zhRules } from './zh/rule-book.ts';

// A language is a folder beside this file, its lines here, and its name in language-names.ts.

/** What each language tells a report with. */
export const reportWords: Readonly<Record<Language, Words>> = { zh, en };

/** The words about the rules in each language. */
export const ruleBooks: Readonly<Record<Language, RuleBook>> = { zh: zhRules, en: enRules };
