import { describe, expect, it } from 'vitest';
import { unproven } from '../../../core/judge/patterns.ts';
import { evaluate } from '../../../core/judge/evaluate.ts';
import type { Judged } from '../../../core/judge/diagnosis.ts';
import { addend, total, type Relation } from '../../../core/relate/relation.ts';
import { figureOf } from './figure.ts';

function judged(pattern: string | undefined, sum: string, ...parts: readonly string[]): Judged {
  const relation: Relation = {
    kind: 'sum',
    readings: [[total(figureOf(sum)), ...parts.map((text) => addend(figureOf(text)))]],
    table: 't1',
    ...(pattern === undefined ? {} : { pattern }),
  };
  const judgement = evaluate(relation);
  if (judgement.verdict === 'unchecked') throw new Error(judgement.reason);
  return { rule: 'footing/guess', relation, judgement };
}
const holding = (count: number, pattern = 'p'): Judged[] =>
  Array.from({ length: count }, () => judged(pattern, '3.00', '1.00', '2.00'));

describe('a guessed structure', () => {
  const wrong = judged('p', '9.00', '1.00', '2.00');
  it('may alarm when three of its kind hold', () => {
    expect(unproven([wrong, ...holding(3)]).size).toBe(0);
    expect([...unproven([wrong, ...holding(2)])]).toEqual([wrong]);
  });

  it('needs three times as many as fail', () => {
    expect(unproven([wrong, judged('p', '8.00', '1.00'), ...holding(5)]).size).toBe(2);
    expect(unproven([wrong, judged('p', '8.00', '1.00'), ...holding(6)]).size).toBe(0);
  });

  it('is not borne out by zeros, by rows of one part only, or by another table', () => {
    expect(unproven([wrong, ...Array.from({ length: 5 }, () => judged('p', '0.00', '0.00', '0.00'))]).size).toBe(1);
    expect(unproven([wrong, ...Array.from({ length: 5 }, () => judged('p', '2.00', '2.00'))]).size).toBe(1);
    expect(unproven([wrong, ...holding(5, 'q')]).size).toBe(1);
  });

  it('leaves what is no guess alone', () => {
    expect(unproven([judged(undefined, '9.00', '1.00')]).size).toBe(0);
  });
});
