import { describe, expect, it } from 'vitest';
import { documentOf, reportOf } from '../build.ts';
import { paperFrom, type Paper } from './government.ts';
import { tablePaperFrom } from './government-tables.ts';
import { scatteredFrom } from './scattered.ts';

const runs = Number(process.env.TIEOUT_SYNTHETIC_RUNS ?? 4) * 10;
const seeds = (count: number): number[] => Array.from({ length: count }, (_, seed) => seed);
const reported = ({ title, lines, tables }: Paper) =>
  reportOf(documentOf([...(lines.length > 0 ? [{ above: lines, grid: '说明|无' }] : []), ...tables], title));
const alarmsIn = (paper: Paper): string[] =>
  reported(paper)
    .findings.filter(({ verdict }) => verdict === 'inconsistent')
    .map(({ rule, message }) => `[${rule}] ${message}`);

describe.each([
  { name: 'reports on a budget', from: paperFrom },
  { name: 'tables', from: tablePaperFrom },
  { name: 'sentences in any neighbourhood', from: scatteredFrom },
])('random consistent government $name', ({ from }) => {
  it.each(seeds(runs))('number %i raises no alarm', (seed) => {
    expect(alarmsIn(from(seed))).toEqual([]);
  });
});

describe('random reports on a budget', () => {
  it('are checked: a growth of the income with a digit more is told', () => {
    const faults = seeds(40).flatMap((seed) => {
      const paper = paperFrom(seed);
      const lines = paper.lines.map((line) =>
        line.replace(
          /(一般公共预算收入[^，。；]*，比上年[^，。；]*，(?:增长|下降))(\d)/,
          (_, before: string, digit: string) => `${before}9${digit}`,
        ),
      );
      return lines.some((line, index) => line !== paper.lines[index]) ? [{ ...paper, lines }] : [];
    });
    expect(faults.length).toBeGreaterThan(3);
    for (const fault of faults) expect(alarmsIn(fault), fault.lines.join('\n')).not.toEqual([]);
  });
});
