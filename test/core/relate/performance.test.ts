import { describe, expect, it } from 'vitest';
import { documentOf, reportOf, rulesWith, type Drawn } from '../build.ts';
import { department, project, scoreTable, withRemaining } from '../evaluations.ts';
import { changed } from './changed.ts';

const alarms = (...drawn: Drawn[]): string[] => rulesWith(reportOf(documentOf(drawn)), 'inconsistent');
const reasons = (...drawn: Drawn[]): string[] =>
  reportOf(documentOf(drawn)).unchecked.map((entry) => `${entry.rule} ${entry.reason}`);

describe('evaluation forms', () => {
  it.each([
    ['project', project],
    ['with remaining funds', withRemaining],
    ['department', department],
    ['score table', scoreTable],
  ])('%s: agrees as it is, and every amount is known', (_name, drawn) => {
    const report = reportOf(documentOf([drawn]));
    expect(report.findings.filter((finding) => finding.verdict === 'inconsistent')).toEqual([]);
    expect(report.tables[0]?.form).toMatch(/-performance$/);
    expect(report.coverage.checked).toBeGreaterThan(report.coverage.amounts * 0.7);
  });

  it('counts a weight that lines share once, and holds their scores together against it', () => {
    expect(alarms(changed(project, 11, 8, '16'))).toEqual([
      'performance/score-within-weight',
      'performance/scores-total',
    ]);
  });

  it('take points for exact: half a point is no rounding', () => {
    expect(alarms(changed(withRemaining, 9, 9, '92.42'))).toContain('performance/scores-total');
  });

  it('allow a total without decimals to be rounded', () => {
    expect(alarms(changed(withRemaining, 9, 9, '92'))).toEqual([]);
    expect(alarms(changed(withRemaining, 9, 9, '93'))).toContain('performance/scores-total');
  });

  const blanked = (drawn: Drawn, ...cells: readonly (readonly [number, number])[]): Drawn =>
    cells.reduce((one, [row, column]) => changed(one, row, column, ''), drawn);

  it('take points that one place alone leaves blank for left out, and judge no total where several do', () => {
    expect(alarms(blanked(project, [14, 8]))).toEqual(['performance/scores-total']);
    expect(alarms(blanked(department, [1, 10]))).toEqual(['performance/scores-total']);
    expect(alarms(blanked(project, [13, 8], [14, 8]))).toEqual([]);
    expect(reasons(blanked(project, [13, 8], [14, 8]))).toContain('performance/scores-total no-breakdown');
    expect(alarms(blanked(project, [14, 7], [14, 8]))).toEqual([]);
    // Neither points nor a rate: the form asks for none.
    expect(alarms(blanked(department, [1, 9], [1, 10]))).toEqual([]);
  });

  it('take what a line leaves blank for zero where it is filled in everywhere else, and for not asked for where it is not', () => {
    expect(alarms(blanked(withRemaining, [3, 5]))).toEqual([
      'performance/funds-of-sources',
      'performance/remaining-funds',
    ]);
    expect(alarms(blanked(withRemaining, [4, 4]))).toEqual(['performance/funds-of-sources']);
    expect(alarms(blanked(withRemaining, [4, 6]))).toEqual([
      'performance/execution-rate',
      'performance/funds-of-sources',
      'performance/remaining-funds',
    ]);
    expect(alarms(blanked(withRemaining, [3, 8]))).toEqual(['performance/execution-rate']);
    // The rate and the points of a source need not be stated, nor anything of it.
    expect(alarms(blanked(withRemaining, [4, 8]))).toEqual([]);
    expect(alarms(blanked(withRemaining, [4, 8], [4, 9]))).toEqual([]);
    expect(alarms(blanked(withRemaining, [4, 4], [4, 5], [4, 6], [4, 7], [4, 8], [4, 9]))).toEqual([]);
    expect(alarms(blanked(withRemaining, [3, 7], [4, 7]))).toEqual([]);
    expect(alarms(blanked(withRemaining, [3, 6], [4, 6], [3, 7], [4, 7], [3, 8], [4, 8]))).toEqual([]);
  });

  it('compare the points of the only source with those of the total, and only where it is the same money', () => {
    expect(alarms(changed(withRemaining, 4, 9, '3.24'))).toEqual(['performance/points-of-only-source']);
    expect(alarms(changed(withRemaining, 4, 9, '—'))).toEqual([]);
    expect(alarms(blanked(withRemaining, [3, 9]))).toEqual([
      'performance/points-of-only-source',
      'performance/scores-total',
    ]);
    expect(alarms(changed(project, 3, 9, '8.33'))).toEqual([]);
  });

  describe('with one source and two that are blank throughout', () => {
    const onlySource = (
      [
        [2, '50.00', '50.00', '100%', '10'],
        [3, '50.00', '50.00', '100%', '10'],
        [4, '', '', '', '—'],
      ] as const
    ).reduce(
      (drawn, [row, planned, spent, rate, points]) =>
        (
          [
            [5, planned],
            [6, spent],
            [8, rate],
            [9, points],
          ] as const
        ).reduce((one, [column, text]) => changed(one, row, column, text), drawn),
      changed(changed(project, 15, 8, '97'), 12, 6, '50万元'),
    );
    const suspects = (drawn: Drawn): string[] =>
      reportOf(documentOf([drawn])).findings.flatMap(({ diagnosis, places }) =>
        (diagnosis?.kind === 'suspect' ? diagnosis.changes : []).map(({ place, likelyText, slip }) => {
          const at = places[place];
          return at && 'table' in at ? `${at.row}:${at.column} ${at.text} → ${likelyText} ${slip}` : '';
        }),
      );

    it('blames a figure for its look, since nothing was left out of an empty line', () => {
      expect(alarms(onlySource)).toEqual([]);
      expect(suspects(changed(onlySource, 3, 5, '5.000'))).toEqual(['3:5 5.000 → 50.000 point']);
    });

    it('does not call the rate superfluous when its outturn stands a line too far down', () => {
      expect(alarms(changed(blanked(onlySource, [3, 6]), 4, 6, '50.00'))).toEqual(['performance/execution-rate']);
      expect(suspects(changed(blanked(onlySource, [3, 6]), 4, 6, '50.00'))).toEqual([]);
    });
  });

  it('blame points above their weight where the weights add up, without a value, and nothing where they do not', () => {
    const above = (drawn: Drawn) =>
      reportOf(documentOf([drawn])).findings.filter(({ rule }) => rule === 'performance/score-within-weight');
    const both = changed(changed(department, 7, 8, '11'), 8, 8, '18.5');
    const [finding] = above(both);
    expect(finding?.diagnosis).toMatchObject({
      kind: 'suspect',
      changes: [{ likely: '10', likelyText: '≤ 10', slip: 'excess' }],
    });
    expect(finding?.likely).toBeUndefined();
    expect(finding?.diagnosis?.text).toBe(
      '分值相加与总分相符，所以偏高的应是“履职目标相关性”行的得分；本应是多少，无从判断。',
    );
    expect(finding?.diagnosis?.holding.map(({ rule }) => rule)).toEqual(['performance/weights-total']);
    expect(above(changed(both, 10, 7, '101')).map(({ diagnosis }) => diagnosis?.kind)).toEqual(['undecided']);
  });

  it('know a deviation by its size, whichever is more', () => {
    expect(alarms(changed(scoreTable, 13, 4, '-25.00%'))).toEqual([]);
  });

  it('judge no total with points added beside the scale', () => {
    const extra = changed(changed(project, 14, 1, '加分项'), 14, 8, '7');
    expect(alarms(extra)).toEqual([]);
    expect(reasons(extra)).toContain('performance/scores-total unknown-item');
  });

  it('judge no sum of sources with one that is not known, or none filled in', () => {
    expect(alarms(changed(changed(project, 5, 3, '某种特别安排'), 5, 5, '7.00'))).toEqual([]);
    expect(alarms(blanked(project, [3, 5], [4, 5], [3, 6], [4, 6], [3, 8], [4, 8]))).toEqual([]);
  });

  it('know that a rate may be a fraction, or stop at 100', () => {
    expect(alarms(changed(department, 1, 9, '0.5'))).toEqual([]);
    expect(alarms(changed(changed(department, 1, 6, '170.00'), 1, 9, '100%'))).not.toContain(
      'performance/execution-rate',
    );
  });

  it('follow a printed scale and printed bands only', () => {
    const without = (drawn: Drawn): Drawn => ({ ...drawn, below: [] });
    expect(alarms(without(changed(changed(project, 2, 9, '9'), 15, 8, '96')))).toEqual([]);
    expect(alarms(without(changed(withRemaining, 9, 10, '差')))).toEqual([]);
  });

  it('say nothing of a cost that is not that of the whole project', () => {
    expect(alarms(changed(changed(project, 12, 5, '≤30万元'), 12, 6, '25万元'))).toEqual([]);
  });

  it('leave a group alone whose cell may be cut by a page', () => {
    const cut = {
      ...department,
      grid: department.grid
        .replace('产出指标|60|', '|50|')
        .replace('总分|', '||重点|达成率||100%|100%|0|0||\n    总分|'),
    };
    expect(alarms(cut)).not.toContain('performance/group-weights');
  });

  it('do not open a set of their own, however many there are', () => {
    expect(reportOf(documentOf([project, project, withRemaining])).sets).toHaveLength(1);
  });
});
