import { describe, expect, it } from 'vitest';
import type { ToldReport } from '../../../core/report/told.ts';
import { reportOf } from '../build.ts';
import { withText } from '../explanations.ts';
import { agreeing, contradicting, type Sentences } from './narrative-sentences.ts';

const reportOn = ({ lines, budget }: Sentences): ToldReport =>
  reportOf(withText(lines, [], budget ? '示例市财政局2024年部门预算公开' : '示例市财政局2024年度部门决算'));
const alarms = (report: ToldReport): string[] =>
  report.findings.filter((finding) => finding.verdict === 'inconsistent').map((finding) => finding.equation);
const cases = (all: readonly Sentences[]): [string, Sentences][] => all.map((one) => [one.lines.join(' '), one]);

describe('the many ways to say it', () => {
  it.each(cases(agreeing))('agree: %s', (_name, sentences) => expect(alarms(reportOn(sentences))).toEqual([]));

  it.each(cases(contradicting))('contradict once: %s', (_name, sentences) => {
    const report = reportOn(sentences);
    expect(alarms(report)).toHaveLength(1);
    // Every mark stands on what the finding says stands there.
    for (const finding of report.findings) {
      for (const place of finding.places)
        if ('paragraph' in place)
          expect(
            report.paragraphs.find((paragraph) => paragraph.id === place.paragraph)?.text.slice(place.start, place.end),
          ).toBe(place.text);
    }
  });

  it('marks the word that compares two amounts wrongly, and speaks of it', () => {
    const lines = (word: string): Sentences => ({
      lines: [
        '五、一般公共预算财政拨款支出决算情况说明',
        `2024年度财政拨款年初预算100.00万元，支出决算90.00万元，决算数${word}年初预算数的主要原因是节约。`,
      ],
    });
    const [finding] = reportOn(lines('大于')).findings.filter(({ verdict }) => verdict === 'inconsistent');
    expect(finding?.message).toContain('“大于”');
    expect(finding?.message).not.toContain('包含');
    expect(finding?.places.map(({ role, text }) => [role, text])[0]).toEqual(['suspect', '大于']);
    expect(alarms(reportOn(lines('小于')))).toEqual([]);
  });

  it.each([
    ['2024年，公共安全支出完成8.3亿元，比上年增加1.5万元，增长22%。', '1.5 亿元'],
    // The rounded base leaves room: 1.8 ÷ (7 − 1.8) is 34.6 %.
    [
      '2024年，教育支出完成7亿元，为预算的99.5%，增加1.8万元，增长34.9%。科学技术支出完成1.5亿元，增加0.5亿元，增长50%。',
      '1.8 亿元',
    ],
  ])('gives the same digits with another unit where the unit is wrong: %s', (line, likely) => {
    const [finding] = reportOn({ lines: [line] }).findings;
    expect(finding?.diagnosis?.changes.map(({ slip, likelyText }) => [slip, likelyText])).toEqual([['unit', likely]]);
  });
});
