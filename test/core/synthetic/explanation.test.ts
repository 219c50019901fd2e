import { describe, expect, it } from 'vitest';
import { documentOf, reportOf } from '../build.ts';
import { explanationFrom } from './explanation.ts';

const papers = Number(process.env.TIEOUT_SYNTHETIC_RUNS ?? 4) * 10;
const reported = (seed: number, lines = explanationFrom(seed).lines) =>
  reportOf(documentOf([{ above: lines, grid: '说明|无' }], explanationFrom(seed).title));
const alarms = (report: ReturnType<typeof reported>): string[] =>
  report.findings.filter(({ verdict }) => verdict === 'inconsistent').map(({ message }) => message);

describe('random explanations of departments, without forms', () => {
  it.each(Array.from({ length: papers }, (_, seed) => seed))('number %i raises no alarm, and is checked', (seed) => {
    const report = reported(seed);
    expect(alarms(report)).toEqual([]);
    expect(report.coverage.checked).toBeGreaterThan(10);
  });

  it('are checked where they differ: receptions with a digit more contradict all three public expenses', () => {
    for (const seed of [0, 1, 2, 3, 4]) {
      const { lines } = explanationFrom(seed);
      const changed = lines.map((line) => line.replace('公务接待费支出决算', '公务接待费支出决算9'));
      expect(changed).not.toEqual(lines);
      expect(alarms(reported(seed, changed)), lines.join('\n')).not.toEqual([]);
    }
  });
});
