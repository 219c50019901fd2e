import type { LeftOutWords } from '../words.ts';

/** What is deliberately not checked, by the first of the identities that are left out. */
export const leftOut: Readonly<Record<string, LeftOutWords>> = {
  'N12': {
    title: 'Last year’s balance worked out from the changes',
    reason:
      'Last year’s distribution, recoveries and reorganisations are not printed in this year’s report; what is worked out often differs for good reasons.',
  },
  'N13': {
    title: 'The changes of parts that are not all listed',
    reason:
      'Where every “three public” item states its change they are added up; the changes of all other parts are seldom printed, and a part that is not mentioned may have changed too.',
  },
  'N20': {
    title: 'Running costs equal operating expenditure',
    reason:
      'It holds only for a single administrative body, and the forms do not say what kind of body it is. Growth and completion are checked as elsewhere.',
  },
  'N27': {
    title: 'Initial budgets in different sections',
    reason: 'Their scope differs (other funds, balances carried over), and so do they.',
  },
  'N29': {
    title: 'Items named behind “mainly” and the form',
    reason: 'Such lists are copied from templates, have no amounts, and mostly differ from the form.',
  },
  'N30': {
    title: 'Reasons and the direction of a change',
    reason: 'Reasons are free text. Where the text says which amount is greater, that is checked.',
  },
  'J-9': {
    title: 'The deviation of an indicator',
    reason:
      'Targets are words as often as numbers, and forms print 0 for every target that is met, or the true deviation: the convention is nowhere stated.',
  },
  'J-10': {
    title: 'Attainment against score',
    reason:
      'Scales differ from place to place and are rarely printed; that a score is not above its weight is checked.',
  },
  'J-12': {
    title: 'Words against numbers in evaluations',
    reason: 'A remark on wording; the figures cannot tell.',
  },
  'Z-6': {
    title: 'Adjustment, carry-over and “three public” rates of a department',
    reason:
      'Their operands are from before or after adjustments, with or without carry-over; the form does not say which.',
  },
  'FB1-3': {
    title: 'Contracts with small firms against procurement',
    reason: 'Contracts and payments are different bases.',
  },
  'F01-6': {
    title: 'Negative amounts, outturn above budget',
    reason: 'Lawful, with a reason in the text.',
  },
  'F04-9': {
    title: 'Conventions of codes, blanks and row numbers',
    reason: 'No arithmetic, and they differ between places and years.',
  },
  'Y14-1': {
    title: 'Weights of a department’s goals',
    reason: 'Where the form is cut the sum means nothing, and a cut form cannot be told from a whole one.',
  },
  'X19': {
    title: 'Equalities that often hold and need not',
    reason: 'Projects carry “three public” items; bases of contributions differ; not every project is evaluated.',
  },
  'X21': {
    title: 'Income less expenditure against balances',
    reason: 'Follows from the relations of the first form and would tell the same error twice.',
  },
  'N18': {
    title: 'Cost a vehicle or a head',
    reason:
      'The number below the line may be that of the year’s end, an average or an establishment; the text does not say. A number of zero beside an amount is remarked on.',
  },
  'S-02': {
    title: 'Order, names, titles, template leftovers',
    reason: 'Remarks on form. An amount in the row of column numbers is told with the sum it breaks.',
  },
  'S-10': {
    title: 'Units that are not stated',
    reason: 'Where the unit is not stated relations between forms are listed as unchecked.',
  },
  'S-09': {
    title: 'Forms that are said to hold no data',
    reason: 'The sentence often stands between two forms, and the print does not tell which of them it speaks of.',
  },
};
