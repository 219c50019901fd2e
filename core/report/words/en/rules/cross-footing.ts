import type { RuleWords } from '../../words.ts';

export const crossFooting: Readonly<Record<string, RuleWords>> = {
  'cross-footing/fiscal-funds': {
    title: 'Each row adds across the three budgets',
    reasoning: 'Each row of the fiscal summary: total = general budget + government funds + state capital.',
    example: 'Education: general budget 280.00 + government funds 20.00 = total 300.00.',
  },
  'cross-footing/account-columns': {
    title: 'Each row adds across to its total',
    reasoning:
      'Income form: income of the year = fiscal appropriation and the other sources; expenditure forms: total = basic + project (and the other kinds).',
    example: 'Row 2050201: basic 60.00 + project 15.00 = total 75.00.',
  },
  'cross-footing/budget-columns': {
    title: 'Each row of a budget form adds across',
    reasoning:
      'A column that its head names as total, subtotal or sum = the other columns under the same head, with or without those under “of which”. In a form that is not known by title at least three such relations, and three times as many as fail, must hold in the same table.',
    example: 'Total 75.00 = basic 60.00 + project 15.00.',
  },
  'cross-footing/printed-formula': {
    title: 'A formula that the head prints',
    reasoning:
      'Where a row of column numbers or a head prints a formula (3=1+2, A=B+C, 4=3/1), each row is held against it. Where it fails clearly more often than it holds, it is taken to be misread.',
    example: 'Column 3=1+2: general debt 92.40 + special debt 61.20 = 153.60.',
  },
  'cross-footing/change-column': {
    title: 'A column of changes is the difference of two columns',
    reasoning:
      'A column that its head names a change or a difference is the difference of two columns of its row. Which two is shown by the other rows: at least three hold, and twice as many as fail (three times where the heads do not say which comes first). A blank change is not nought.',
    example: 'This year 1,436.10 − last year 1,520.40 = change −84.30.',
  },
};
