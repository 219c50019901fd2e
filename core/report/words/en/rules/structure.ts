import type { RuleWords } from '../../words.ts';

export const structure: Readonly<Record<string, RuleWords>> = {
  'structure/repeated-record': {
    title: 'A project’s record is printed twice',
    reasoning:
      'In the form of goals two records have the same project with its code and the same total, and the later one lists no indicator that the earlier one does not: a record printed twice.',
    example:
      'The record of the project “counter service” is printed twice with the same 40.00 and the same indicators.',
  },
  'structure/no-data-note': {
    title: 'A form that is said to hold no data prints amounts',
    reasoning: 'A form whose note says that it holds no data prints no amount other than nought.',
    example: 'The note says that there is no data; the form prints 5.00.',
  },
  'structure/malformed-code': {
    title: 'A code with a wrong number of digits or beginning',
    reasoning:
      'Classes, sections and items have three, five and seven digits; the codes of one form begin with the same one.',
    example: 'The class is printed as 7 where the rows around it have 210.',
  },
  'structure/stray-code': {
    title: 'A code that does not belong where it stands',
    reasoning: 'The first five digits of an item’s code are the code of its section.',
    example: 'Item 2060101 stands below section 20502.',
  },
  'structure/missing-section': {
    title: 'The row of a section is missing',
    reasoning: 'A form by class, section and item has the section’s row above its items.',
    example: 'Item 2050201 stands directly below class 205; row 20502 is missing.',
  },
  'structure/doubled-row': {
    title: 'A row printed twice running',
    reasoning:
      'A code has one row in a form; another right below it with the same code, name and amounts is the same row again.',
    example: 'Row 2080505 with 60.25 is printed twice running.',
  },
  'structure/misplaced-separator': {
    title: 'Commas or a decimal point in the wrong place',
    reasoning:
      'Commas group three digits and there is one decimal point; else no amount can be read for certain, and its equations are not judged.',
    example: 'An amount printed as 1,126,92; read as 1126.92 it makes its equations hold.',
  },
};
