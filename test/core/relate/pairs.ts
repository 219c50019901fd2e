import { basic, budgetSet, expenditure, fund, general, budgetTitle, fiscal, projects, services, summary, targets, threeCodeColumns, threePublic } from '../budgets.ts';
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

/** Basic expenditure with receptions in it. */
const withReceptions: Drawn = { ...basic, grid: basic.grid.replace('50201-办公经费|30201-办公费|7.500000||7.500000', '50206-公务接待费|30217-公务接待费|3.500000||3.500000').replace('48.000000|40.500000|7.500000', '44.000000|40.500000|3.500000') };

/** An expenditure form with general budget money only. */
const generalOnly: Drawn = { ...expenditure, grid: expenditure.grid.split('\n').filter((line) => !/20805|22102|30299/.test(line)).join('\n').replace('108.000000|48.000000|60.000000', '48.000000|48.000000|') };
const generalForm: Drawn = { ...general, grid: general.grid.split('\n').filter((line) => !line.includes('2010399')).join('\n').replace('93.000000|48.000000|40.500000|7.500000|45.000000|44.000000', '48.000000|48.000000|40.500000|7.500000||') };

/** Summaries that carry nothing over. */
const plain = (drawn: Drawn): Drawn => ({ ...drawn, grid: drawn.grid.replaceAll('|3.000000|', '||').replaceAll('108.000000|', '105.000000|').replaceAll('103.000000|', '100.000000|') });
const plainSummary: Drawn = { ...plain(summary), grid: plain(summary).grid.replace('一、一般公共预算拨款收入|100.000000', '一、一般公共预算拨款收入|90.000000').replace('二、政府性基金预算拨款收入|', '二、政府性基金预算拨款收入|10.000000').replace('80.500000', '77.500000').replaceAll('108.000000', '105.000000') };
const plainFiscal: Drawn = { ...plain(fiscal), grid: plain(fiscal).grid.replace('83.000000', '80.000000').replaceAll('103.000000', '100.000000') };

/** For every rule on evaluations, budgets and the forms that some places add, the change that breaks it. */
export const pairs: Readonly<Record<string, Pair>> = {
  'performance/funds-of-sources': single(project, 3, 5, '31.00'),
  'performance/execution-rate': single(department, 1, 9, '60%'),
  'performance/remaining-funds': single(withRemaining, 3, 7, '2.96'),
  'performance/execution-score': single(project, 2, 9, '9'),
  'performance/points-of-only-source': single(withRemaining, 4, 9, '3.24'),
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
  'tie-out/budget-uses': budget(expenditure, 2, 4, '41.500000'),
  'tie-out/budget-three-public': { ...budget(threePublic, 3, 3, '3.000000'), tables: [withReceptions, threePublic] },
  'tie-out/budget-kinds': { ...budget(basic, 4, 2, '49.000000'), tables: [generalOnly, generalForm, basic] },
  'tie-out/budget-general-income': { ...budget(plainFiscal, 3, 1, '91.000000'), tables: [plainSummary, plainFiscal] },
  'performance/cost-ceiling': budget(targets, 2, 9, '30'),
};
