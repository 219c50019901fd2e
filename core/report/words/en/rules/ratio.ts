import type { RuleWords } from '../../words.ts';

export const ratio: Readonly<Record<string, RuleWords>> = {
  'ratio/rate-column': {
    title: 'A column of rates and the amounts of its row',
    reasoning:
      'A column of completion or growth in per cent is worked out from two columns of its row. Which two is shown by the other rows: at least three hold, and twice as many as fail (three times where the heads do not say which comes first). Rates on a comparable basis are left out.',
    example: 'Outturn 5,361 ÷ budget 5,200 = 103.1 %.',
  },
  'ratio/share': {
    title: 'Shares in the text',
    reasoning:
      'Share = part ÷ whole × 100; a whole that only a form states (income, expenditure, general budget expenditure) is taken from it.',
    example: 'Fiscal income 500.00 / income 512.30 = 97.60%.',
  },
  'ratio/shares-total': {
    title: 'Shares add up to 100',
    reasoning: 'Where every part is listed, the shares add up to 100 %.',
    example: 'Fiscal income 97.60% and other income 2.40%: 97.60% + 2.40% = 100%.',
  },
  'ratio/growth': {
    title: 'Growth in the text',
    reasoning:
      'Growth = change ÷ last year’s amount × 100, last year’s being this year’s minus the increase or plus the decrease; where it is stated, the change is the difference of the two.',
    example: '110.00 this year, 10.00 more than last: 10.00 / (110.00 − 10.00) = 10.00%.',
  },
  'ratio/completion': {
    title: 'Completion of the budget in the text',
    reasoning:
      'Completion = outturn ÷ budget × 100, for “three public” items without a budget in the text with that of their form (differences from the budget likewise); execution rate = carried out ÷ full-year budget × 100; deviation = (outturn − budget) ÷ budget × 100; where no budget is stated, an outturn said to be above it is not below 100 %, one below it not above, one equal to it 100 %.',
    example: 'Outturn 90.00 / budget 100.00 = 90.00%.',
  },
  'ratio/quotient': {
    title: 'A rate whose operands are printed with it',
    reasoning: 'Where the sentence prints the division (A ÷ B × 100% = C%), C is what it comes to.',
    example: 'Execution rate = 90.00 / 100.00 × 100% = 90.00%.',
  },
};
