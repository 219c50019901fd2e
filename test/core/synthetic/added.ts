import fc from 'fast-check';
import { figure, leaf, maybe, money, nil, sum, type Amount, type Plain, type Sheet, type Style } from './sheet.ts';

/** What the forms beside the nine tell: procurement, services bought, evaluations of projects and of the department. */
export interface Added {
  readonly bought: readonly [bigint, bigint, bigint];
  readonly firms: readonly [bigint, bigint];
  readonly vehicles: readonly number[];
  readonly services: readonly (readonly bigint[])[];
  readonly evaluations: readonly Evaluation[];
}

interface Evaluation {
  readonly layout: 'beijing' | 'shanxi' | 'henan' | 'sichuan' | 'department' | 'score-table';
  /** Money by source, and how many hundredths of it were spent. */
  readonly sources: readonly [bigint, bigint];
  readonly spent: readonly [bigint, bigint];
  /** Points of six indicators, and how many of them were reached. */
  readonly points: readonly number[];
}

const share = fc.bigInt({ min: 1n, max: 100n });

/** Random consistent forms. */
export const addedArbitrary: fc.Arbitrary<Added> = fc.record({
  bought: fc.tuple(money, maybe, money),
  firms: fc.tuple(share, share),
  vehicles: fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
  services: fc.array(fc.array(money, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 2 }),
  evaluations: fc.array(
    fc.record({
      layout: fc.constantFrom('beijing', 'shanxi', 'henan', 'sichuan', 'department', 'score-table'),
      sources: fc.tuple(money, money),
      spent: fc.tuple(share, share),
      points: fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

type Cells = (string | Amount | Plain)[];
const part = (fen: bigint, hundredths: bigint): bigint => (fen * hundredths) / 100n;

/** A percentage with two decimals, rounded half up. */
function percent(above: bigint, below: bigint): string {
  const units = below === 0n ? 0n : (above * 20000n + below) / (2n * below);
  return `${units / 100n}.${(units % 100n).toString().padStart(2, '0')}`;
}

/** Weights of the indicators that every layout shares: 90 beside the 10 for execution. */
const weights = [20, 15, 15, 10, 20, 10] as const;
const indicatorNames = [
  ['产出指标', '数量指标', '印制手册'],
  ['产出指标', '质量指标', '合格率'],
  ['产出指标', '时效指标', '完成时间'],
  ['成本指标', '经济成本指标', '成本节约'],
  ['效益指标', '社会效益指标', '服务水平'],
  ['满意度指标', '服务对象满意度指标', '满意度'],
] as const;

function evaluation({ layout, sources, spent, points }: Evaluation, index: number): Sheet {
  const planned = sources.map(leaf);
  const outturn = sources.map((fen, at) => leaf(part(fen, spent[at] ?? 0n)));
  const [first = nil, second = nil] = planned;
  const [firstOut = nil, secondOut = nil] = outturn;
  const [all, allOut] = [sum(planned), sum(outturn)];
  const rate = percent(allOut.fen, all.fen);
  const scores = weights.map((weight, at) => weight - (points[at] ?? 0));
  const execution = 8;
  const total = scores.reduce((a, b) => a + b, execution);
  const remaining = (a: Amount, b: Amount): Amount => sum([a], [b]);
  if (layout === 'shanxi') {
    return {
      above: [`示例项目${index}支出绩效自评表`, '(2024年度)'],
      head: [
        '项目名称|<|示例项目|<|<|<|<|<|<|<|<',
        '项目资金预算安排及执行进度(万元)||<|年初预算数|<|全年预算数|全年执行数|资金结(转)余|执行率|得分|偏差原因',
        '^|^|^|目标申报数|预算编制数|^|^|^|^|^|^',
      ],
      body: [
        ['^', '资金总额:', '<', all, all, all, allOut, remaining(all, allOut), figure(rate), figure(execution), ''],
        [
          '^',
          '省级财政资金',
          '<',
          first,
          first,
          first,
          firstOut,
          remaining(first, firstOut),
          percent(firstOut.fen, first.fen),
          '',
          '',
        ],
        [
          '^',
          '市县区财政资金',
          '<',
          second,
          second,
          second,
          secondOut,
          remaining(second, secondOut),
          percent(secondOut.fen, second.fen),
          '',
          '',
        ],
        [
          '绩效指标',
          '一级指标',
          '二级指标',
          '三级指标',
          '年初指标值',
          '调整后指标值',
          '实际完成值',
          '定性值情况说明',
          '分值',
          '得分',
          '偏差原因分析及改进措施',
        ],
        ...indicatorNames.map((names, at): Cells => [
          '^',
          ...names,
          '达标',
          '达标',
          '达标',
          '',
          figure(weights[at] ?? 0),
          figure(scores[at] ?? 0),
          '无',
        ]),
        ['总分', '<', '<', '<', '<', '<', '<', '<', '<', figure(total), ''],
      ],
    };
  }
  if (layout === 'sichuan') {
    return {
      above: ['部门预算项目支出绩效自评表', '(2024年度)'],
      head: [
        '项目名称|<|示例项目|<|<|<|<|<|<|<|<',
        '预算执行情况(10分)|年度预算数(万元)|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因|<|<',
      ],
      body: [
        ['^', '总额', all, all, allOut, figure(`${rate}%`), figure(10), figure(execution), '', '<', '<'],
        [
          '^',
          '其中：财政资金',
          first,
          first,
          firstOut,
          figure(`${percent(firstOut.fen, first.fen)}%`),
          '/',
          '/',
          '',
          '<',
          '<',
        ],
        [
          '^',
          '财政专户管理资金',
          second,
          second,
          secondOut,
          figure(`${percent(secondOut.fen, second.fen)}%`),
          '/',
          '/',
          '',
          '<',
          '<',
        ],
        [
          '绩效指标(90分)',
          '一级指标',
          '二级指标',
          '三级指标',
          '指标性质',
          '指标值',
          '度量单位',
          '完成值',
          '权重',
          '得分',
          '未完成原因分析',
        ],
        ...indicatorNames.map((names, at): Cells => [
          '^',
          ...names,
          '=',
          '100',
          '%',
          '100',
          figure(weights[at] ?? 0),
          figure(scores[at] ?? 0),
          '',
        ]),
        ['^', '合计', '<', '<', '<', '<', '<', '<', figure(100), figure(total), ''],
      ],
    };
  }
  if (layout === 'department') {
    return {
      above: ['部门整体支出绩效自评情况表', '（2024年度）'],
      head: ['部门整体支出情况(万元)|<||<|年初预算数|全年预算数|全年执行数|分值|<|预算执行率|得分'],
      body: [
        ['^', '^', '部门预算总额', '<', all, all, allOut, figure(10), '<', figure(`${rate}%`), figure(execution)],
        [
          '^',
          '^',
          '资金来源',
          '政府预算资金',
          first,
          first,
          firstOut,
          '^',
          '^',
          figure(`${percent(firstOut.fen, first.fen)}%`),
          '^',
        ],
        [
          '^',
          '^',
          '^',
          '财政专户管理资金',
          second,
          second,
          secondOut,
          '^',
          '^',
          figure(`${percent(secondOut.fen, second.fen)}%`),
          '^',
        ],
        [
          '一级指标',
          '分值',
          '二级指标',
          '三级指标',
          '<',
          '年度指标值',
          '实际完成值',
          '分值',
          '得分',
          '偏差度',
          '偏差原因分析及改进措施',
        ],
        ...indicatorNames.map(([one, two, three], at): Cells => [
          at === 1 || at === 2 ? '^' : one,
          at === 1 || at === 2 ? '^' : at === 0 ? figure(50) : figure(weights[at] ?? 0),
          two,
          three,
          '<',
          '达标',
          '达标',
          figure(weights[at] ?? 0),
          figure(scores[at] ?? 0),
          '0.00',
          '',
        ]),
        ['总分', '<', '<', '<', '<', '<', '<', figure(100), figure(total), '', ''],
      ],
    };
  }
  if (layout === 'score-table') {
    const [more, less] = all.fen >= allOut.fen ? [all.fen, allOut.fen] : [allOut.fen, all.fen];
    return {
      above: ['2024年部门整体绩效评价指标体系评分表'],
      head: [
        '一、当年预算执行情况（10分）|<|<|<|<|<|<',
        '一级指标|二级指标|预算数（万元）|执行数（万元）|预算执行率|分值|得分',
      ],
      body: [
        ['当年预算执行情况（10）', '资金总体', all, allOut, figure(`${rate}%`), figure(10), figure(execution)],
        ['^', '基本支出', first, firstOut, '^', '^', '^'],
        ['^', '项目支出', second, secondOut, '^', '^', '^'],
        ['二、整体绩效目标实现情况（80分）', '<', '<', '<', '<', '<', '<'],
        ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
        [
          '整体绩效目标实现情况（80分）',
          '产出（60）',
          '保障运转',
          '正常',
          '良好',
          figure(40),
          figure(40 - (points[0] ?? 0)),
        ],
        ['^', '^', '窗口服务', '正常', '良好', figure(20), figure(20 - (points[1] ?? 0))],
        ['^', '效果（20）', '服务水平', '提升', '提升', figure(20), figure(20 - (points[2] ?? 0))],
        ['三、预算管理情况（10分）', '<', '<', '<', '<', '<', '<'],
        ['指标', '<', '<', '2023年', '2024年', '分值', '得分'],
        ['部门预决算差异率（10）', '<', '<', '-', figure(`${percent(more - less, all.fen)}%`), figure(10), figure(5)],
        [
          '合计',
          '<',
          '<',
          '<',
          '<',
          figure(100),
          figure(execution + 80 - (points[0] ?? 0) - (points[1] ?? 0) - (points[2] ?? 0) + 5),
        ],
      ],
    };
  }
  const henan = layout === 'henan';
  return {
    above: [`项目${index} 项目支出绩效自评表`, '（2024年度）'],
    head: [
      '项目名称|<|示例项目|<|<|<|<|<|<|<',
      henan
        ? '项目资金（万元）|<||<|年初预算数|全年预算数(A)|全年执行数(B)|分值|执行率(B/A)|得分'
        : '项目资金（万元）|<||<|年初预算数|全年预算数|全年执行数|分值|执行率|得分',
    ],
    body: [
      [
        '^',
        '^',
        henan ? '资金总额' : '年度资金总额',
        '<',
        all,
        all,
        allOut,
        figure(10),
        figure(`${rate}%`),
        figure(execution),
      ],
      [
        '^',
        '^',
        henan ? '其中：政府预算资金' : '其中：当年财政拨款',
        '<',
        first,
        first,
        firstOut,
        '—',
        figure(`${percent(firstOut.fen, first.fen)}%`),
        '—',
      ],
      [
        '^',
        '^',
        henan ? '财政专户管理资金' : '上年结转资金',
        '<',
        second,
        second,
        secondOut,
        '—',
        figure(`${percent(secondOut.fen, second.fen)}%`),
        '—',
      ],
      [
        '绩效指标',
        '一级指标',
        '二级指标',
        '三级指标',
        '<',
        '年度指标值',
        '实际完成值',
        '分值',
        '得分',
        '偏差原因分析及改进措施',
      ],
      ...indicatorNames.map(([one, two, three], at): Cells => [
        '^',
        one,
        two,
        three,
        '<',
        '达标',
        '达标',
        figure(weights[at] ?? 0),
        figure(scores[at] ?? 0),
        '',
      ]),
      ['总分', '<', '<', '<', '<', '<', '<', figure(100), figure(total), ''],
    ],
  };
}

/** The forms that some places add, and evaluations. */
export function addedSheets({ bought, firms, vehicles, services, evaluations }: Added, { unit }: Style): Sheet[] {
  const goods = bought.map(leaf);
  const all = sum(goods);
  const small = leaf(part(all.fen, firms[0]));
  const micro = leaf(part(small.fen, firms[1]));
  const kinds = [
    '副部（省）级及以上领导用车',
    '主要负责人用车',
    '机要通信用车',
    '应急保障用车',
    '执法执勤用车',
    '特种专业技术用车',
    '离退休干部服务用车',
    '其他用车',
  ];
  return [
    {
      above: ['部门决算公开相关信息统计表', '公开10表', `单位：${unit}`],
      head: ['项目|行次|统计数'],
      body: [
        ['一、政府采购情况', '1', '——'],
        ['（一）政府采购支出合计', '2', all],
        ['1．政府采购货物支出', '3', goods[0] ?? nil],
        ['2．政府采购工程支出', '4', goods[1] ?? nil],
        ['3．政府采购服务支出', '5', goods[2] ?? nil],
        ['二、国有资产占用情况', '6', '——'],
        ['（一）车辆数合计（辆）', '7', figure(vehicles.reduce((a, b) => a + b, 0))],
        ...vehicles.map((count, at): Cells => [`${at + 1}．${kinds[at] ?? ''}`, String(8 + at), figure(count)]),
      ],
    },
    {
      above: ['政府采购情况表', `单位：${unit}`],
      head: ['项目|统计数'],
      body: [
        ['政府采购支出信息', '——'],
        ['（一）政府采购支出合计', all],
        ['1．政府采购货物支出', goods[0] ?? nil],
        ['2．政府采购工程支出', goods[1] ?? nil],
        ['3．政府采购服务支出', goods[2] ?? nil],
        ['（二）政府采购授予中小企业合同金额', small],
        ['其中：授予小微企业合同金额', micro],
      ],
    },
    {
      above: ['政府购买服务决算公开情况表', `单位：${unit}`],
      head: ['一级目录|二级目录|金额'],
      body: [
        ['合计', '<', sum(services.flat().map(leaf))],
        ...services.flatMap((list, group): Cells[] => [
          [group === 0 ? '公共服务' : '政府履职辅助性服务', '小计', sum(list.map(leaf))],
          ...list.map((fen, at): Cells => ['^', `示例服务${at + 1}`, leaf(fen)]),
        ]),
      ],
    },
    ...evaluations.map(evaluation),
  ];
}
