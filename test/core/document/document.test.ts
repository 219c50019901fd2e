import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../core/document/document.ts';
import { figureKey } from '../../../core/document/figure.ts';
import { documentOf } from '../build.ts';
import { figureOf } from '../judge/figure.ts';

describe('the document', () => {
  it('gives its tables in reading order', () => {
    expect(
      tablesOf(
        documentOf([
          { above: ['甲'], grid: 'a|b\nc|d' },
          { grid: 'e|f\ng|h', below: ['乙'] },
        ]),
      ).map((table) => [table.id, table.cells[0]?.text]),
    ).toEqual([
      ['t1', 'a'],
      ['t2', 'e'],
    ]);
  });
});

describe('figureKey', () => {
  it('tells figures apart by table, row and column alone', () => {
    const at = (table: string, row: number, column: number, text = '1.00'): string =>
      figureKey(figureOf(text, { table, row, column }));
    expect(at('t1', 1, 2)).toBe(at('t1', 1, 2, ''));
    expect(new Set([at('t1', 1, 2), at('t1', 2, 1), at('t1', 12, 0), at('t11', 2, 0), at('t1', 1, 20)]).size).toBe(5);
  });
});
