import { describe, expect, it } from 'vitest';
import type { Judged } from '../../../core/judge/diagnosis.ts';
import { explain } from '../../../core/judge/explain.ts';
import { drain } from '../../../tools/run.ts';
import { diagnosed, figureOf, judgedOf, sameOf, sumOf } from './figure.ts';

/** A total added up from three printed parts strays by two units from the other form; one part is printed as `text`. */
function added(text: string, other: string): Judged[] {
  const part = figureOf(text);
  const whole = figureOf('30.03');
  return judgedOf([
    sumOf(whole, figureOf('10.01'), figureOf('10.01'), part),
    sameOf(whole, figureOf(other, { table: 't2' })),
    ...['t3', 't4'].map((table) => sameOf(part, figureOf('10.01', { table }))),
  ]);
}

describe('explain', () => {
  it('does not blame a total that was added up from its parts when one of these is wrong', () => {
    const relations = added('70.01', '30.01');
    // By itself the difference between the forms would be another mistake.
    expect(diagnosed(relations).length).toBeGreaterThan(1);
    const { causes, judged: final } = drain(explain(relations, false));
    expect(
      causes.map(({ changes }) => changes.map(({ figure, likely }) => `${figure.text} → ${likely.toFixed()}`)),
    ).toEqual([['70.01 → 10.01']]);
    expect(final.map(({ judgement }) => judgement.verdict)).toEqual([
      'inconsistent',
      'rounding',
      'inconsistent',
      'inconsistent',
    ]);
  });

  it('still tells what no adding up explains', () => {
    const { causes } = drain(explain(added('70.01', '31.01'), false));
    expect(causes.length).toBeGreaterThan(1);
    expect(causes.flatMap(({ failing }) => failing)).toHaveLength(4);
  });

  it('has nothing to explain where all agrees', () => {
    expect(drain(explain(added('10.01', '30.03'), false)).causes).toEqual([]);
  });
});
