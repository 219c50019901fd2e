import { describe, expect, it } from 'vitest';
import { withHeadSpans } from '../../../core/read/unmerged-head.ts';
import { cellsOf } from '../build.ts';

const spans = (drawing: string): string[] => {
  const { cells, columns } = cellsOf(drawing);
  return withHeadSpans(cells, columns)
    .filter((cell) => cell.rowSpan > 1 || cell.columnSpan > 1)
    .map((cell) => `${cell.text} ${cell.rowSpan}x${cell.columnSpan}`);
};

describe('a head printed without its merged cells', () => {
  it('gets the spans that its blanks show, on three levels', () => {
    expect(
      spans(
        '单位|科目||合计|本年预算数||\n|编码|名称||基本支出||项目支出\n||||小计|人员经费|\n某局|201|服务|3.00|2.00|2.00|1.00',
      ),
    ).toEqual([
      '单位 3x1',
      '科目 1x2',
      '合计 3x1',
      '本年预算数 1x3',
      '编码 2x1',
      '名称 2x1',
      '基本支出 1x2',
      '项目支出 2x1',
    ]);
  });

  it.each([
    ['a merged cell', '项目|<|金额\n编码|名称|\n201|服务|3.00'],
    ['a blank that no name stands before', '|收入|\n项目|数|额\n甲|1.00|2.00'],
    ['a blank that no name stands below', '收入||支出\n项目||金额\n甲||2.00'],
    ['a blank row', '项目|金额\n|\n甲|2.00'],
    ['one row', '项目||金额\n甲|乙|2.00'],
    ['no figures below', '项目||金额\n甲|乙|丙\n甲|乙|丙\n甲|乙|丙\n甲|乙|丙\n甲|乙|丙\n甲|乙|丙\n甲|乙|丙'],
  ])('stays as it is with %s', (_name, drawing) => {
    const { cells, columns } = cellsOf(drawing);
    expect(withHeadSpans(cells, columns)).toBe(cells);
  });
});
