import { describe, expect, it } from 'vitest';
import {
  basic,
  budgetTitle,
  expenditure,
  fiscal,
  general,
  summary,
  threeCodeColumns,
  threeLanes,
  threePublic,
} from '../budgets.ts';
import { reportOf, rulesWith, type Drawn } from '../build.ts';
import { reworded, withText } from '../explanations.ts';

/** Nothing carried over: what the text says of the general budget is then all of it. */
const plainly = (drawn: Drawn): Drawn => ({
  ...drawn,
  grid: drawn.grid
    .replaceAll('|3.000000', '|')
    .replace('二、政府性基金预算拨款收入|', '二、政府性基金预算拨款收入|10.000000')
    .replace('一、一般公共预算拨款收入|100.000000', '一、一般公共预算拨款收入|93.000000')
    .replaceAll('105.000000', '108.000000'),
});
const beijing: readonly Drawn[] = [plainly(summary), expenditure, general, basic, threePublic];
const beijingText: readonly string[] = [
  '二、2024年部门预算收支及增减变化情况说明',
  '（一）收入预算说明',
  '2024年收入预算1,080,000.00元，其中：一般公共预算拨款收入930,000.00元，其他收入50,000.00元。',
  '（二）支出预算说明',
  '2024年支出预算1,080,000.00元。',
  '1.基本支出预算480,000.00元，占总支出预算的44.44%。',
  '2.项目支出预算600,000.00元，占总支出预算的55.56%。',
  '三、2024年一般公共预算基本支出情况说明',
  '2024年一般公共预算基本支出480,000.00元，其中：人员经费405,000.00元，公用经费75,000.00元。',
  '四、部门“三公”经费财政拨款预算说明',
  '2024年“三公”经费财政拨款预算65,000.00元，其中：因公出国（境）费0元，公务接待费35,000.00元，公务用车运行维护费30,000.00元。',
];

const jiangsu: readonly Drawn[] = [
  threeLanes,
  { ...threeCodeColumns, above: ['2024年一般公共预算支出预算表', '单位：元'] },
];
const jiangsuText: readonly string[] = [
  '一、收支预算总体情况说明',
  '示例局2024年度收入、支出预算总计180.37万元。',
  '（一）收入预算总计180.37万元。包括：',
  '1.财政拨款收入预算总计180.37万元。',
  '（二）支出预算总计180.37万元。包括：',
  '1.一般公共服务（类）支出139.07万元，主要用于机关运转。',
  '此外，基本支出预算数为93.12万元，项目支出预算数为87.25万元。',
];

const shanghaiText: readonly string[] = [
  '2025年部门预算编制说明',
  '2025年，示例局支出预算1.03万元，其中：财政拨款支出预算1.03万元。支出主要内容如下：',
  '1.“一般公共服务支出（类）统计信息事务（款）专项普查活动（项）”科目0.43万元，主要用于统计。',
  '2.一般公共服务支出（201类）群众团体事务（29款）行政运行（01项）0.30万元，主要用于运行。',
  '3.一般公共服务支出（201类）群众团体事务（29款）一般行政管理事务（02项）0.23万元，主要用于活动。',
  '4.“住房保障支出（类）住房改革支出（款）住房公积金（项）”科目0.07万元，主要用于住房公积金。',
];

const failing = (text: readonly string[], tables: readonly Drawn[], title = budgetTitle) =>
  reportOf(withText(text, tables, title)).findings.filter(({ verdict }) => verdict === 'inconsistent');

/** Accounts a row a body, as Sichuan prints them. */
const sichuan: readonly Drawn[] = [
  {
    above: ['部门支出总体情况表', '单位：万元'],
    grid: `
    项目|<|<|<|<|合计|基本支出|项目支出
    科目编码|<|<|单位代码|单位名称（科目）|^|^|^
    类|款|项|^|^|^|^|^
    合计|<|<|<|<|1500.00|900.00|600.00
    201|06|01|312001|行政运行|500.00|500.00|
    201|06|02|312001|一般行政管理事务|400.00||400.00
    201|06|50|312002|事业运行|400.00|400.00|
    201|06|02|312002|一般行政管理事务|200.00||200.00`,
  },
];
const sichuanText: readonly string[] = [
  '二、支出预算说明',
  '2024年支出预算1500.00万元，其中：基本支出900.00万元，占60.00%；项目支出600.00万元，占40.00%。',
  '1.一般公共服务（类）财政事务（款）行政运行（项）500.00万元。',
  '2.一般公共服务（类）财政事务（款）一般行政管理事务（项）600.00万元。',
  '3.一般公共服务（类）财政事务（款）事业运行（项）400.00万元。',
];

describe('a budget’s text and its forms', () => {
  it.each([
    [
      'Beijing',
      beijingText,
      beijing,
      budgetTitle,
      '基本支出预算480,000.00元',
      '基本支出预算408,000.00元',
      'narrative/stated-budget',
    ],
    [
      'Beijing',
      beijingText,
      beijing,
      budgetTitle,
      '其他收入50,000.00元',
      '其他收入5,000.00元',
      'narrative/stated-budget',
    ],
    [
      'Beijing',
      beijingText,
      beijing,
      budgetTitle,
      '公务接待费35,000.00元',
      '公务接待费53,000.00元',
      'narrative/stated-budget',
    ],
    [
      'Beijing',
      beijingText,
      beijing,
      budgetTitle,
      '2024年支出预算1,080,000.00元',
      '2024年支出预算1,008,000.00元',
      'narrative/stated-budget',
    ],
    [
      'Jiangsu',
      jiangsuText,
      jiangsu,
      budgetTitle,
      '项目支出预算数为87.25万元',
      '项目支出预算数为87.52万元',
      'narrative/stated-budget',
    ],
    [
      'Jiangsu',
      jiangsuText,
      jiangsu,
      budgetTitle,
      '一般公共服务（类）支出139.07万元',
      '一般公共服务（类）支出193.07万元',
      'narrative/stated-budget-account',
    ],
    [
      'Shanghai',
      shanghaiText,
      [threeCodeColumns],
      '示例局2025年部门预算',
      '行政运行（01项）0.30万元',
      '行政运行（01项）0.33万元',
      'narrative/stated-budget-account',
    ],
    [
      'Sichuan',
      sichuanText,
      sichuan,
      budgetTitle,
      '一般行政管理事务（项）600.00万元',
      '一般行政管理事务（项）660.00万元',
      'narrative/stated-budget-account',
    ],
  ] as const)('of %s agree, and a figure that does not is found', (_, text, tables, title, from, to, rule) => {
    expect(failing(text, tables, title).map(({ message }) => message)).toEqual([]);
    const after = reportOf(withText(reworded(from, to, text), tables, title));
    expect(rulesWith(after, 'inconsistent')).toContain(rule);
  });

  it('are not compared where less than three statements agree', () => {
    expect(failing(['2024年部门预算编制说明', '2024年收入预算99.00万元，支出预算108.00万元。'], beijing)).toEqual([]);
  });

  it('are not compared where one item has several amounts: they may be those of several bodies', () => {
    const text = [...beijingText.slice(0, 3), '下属示例中心收入预算480,000.00元。', ...beijingText.slice(3)];
    expect(failing(text, beijing)).toEqual([]);
  });

  it('leave open whose basic expenditure divides other money', () => {
    const text = reworded(
      '2024年支出预算1,080,000.00元。',
      '2024年支出预算1,080,000.00元，其中：财政拨款支出930,000.00元，基本支出450,000.00元。',
      beijingText.filter((line) => !line.includes('基本支出预算')),
    );
    expect(
      failing(
        text,
        beijing.filter((form) => form !== general && form !== basic),
      ),
    ).toEqual([]);
  });

  it('take what all expenditure is spent on for no use of the basic expenditure', () => {
    const uses: Drawn = {
      above: ['一般公共预算基本支出表', '单位：万元'],
      grid: `
      科目编码|科目名称|合计|人员经费|公用经费
      合计||48.00|40.50|7.50
      301|工资福利支出|40.50|40.50|
      30101|基本工资|40.50|40.50|
      302|商品和服务支出|7.50||7.50
      30201|办公费|7.50||7.50`,
    };
    const text = [
      ...beijingText,
      '五、支出按经济科目分类的明细情况',
      '其中：工资福利支出（301）40.50万元；商品和服务支出（302）52.50万元。',
    ];
    expect(failing(text, [...beijing.filter((form) => form !== basic), uses])).toEqual([]);
  });

  it('leave open what contains money carried over, but not the totals', () => {
    const carried = [summary, expenditure, fiscal, general, basic, threePublic];
    const text = beijingText
      .map((line) => line.replace('一般公共预算拨款收入930,000.00元', '一般公共预算拨款收入1,000,000.00元'))
      .concat('五、一般公共预算当年拨款情况说明', '2024年一般公共预算当年拨款910,000.00元。');
    expect(failing(text, carried)).toEqual([]);
    expect(
      rulesWith(
        reportOf(
          withText(
            reworded('2024年支出预算1,080,000.00元', '2024年支出预算1,018,000.00元', text),
            carried,
            budgetTitle,
          ),
        ),
        'inconsistent',
      ),
    ).toContain('narrative/stated-budget');
  });
});
