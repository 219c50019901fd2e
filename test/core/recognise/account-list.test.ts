import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../core/document/document.ts';
import { readAccountList } from '../../../core/recognise/account-list.ts';
import { expand } from '../../../core/recognise/grid.ts';
import { readHead } from '../../../core/recognise/head.ts';
import { documentOf } from '../build.ts';

function codes(grid: string): (string | undefined)[] | null {
  const [table] = tablesOf(documentOf([{ grid }]));
  if (!table) throw new Error('no table');
  const expanded = expand(table);
  return readAccountList(expanded, readHead(expanded), '', null)?.lines.map(({ code }) => code) ?? null;
}

const head = '科目编码|科目名称|合计|人员';

describe('readAccountList', () => {
  it.each([
    [
      'accounts below each other, whatever the columns',
      `${head}\n|合计|3.00|2.00\n205|教育|3.00|2.00\n20501|管理|1.00|1.00\n20502|普通|2.00|1.00`,
      [undefined, '205', '20501', '20502'],
    ],
    ['accounts of one level', `${head}\n205|教育|3.00|2.00\n208|保障|1.00|1.00\n210|卫生|2.00|1.00`, null],
    [
      'a row without a code',
      `${head}\n205|教育|3.00|2.00\n20501|管理|1.00|1.00\n20502|普通|2.00|1.00\n|某校|1.00|1.00`,
      null,
    ],
    ['too few', `${head}\n205|教育|3.00|2.00\n20501|管理|3.00|2.00`, null],
  ])('%s', (_name, grid, expected) => {
    expect(codes(grid)).toEqual(expected);
  });
});
