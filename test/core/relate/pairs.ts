import {
  basic,
  budgetSet,
  expenditure,
  fund,
  general,
  budgetTitle,
  fiscal,
  projects,
  services,
  summary,
  targets,
  threeCodeColumns,
  threePublic,
} from '../budgets.ts';
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

const budget = (of: Drawn, row: number, column: number, text: string): Pair => ({
  tables: budgetSet,
  title: budgetTitle,
  of,
  row,
  column,
  text,
});
const single = (of: Drawn, row: number, column: number, text: string): Pair => ({
  tables: [of],
  of,
  row,
  column,
  text,
});

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
const withReceptions: Drawn = {
  ...basic,
  grid: basic.grid
    .replace('50201-办公经费|30201-办公费|7.500000||7.500000', '50206-公务接待费|30217-公务接待费|3.500000||3.500000')
    .replace('48.000000|40.500000|7.500000', '44.000000|40.500000|3.500000'),
};

/** An expenditure form with general budget money only. */
const generalOnly: Drawn = {
  ...expenditure,
  grid: expenditure.grid
    .split('\n')
    .filter((line) => !/20805|22102|30299/.test(line))
    .join('\n')
    .replace('108.000000|48.000000|60.000000', '48.000000|48.000000|'),
};
const generalForm: Drawn = {
  ...general,
  grid: general.grid
    .split('\n')
    .filter((line) => !line.includes('2010399'))
    .join('\n')
    .replace('93.000000|48.000000|40.500000|7.500000|45.000000|44.000000', '48.000000|48.000000|40.500000|7.500000||'),
};

/** Summaries that carry nothing over. */
const plain = (drawn: Drawn): Drawn => ({
  ...drawn,
  grid: drawn.grid
    .replaceAll('|3.000000|', '||')
    .replaceAll('108.000000|', '105.000000|')
    .replaceAll('103.000000|', '100.000000|'),
});
const plainSummary: Drawn = {
  ...plain(summary),
  grid: plain(summary)
    .grid.replace('一、一般公共预算拨款收入|100.000000', '一、一般公共预算拨款收入|90.000000')
    .replace('二、政府性基金预算拨款收入|', '二、政府性基金预算拨款收入|10.000000')
    .replace('80.500000', '77.500000')
    .replaceAll('108.000000', '105.000000'),
};
const plainFiscal: Drawn = {
  ...plain(fiscal),
  grid: plain(fiscal).grid.replace('83.000000', '80.000000').replaceAll('103.000000', '100.000000'),
};

/** A comparison whose heads print how its columns are worked out. */
const formulas: Drawn = {
  above: ['2024年地方政府债务限额情况表', '单位：亿元'],
  grid: `
    地区|债务限额|一般债务|专项债务
    公式|A=B+C|B|C
    全县|41.60|18.20|23.40
    县本级|30.10|12.70|17.40
    开发区|11.50|5.50|6.00`,
};

/** Two years with their change, and the outturn in per cent of the budget. */
const compared: Drawn = {
  above: ['2024年一般公共预算支出执行情况表', '单位：万元'],
  grid: `
    项目|2023年决算数|2024年预算数|2024年执行数|完成预算%|比上年增减额
    教育支出|8120|8600|8514|99.0|394
    公共安全支出|3310|3275|3242|99.0|-68
    卫生健康支出|2745|2980|2801|94.0|56
    农林水支出|6402|6510|6315|97.0|-87
    住房保障支出|980|1020|1037|101.7|57`,
};

/** A fund that rolls on from year to year. */
const rolling: Drawn = {
  above: ['2024年社会保险基金收支情况表', '单位：万元'],
  grid: `
    险种|年初结余|本年收入|本年支出|本年收支结余|年末结余
    失业保险基金|1840|620|410|210|2050
    工伤保险基金|905|318|402|-84|821`,
};

/** Budget forms under the titles of another place. */
const placeTitle = '示例市公安局2025年部门预算';
const fiscalOfPlace: Drawn = {
  above: ['财政拨款收支预算总表', '单位：万元'],
  grid: `
    收入|<|支出|<|<
    项目|预算数|项目|合计|一般公共预算
    一、一般公共预算拨款|91.00|一、公共安全支出|70.00|70.00
    二、政府性基金预算拨款||二、住房保障支出|21.00|21.00
    收入总计|91.00|支出总计|91.00|91.00`,
};
const accountsOfPlace =
  '合计|91.00|61.00|30.00\n204|公共安全支出|70.00|40.00|30.00\n20402|公安|70.00|40.00|30.00\n2040201|行政运行|40.00|40.00|\n2040202|一般行政管理事务|30.00||30.00\n221|住房保障支出|21.00|21.00|\n22102|住房改革支出|21.00|21.00|\n2210201|住房公积金|21.00|21.00|';
const generalOfPlace: Drawn = {
  above: ['一般公共预算支出预算表', '单位：万元'],
  grid: `科目编码|科目名称|合计|基本支出|项目支出\n|${accountsOfPlace}`,
};
const spendingOfPlace: Drawn = {
  above: ['部门支出预算总表', '单位：万元'],
  grid: `科目编码|科目名称|合计|基本支出|项目支出\n|${accountsOfPlace}`,
};

/** A government's income, with ordinals for its kinds and none for what they are made of. */
const nested: Drawn = {
  above: ['某市2026年一般公共预算收入预算表', '单位：万元'],
  grid: `
    项目|2025年执行数|2026年预算数
    一、税收收入|150300|160900
    增值税|90100|97400
    房产税|60200|63500
    二、非税收入|60700|61800
    专项收入|30400|31300
    罚没收入|30300|30500
    三、转移收入|50500|52900
    一般补助|20200|22300
    专项补助|30300|30600
    四、调入资金|70500|72900
    基金调入|40200|42300
    利润调入|30300|30600
    五、债务收入|50200|52100
    一般债务|20100|22000
    专项债务|30100|30100`,
};

/** One list for the whole province, for its own level and for those below it. */
const ofLevel = (level: string, amounts: readonly string[]): Drawn => ({
  above: [`2022年${level}一般公共预算支出决算表`, '单位：万元'],
  grid: [
    '项目|决算数',
    ...['外交支出', '教育支出', '节能环保支出', '金融支出'].map((name, at) => `${name}|${amounts[at] ?? ''}`),
  ].join('\n'),
});
const wholeProvince = ofLevel('全省', ['5311', '88142', '9673', '1205']);
const levelLists = [
  wholeProvince,
  ofLevel('省本级', ['4120', '21035', '3308', '816']),
  ofLevel('各市县', ['1191', '67107', '6365', '389']),
];

/** For every rule on evaluations, budgets and the forms that some places add, the change that breaks it. */
export const pairs: Readonly<Record<string, Pair | readonly Pair[]>> = {
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
  'hierarchy/nested-rows': { ...single(nested, 10, 2, '79200'), title: '某市2025年预算执行情况和2026年预算' },
  'tie-out/levels-of-government': {
    ...single(wholeProvince, 2, 1, '88412'),
    tables: levelLists,
    title: '某省2022年财政决算',
  },
  'footing/listed-rows': single(procurement, 2, 1, '15.800000'),
  'footing/contracts-with-small-firms': single(procurement, 7, 1, '6.300000'),
  'tie-out/purchased-services-of-projects': budget(services, 4, 4, '51.000000'),
  'tie-out/project-totals': budget(targets, 4, 2, '2.000000'),
  'tie-out/accounts': [
    budget(summary, 2, 3, '81.500000'),
    budget(expenditure, 2, 4, '41.500000'),
    budget(expenditure, 2, 4, '41.500000'),
    {
      tables: [spendingOfPlace, generalOfPlace],
      title: placeTitle,
      of: generalOfPlace,
      row: 4,
      column: 3,
      text: '44.00',
    },
  ],
  'tie-out/without-carry-over': [
    { ...budget(fund, 4, 2, '10.100000'), tables: [...budgetSet, fund] },
    { ...budget(plainFiscal, 3, 1, '91.000000'), tables: [plainSummary, plainFiscal] },
  ],
  'tie-out/capital-construction': [budget(general, 4, 8, '46.000000')],
  'tie-out/three-public-uses': [{ ...budget(threePublic, 3, 3, '3.000000'), tables: [withReceptions, threePublic] }],
  'tie-out/one-money': [{ ...budget(generalOnly, 4, 4, '49.000000'), tables: [generalOnly, generalForm, basic] }],
  'tie-out/same': [
    budget(basic, 4, 3, '45.000000'),
    {
      tables: [fiscalOfPlace, generalOfPlace],
      title: placeTitle,
      of: fiscalOfPlace,
      row: 4,
      column: 4,
      text: '19.00',
    },
  ],
  'cross-footing/printed-formula': single(formulas, 3, 1, '31.00'),
  'cross-footing/change-column': single(compared, 2, 5, '-86'),
  'ratio/rate-column': single(compared, 1, 4, '90.9'),
  'balance/rolling-account': single(rolling, 2, 5, '812'),
  'performance/cost-ceiling': budget(targets, 2, 9, '30'),
};
