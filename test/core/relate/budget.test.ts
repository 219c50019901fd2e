import { describe, expect, it } from 'vitest';
import {
  budgetSet,
  budgetTitle,
  expenditure,
  services,
  summary,
  targets,
  threeCodeColumns,
  threeLanes,
} from '../budgets.ts';
import { documentOf, reportOf, rulesWith, type Drawn } from '../build.ts';
import { changed } from './changed.ts';

const report = (drawn: readonly Drawn[]) => reportOf(documentOf(drawn, budgetTitle));
const alarms = (...drawn: Drawn[]): string[] => rulesWith(report(drawn), 'inconsistent');

describe('the budget set', () => {
  it('agrees and is checked in full', () => {
    const { coverage, findings, tables } = report(budgetSet);
    expect(findings).toEqual([]);
    expect(tables.map((table) => table.form)).toEqual([
      'budget-summary',
      'budget-expenditure',
      'budget-projects',
      'budget-fiscal-summary',
      'budget-general',
      'budget-basic',
      'budget-purchased-services',
      'budget-targets',
    ]);
    expect(coverage.checked).toBeGreaterThan(coverage.amounts * 0.9);
  });

  it('knows what makes up the “three public” expenses where each is a row', () => {
    const rows: Drawn = {
      above: ['2024年区本级“三公”经费预算支出表', '单位：万元'],
      grid: '项目|2023年预算数|2024年预算数\n机关运行经费|900|950\n“三公”经费|4540|4432\n1.因公出国（境）费用|39|39\n2.公务接待费|323|323\n3.公务用车购置及运行维护费|4178|4070\n其中：公务用车运行维护费|2756|2648\n公务用车购置|1422|1422',
    };
    expect(alarms(rows)).toEqual([]);
    expect(report([rows]).coverage.checked).toBe(12);
    expect(alarms(changed(rows, 4, 2, '332'))).toEqual(['footing/budget-total']);
    expect(alarms(changed(rows, 7, 1, '1242'))).toEqual(['footing/budget-summary']);
    // Training beside them may be inside the total or outside.
    expect(alarms({ ...rows, grid: `${rows.grid}\n4.培训费|50|50` })).toEqual([]);
  });

  it('takes 其中 columns inside or outside the total', () => {
    const beside = changed(changed(expenditure, 4, 6, '1.000000'), 7, 6, '1.000000');
    expect(alarms(beside)).toEqual([]);
    expect(alarms(changed(changed(beside, 4, 3, '33.500000'), 7, 3, '109.000000'))).toEqual([]);
    expect(alarms(changed(beside, 4, 3, '34.500000'))).toContain('cross-footing/budget-columns');
  });

  it('misses the parts of a row whose like have theirs, and an amount in a row of a list', () => {
    expect(alarms(changed(expenditure, 4, 3, ''))).toContain('cross-footing/budget-columns');
    const { findings } = report([changed(services, 3, 4, '')]);
    expect(findings.map(({ diagnosis }) => diagnosis?.kind)).not.toContain('suspect');
  });

  it('judges no total over a row that is not understood', () => {
    const strange = changed(changed(summary, 4, 0, '某种收入'), 4, 1, '6.000000');
    expect(alarms(strange)).toEqual([]);
    expect(report([strange]).unchecked.some((entry) => entry.reason === 'unknown-item')).toBe(true);
  });

  it('remarks on a record that is printed twice', () => {
    const name = '11010223T000001995223-示例大厅运行维护项目';
    const twice = [
      [4, 1, name],
      [4, 2, '40.000000'],
      [4, 3, '40.000000'],
      [4, 4, ''],
      [4, 9, '40'],
      [4, 10, '万元'],
      [5, 7, '维护次数'],
    ] as const;
    const repeated = report([
      twice.reduce<Drawn>((drawn, [row, column, text]) => changed(drawn, row, column, text), targets),
    ]);
    expect(repeated.findings.map((finding) => [finding.rule, finding.verdict])).toEqual([
      ['structure/repeated-record', 'notice'],
    ]);
    expect(
      repeated.findings[0]?.places.map((place) => (place.role === 'suspect' && 'row' in place ? place.row : null)),
    ).toEqual([4, null]);
    const other = twice
      .slice(0, -1)
      .reduce<Drawn>((drawn, [row, column, text]) => changed(drawn, row, column, text), targets);
    expect(report([other]).findings).toEqual([]);
  });

  it('remarks on the same digits in another unit, and does not call it a contradiction', () => {
    const { findings } = report([changed(targets, 2, 10, '元')]);
    expect(findings.map((finding) => [finding.rule, finding.verdict])).toEqual([
      ['performance/cost-ceiling', 'notice'],
    ]);
  });

  it('is never taken for final accounts, nor they for it', () => {
    expect(reportOf(documentOf([{ ...summary, above: ['收支决算总表', '单位：万元'] }])).tables[0]?.form).not.toMatch(
      /^budget/,
    );
    expect(report(budgetSet).document.kind).toBe('budget');
  });
});

describe('budgets of other places', () => {
  it('add up by codes in three columns and by the lanes of a summary', () => {
    for (const drawn of [threeCodeColumns, threeLanes]) {
      const { coverage, findings, tables } = report([drawn]);
      expect(findings).toEqual([]);
      expect(tables[0]?.form).toBe(drawn === threeLanes ? 'budget-summary' : 'budget-expenditure');
      expect(coverage.checked).toBe(coverage.amounts);
    }
  });

  it('are not called checked where a wrong total would leave too few sums to bear out a structure that no title names', () => {
    const { coverage, tables } = report([{ ...threeLanes, above: ['园区资金安排预算表', '单位：万元'] }]);
    expect(tables[0]?.form).toBe('budget-table');
    expect(coverage.checked).toBe(5);
  });

  it('alarm where the structure has proved itself, in what adds across and down', () => {
    expect(alarms(changed(threeCodeColumns, 3, 4, '9,700'))).toEqual([
      'cross-footing/budget-columns',
      'hierarchy/budget-accounts',
    ]);
    expect(alarms(changed(threeLanes, 3, 3, '139.70'))).toEqual(['footing/budget-summary']);
  });

  it('do not alarm on a guess that too little bears out', () => {
    const small: Drawn = {
      above: ['某项经费预算表', '单位：万元'],
      grid: '项目|合计|会议费|培训费\n某单位|5.00|1.00|2.00\n合计|7.00|1.00|2.00',
    };
    const { findings, unchecked } = report([small]);
    expect(findings).toEqual([]);
    expect(unchecked.map((entry) => entry.reason)).toContain('unproven-structure');
  });

  it('do not add up rows under subtotals', () => {
    const procurement: Drawn = {
      above: ['政府采购预算表', '单位：万元'],
      grid: '大类|名称|总计\n合计||50.00\n一、货物||20.00\n|台式机|20.00\n二、服务||30.00\n|印刷|30.00',
    };
    expect(alarms(procurement)).toEqual([]);
  });
});
