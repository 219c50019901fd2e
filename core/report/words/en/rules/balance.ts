import type { RuleWords } from '../../words.ts';

export const balance: Readonly<Record<string, RuleWords>> = {
  'balance/income-total': {
    title: 'What the income total is made of',
    reasoning: 'Income total = income of the year + surplus used + opening balance.',
    example: 'Income 512.30 + surplus used 0.00 + opening balance 7.70 = total 520.00.',
  },
  'balance/expenditure-total': {
    title: 'What the expenditure total is made of',
    reasoning: 'Expenditure total = expenditure of the year + surplus distributed + closing balance.',
    example: 'Expenditure 510.00 + surplus distributed 0.00 + closing balance 10.00 = total 520.00.',
  },
  'balance/income-and-expenditure': {
    title: 'Both totals agree',
    reasoning: 'The two totals of the summary are equal.',
    example: 'Total on the left 520.00, total on the right 520.00.',
  },
  'balance/fiscal-income-total': {
    title: 'What the fiscal income total is made of',
    reasoning: 'Total = income of the year + opening fiscal balance.',
    example: 'Income 500.00 + opening fiscal balance 6.50 = total 506.50.',
  },
  'balance/fiscal-expenditure-total': {
    title: 'What the fiscal expenditure total is made of',
    reasoning: 'Each column: total = expenditure of the year + closing fiscal balance.',
    example: 'Expenditure 500.00 + closing fiscal balance 6.50 = total 506.50.',
  },
  'balance/fiscal-income-and-expenditure': {
    title: 'Both fiscal totals agree',
    reasoning: 'The two totals of the fiscal summary are equal; without a total column the three budgets are added.',
    example: 'Income total 506.50 = expenditure total 506.50.',
  },
  'balance/fund-by-fund': {
    title: 'Each budget balances by itself',
    reasoning:
      'With money in one budget only: income + opening balance = expenditure total. Between several budgets money may be re-designated in the year; the rule then does not apply.',
    example: 'General budget only: income 480.00 + opening balance 5.00 = expenditure total 485.00.',
  },
  'balance/fund-year': {
    title: 'Closing balance = opening balance + income − expenditure',
    reasoning:
      'Each row of the fund form: closing = opening + income − expenditure; not where an adjustment row or column is printed.',
    example: 'Opening 1.50 + income 20.00 − expenditure 19.00 = closing 2.50.',
  },
  'balance/budget-totals': {
    title: 'Both totals of a budget summary agree',
    reasoning: 'The grand totals of the lanes are equal: income = expenditure.',
    example: 'Income total 500.00 = expenditure total 500.00.',
  },
  'balance/rolling-account': {
    title: 'Opening balance + income − expenditure = closing balance',
    reasoning:
      'Where a row prints income, expenditure and surplus: surplus = income − expenditure; where it also prints the opening and closing balances and no other column of money: closing = opening + income − expenditure. Where it fails clearly more often than it holds nothing is said.',
    example: 'Opening 12,680 + income 9,420 − expenditure 7,915 = closing 14,185.',
  },
  'balance/debt-year': {
    title: 'Debt at the end of a year',
    reasoning:
      'In a table of debt: last year’s balance + issued − repaid = this year’s. Other changes may be left out, so that it is told only where one usual slip put right makes it exact.',
    example: '40.00 + 10.00 − 5.00 = 45.00.',
  },
};
