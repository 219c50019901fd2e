import { describe, expect, it } from 'vitest';
import {
  isBetweenLevels,
  isCount,
  isDifference,
  isNeverAdded,
  isRateRow,
} from '../../../core/recognise/measure-words.ts';
import { documentOf, reportOf, rulesWith, type Drawn } from '../build.ts';
import { changed } from './changed.ts';

const title = '示例市2025年预算执行情况和2026年预算草案';
const report = (drawn: Drawn) => reportOf(documentOf([drawn], title));
const alarms = (drawn: Drawn): string[] => rulesWith(report(drawn), 'inconsistent');
const reasons = (drawn: Drawn): string[] => report(drawn).unchecked.map(({ reason }) => reason);

describe('words for what is never added up', () => {
  it.each([
    '债务平均年限（年）',
    '人均财力',
    '加权平均利率',
    '占支出比重',
    '为预算的%',
    '增幅',
    '完成率',
    '排名',
    '公务接待人次',
    '单价（元/人）',
    '保有量（辆）',
    '受益人数',
    '发行期限',
  ])('%s', (words) => {
    expect(isNeverAdded(words)).toBe(true);
  });

  it.each([
    '合计',
    '税收收入',
    '一般债务',
    '2026年预算数',
    '利息收入',
    '均衡性转移支付',
    '决算数（万元）',
    '公务接待费',
    '其他资金',
    '工程',
    '年初结转',
    '年末余额',
    '基本支出',
  ])('%s is an amount', (words) => {
    expect(isNeverAdded(words)).toBe(false);
  });

  it('tell rows that count and rows that are rates from projects with such words in their names', () => {
    expect(['公务用车保有量（辆）', '（2）国内接待批次(批)'].every(isCount)).toBe(true);
    expect(['债务率', '人均预算', '占比（%）', '二、增长率'].every(isRateRow)).toBe(true);
    expect(['提高城乡居民参保率补助资金', '增长型企业奖励', '义务教育均衡发展', '城市维护建设税'].some(isRateRow)).toBe(
      false,
    );
    expect(isDifference('2025年快报数比2024年决算数/增减额')).toBe(true);
    expect(['上级补助收入', '补助县区支出', '上解支出', '债务转贷收入'].every(isBetweenLevels)).toBe(true);
  });
});

describe('in a table of regions', () => {
  const debt: Drawn = {
    above: ['2025年各县政府债务情况表', '单位：亿元'],
    grid: `地区|债务余额|<|<|平均利率（%）|<|<|剩余年限（年）|<|<
^|合计|一般债务|专项债务|合计|一般债务|专项债务|合计|一般债务|专项债务
甲县|120.5|70.3|50.2|2.9|3.1|2.7|11.3|9.2|14.4
乙县|81.7|50.6|31.1|3.0|3.2|2.8|12.0|10.1|15.2
丙县|64.9|40.2|24.7|2.8|3.0|2.6|12.9|11.0|16.1
丁县|35.3|22.1|13.2|2.8|3.0|2.5|13.9|12.0|17.4`,
  };

  it('averages under 合计 are no sums, and amounts are', () => {
    expect(alarms(debt)).toEqual([]);
    expect(alarms(changed(debt, 3, 3, '13.1'))).toEqual(['cross-footing/budget-columns']);
  });

  it('the same under heads of terms of years turned into rows stay unjudged', () => {
    const rows: Drawn = {
      above: ['2025年各县财力情况表', '单位：万元'],
      grid: '项目|合计|甲县|乙县|丙县\n税收收入|600.5|300.2|200.1|100.2\n非税收入|90.6|40.1|30.2|20.3\n上级财力补助|310.7|100.3|110.2|100.2\n人均财力|2.1|2.4|2.2|1.8\n其他财力|33.6|11.2|11.3|11.1',
    };
    expect(alarms(rows)).toEqual([]);
    expect(alarms(changed(rows, 2, 3, '302.0'))).toEqual(['cross-footing/budget-columns']);
  });
});

describe('a difference left blank', () => {
  const table: Drawn = {
    above: ['2025年全市政府性基金支出执行情况表', '单位：万元'],
    grid: `项目|2024年决算数|2025年年初预算数|2025年执行数|增减额
城乡社区支出|400.5|420.6|512.7|112.2
农林水支出|200.3|215.7|296.5|96.2
其他支出|100.4|105.2|190.8|90.4
住房保障支出||14.1|228.6|
合计|701.2|755.6|1228.6|527.4`,
  };

  it('is unknown, not nought', () => {
    expect(alarms(table)).toEqual([]);
    expect(reasons(table)).toContain('blank-difference');
    const filled = changed(changed(table, 4, 4, '228.6'), 5, 4, '527.4');
    expect(alarms(filled)).toEqual([]);
    expect(alarms(changed(filled, 1, 4, '121.2'))).toEqual(['cross-footing/change-column', 'footing/budget-total']);
  });
});

describe('levels of government put together', () => {
  const table: Drawn = {
    above: ['2025年全省一般公共预算收入表', '单位：亿元'],
    grid: `项目|全省合计|省本级|市县级
增值税|120.4|40.1|80.3
企业所得税|60.4|20.1|40.3
个人所得税|30.4|10.1|20.3
契税|33.4|1.1|32.3
转移支付收入|90.6|90.6|48.2
收入总计|335.2|162.0|221.4`,
  };

  it('count once what passes between them', () => {
    expect(alarms(table)).toEqual([]);
    expect(reasons(table)).toContain('consolidation');
    expect(alarms(changed(table, 2, 3, '43.0'))).toContain('cross-footing/budget-columns');
  });
});

describe('a plan', () => {
  const lanes = (name: string, totals = ['收入合计', '支出合计']): Drawn => ({
    above: [name, '单位：万元'],
    grid: `项目|2026年预算数|项目|2026年预算数
一、税收收入|512.3|一、教育支出|300.2
二、非税收入|100.4|二、卫生健康支出|120.5
三、其他收入|50.1|三、其他支出|80.7
${totals[0] ?? ''}|662.8|${totals[1] ?? ''}|501.4`,
  });

  it.each([
    '2026—2028年收支规划表',
    '2026年社会保险基金预算收支情况表',
    '城乡居民养老保险基金收支总表',
    '2026年税收与支出对照表',
  ])('%s need not balance', (name) => {
    expect(alarms(lanes(name))).toEqual([]);
  });

  it('of all money there is balances', () => {
    expect(alarms(lanes('部门收支总体情况表', ['收入总计', '支出总计']))).toEqual(['balance/budget-totals']);
  });
});

describe('items of the “three public” expenses', () => {
  it('among others are no list of them', () => {
    const table: Drawn = {
      above: ['2026年基本支出预算表', '单位：万元'],
      grid: `项目|2024年预算数|2025年预算数|2026年预算数|2027年预算数
办公费|104.6|98.2|95.3|90.1
会议费|6.4|5.6|5.2|5.1
公务接待费|7.2|6.1|6.3|6.2
因公出国（境）费用|1.8|1.2|1.4|1.1
公务用车运行维护费|31.0|29.5|28.7|28.3
公务用车购置|26.0|20.0|21.1|22.4
合计|177.0|160.6|158.0|153.2`,
    };
    expect(alarms(table)).toEqual([]);
    expect(alarms({ ...table, grid: table.grid.replace('合计|177.0', '合计|171.0') })).toEqual([
      'footing/budget-total',
    ]);
  });

  it('may be followed by what they were spent on', () => {
    const table: Drawn = {
      above: ['2026年“三公”经费预算情况表', '单位：元'],
      grid: `项目|2025年执行数|2026年预算数
一、支出合计|182000|194000
1、因公出国（境）费用||
2、公务接待费|94000|106000
3、公务用车费|88000|88000
二、相关统计数||
1.公务用车保有量（辆）|2|2
2.公务接待人数（人）|210|240`,
    };
    expect(alarms(table)).toEqual([]);
    expect(alarms(changed(table, 3, 2, '96000'))).toEqual(['footing/budget-total']);
  });
});

describe('a code that is none', () => {
  const table: Drawn = {
    above: ['2026年支出预算表', '单位：万元'],
    grid: `功能分类科目编码|<|<|科目名称|合计|基本支出|项目支出
类|款|项|^|^|^|^
208|||社会保障和就业支出|50.3|50.3|
208|05||行政事业单位养老支出|50.3|50.3|
208|05|05|基本养老保险缴费支出|50.3|50.3|
210|||卫生健康支出|33.5|21.2|12.3
210|11||行政事业单位医疗|33.5|21.2|12.3
210|11|01|行政单位医疗|21.8|9.5|12.3
2|11|02|事业单位医疗|11.7|11.7|
221|||住房保障支出|40.2|40.2|
221|02||住房改革支出|40.2|40.2|
221|02|01|住房公积金|40.2|40.2|
合计|<|<|<|124.0|111.7|12.3`,
  };
  const notices = (drawn: Drawn): string[] =>
    report(drawn)
      .findings.filter(({ verdict }) => verdict === 'notice')
      .map(({ rule }) => rule);

  it('is remarked on, and is no class', () => {
    expect(alarms(table)).toEqual([]);
    expect(notices(table)).toEqual(['structure/malformed-code']);
    expect(alarms(changed(table, 2, 4, '53.0'))).toContain('hierarchy/budget-accounts');
  });

  it('in one cell stops the sums around it', () => {
    const joined: Drawn = {
      ...table,
      grid: `科目编码|科目名称|合计|基本支出|项目支出
208|社会保障和就业支出|50.3|50.3|
20805|行政事业单位养老支出|50.3|50.3|
2080505|基本养老保险缴费支出|50.3|50.3|
210|卫生健康支出|33.5|21.2|12.3
21011|行政事业单位医疗|33.5|21.2|12.3
2101101|行政单位医疗|21.8|9.5|12.3
7101102|事业单位医疗|11.7|11.7|
合计|<|83.8|71.5|12.3`,
    };
    expect(alarms(joined)).toEqual([]);
    expect(notices(joined)).toEqual(['structure/malformed-code']);
  });
});

describe('sections without their items', () => {
  const table: Drawn = {
    above: ['2026年一般公共预算支出预算表', '单位：万元'],
    grid: `科目编码|科目名称|2025年预算数|2026年预算数
204|公共安全支出|230.6|241.9
20402|公安|161.3|168.3
2040201|行政运行|60.2|61.5
2040202|一般行政管理事务|99.1|104.8
20403|国家安全|53.1|54.2
20406|司法|16.2|19.4
2040601|行政运行|10.1|12.2
2040604|基层司法业务|6.1|7.2
205|教育支出|90.2|95.3
20502|普通教育|90.2|95.3
2050201|学前教育|30.1|32.2
2050202|小学教育|60.1|63.1
|合计|320.8|337.2`,
  };

  it('show that not all items are published: what falls short beside them is no contradiction', () => {
    expect(alarms(table)).toEqual([]);
    expect(alarms(changed(table, 3, 3, '69.5'))).toEqual(['hierarchy/budget-accounts']);
    expect(alarms(changed(table, 11, 3, '23.2'))).toEqual(['hierarchy/budget-accounts']);
  });
});

describe('lists side by side', () => {
  const table: Drawn = {
    above: ['2026年政府性基金预算收支表', '单位：万元'],
    grid: `科目编码|收入项目|2026年预算数|科目编码|支出项目|2026年预算数
103|非税收入|520.6|212|城乡社区支出|394.6
10301|政府性基金收入|520.6|21208|土地出让收入安排的支出|390.5
1030148|土地出让收入|500.1|2120801|征地和拆迁补偿支出|300.2
1030156|城市基础设施配套费收入|20.5|2120802|土地开发支出|90.3`,
  };

  it('are read each with its own codes, and what fails in them is left open', () => {
    expect(alarms(table)).toEqual([]);
    expect(reasons(table)).toContain('unclear-hierarchy');
  });
});
