import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../../core/document/document.ts';
import { columnsOf, columnSums } from '../../../../core/recognise/budget/columns.ts';
import { expand } from '../../../../core/recognise/grid.ts';
import { readHead } from '../../../../core/recognise/head.ts';
import { documentOf } from '../../build.ts';

/** Sums by the columns of the table: total = reading or reading. */
function sums(grid: string): string[] {
  const [table] = tablesOf(documentOf([{ grid }]));
  if (!table) throw new Error('no table');
  const expanded = expand(table);
  const head = readHead(expanded);
  const { money, mixed } = columnsOf(expanded, head);
  return columnSums(expanded, head, money, mixed).map(
    (sum) =>
      `${money[sum.total] ?? '?'} = ${sum.readings.map((reading) => reading.map((index) => money[index] ?? '?').join('+')).join(' or ')}${sum.others.length > 0 ? '?' : ''}`,
  );
}

describe('columnSums', () => {
  it.each([
    ['a total before its columns', '科目|合计|基本支出|项目支出\n甲|3.00|1.00|2.00', ['1 = 2+3']],
    [
      '其中 behind others: both readings',
      '科目|合计|基本|项目|其中|<\n^|^|^|^|经营|上缴\n甲|3.00|1.00|2.00|0.50|0.50',
      ['1 = 2+3 or 2+3+4+5'],
    ],
    ['其中 alone lists the total', '项目|项目总额|其中：|<\n^|^|财政资金|其他资金\n甲|3.00|1.00|2.00', ['1 = 2+3']],
    [
      'groups with and without subtotals',
      '年度|总额|出国|公车|<|<\n^|^|^|购置|运行|<\n^|^|^|^|小计|加油\n甲|3.00|1.00|1.00|1.00|1.00',
      ['4 = 5', '1 = 2+3+4'],
    ],
    [
      'a remainder is no addend',
      '科目|合计|基本|项目支出|<\n^|^|^|项目支出总数|扣除基建项目后预算数\n甲|3.00|1.00|2.00|1.50',
      ['1 = 2+3'],
    ],
    [
      'staff and running costs beside what they make up',
      '科目|合计|基本支出|人员经费|公用经费|项目支出\n甲|5.00|3.00|1.00|2.00|2.00',
      ['2 = 3+4', '1 = 2+5'],
    ],
    ['one of them alone is beside it', '科目|合计|基本支出|人员经费|项目支出\n甲|6.00|3.00|1.00|2.00', ['1 = 2+3+4']],
    ['no total, no sum', '科目|上年|今年\n甲|1.00|2.00', []],
    [
      'a column with words and amounts stops the sum',
      '科目|合计|基本|其他\n甲|3.00|1.00|2.00\n乙|3.00|1.00|2.00\n丙|3.00|1.00|约2',
      ['1 = 2?'],
    ],
  ])('%s', (_name, grid, expected) => {
    expect(sums(grid)).toEqual(expected);
  });
});
