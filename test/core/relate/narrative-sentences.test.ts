import { describe, expect, it } from 'vitest';
import type { Report } from '../../../core/report/schema.ts';
import { reportOf } from '../build.ts';
import { withText } from '../explanations.ts';
import { agreeing, contradicting, type Sentences } from './narrative-sentences.ts';

const reportOn = ({ lines, budget }: Sentences): Report => reportOf(withText(lines, [], budget ? '示例市财政局2024年部门预算公开' : '示例市财政局2024年度部门决算'));
const alarms = (report: Report): string[] => report.findings.filter((finding) => finding.verdict === 'inconsistent').map((finding) => finding.equation);
const cases = (all: readonly Sentences[]): [string, Sentences][] => all.map((one) => [one.lines.join(' '), one]);

describe('the many ways to say it', () => {
  it.each(cases(agreeing))('agree: %s', (_name, sentences) => expect(alarms(reportOn(sentences))).toEqual([]));

  it.each(cases(contradicting))('contradict once: %s', (_name, sentences) => {
    const report = reportOn(sentences);
    expect(alarms(report)).toHaveLength(1);
    // Every mark stands on what the finding says stands there.
    for (const finding of report.findings) {
      for (const place of finding.places) if ('paragraph' in place) expect(report.paragraphs.find((paragraph) => paragraph.id === place.paragraph)?.text.slice(place.start, place.end)).toBe(place.text);
    }
  });
});
