import { describe, expect, it } from 'vitest';
import { reportOf } from '../build.ts';
import { withText } from '../explanations.ts';

/** The equations of what contradicts itself in a budget's or in accounts' text. */
const alarms = (lines: readonly string[], title = '示例市财政局2024年部门预算公开'): string[] =>
  reportOf(withText(lines, [], title))
    .findings.filter(({ verdict }) => verdict === 'inconsistent')
    .map(({ equation }) => equation);
const accounts = '示例市财政局2024年度部门决算';

describe('an item stated twice in its paragraph', () => {
  it('is told when the two differ', () => {
    expect(
      alarms([
        '2、住房保障支出（221类）住房改革支出（02款）提租补贴（03项）86.40万元。主要用于：发放补贴。2023年当年预算执行数为72.00万元，2024年预算安排84.60万元。',
      ]),
    ).toEqual(['86.40 ≠ 84.60']);
  });

  it.each([
    '2、住房保障支出（221类）住房改革支出（02款）提租补贴（03项）86.40万元。主要用于：发放补贴。2023年当年预算执行数为72.00万元，2024年预算安排86.40万元。',
    '2、住房保障支出（221类）住房改革支出（02款）提租补贴（03项）86.40万元。其中：2024年预算安排80.40万元，上年结转6.00万元。',
    '2、住房保障支出（221类）住房改革支出（02款）提租补贴（03项）86.40万元，在执行中追加6.00万元，2024年预算安排80.40万元。',
    '2、住房保障支出（221类）住房改革支出（02款）提租补贴（03项）86.40万元。2023年预算安排72.00万元。',
  ])('is silent where it need not be the same: %s', (line) => expect(alarms([line])).toEqual([]));

  it('is not looked for in final accounts, where the first is what was spent', () => {
    expect(
      alarms(['2、住房保障支出（类）住房改革支出（款）提租补贴（项）86.40万元。2024年预算安排84.60万元。'], accounts),
    ).toEqual([]);
  });
});

describe('a change stated in two sections', () => {
  const said = (change: string, again: string, item = '财政拨款收、支总计') => [
    '一、收支预算总体情况说明',
    `2024年度收入、支出预算总计3,260.00万元，与上年相比收、支预算总计各增加${change}万元。`,
    '四、财政拨款收支预算总体情况说明',
    `2024年度财政拨款收、支总预算3,260.00万元。与上年相比，${item}各增加${again}万元。`,
  ];

  it('is told when two digits changed places', () =>
    expect(alarms(said('152.40', '125.40'))).toEqual(['152.40 ≠ 125.40']));
  it('is silent when it is the same', () => expect(alarms(said('152.40', '152.40'))).toEqual([]));
  // Last year there was other money beside the fiscal.
  it('is silent when last year’s may have differed', () => expect(alarms(said('152.40', '160.90'))).toEqual([]));
});

describe('an increase', () => {
  it('is not more than the amount itself', () => {
    expect(alarms(['政府性基金拨款支出0万元，比上年增加38.20万元。'], accounts)).toEqual(['38.20 > 0']);
    expect(alarms(['卫生健康支出7.35万元，比2023年预算增加17.10万元。'])).toEqual(['17.10 > 7.35']);
  });

  it.each([
    '卫生健康支出7.35万元，比上年增加1.71万元。',
    '政府性基金拨款支出0万元，比上年减少38.20万元。',
    // Last year's balance was negative.
    '年末结转和结余7.35万元，比上年增加17.10万元。',
    '教育支出7.35万元，全部支出比上年增加17.10万元。',
    '教育支出7.35万元、卫生健康支出20.00万元，比上年增加17.10万元。',
    '12月份收入7.35万元，累计比上年增加17.10万元。',
    '教育支出7.35万元，同口径比上年增加17.10万元。',
  ])('is silent where it may be: %s', (line) => expect(alarms([line], accounts)).toEqual([]));
});
