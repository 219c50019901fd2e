import type { RuleWords } from '../../words.ts';

export const hierarchy: Readonly<Record<string, RuleWords>> = {
  'hierarchy/class-of-sections': {
    title: 'A class is the sum of its sections',
    reasoning:
      'Each column: a class = the sections whose codes begin with its own; where a section row is missing, its items.',
    example: 'Section 20501: 120.00 + section 20502: 180.00 = class 205: 300.00.',
  },
  'hierarchy/section-of-items': {
    title: 'A section is the sum of its items',
    reasoning: 'Each column: a section = the items whose codes begin with its own.',
    example: 'Item 2050201: 75.00 + item 2050299: 105.00 = section 20502: 180.00.',
  },
  'hierarchy/economic-block': {
    title: 'An economic block is the sum of its items',
    reasoning: 'Basic expenditure form: each block (301 wages, 302 goods and services …) = its items added up.',
    example: 'Basic pay (30101) 80.00 + allowances (30102) 45.00 = wages and benefits (301) 125.00.',
  },
  'hierarchy/budget-accounts': {
    title: 'The accounts of a budget form add up level by level',
    reasoning:
      'Each column of a budget form with codes of several lengths: total = classes, class = sections, section = items. In a form that is not known by title at least three such relations, and three times as many as fail, must hold in the same table.',
    example: 'Section 20501: 120.00 + section 20502: 180.00 = class 205: 300.00.',
  },
  'hierarchy/nested-rows': {
    title: 'Rows add up level by level, as their figures bear out',
    reasoning:
      'In a list without codes a row is the sum of the rows below it where at least five digits agree, or the row above adds up without them; a column that does not is told only where the other columns and the names of the rows leave no other way to read it. Where rows bear names of the national classification, a class is the sum of its sections and a section of its items; a list in which two rows or more hold more than their parts leaves rows out and is not judged so.',
    example: 'Section 120 = 75 + 45; last year 110 = 70 + 40.',
  },
};
