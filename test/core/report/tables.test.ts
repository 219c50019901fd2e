import { expect, it } from 'vitest';
import { dumpTables } from '../../../core/report/tables.ts';
import { documentOf, reportOf } from '../build.ts';

it('dumps every grid: the text of a merged cell at its top left, "" for what it covers', () => {
  const document = documentOf([
    { above: ['收入决算表', '单位：万元'], grid: '项目|<|合计\n^|<|1.00\n甲||2.00' },
    { grid: 'a|b\nc|d' },
  ]);
  expect(dumpTables(document, reportOf(document))).toEqual({
    tables: [
      {
        id: 't1',
        title: '收入决算表',
        rows: [
          ['项目', '', '合计'],
          ['', '', '1.00'],
          ['甲', '', '2.00'],
        ],
      },
      {
        id: 't2',
        title: '',
        rows: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
    ],
  });
});
