import { describe, expect, it } from 'vitest';
import { feedbackLetter } from '../../../core/report/letter.ts';
import type { Finding } from '../../../core/report/schema.ts';
import { withCell } from '../accounts.ts';
import { documentOf, reportOf } from '../build.ts';

const report = reportOf(documentOf(withCell('income', 3, 3, '504.00')));
const [finding] = report.findings;

describe('feedbackLetter', () => {
  it('tells the office what stands where, what does not agree and what was probably meant', () => {
    if (!finding) throw new Error('a finding');
    const note = feedbackLetter(report, finding, 'zh');
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
    const note = feedbackLetter(report, finding, 'en');
    expect(note).toContain('was meant to be');
    expect(note).toContain('unit: 万元');
    expect(note).not.toMatch(/undefined|null|NaN|，|。/);
  });

  it('tells many changes in one sentence, and not every equation', () => {
    if (!finding) throw new Error('a finding');
    const places = Array.from({ length: 30 }, () => finding.places)
      .flat()
      .slice(0, 30);
    const changes = places.map((_, place) => ({ place, likely: '1', likelyText: '1.00', slip: 'table-unit' as const }));
    const diagnosis: Finding['diagnosis'] = {
      kind: 'suspect',
      changes,
      statement: {
        kind: 'repair',
        equations: 20,
        repair: { by: 'unit', table: '收入决算表', meant: '元', stated: '万元' },
        also: [],
      },
      holding: [],
    };
    const related = Array.from({ length: 19 }, (_, index): Finding['related'][number] => ({
      rule: 'tie-out/x',
      statement: { kind: 'remark', remark: 'enumeration', values: {} },
      line: { left: `${index}.00`, sign: '≠', right: '9.00' },
      terms: [],
      places: [],
    }));
    const whole = { ...finding, places, related, diagnosis };
    const [zh, en] = [feedbackLetter(report, whole, 'zh'), feedbackLetter(report, whole, 'en')];
    expect(zh).toContain(
      '推测：若收入决算表的金额以元而不是以万元为单位，相关的 20 个等式就都成立。请以贵单位原始数据为准。',
    );
    expect(zh).toContain('（另有 15 个相关算式，不一一列出。）');
    expect(en).toContain(
      'Possibly: With the amounts of 收入决算表 in 元 instead of 万元, all 20 equations would hold. Your original data decide.',
    );
    expect([zh, en].map((note) => note.split('\n').length <= 14)).toEqual([true, true]);
  });

  it('does not guess where nothing singles a figure out', () => {
    if (!finding) throw new Error('a finding');
    const open: Finding = {
      ...finding,
      diagnosis: { kind: 'undecided', changes: [], statement: { kind: 'undecided' }, holding: [] },
    };
    expect(feedbackLetter(report, open, 'zh')).toContain('无法判断哪一侧有误');
    expect(feedbackLetter(report, open, 'zh')).not.toContain('可能应为');
  });
});
