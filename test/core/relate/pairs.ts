import { basic, budgetSet, expenditure, fund, general, budgetTitle, fiscal, projects, services, summary, targets, threeCodeColumns } from '../budgets.ts';
import type { Drawn } from '../build.ts';
import { department, project, scoreTable, withRemaining } from '../evaluations.ts';

/** A rule's pair outside the nine forms: the tables agree as drawn, and with one cell of one of them changed the rule must fail. */
export interface Pair {
  readonly tables: readonly Drawn[];
  readonly title?: string;
  /** The table that is changed. */
  readonly of: Drawn;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const budget = (of: Drawn, row: number, column: number, text: string): Pair => ({ tables: budgetSet, title: budgetTitle, of, row, column, text });
const single = (of: Drawn, row: number, column: number, text: string): Pair => ({ tables: [of], of, row, column, text });

const procurement: Drawn = {
  above: ['政府采购情况表', '单位:万元'],
  grid: `
    项目|统计数
    政府采购支出信息|——
    （一）政府采购支出合计|18.500000
    1．政府采购货物支出|5.500000
    2．政府采购工程支出|0.000000
    3．政府采购服务支出|13.000000
    （二）政府采购授予中小企业合同金额|4.600000
    其中：授予小微企业合同金额|4.300000`,
};

/** For every rule on evaluations, budgets and the forms that some places add, the change that breaks it. */
export const pairs: Readonly<Record<string, Pair>> = {
  'performance/funds-of-sources': single(project, 3, 5, '31.00'),
  'performance/execution-rate': single(department, 1, 9, '60%'),
  'performance/remaining-funds': single(withRemaining, 3, 7, '2.96'),
  'performance/execution-score': single(project, 2, 9, '9'),
  'performance/weights-total': single(project, 12, 7, '30'),
  'performance/scores-total': single(department, 10, 8, '95.4'),
  'performance/score-within-weight': single(project, 10, 8, '25'),
  'performance/group-weights': single(department, 7, 1, '40'),
  'performance/budget-deviation': single(scoreTable, 13, 4, '52.00%'),
  'performance/grade': single(withRemaining, 9, 9, '89.92'),
  'performance/cost-indicator': single(project, 12, 6, '35万元'),
  'cross-footing/budget-columns': budget(projects, 2, 2, '41.000000'),
  'footing/budget-summary': budget(summary, 4, 1, '6.000000'),
  'balance/budget-totals': budget(fiscal, 9, 3, '130.000000'),
  'footing/budget-total': budget(services, 2, 4, '54.000000'),
  'hierarchy/budget-accounts': { ...single(threeCodeColumns, 5, 6, '3,400'), title: budgetTitle },
  'footing/listed-rows': single(procurement, 2, 1, '15.800000'),
  'footing/contracts-with-small-firms': single(procurement, 7, 1, '6.300000'),
  'tie-out/purchased-services-of-projects': budget(services, 4, 4, '51.000000'),
  'tie-out/budget-totals': budget(basic, 4, 3, '45.000000'),
  'tie-out/project-totals': budget(targets, 4, 2, '2.000000'),
  'tie-out/budget-classes': budget(summary, 2, 3, '81.500000'),
  'tie-out/budget-accounts': budget(expenditure, 2, 4, '41.500000'),
  'tie-out/budget-funds': { ...budget(fund, 4, 2, '10.100000'), tables: [...budgetSet, fund] },
  'tie-out/capital-construction': budget(general, 4, 8, '46.000000'),
  'performance/cost-ceiling': budget(targets, 2, 9, '30'),
};
