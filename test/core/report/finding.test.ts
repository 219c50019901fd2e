import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../core/document/figure.ts';
import { addend, deduction, total, type Relation } from '../../../core/relate/relation.ts';
import { findingsOf } from '../../../core/report/finding.ts';
import { findingSchema, type Finding } from '../../../core/report/schema.ts';
import { diagnosisText, sentence } from '../../../core/report/tell.ts';
import { drain } from '../../../tools/run.ts';
import { diagnosed, figureOf, judgedOf, sameOf, sumOf } from '../judge/figure.ts';

function findings(...relations: readonly Relation[]): Finding[] {
  const judged = judgedOf(relations, (index) => `footing/rule-${index}`);
  return drain(findingsOf(judged, diagnosed(judged)));
}
const shown = (finding: Finding | undefined): string[] =>
  finding?.terms.map((term) => `${term.sign}${term.text}`) ?? [];

describe('findingsOf', () => {
  it('says nothing of what agrees', () => {
    expect(findings(sumOf(figureOf('5.00'), figureOf('5.00')))).toEqual([]);
  });

  it('tells a sum with its figures as printed', () => {
    const [finding] = findings(sumOf(figureOf('1,234.56'), figureOf('1,200.00'), figureOf(''), figureOf('30.00')));
    expect(finding).toMatchObject({
      verdict: 'inconsistent',
      reported: '1234.56',
      expected: '1230',
      difference: '4.56',
      line: { left: '1,200.00 + 30.00', comes: '1,230.00', sign: '≠', right: '1,234.56' },
    });
    expect(shown(finding)).toEqual(['+1,200.00', '+30.00', '=1,234.56']);
    // The blank may be what was left out: it is named beside the printed figures.
    expect(finding?.places.map(({ role, text }) => `${role} ${text}`)).toEqual([
      'total 1,234.56',
      'addend 1,200.00',
      'addend 30.00',
      'addend ',
    ]);
    expect(finding?.likely).toBeUndefined();
    expect(findingSchema.safeParse(finding).success).toBe(true);
  });

  it('marks what explains itself by rounding', () => {
    const [finding] = findings(sumOf(figureOf('34.14'), figureOf('23.83'), figureOf('10.32')));
    expect([finding?.verdict, finding?.line?.sign]).toEqual(['rounding', '≈']);
  });

  it('shows deductions with their sign', () => {
    const [finding] = findings({
      kind: 'sum',
      table: 't1',
      readings: [[total(figureOf('4.00')), addend(figureOf('5.00')), deduction(figureOf('2.00'))]],
    });
    expect(shown(finding)).toEqual(['+5.00', '-2.00', '=4.00']);
    expect([finding?.expected, finding?.difference]).toEqual(['3', '1']);
  });

  it('shows blanks only where nothing else is printed', () => {
    const [finding] = findings(sumOf(figureOf('5.00'), figureOf(''), figureOf('——')));
    expect(shown(finding)).toEqual(['+', '+——', '=5.00']);
  });

  it('tells what one figure breaks as one finding, led by what defines it', () => {
    const a = figureOf('907.54');
    const [finding, ...others] = findings(
      sumOf(figureOf('927.71'), a, figureOf('19.77')),
      sumOf(a, figureOf('907.94')),
      sameOf(figureOf('907.94', { table: 't2' }), a),
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'footing/rule-1', likely: '907.94' });
    expect(finding?.related.map((other) => other.rule)).toEqual(['footing/rule-0', 'footing/rule-2']);
    expect(finding?.places.filter((place) => place.role === 'suspect').map((place) => place.text)).toEqual(['907.54']);
  });

  it('names a finding by rule, places and texts', () => {
    const id = (text: string, row = 1): string | undefined =>
      findings(sumOf(figureOf(text, { row }), figureOf('7.00', { row: 2 })))[0]?.id;
    expect(id('5.00')).toBe(id('5.00'));
    expect(new Set([id('5.00'), id('5.01'), id('5.00', 3)]).size).toBe(3);
  });

  it('tells of shifted rows, of figures of one name, and of what else has to be put right', () => {
    const at = (row: number, column: number, text: string): Figure => figureOf(text, { row, column, decimals: 2 });
    const grid = [
      ['60.00', '24.00', '36.00'],
      ['11.00', '', '7.00'],
      ['12.00', '4.00', '7.00'],
      ['17.00', '5.00', '11.00'],
      ['20.00', '6.00', '11.00'],
    ].map((row, r) => row.map((text, c) => at(300 + r, c, text)));
    const rows = grid.map(([first = at(0, 0, ''), ...rest]) => sumOf(first, ...rest));
    const [finding, ...others] = findings(...rows);
    expect(others).toEqual([]);
    const diagnosis = finding?.diagnosis;
    if (!diagnosis) throw new Error('a diagnosis');
    expect(diagnosisText(diagnosis, 'zh')).toBe(
      '若表“行301”行“列1”到“行304”行的 4 处依次为 4.00、5.00、6.00、9.00，相关的 4 个等式就都成立（像是整行错位）。',
    );
    expect(diagnosisText(diagnosis, 'en')).toMatch(
      /^With 4\.00, 5\.00, 6\.00, 9\.00 in the 4 places .* \(looks like rows shifted by one\)\.$/,
    );
  });

  it('neutral words in both languages', () => {
    const all = findings(
      sumOf(figureOf('5.00'), figureOf('7.00')),
      sameOf(figureOf('', { row: 900 }), figureOf('7.00', { table: 't2' })),
      sumOf(figureOf('5.00'), figureOf('')),
    );
    expect(all).toHaveLength(3);
    for (const finding of all) {
      const [message, messageEn] = [sentence(finding, 'zh'), sentence(finding, 'en')];
      expect(message).toMatch(/。$/);
      expect(message).not.toMatch(/错误|造假|违规|undefined|null|NaN/);
      expect(messageEn).toMatch(/\.$/);
      expect(messageEn).not.toMatch(/error|wrong|fraud|undefined|null|NaN/i);
    }
  });
});
