import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../../core/document/document.ts';
import { expand } from '../../../../core/recognise/grid.ts';
import { readPerformance } from '../../../../core/recognise/performance/performance.ts';
import { documentOf, type Drawn } from '../../build.ts';
import { department, project, scoreTable, withRemaining } from '../../evaluations.ts';

function read(drawn: Drawn) {
  const [table] = tablesOf(documentOf([drawn]));
  return table ? readPerformance(expand(table), '自评表', null) : null;
}
const sides = (drawn: Drawn, key: string): string[] =>
  (read(drawn)?.sides ?? [])
    .filter((side) => side.key === key)
    .flatMap((side) =>
      side.lines.map((line) => `${line.key ?? '?'} = ${line.figures.map((figure) => figure.text).join(' ')}`),
    );

describe('readPerformance', () => {
  it('tells projects from departments', () => {
    expect([project, withRemaining, department, scoreTable].map((drawn) => read(drawn)?.id)).toEqual([
      'project-performance',
      'project-performance',
      'department-performance',
      'department-performance',
    ]);
  });

  it('reads money by source', () => {
    expect(sides(project, 'funds')).toEqual([
      'total =  50.00 40.00 10 80% 8',
      'part-of-funds =  30.00 25.00 — 83.33% —',
      'part-of-funds =  20.00 15.00 — 75.00% —',
      'part-of-funds =    —  —',
    ]);
    expect(sides(withRemaining, 'funds')[0]).toBe('total = 0 4.09 4.09 1.4 2.69 34.24 3.42');
  });

  it('gives lines that share a weight one key, and the weight to the first', () => {
    expect(sides(project, 'indicators').slice(0, 4)).toEqual([
      'indicator:9 = 50 20',
      'indicator:9 =  15',
      'indicator:9 =  15',
      'indicator:12 = 10 9',
    ]);
  });

  it('finds total and grade, and nothing below them', () => {
    expect(sides(project, 'result')).toEqual(['total = 100 95', 'grade:良 = ']);
    expect(sides(withRemaining, 'result')).toEqual(['total =  91.92', 'grade:优 = ']);
    expect(sides(withRemaining, 'indicators')).toHaveLength(3);
  });

  it('finds the maxima of groups in brackets and in a column of their own', () => {
    expect(sides(department, 'group').filter((line) => line.startsWith('group'))).toEqual(['group = 30', 'group = 60']);
    expect(sides(scoreTable, 'group').filter((line) => line.startsWith('group'))).toEqual([
      'group = 70',
      'group = 40',
      'group = 30',
    ]);
  });

  it('leaves other tables alone', () => {
    for (const grid of [
      '项目|得分|分值\n甲|5|10',
      '项目|全年预算数|全年执行数|得分\n年度资金总额|5|5|10',
      '一级指标|绩效指标值|权重\n产出|5|10',
    ])
      expect(read({ grid })).toBeNull();
  });
});
