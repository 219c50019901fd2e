import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../core/document/document.ts';
import { readBasicExpenditure } from '../../../core/recognise/basic-expenditure.ts';
import { expand } from '../../../core/recognise/grid.ts';
import { readHead } from '../../../core/recognise/head.ts';
import { documentOf } from '../build.ts';

const lines = (grid: string): string[] => {
  const [table] = tablesOf(documentOf([{ grid }]));
  if (!table) throw new Error('no table');
  const expanded = expand(table);
  return (
    readBasicExpenditure(expanded, readHead(expanded), '基本支出决算表', null)?.[0]?.lines.map(({ key, figures }) => {
      const place = figures[0]?.place;
      return `${String(key)} ${place?.in === 'table' ? expanded.textAt(place.row, place.column) : 'no place'}`;
    }) ?? []
  );
};

describe('totals of the basic expenditure form', () => {
  const rows = `科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数
301|工资福利支出|5.00|302|商品和服务支出|3.00|310|资本性支出|1.00`;
  const before = ['block:301 5.00', 'block:302 3.00', 'block:310 1.00'];

  it.each([
    ['merged up to their amounts', '人员经费合计|<|5.00|公用经费合计|<|<|<|<|4.00'],
    ['not merged, blanks before their amounts', '人员经费合计||5.00|公用经费合计|||||4.00'],
  ])('%s', (_name, totals) =>
    expect(lines(`${rows}\n${totals}`)).toEqual([...before, 'personnel-total 5.00', 'operating-total 4.00']),
  );

  it('a blank total takes no amount of the next', () => {
    expect(lines(`${rows}\n人员经费合计|||公用经费合计|||||4.00`)).toEqual([
      ...before,
      'personnel-total ',
      'operating-total 4.00',
    ]);
  });
});
