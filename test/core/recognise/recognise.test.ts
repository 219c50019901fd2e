import { describe, expect, it } from 'vitest';
import type { Document } from '../../../core/document/document.ts';
import type { Recognition, Side } from '../../../core/recognise/form.ts';
import { recognise } from '../../../core/recognise/recognise.ts';
import { accounts, formIndex } from '../accounts.ts';
import { documentOf, drain, reportOf, rulesWith, type Drawn } from '../build.ts';

const run = (document: Document): Recognition => drain(recognise(document));
const formOf = (drawn: Drawn) => run(documentOf([drawn])).tables[0]?.form ?? null;
/** Each line of a side: key = texts. */
const linesOf = (side: Side | undefined): string[] =>
  (side?.lines ?? []).map((line) => `${line.key ?? '?'} = ${line.figures.map((figure) => figure.text).join(' ')}`);
const keysOf = (side: Side | undefined): (string | null)[] => (side?.measures ?? []).map((measure) => measure.key);

describe('forms of accounts', () => {
  const expected = [
    'total = 8.00 5.00 3.00',
    'account:201 = 8.00 5.00 3.00',
    'account:20103 = 8.00 5.00 3.00',
    'account:2010301 = 5.00 5.00 ',
    'account:2010302 = 3.00  3.00',
  ];
  it.each([
    [
      'code and name in columns of their own',
      `
      项目|<|本年支出|<|<
      功能分类科目编码|科目名称|小计|基本支出|项目支出
      栏次|<|1|2|3
      合计|<|8.00|5.00|3.00
      201|一般公共服务支出|8.00|5.00|3.00
      20103|政府办公厅|8.00|5.00|3.00
      2010301|行政运行|5.00|5.00|
      2010302|一般行政管理事务|3.00||3.00`,
    ],
    [
      'class, section and item in columns of their own',
      `
      支出功能分类科目编码|<|<|科目名称|本年支出合计|基本支出|项目支出
      类|款|项|栏次|1|2|3
      类|款|项|合计|8.00|5.00|3.00
      201|||一般公共服务支出|8.00|5.00|3.00
      201|03||政府办公厅|8.00|5.00|3.00
      201|03|01|行政运行|5.00|5.00|
      201|03|02|一般行政管理事务|3.00||3.00`,
    ],
    [
      'the whole code in the column of its level',
      `
      功能分类科目编码|<|<|科目名称|小计|基本支出|项目支出
      类|款|项|^|^|^|^
      合计|<|<|<|8.00|5.00|3.00
      201|||一般公共服务支出|8.00|5.00|3.00
      |20103||政府办公厅|8.00|5.00|3.00
      ||2010301|行政运行|5.00|5.00|
      ||2010302|一般行政管理事务|3.00||3.00`,
    ],
    [
      'code and name in one cell',
      `
      项目|合计|基本支出|项目支出
      合计|8.00|5.00|3.00
      201一般公共服务支出|8.00|5.00|3.00
      20103 政府办公厅|8.00|5.00|3.00
      [2010301]行政运行|5.00|5.00|
      2010302-一般行政管理事务|3.00||3.00`,
    ],
    [
      'the total behind the accounts',
      `
      科目编码|科目名称|合计|基本支出|项目支出
      201|一般公共服务支出|8.00|5.00|3.00
      20103|政府办公厅|8.00|5.00|3.00
      2010301|行政运行|5.00|5.00|
      2010302|一般行政管理事务|3.00||3.00
      |合计|8.00|5.00|3.00`,
    ],
  ])('%s', (_name, grid) => {
    const form = formOf({ above: ['一般公共预算财政拨款支出决算表', '单位：万元'], grid });
    expect(form?.id).toBe('general-budget-expenditure');
    expect(linesOf(form?.sides[0]).sort()).toEqual([...expected].sort());
    expect(keysOf(form?.sides[0])).toEqual(['total', 'basic', 'project']);
  });

  it('keeps a code of unlawful length, and a name without code, as not understood', () => {
    const form = formOf({
      above: ['一般公共预算财政拨款支出决算表'],
      grid: '科目编码|科目名称|合计|基本支出|项目支出\n合计|<|8.00|5.00|3.00\n2010|四位|8.00|5.00|3.00\n|无编码|1.00|1.00|\n201|一般公共服务支出|8.00|5.00|3.00',
    });
    expect(linesOf(form?.sides[0])).toEqual([
      'total = 8.00 5.00 3.00',
      '? = 8.00 5.00 3.00',
      '? = 1.00 1.00 ',
      'account:201 = 8.00 5.00 3.00',
    ]);
  });
});

describe('the “three public” form', () => {
  it('may have an item a row, with a column for each basis', () => {
    const form = formOf({
      above: ['2024年度一般公共预算财政拨款“三公”经费支出决算表', '单位：万元'],
      grid: '项 目|预 算 数|决 算 数\n合 计|30.8|25.7\n因公出国（境）费|0|0\n公务接待费|14.8|16.3\n公务用车购置及运行维护费|16|9.4\n其中：公务用车运行维护费|16|9.4\n公务用车购置费|0|0',
    });
    expect(
      form?.sides.map((side) => [
        side.key,
        ...side.measures.map(({ key }, index) => `${key ?? '?'} ${side.lines[0]?.figures[index]?.text ?? ''}`),
      ]),
    ).toEqual([
      ['budget', 'total 30.8', 'abroad 0', 'reception 14.8', 'vehicles 16', 'operation 16', 'purchase 0'],
      ['outturn', 'total 25.7', 'abroad 0', 'reception 16.3', 'vehicles 9.4', 'operation 9.4', 'purchase 0'],
    ]);
  });

  it('is not read where two columns have one basis', () => {
    expect(
      formOf({
        above: ['2024年度财政拨款“三公”经费支出决算表', '单位：万元'],
        grid: '项目|2023年决算数|2024年决算数\n合计|3.00|2.00\n因公出国（境）费|0.00|0.00\n公务接待费|3.00|2.00',
      }),
    ).toBeNull();
  });
});

describe('the summary', () => {
  const summary = (grid: string) => formOf({ above: ['收入支出决算总表', '单位：万元'], grid });
  it('reads the Beijing layout: no line numbers, no 栏次', () => {
    const form = summary(`
      收入|<|支出|<
      项目|决算数|项目|决算数
      一、一般公共预算财政拨款收入|5.000000|一、一般公共服务支出|4.500000
      二、政府性基金预算财政拨款收入||二、外交支出|
      八、其他收入|1.000000|八、社会保障和就业支出|1.000000
      本年收入合计|6.000000|本年支出合计|5.500000
      年初结转和结余|0.500000|年末结转和结余|1.000000
      总计|6.500000|总计|6.500000`);
    expect(linesOf(form?.sides[0])).toEqual([
      'source:general = 5.000000',
      'source:fund = ',
      'source:other = 1.000000',
      'year-total = 6.000000',
      'opening-balance = 0.500000',
      'grand-total = 6.500000',
    ]);
    expect(linesOf(form?.sides[1])).toEqual([
      'class:201 = 4.500000',
      'class:202 = ',
      'class:208 = 1.000000',
      'year-total = 5.500000',
      'closing-balance = 1.000000',
      'grand-total = 6.500000',
    ]);
  });

  it('gives an amount that rows share to none of them', () => {
    const form = summary(
      '项目|金额|项目|金额\n一、一般公共预算财政拨款收入|5.00|一、一般公共服务支出|5.00\n二、政府性基金预算财政拨款收入|^|二、外交支出|\n三、国有资本经营预算财政拨款收入||三、国防支出|\n本年收入合计|5.00|本年支出合计|5.00\n总计|5.00|总计|5.00',
    );
    expect(form?.sides[0]?.lines.slice(0, 2).map((line) => line.figures[0]?.quantity.kind)).toEqual([
      'unreadable',
      'unreadable',
    ]);
  });

  it('hands the amount of the 栏次 row to the blank cell below it', () => {
    const form = summary(
      '项目|金额|项目|金额\n栏次|907.94|栏次|2\n一、一般公共预算财政拨款收入||一、一般公共服务支出|907.94\n二、政府性基金预算财政拨款收入||二、外交支出|\n三、国有资本经营预算财政拨款收入||三、国防支出|\n本年收入合计|907.94|本年支出合计|907.94\n总计|907.94|总计|907.94',
    );
    const figures = form?.sides.flatMap((side) => side.lines.map((line) => line.figures[0])) ?? [];
    expect(figures.map((figure) => figure?.displaced?.text).filter((text) => text !== undefined)).toEqual(['907.94']);
    expect(figures[0]?.displaced?.place).toMatchObject({ row: 1, column: 1 });
  });
});

describe('recognise', () => {
  it('takes year and body from a cover that breaks its title, where neither title nor forms name them', () => {
    const document = documentOf([]);
    const lines = ['示例市财政局2024年部', '门预算公开', '示例市财政局', '一、2023年工作回顾'];
    const read = run({
      ...document,
      blocks: lines.map((text, index) => ({ kind: 'paragraph', id: `c${index}`, text, place: {} })),
      source: { ...document.source, title: '' },
    });
    expect([read.publisher, read.year]).toEqual(['示例市财政局', 2024]);
  });

  it('tells a form without title by its head, but not where heads are alike', () => {
    const untitled = (['summary', 'income', 'expenditure', 'fiscal', 'general', 'threePublic'] as const).map(
      (name): Drawn => ({ above: ['单位：万元'], grid: accounts[formIndex[name]]?.grid ?? '' }),
    );
    expect(run(documentOf(untitled)).tables.map((table) => table.form?.id ?? null)).toEqual([
      'income-expenditure-summary',
      'income',
      'expenditure',
      'fiscal-summary',
      'account-list',
      'three-public',
    ]);
  });

  it('does not let a chapter heading stand in the way of the head', () => {
    const under = (heading: string): (string | null)[] =>
      run(documentOf([{ above: [heading, '单位：万元'], grid: accounts[formIndex.income]?.grid ?? '' }])).tables.map(
        (table) => table.form?.id ?? null,
      );
    expect(under('第二部分 2024年度部门决算表')).toEqual(['income']);
    expect(under('某项经费收入统计表')).toEqual(['account-list']);
  });

  it('goes by title against the number', () => {
    expect(formOf({ above: ['公开09表', '收入决算表', '单位：万元'], grid: accounts[1]?.grid ?? '' })?.id).toBe(
      'income',
    );
  });

  it('says so when the contents do not bear the title out', () => {
    const { tables } = run(documentOf([{ above: ['支出决算表', '单位：万元'], grid: accounts[1]?.grid ?? '' }]));
    expect(tables.map(({ form, ambiguous }) => [form?.id, ambiguous])).toEqual([['account-list', true]]);
  });

  it('takes a budget for a budget', () => {
    const budget = run(
      documentOf(
        [{ above: ['部门收支预算总表', '单位：万元'], grid: accounts[0]?.grid ?? '' }],
        '示例局2024年部门预算',
      ),
    );
    expect([budget.kind, budget.tables[0]?.form?.id]).toEqual(['budget', 'budget-summary']);
  });

  it('leaves tables of other matters alone', () => {
    const { kind, tables } = run(
      documentOf([{ grid: '索引号|2024-1|发文日期|2024-08-01\n名称|公告|文号|1号' }], '公告'),
    );
    expect([kind, tables[0]?.form, tables[0]?.amounts]).toEqual(['unknown', null, []]);
  });

  it('knows a form that says it holds no data', () => {
    const form = formOf({
      above: ['政府性基金预算财政拨款收入支出决算表', '单位：万元'],
      grid: '科目编码|科目名称|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余\n^|^|^|^|小计|基本支出|项目支出|^\n合计|<||||||\n|||||||',
      below: ['说明：本表无数据'],
    });
    expect([form?.empty, form?.caption.noData]).toEqual([true, true]);
  });

  it('keeps the forms of 汇总 and 本级 apart when they follow each other', () => {
    const named = (publisher: string): Drawn[] =>
      accounts.slice(0, 3).map((drawn) => ({
        ...drawn,
        above: (drawn.above ?? []).map((line) => line.replace('示例市政务服务中心', publisher)),
      }));
    const { sets, tables } = run(documentOf([...named('示例市司法局（汇总）'), ...named('示例市司法局（本级）')]));
    expect(sets.map((set) => [set.publisher, set.forms.length])).toEqual([
      ['示例市司法局(汇总)', 3],
      ['示例市司法局(本级)', 3],
    ]);
    expect(tables.map((table) => table.set)).toEqual(['s1', 's1', 's1', 's2', 's2', 's2']);
  });

  it('reads publisher, year and kind of the whole', () => {
    expect(run(documentOf(accounts))).toMatchObject({
      kind: 'final-accounts',
      publisher: '示例市政务服务中心',
      year: 2024,
    });
  });
});

describe('a form known by its title without its empty columns', () => {
  const grid =
    '科目编码|科目名称|本年支出合计|基本支出|项目支出\n合计|<|8.00|5.00|3.00\n201|一般公共服务支出|8.00|5.00|3.00\n20103|政府办公厅|8.00|5.00|3.00\n2010301|行政运行|5.00|5.00|\n2010302|一般行政管理事务|3.00||3.00';
  const alarms = (text: string) =>
    rulesWith(reportOf(documentOf([{ above: ['支出决算表', '单位：万元'], grid: text }])), 'inconsistent');

  it('is that form, and adds across where the rest of it does', () => {
    expect(formOf({ above: ['支出决算表', '单位：万元'], grid })?.id).toBe('expenditure');
    expect(alarms(grid)).toEqual([]);
    expect(alarms(grid.replace('3.00||3.00', '3.00||2.00'))).toContain('cross-footing/account-columns');
    // Money in a column that is left out.
    expect(alarms(grid.replaceAll('8.00', '9.00').replace('3.00||3.00', '4.00||3.00'))).not.toContain(
      'cross-footing/account-columns',
    );
  });
});
