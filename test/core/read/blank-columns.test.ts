import { describe, expect, it } from 'vitest';
import { dropBlankColumns } from '../../../core/read/blank-columns.ts';
import { cellsOf } from '../build.ts';

const drawn = (drawing: string): { width: number; texts: string[] } => {
  const { cells, rows, columns } = cellsOf(drawing);
  const kept = dropBlankColumns(cells, rows, columns);
  return { width: kept.columns, texts: kept.cells.map((cell) => `${cell.column}+${cell.columnSpan} ${cell.text}`) };
};

describe('dropBlankColumns', () => {
  it('drops margins and spacers', () => {
    expect(drawn('|a||b|\n|c||d|')).toEqual({ width: 2, texts: ['0+1 a', '1+1 b', '0+1 c', '1+1 d'] });
  });

  it('keeps a column that has a head, or that a printed cell spans', () => {
    expect(drawn('a|b|备注\nc|d|')).toEqual({
      width: 3,
      texts: ['0+1 a', '1+1 b', '2+1 备注', '0+1 c', '1+1 d', '2+1 '],
    });
    expect(drawn('a|<|b\nc|<|d').width).toBe(3);
  });

  it('drops a spacer that a wide head crosses', () => {
    expect(drawn('小计|<|<|合计\n1||2|3\n4||5|9')).toEqual({
      width: 3,
      texts: ['0+2 小计', '2+1 合计', '0+1 1', '1+1 2', '2+1 3', '0+1 4', '1+1 5', '2+1 9'],
    });
  });
});
