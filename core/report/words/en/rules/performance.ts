import type { RuleWords } from '../../words.ts';

export const performance: Readonly<Record<string, RuleWords>> = {
  'performance/funds-of-sources': {
    title: 'Funds in total are the sum of their sources',
    reasoning:
      'Each column of the money (initial budget, full-year budget, outturn): total = the sources, or basic, project and other spending, added up.',
    example: 'Appropriation 30.00 + carry-over 20.00 = funds in total 50.00.',
  },
  'performance/execution-rate': {
    title: 'Rate of execution is outturn divided by budget',
    reasoning: 'Rate of execution = outturn / full-year budget; not where more was spent and the form stops at 100%.',
    example: 'Outturn 40.00 / budget 50.00 = 80.00%.',
  },
  'performance/remaining-funds': {
    title: 'Remaining funds are budget minus outturn',
    reasoning: 'Remaining funds = full-year budget − outturn.',
    example: 'Budget 50.00 − outturn 40.00 = remaining 10.00.',
  },
  'performance/execution-score': {
    title: 'Points for execution follow the printed scale',
    reasoning:
      'Where the form prints that points = rate × weight: points / weight = rate of execution; not above 100%.',
    example: 'Rate 80%, weight 10: 8 points.',
  },
  'performance/points-of-only-source': {
    title: 'The only source has the points of the funds in total',
    reasoning:
      'Where a single source has the budget and the outturn of the total, both lines speak of the same money: the points for execution printed in both are the same.',
    example: 'Total 4.09, outturn 1.40, 3.42 points; the only source, 4.09 and 1.40 as well, has 3.42 points too.',
  },
  'performance/weights-total': {
    title: 'The total weight is the sum of the weights',
    reasoning:
      'Weight in the total row = weight of execution, of management and of all indicators; a weight that several rows share counts once.',
    example: '10 + 50 + 30 + 10 = 100; items that add up to 110 do not agree.',
  },
  'performance/scores-total': {
    title: 'The total score is the sum of the scores',
    reasoning:
      'Total score = points for execution, for management and of all indicators; not where points are added or taken off beside them.',
    example: '8 + 46 + 28 + 10 = total score 92.',
  },
  'performance/score-within-weight': {
    title: 'A score is not more than its weight',
    reasoning: 'No line scores more than its weight; lines that share a weight do not score more together.',
    example: 'An indicator of weight 15 cannot score 16.',
  },
  'performance/group-weights': {
    title: 'The weight of a group is the sum of its indicators',
    reasoning:
      'A weight printed for a group, in brackets behind its name or in a column beside it = the weights of its indicators.',
    example: '“Output (30)”: the weights below it, 10 + 12 + 8 = 30.',
  },
  'performance/budget-deviation': {
    title: 'Deviation of outturn from budget',
    reasoning: 'Deviation = |outturn − budget| / budget, by the funds in total of the same form.',
    example: 'Budget 200.00, outturn 150.00: |150.00 − 200.00| / 200.00 = 25.00%.',
  },
  'performance/grade': {
    title: 'The grade agrees with the score',
    reasoning:
      'Where the notes print the bands of the grades, the score lies within the band of its grade; not checked without.',
    example: 'Where 90 to 100 is excellent, a score of 89 cannot be graded so.',
  },
  'performance/cost-indicator': {
    title: 'Outturn is not more than the cost reached',
    reasoning:
      'With a single cost indicator whose target is the budget, it speaks of the whole project: outturn is not more than the cost it states, after conversion of units. Cost not paid yet may make it greater, so equality is not asked.',
    example: 'Cost reached 45; outturn 40.00 is not greater.',
  },
  'performance/stated-execution': {
    title: 'A rate of execution in the words of a form',
    reasoning:
      'Where the words of a form state budget and outturn, the rate beside them is outturn / budget. A rate alone, or words that all was spent, which the money of the form does not bear out, are only remarked on.',
    example: 'Budget 20.00, outturn 15.00, rate of execution 75.00%.',
  },
  'performance/cost-ceiling': {
    title: 'The ceiling of a project’s cost is not below its total',
    reasoning:
      'Where the goals say that the project’s cost is at most X, X (after conversion of units) is not less than its total; where the digits are the same and the unit is not, the unit is remarked on.',
    example: 'A project of 40.00 cannot have a cost ceiling of 38.',
  },
};
