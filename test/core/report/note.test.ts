import { describe, expect, it } from 'vitest';
import { feedbackNote } from '../../../core/report/note.ts';
import { withCell } from '../accounts.ts';
import { documentOf, reportOf } from '../build.ts';

const report = reportOf(documentOf(withCell('income', 3, 3, '504.00')));
const [finding] = report.findings;

describe('feedbackNote', () => {
  it('tells the office what stands where, what does not agree and what was probably meant', () => {
    if (!finding) throw new Error('a finding');
    const note = feedbackNote(report, finding, 'zh');
    expect(note.split('\n')[0]).toBe('示例市政务服务中心：');
    expect(note).toContain('2024年度部门决算');
    expect(note).toContain('《收入决算表》');
    expect(note).toContain('504.00（单位：万元）');
    for (const { equation } of [finding, ...finding.related]) expect(note).toContain(equation);
    expect(note).toContain(`可能应为 ${finding.diagnosis?.changes[0]?.likelyText ?? '?'}`);
    expect(note).not.toMatch(/错误|造假|违规|undefined|null|NaN/);
  });

  it('says it in English too', () => {
    if (!finding) throw new Error('a finding');
    const note = feedbackNote(report, finding, 'en');
    expect(note).toContain('was meant to be');
    expect(note).toContain('unit: 万元');
    expect(note).not.toMatch(/undefined|null|NaN|，|。/);
  });

  it('does not guess where nothing singles a figure out', () => {
    if (!finding) throw new Error('a finding');
    const open = { ...finding, diagnosis: { kind: 'undecided' as const, changes: [], text: '', textEn: '', holding: [] } };
    expect(feedbackNote(report, open, 'zh')).toContain('无法判断哪一侧有误');
    expect(feedbackNote(report, open, 'zh')).not.toContain('可能应为');
  });
});
