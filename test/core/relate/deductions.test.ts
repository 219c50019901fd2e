import { describe, expect, it } from 'vitest';
import { documentOf, reportOf } from '../build.ts';

const alarms = (...lines: string[]): string[] =>
  reportOf(documentOf([{ above: lines, grid: '说明|无' }], '示例县林业局2024年度部门决算情况说明'))
    .findings.filter(({ verdict }) => verdict === 'inconsistent')
    .map(({ equation }) => equation);
const income = (total: string): string =>
  `2024年度收入合计${total}万元，包括财政拨款收入815.60万元、事业收入96.25万元、经营收入41.30万元。`;

describe('what the text takes off in another paragraph', () => {
  it.each(['其他收入-28.40万元，系退回。', '冲减以前年度其他收入28.40万元。', '收回以前年度收入28.40万元。'])(
    'is part of its sum: %s',
    (line) => {
      expect(alarms(income('924.75'), line)).toEqual([]);
    },
  );

  it('explains no other difference', () => {
    expect(alarms(income('924.15'), '其他收入-28.40万元，系退回。')).toHaveLength(1);
    expect(alarms(income('924.75'), '其他收入28.40万元。')).toHaveLength(1);
  });
});
