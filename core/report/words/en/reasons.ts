import type { UncoveredReason } from '../../schema.ts';

/** Why something was not checked. */
export const reasons: Readonly<Record<UncoveredReason, string>> = {
  'unreadable-figure': 'a figure cannot be read',
  'low-confidence': 'the table could not be read with confidence',
  'unknown-item': 'an item within the sum is not understood',
  'unknown-unit': 'no money unit is stated',
  'unclear-set': 'it is unclear which set of forms it belongs to',
  'unclear-hierarchy': 'the hierarchy of the accounts is unclear',
  'zero-base': 'the base is zero or cannot be told',
  'unclear-claim': 'it is unclear what the sentence speaks of',
  'duplicate-code': 'a code appears more than once',
  'displaced-amount': 'the cell is blank while an amount stands in the number row above it',
  'no-breakdown': 'there is no breakdown to add up',
  'form-missing': 'the other form is missing',
  'ambiguous-form': 'title and contents do not tell which form this is',
  'unproven-structure': 'the structure is a guess that too few sums in the table bear out',
  'table-piece': 'it may be only a piece of a table whose other rows stand elsewhere',
  'blank-difference': 'a difference is left blank, and a blank is not nought',
  'consolidation': 'money passed between levels of government is counted once',
  'reading-in-doubt': 'a digit may have been misread: it is told by its place alone, or was recognised from a picture',
  'too-large': 'a table of more than 120,000 cells, or what follows 1,500,000 characters, was not checked',
  'too-long': 'a paragraph of more than 20,000 characters, or with a sentence of more than 6,000, was not checked',
  'unknown-table': 'the table is no form we know',
  'no-relation': 'no equation contains it',
  'no-claim': 'the sentence is not understood',
  'rule-failed': 'the rule failed',
};
