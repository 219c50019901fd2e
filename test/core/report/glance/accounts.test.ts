import { describe, expect, it } from 'vitest';
import { accounts, formIndex, withCell } from '../../accounts.ts';
import { documentOf, reportOf, type Drawn } from '../../build.ts';
import { chartsIn, type ToldChart } from './charts.ts';

const chartsOf = (tables: readonly Drawn[]): Record<string, ToldChart> => chartsIn(reportOf(documentOf(tables)));

const inYuan = (tables: readonly Drawn[]): Drawn[] =>
  tables.map(({ above = [], grid, ...rest }) => ({
    ...rest,
    above: above.map((line) => line.replace('万元', '元')),
    grid: grid.replace(
      /(?<![\d.])(\d+)\.(\d\d)(?!\d)/g,
      (_all, whole: string, fraction: string) => `${BigInt(whole + fraction) * 100n}.00`,
    ),
  }));

describe('accounts at a glance', () => {
  it('tells income by source, expenditure by class and kind, and “三公” budget beside outturn', () => {
    expect(chartsOf(accounts)).toEqual({
      'sources': {
        unit: '万元',
        total: '550.00',
        lines: [
          'source:general  500.00 checked 1',
          'source:fund  40.00 checked 0.08',
          'source:other  10.00 checked 0.02',
        ],
      },
      'classes': {
        unit: '万元',
        total: '520.75',
        lines: ['class:201  420.50 checked 1', 'class:208  60.25 checked 0.1433', 'class:212  40.00 checked 0.0951'],
      },
      'kinds': {
        unit: '万元',
        total: '520.75',
        lines: ['kind:basic  380.75 checked 1', 'kind:project  140.00 checked 0.3677'],
      },
      'three-public': {
        unit: '万元',
        total: undefined,
        lines: [
          'three-public:total budget 9.80 checked 1',
          'three-public:total outturn 8.25 checked 0.8418',
          'three-public:abroad budget 1.00 checked 0.102',
          'three-public:abroad outturn 0.00 checked 0',
          'three-public:vehicles budget 6.50 checked 0.6633',
          'three-public:vehicles outturn 6.25 checked 0.6378',
          'three-public:reception budget 2.30 checked 0.2347',
          'three-public:reception outturn 2.00 checked 0.2041',
        ],
      },
    });
  });

  it('leads each figure to its own cell', () => {
    const document = documentOf(accounts);
    const tables = new Map(document.blocks.flatMap((block) => (block.kind === 'table' ? [[block.id, block]] : [])));
    const figures = (reportOf(document).glance ?? []).flatMap(({ charts }) =>
      charts.flatMap(({ items, total }) => [...items.flatMap((item) => item.figures), ...(total ? [total] : [])]),
    );
    expect(figures.length).toBeGreaterThan(15);
    for (const { table, row, column, text } of figures)
      expect(tables.get(table)?.cells.find((cell) => cell.row === row && cell.column === column)?.text).toBe(text);
  });

  it('keeps amounts in the unit in which they are printed, digit by digit', () => {
    const { sources, kinds } = chartsOf(inYuan(accounts));
    expect(sources).toEqual({
      unit: '元',
      total: '5500000.00',
      lines: [
        'source:general  5000000.00 checked 1',
        'source:fund  400000.00 checked 0.08',
        'source:other  100000.00 checked 0.02',
      ],
    });
    expect(kinds?.unit).toBe('元');
  });

  it('brings a figure with a money word of its own into the unit of its chart', () => {
    const changed = withCell('threePublic', 4, 11, '20000.00元');
    expect(chartsOf(changed)['three-public']?.lines.at(-1)).toMatch(
      /^three-public:reception outturn 2 checked 0\.2041$/,
    );
  });

  it('gives a figure in doubt its words and no bar, and does not measure the others by it', () => {
    const { classes } = chartsOf(withCell('summary', 3, 5, '920.50'));
    expect(classes?.lines).toEqual([
      'class:208  60.25 checked 1',
      'class:212  40.00 checked 0.6639',
      'class:201  920.50 inconsistent 0',
    ]);
  });

  it('shows a figure that is missing where there should be one', () => {
    const { sources } = chartsOf(withCell('summary', 4, 2, ''));
    expect(sources?.lines).toContain('source:fund  ‹› inconsistent 0');
  });

  it('draws no chart of figures that could not be checked', () => {
    const grid = accounts[formIndex.summary]?.grid.replace('二、外交支出|13|', '二、无人知晓的支出|13|7.00') ?? '';
    const { classes, sources } = chartsOf([{ ...accounts[formIndex.summary], grid }]);
    expect(classes).toBeUndefined();
    expect(sources?.lines).toHaveLength(3);
  });

  it('draws what is below zero by its size and keeps its sign', () => {
    const summary = withCell(
      'summary',
      7,
      2,
      '-10.00',
      withCell('summary', 8, 2, '530.00', withCell('summary', 11, 2, '536.25', withCell('summary', 11, 5, '536.25'))),
    )[formIndex.summary];
    const { sources } = chartsOf(summary ? [summary] : []);
    expect(sources?.lines).toContain('source:other  -10.00 checked 0.02');
  });

  it('leaves out what is zero, and a chart in which everything is', () => {
    const grid =
      accounts[formIndex.threePublic]?.grid.replace(
        /\n\s*9\.80.*$/,
        `\n${Array.from({ length: 12 }, () => '0.00').join('|')}`,
      ) ?? '';
    const charts = chartsOf(
      accounts.map((form, index) => (index === formIndex.threePublic ? { ...form, grid } : form)),
    );
    expect(charts['three-public']).toBeUndefined();
    expect(chartsOf(withCell('summary', 6, 2, '0.00')).sources?.lines).toHaveLength(3);
  });

  it('draws nothing from a table that was read with doubt', () => {
    expect(reportOf(documentOf(accounts.map((form) => ({ ...form, confidence: 0.3 })))).glance).toBeUndefined();
  });

  it('falls back to the columns of the income form and the classes of the expenditure form without the summary', () => {
    const { sources, classes } = chartsOf(accounts.slice(1));
    expect(sources?.lines).toEqual(['source:fiscal  540.00 checked 1', 'source:other  10.00 checked 0.0185']);
    expect(classes?.lines.map((line) => line.split(' ')[0])).toEqual(['class:201', 'class:208', 'class:212']);
  });

  it('keeps the sets apart', () => {
    const again = inYuan(accounts).map((form) => ({
      ...form,
      above: (form.above ?? []).map((line) => line.replace('示例市政务服务中心', '示例市档案馆')),
    }));
    const report = reportOf(documentOf([...accounts, ...again]));
    expect(report.sets).toHaveLength(2);
    expect([chartsIn(report, 0).sources?.unit, chartsIn(report, 1).sources?.unit]).toEqual(['万元', '元']);
  });
});
