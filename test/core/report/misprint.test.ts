import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../core/report/schema.ts';
import { withCell } from '../accounts.ts';
import { documentOf, reportOf } from '../build.ts';
import { reworded, withText } from '../explanations.ts';

const printedAs = (text: string): readonly Finding[] => reportOf(documentOf(withCell('income', 5, 2, text))).findings;

describe('an amount with misplaced separators', () => {
  it.each(['4,45,00', '4.45.00', '44,5.00'])(
    '%s is remarked on, with the amount that its equations bear out',
    (text) => {
      const [finding, ...others] = printedAs(text);
      expect(others).toEqual([]);
      expect(finding).toMatchObject({
        rule: 'structure/misplaced-separator',
        verdict: 'notice',
        likely: '445',
        diagnosis: { kind: 'suspect', changes: [{ place: 0, likely: '445', likelyText: '445.00', slip: 'separator' }] },
      });
      expect(finding?.places).toMatchObject([{ role: 'suspect', row: 5, column: 2, text }]);
      expect(finding?.diagnosis?.holding.length).toBeGreaterThan(1);
    },
  );

  it('is remarked on without an amount where the equations bear none out, but for what may be two amounts', () => {
    const [finding, ...others] = printedAs('9,99,00');
    expect([finding?.verdict, finding?.likely, finding?.diagnosis, others]).toEqual([
      'notice',
      undefined,
      undefined,
      [],
    ]);
    expect(printedAs('9.99.00')).toEqual([]);
  });

  it('is told in a sentence only where the equations bear an amount out', () => {
    const told = (text: string): (string | undefined)[] =>
      reportOf(withText(reworded('支出合计520.75万元', `支出合计${text}万元`))).findings.map(
        ({ rule, likely }) => `${rule} ${likely ?? ''}`,
      );
    expect(told('5,20,75')).toEqual(['structure/misplaced-separator 520.75']);
    expect(told('9,99,00')).toEqual([]);
  });
});
