import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../core/report/schema.ts';
import { budgetSet, budgetTitle, expenditure, fund, general, summary, threeLanes, threePublic } from '../../budgets.ts';
import { documentOf, reportOf, type Drawn } from '../../build.ts';
import { chartsIn } from './charts.ts';

const reported = (...tables: readonly Drawn[]): Report => reportOf(documentOf(tables, budgetTitle));
const charts = (...tables: readonly Drawn[]) => chartsIn(reported(...tables));

describe('a budget at a glance', () => {
  it('tells income by source, expenditure by class and kind', () => {
    const { 'three-public': none, ...told } = charts(...budgetSet);
    expect(none).toBeUndefined();
    expect(told).toEqual({
      sources: {
        unit: '万元',
        total: '105.000000',
        lines: ['source:general  100.000000 checked 1', 'source:other  5.000000 checked 0.05'],
      },
      classes: {
        unit: '万元',
        total: '108.000000',
        lines: [
          'class:201  80.500000 checked 1',
          'class:208  19.500000 checked 0.2422',
          'class:221  8.000000 checked 0.0994',
        ],
      },
      kinds: {
        unit: '万元',
        total: '108.000000',
        lines: ['kind:basic  48.000000 checked 0.8', 'kind:project  60.000000 checked 1'],
      },
    });
    expect(reported(...budgetSet).glance?.flatMap((set) => set.charts.map(({ basis }) => basis))).toEqual([
      'budget',
      'budget',
      'budget',
    ]);
  });

  it('tells the “three public” budget of the latest year', () => {
    expect(charts(...budgetSet, threePublic)['three-public']).toEqual({
      unit: '万元',
      total: undefined,
      lines: [
        'three-public:total  6.500000 checked 1',
        'three-public:operation  3.000000 checked 0.4615',
        'three-public:reception  3.500000 checked 0.5385',
      ],
    });
  });

  it('tells it by rows as well, and not the year before it', () => {
    const rows: Drawn = {
      above: ['一般公共预算“三公”经费支出预算表', '单位：万元'],
      grid: `
      项目|上年预算数|本年预算数
      合计|9.00|7.50
      1.因公出国（境）费用|0.00|0.00
      2.公务接待费|3.00|1.50
      3.公务用车购置及运行维护费|6.00|6.00
      其中：公务用车购置费||
      公务用车运行维护费|6.00|6.00`,
    };
    expect(charts(rows)['three-public']?.lines).toEqual([
      'three-public:total  7.50 checked 1',
      'three-public:vehicles  6.00 checked 0.8',
      'three-public:reception  1.50 checked 0.2',
    ]);
  });

  it.each([
    ['the first row', '项目|预算数', '1、因公出国（境）费用|', '2、公务接待费|1.50', '3、公务用车购置及运行费|6.00'],
    [
      'the first numbered row',
      '序号|项目|预算数',
      '1|因公出国（境）费用|',
      '2|公务接待费|1.50',
      '3|公务用车购置及运行费|6.00',
    ],
  ])('tells it by rows where %s has no amount', (_, head, ...items) => {
    const total = head.startsWith('序号') ? '|合计|7.50' : '合计|7.50';
    const rows: Drawn = { above: ['“三公”经费支出预算表', '单位：万元'], grid: [head, ...items, total].join('\n') };
    expect(charts(rows)['three-public']?.lines.map((line) => line.replace(/ +/g, ' '))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('three-public:total 7.50'),
        expect.stringContaining('three-public:reception 1.50'),
      ]),
    );
  });

  it('takes “three public” by itself where meetings and training are added to it', () => {
    const row = (name: string, all: string, own: string): string => `${name}|${all}|${own}|0.00|2.00|4.00|1.00`;
    const wide: Drawn = {
      above: ['“三公”经费、会议费支出预算表', '单位：万元'],
      grid: `
      单位|合计|“三公”经费|<|<|<|会议费
      ^|^|小计|因公出国（境）费|公务用车运行维护费|公务接待费|^
      ${row('甲', '7.00', '6.00')}
      ${row('乙', '7.00', '6.00')}
      ${row('丙', '7.00', '6.00')}
      合计|21.00|18.00|0.00|6.00|12.00|3.00`,
    };
    expect(charts(wide)['three-public']?.lines).toEqual([
      'three-public:total  18.00 checked 1',
      'three-public:operation  6.00 checked 0.3333',
      'three-public:reception  12.00 checked 0.6667',
    ]);
  });

  it('reads three lanes: what it goes to and what for', () => {
    const three = charts(threeLanes);
    expect(three.classes?.lines.map((line) => line.split(' ')[0])).toEqual(['class:201', 'class:221']);
    expect(three.kinds?.lines.map((line) => line.split(' ')[0])).toEqual(['kind:basic', 'kind:project']);
  });

  it('draws no form of one fund as if it were all of the money', () => {
    expect(reported(general, fund).glance).toBeUndefined();
  });

  it('gives a figure in doubt no bar', () => {
    const doubted = {
      ...expenditure,
      grid: expenditure.grid.replace('合计|||108.000000|48.000000', '合计|||108.000000|84.000000'),
    };
    expect(charts(summary, doubted).kinds?.lines).toContain('kind:basic  84.000000 inconsistent 0');
  });

  it('leads each figure to its own cell', () => {
    const document = documentOf([...budgetSet, threePublic], budgetTitle);
    const tables = new Map(document.blocks.flatMap((block) => (block.kind === 'table' ? [[block.id, block]] : [])));
    const figures = (reportOf(document).glance ?? []).flatMap((set) =>
      set.charts.flatMap(({ items, total }) => [...items.flatMap((item) => item.figures), ...(total ? [total] : [])]),
    );
    expect(figures.length).toBeGreaterThan(10);
    for (const { table, row, column, text } of figures)
      expect(tables.get(table)?.cells.find((cell) => cell.row === row && cell.column === column)?.text).toBe(text);
  });
});
