import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../core/document/document.ts';
import { expand, plainLabel, squash } from '../../../core/recognise/grid.ts';
import { readHead } from '../../../core/recognise/head.ts';
import { documentOf } from '../build.ts';

function head(grid: string) {
  const [table] = tablesOf(documentOf([{ grid }]));
  if (!table) throw new Error('no table');
  return readHead(expand(table));
}

describe('readHead', () => {
  it('takes money units off the words, and keeps them for the columns', () => {
    const found = head('项目|预算数（万元）|决算数(单位：元)|人数（人）\n合计|1.00|10000.00|5');
    expect(found.paths).toEqual([['项目'], ['预算数'], ['决算数'], ['人数（人）']]);
    expect(found.units).toEqual([null, '万元', '元', null]);
    expect(found.labels[1]).toBe('预算数（万元）');
  });

  it('ends with the 栏次 row, even where an amount stands in it', () => {
    const found = head('项目|<|合计|财政拨款\n代码|名称|^|^\n栏次|<|1|907.94\n合计|<|5.00|5.00');
    expect([found.rows, found.numberRow]).toEqual([3, 2]);
    expect(found.labels).toEqual(['项目/代码', '项目/名称', '合计', '财政拨款']);
  });

  it.each([
    ['counting only', '项目|金额|预算|决算\n|1|2|3\n支出|1.00|2.00|3.00', 2, 1],
    ['counting from the first column', '甲|乙|丙\n1|2|3\n支出|1.00|2.00', 2, 1],
    [
      'counting in brackets and with formulas',
      '项目|合计|基本|项目支出\n栏目编码|(1)=2+3|(2)|(3)\n支出|1.00|2.00|3.00',
      2,
      1,
    ],
    ['类 款 项 beside the numbers', '类|款|项|名称|合计|基本|项目\n类|款|项|栏次|1|2|3\n201|||甲|3.00|1.00|2.00', 2, 1],
    [
      '类 款 项 beside the totals',
      '类|款|项|名称|合计|基本|项目\n类|款|项|合计|3.00|1.00|2.00\n201|||甲|3.00|1.00|2.00',
      1,
      null,
    ],
    ['none: first amount', '项目|金额\n支出|1.00', 1, null],
    ['none: a whole amount', '项目|合计|基本\n示例局|14,886|14,886', 1, null],
    ['none: amounts that happen to be small', '项目|合计|基本\n示例局|10|10', 1, null],
    ['none: a code before its name', '科目|合计|基本\n2010301-行政运行|10|11', 1, null],
    [
      'codes in the head',
      '项目|工资福利支出|商品和服务支出\n名称|301工资福利支出|302商品和服务支出\n支出|1.00|2.00',
      2,
      null,
    ],
    ['years in the head', '项目|金额|<\n名称|2023|2024\n支出|1.00|2.00', 2, null],
    ['none: first code', '代码|名称|金额\n201|甲|5', 1, null],
    ['none: first ordinal', '项目|金额|项目|金额\n一、财政拨款收入|5|一、外交支出|5', 1, null],
    ['none: a total row of integers', '代码|名称|合计|基本|项目\n合计|<|5|3|2\n201|甲|5|3|2', 1, null],
    ['none: a blank total row', '代码|名称|合计|基本|项目\n合计|<|||\n|||| ', 1, null],
    [
      'none: two lines of head',
      '项目|<|本年支出|<|<\n代码|名称|小计|基本支出|项目支出\n合计|<|5.00|3.00|2.00',
      2,
      null,
    ],
    [
      'a head line that begins with 合计',
      '年度|2024年决算数|<|<|<|<|<\n^|合计|因公出国（境）费|公务接待费|公务用车购置及运行费|<|<\n^|^|^|^|小计|购置|运行\n2024|5.00|1.00|1.00|3.00|1.00|2.00',
      3,
      null,
    ],
    [
      'a head line that begins with 合计 and is mostly spans',
      '2024年度决算数|<|<|<|<|<\n合计|因公出国（境）费|公务接待费|公务用车购置及运行费|<|<\n^|^|^|小计|购置|运行\n5.00|1.00|1.00|3.00|1.00|2.00',
      3,
      null,
    ],
  ] as const)('%s', (_name, grid, rows, numberRow) => {
    const found = head(grid);
    expect([found.rows, found.numberRow]).toEqual([rows, numberRow]);
  });

  it('of a form without data ends where its cells reach', () => {
    expect(head('项目|<|本年支出\n代码|名称|^\n|| ').rows).toBe(2);
    expect(head('代码|名称|金额\n|| ').rows).toBe(1);
  });

  it('names a column by its head cells, each once', () => {
    const found = head(
      '预算数|<|决算数|<\n合计|公务\n接待费|合计|公务接待费\n1|2|3|4\n1.00|1.00|1.00|1.00'.replace(
        '公务\n接待费',
        '公务接待费',
      ),
    );
    expect(found.labels).toEqual(['预算数/合计', '预算数/公务接待费', '决算数/合计', '决算数/公务接待费']);
  });

  it('never takes three amounts in a data row for a counting row', () => {
    expect(head('年度|合计|出国|接待\n2024年|1|2|3')).toMatchObject({ rows: 1, numberRow: null });
  });
});

describe('expand', () => {
  const [table] = tablesOf(documentOf([{ grid: 'a|<|b\n^|c|d' }]));
  it('gives the covering cell under a span, its text of its own once, and null outside', () => {
    if (!table) throw new Error('no table');
    const grid = expand(table);
    expect([grid.textAt(0, 1), grid.ownTextAt(0, 1), grid.ownTextAt(0, 0), grid.textAt(1, 0)]).toEqual([
      'a',
      '',
      'a',
      'a',
    ]);
    expect([grid.cellAt(-1, 0), grid.cellAt(0, 3), grid.cellAt(2, 0)]).toEqual([null, null, null]);
    expect(grid.textAt(9, 9)).toBe('');
  });
});

describe('labels', () => {
  it.each([
    ['一、一般公共预算财政拨款收入', '一般公共预算财政拨款收入'],
    ['一般公共服务支出', '一般公共服务支出'],
    ['二十六、抗疫特别国债安排的支出', '抗疫特别国债安排的支出'],
    ['（一）一般公共预算', '一般公共预算'],
    ['(十一)城乡社区支出', '城乡社区支出'],
    ['1.基本支出', '基本支出'],
    ['1．基本支出', '基本支出'],
    ['1.5倍', '1.5倍'],
    ['其中：一、甲', '甲'],
    ['外交支出（类）', '外交支出'],
    [' 本 年 收 入 合 计 ', '本年收入合计'],
    ['合计：', '合计'],
    ['十、卫生健康支出', '卫生健康支出'],
  ])('plainLabel(%j) is %s', (text, want) => expect(plainLabel(text)).toBe(want));
  it('squash unifies what printers vary', () => expect(squash('“三公”　经费（合\n计），')).toBe('三公经费(合计),'));
});
