import type { RuleBook } from '../words.ts';
import { leftOut } from './left-out.ts';
import { rules } from './rules/index.ts';

export const ruleBook: RuleBook = {
  families: {
    'footing': 'Footing: columns add to their totals',
    'cross-footing': 'Cross-footing: rows add to their totals',
    'hierarchy': 'Hierarchy: class = sections = items',
    'balance': 'Balance: both sides agree',
    'tie-out': 'Tie-out between forms',
    'narrative': 'Text against forms and against itself',
    'ratio': 'Shares, growth and completion',
    'performance': 'Performance',
    'structure': 'Structure',
  },
  kinds: { hard: 'holds wherever printed', conditional: 'holds on a condition', notice: 'notice only' },
  rules,
  leftOut,
  heldBack: [
    'Budget lists in which rows of different levels stand below each other without codes are added up only where a column shows that all rows are of one level; else they stand among what is unchecked.',
    'A blank cell in an evaluation form may be left out lawfully, so nothing is held against it; sums over it are listed as unchecked.',
  ],
};
