import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../core/document/figure.ts';
import { confidenceLine, evaluate, showsTruncation, type Judgement } from '../../../core/judge/evaluate.ts';
import { Decimal } from '../../../core/quantity/decimal.ts';
import {
  addend,
  deduction,
  denominator,
  left,
  numerator,
  percentage,
  right,
  total,
  type Relation,
} from '../../../core/relate/relation.ts';
import { figureOf, sameOf, sumOf } from './figure.ts';

/** The verdict, with ? where it wants review, or the reason why there is none. */
function outcome(judgement: Judgement): string {
  return judgement.verdict === 'unchecked' ? judgement.reason : `${judgement.verdict}${judgement.review ? '?' : ''}`;
}
const judge = (first: string | Figure, ...rest: readonly (string | Figure)[]): string =>
  outcome(evaluate(sumOf(first, ...rest)));
const bound = (whole: Figure, ...parts: readonly Figure[]): Relation => ({
  kind: 'bound',
  table: 't1',
  readings: [[left(whole), ...parts.map(right)]],
});

describe('evaluate, with worked values', () => {
  it.each([
    ['DT T03[208]', 'rounding', '34.14', ['23.83', '10.32']],
    ['MJ T01 expenditure', 'rounding', '927.71', ['749.17', '62.77', '34.84', '61.17', '19.77']],
    ['MJ 301', 'rounding', '624', ['132.49', '63.42', '10.90', '223.09', '61.59', '33.27', '16.65', '82.61']],
    ['AY 301', 'rounding', '143.61', ['54.46', '16.31', '17.36', '55.47']],
    ['DT 301', 'rounding', '181.22', ['55.50', '45.31', '80.40']],
    ['MJ T02 total row', 'inconsistent', '927.71', ['907.54', '19.77']],
    ['AY 302', 'inconsistent', '7.25', ['8.55']],
  ] as const)('%s is %s', (_name, verdict, first, rest) =>
    expect(judge(first, ...rest).replace('?', '')).toBe(verdict),
  );

  it('takes 61,198,520.24元 and 6119.852024 in 万元 for the same', () => {
    expect(
      outcome(evaluate(sameOf(figureOf('6119.852024'), figureOf('61,198,520.24', { unit: '元', table: 't2' })))),
    ).toBe('consistent');
  });

  it('puts the line of doubt at half a unit an operand', () => {
    // One unit each way for two operands; for two addends one and a half, on the grid one.
    expect(judge('1.01', '1.00')).toBe('rounding');
    expect(judge('1.02', '1.00')).toBe('inconsistent');
    expect(judge('3.01', '1.00', '2.00')).toBe('rounding');
    expect(judge('3.02', '1.00', '2.00')).toBe('inconsistent');
    expect(judge('6.02', '1.00', '2.00', '3.00')).toBe('rounding?');
    expect(judge('6.03', '1.00', '2.00', '3.00')).toBe('inconsistent');
  });

  it('wants review beyond three standard deviations of rounding', () => {
    // Eight addends: the guard is 2.6 units, the bound 4.5.
    const eight = Array.from({ length: 8 }, () => '10.00');
    expect(judge('80.02', ...eight)).toBe('rounding');
    expect(judge('80.03', ...eight)).toBe('rounding?');
    expect(judge('80.04', ...eight)).toBe('rounding?');
    expect(judge('80.05', ...eight)).toBe('inconsistent');
  });

  it('combines mixed decimals at full precision and compares at the coarser', () => {
    expect(judge(figureOf('553.86', { decimals: 2 }), figureOf('553.856', { decimals: 3 }))).toBe('consistent');
    expect(judge(figureOf('553.85', { decimals: 2 }), figureOf('553.856', { decimals: 3 }))).toBe('rounding');
    expect(judge(figureOf('553.84', { decimals: 2 }), figureOf('553.856', { decimals: 3 }))).toBe('inconsistent');
    expect(judge(figureOf('-553.86', { decimals: 2 }), figureOf('-553.855', { decimals: 3 }))).toBe('consistent');
  });

  it('uses the decimals a figure stands for, not those it shows', () => {
    expect(judge(figureOf('624', { decimals: 2 }), figureOf('623.60', { decimals: 2 }))).toBe('inconsistent');
    expect(judge(figureOf('624'), figureOf('623.60', { decimals: 2 }))).toBe('consistent');
  });
});

describe('evaluate', () => {
  it('gives zeros and blanks no width', () => {
    expect(judge('5.02', '5.00', '0.00', '0.00', '0.00', '')).toBe('inconsistent');
    expect(judge('5.00', '5.00', '', '——')).toBe('consistent');
    expect(judge('', '5.00', '-5.00')).toBe('consistent');
    expect(judge('', '5.00')).toBe('inconsistent');
    expect(judge('5.00', '', '')).toBe('inconsistent');
    expect(judge('0.01', '0.00', '0.00')).toBe('rounding');
    expect(judge('0.02', '0.00', '0.00')).toBe('inconsistent');
  });

  describe('of percentages', () => {
    const growth = (percent: string, change: string, current: string, moved = false): string => {
      const changed = figureOf(change);
      return outcome(
        evaluate({
          kind: 'ratio',
          table: 't1',
          ...(moved && { moved }),
          readings: [
            [
              percentage(figureOf(percent, { decimals: /\.(\d+)/.exec(percent)?.[1]?.length ?? 0 })),
              numerator(changed),
              denominator(figureOf(current)),
              denominator(changed, -1),
            ],
          ],
        }),
      );
    };

    it('allows what rounding of the percentage and its amounts explains, not a unit of the last digit', () => {
      expect(growth('29%', '430.00', '1930.00')).toBe('consistent');
      expect(growth('28%', '430.00', '1930.00')).toBe('rounding');
      expect(growth('27%', '430.00', '1930.00')).toBe('inconsistent');
      expect(growth('30%', '430.00', '1930.00')).toBe('inconsistent');
      expect(growth('28.7%', '430.00', '1930.00')).toBe('consistent');
      expect(growth('28.8%', '430.00', '1930.00')).toBe('inconsistent');
      expect(growth('28.8%', '430.00', '1930.00', true)).toBe('rounding');
      expect(growth('28.9%', '430.00', '1930.00', true)).toBe('inconsistent');
    });

    it('bounds a percentage on one side where its base may round to nothing', () => {
      expect(growth('372%', '0.5', '0.6')).toBe('zero-base');
      expect(growth('37200%', '0.5', '0.6')).toBe('zero-base');
      expect(growth('37%', '0.5', '0.6')).toBe('inconsistent');
      expect(growth('37%', '0.5', '0.5')).toBe('zero-base');
    });
  });

  it('takes deductions off', () => {
    const relation: Relation = {
      kind: 'sum',
      table: 't1',
      readings: [[total(figureOf('3.00')), addend(figureOf('5.00')), deduction(figureOf('2.00'))]],
    };
    expect(outcome(evaluate(relation))).toBe('consistent');
  });

  it('reports the first term and what the others say, in its unit', () => {
    const judgement = evaluate(
      sameOf(figureOf('1.00', { unit: '万元' }), figureOf('15,000.00', { unit: '元', table: 't2' })),
    );
    if (judgement.verdict === 'unchecked') throw new Error(judgement.reason);
    expect([
      judgement.verdict,
      judgement.reported.toFixed(),
      judgement.expected.toFixed(),
      judgement.difference.toFixed(),
    ]).toEqual(['inconsistent', '1', '1.5', '-0.5']);
  });

  it('rounds a finer unit to the coarser table', () => {
    const yuan = (text: string): Figure => figureOf(text, { unit: '元', table: 't2', decimals: 2 });
    expect(outcome(evaluate(sameOf(figureOf('12.35'), yuan('123,456.78'))))).toBe('consistent');
    expect(outcome(evaluate(sameOf(figureOf('12.34'), yuan('123,456.78'))))).toBe('rounding');
    expect(outcome(evaluate(sameOf(figureOf('12.33'), yuan('123,456.78'))))).toBe('inconsistent');
    expect(outcome(evaluate(sameOf(yuan('123,456.78'), figureOf('12.35'))))).toBe('consistent');
    expect(outcome(evaluate(sameOf(yuan('123,456.78'), figureOf('12.33'))))).toBe('inconsistent');
    expect(outcome(evaluate(sameOf(figureOf('1', { unit: '亿元' }), figureOf('9,600', { table: 't2' }))))).toBe(
      'consistent',
    );
  });

  it('judges an upper bound only beyond rounding', () => {
    expect(outcome(evaluate(bound(figureOf('5.00'), figureOf('1.00'))))).toBe('consistent');
    expect(outcome(evaluate(bound(figureOf('5.00'), figureOf('5.01'))))).toBe('rounding');
    expect(outcome(evaluate(bound(figureOf('5.00'), figureOf('5.02'))))).toBe('inconsistent');
    expect(outcome(evaluate(bound(figureOf('5.00'), figureOf('2.00'), figureOf('3.00'))))).toBe('consistent');
    expect(outcome(evaluate(bound(figureOf('5.00'), figureOf('2.00'), figureOf('3.02'))))).toBe('inconsistent');
    expect(outcome(evaluate(bound(figureOf(''), figureOf('5.00'))))).toBe('inconsistent');
    expect(outcome(evaluate(bound(figureOf('5.00'), figureOf(''))))).toBe('consistent');
    expect(outcome(evaluate(bound(figureOf('5.00'), figureOf('60000', { unit: '元', table: 't2' }))))).toBe(
      'inconsistent',
    );
    expect(outcome(evaluate(bound(figureOf('5.00'), figureOf('40000', { unit: '元', table: 't2' }))))).toBe(
      'consistent',
    );
  });

  describe('with several readings', () => {
    const readings = (...lists: readonly (readonly string[])[]): Relation => {
      const sum = figureOf('5.00');
      return {
        kind: 'sum',
        table: 't1',
        readings: lists.map((list) => [total(sum), ...list.map((text) => addend(figureOf(text, { decimals: 2 })))]),
      };
    };
    it('fails only if all fail', () => {
      expect(outcome(evaluate(readings(['1.00'], ['5.00'], ['2.00'])))).toBe('consistent');
      expect(outcome(evaluate(readings(['1.00'], ['5.01'])))).toBe('rounding');
      expect(outcome(evaluate(readings(['1.00'], ['2.00'])))).toBe('inconsistent');
    });
    it('reports the first of those that fail', () => {
      const judgement = evaluate(readings(['1.00'], ['2.00']));
      expect(judgement.verdict === 'unchecked' ? null : judgement.expected.toFixed()).toBe('1');
    });
    it('says nothing when one cannot be read, or there is none', () => {
      expect(outcome(evaluate(readings(['5.00'], ['1 2'])))).toBe('unreadable-figure');
      expect(outcome(evaluate(readings()))).toBe('rule-failed');
    });
  });

  describe('unchecked', () => {
    it.each(['12 34', '12.5%', '见附注', '9\ufffd7.54', '100.00①'])('where an operand is %j', (text) => {
      expect(judge('5.00', '1.00', text)).toBe('unreadable-figure');
      expect(judge(text, '1.00', '2.00')).toBe('unreadable-figure');
    });

    it('where a table was read with low confidence', () => {
      expect(judge('5.00', figureOf('1.00', { confidence: confidenceLine - 0.01 }))).toBe('low-confidence');
      expect(judge('5.00', figureOf('5.00', { confidence: confidenceLine }))).toBe('consistent');
    });

    it('where a unit is unknown, but only across tables', () => {
      const unknown = { unit: null } as const;
      expect(judge(figureOf('5.00', unknown), figureOf('2.00', unknown), figureOf('3.00', unknown))).toBe('consistent');
      expect(outcome(evaluate(sameOf(figureOf('5.00', unknown), figureOf('5.00', { table: 't2', unit: null }))))).toBe(
        'unknown-unit',
      );
      expect(outcome(evaluate(sameOf(figureOf('5.00'), figureOf('5.00', { table: 't2', unit: null }))))).toBe(
        'unknown-unit',
      );
      expect(outcome(evaluate(sameOf(figureOf('5.00'), figureOf('', { table: 't2', unit: null }))))).toBe(
        'inconsistent',
      );
    });

    it('where one figure of a table without unit has a unit of its own', () => {
      expect(
        judge(figureOf('5.00', { unit: null }), figureOf('2.00', { unit: null }), figureOf('3.00元', { unit: null })),
      ).toBe('unknown-unit');
      expect(
        judge(figureOf('5.00', { unit: '元' }), figureOf('2.00', { unit: '元' }), figureOf('3.00元', { unit: '元' })),
      ).toBe('consistent');
      expect(judge(figureOf('5.00'), figureOf('2.00'), figureOf('30000.00元'))).toBe('consistent');
    });

    it('where a blank of an unknown unit stands first before figures of different units', () => {
      const relation: Relation = {
        kind: 'same',
        table: 't1',
        readings: [
          [
            left(figureOf('', { unit: null })),
            right(figureOf('1.00', { table: 't2' })),
            right(figureOf('-10000.00', { table: 't3', unit: '元' })),
          ],
        ],
      };
      expect(outcome(evaluate(relation))).toBe('consistent');
    });

    it('where the amount of a cell stands in the row above, for one fact in two tables', () => {
      const displaced = figureOf('', { displaced: figureOf('5.00') });
      expect(outcome(evaluate(sameOf(displaced, figureOf('5.00', { table: 't2' }))))).toBe('displaced-amount');
      expect(judge('8.00', displaced, '3.00')).toBe('inconsistent');
    });

    it('where the rule says so, whatever the figures', () => {
      expect(outcome(evaluate({ ...sumOf('5.00', '5.00'), unchecked: 'unknown-item' }))).toBe('unknown-item');
    });
  });
});

describe('a figure printed with fewer decimals than those around it', () => {
  const whole = (text: string): Figure => figureOf(text, { decimals: 2, coarse: 0 });

  it('stands for its own interval where the lent decimals would make a contradiction', () => {
    expect(outcome(evaluate(sumOf(whole('118'), figureOf('70.15'), figureOf('47.63'))))).toBe('consistent');
    expect(outcome(evaluate(sumOf(figureOf('118.31'), whole('71'), figureOf('47.63'))))).toMatch(/^rounding/);
    expect(outcome(evaluate(sameOf(whole('118'), figureOf('117.78', { table: 't2' }))))).toMatch(
      /^(?:consistent|rounding)/,
    );
  });

  it('contradicts what its own interval does not reach', () => {
    expect(outcome(evaluate(sumOf(whole('181'), figureOf('70.15'), figureOf('47.63'))))).toBe('inconsistent');
    expect(
      outcome(evaluate(sumOf(figureOf('118.31', { decimals: 2 }), figureOf('71', { decimals: 2 }), figureOf('47.63')))),
    ).toBe('inconsistent');
  });

  it('may make a base of next to nothing, of which no percentage is small', () => {
    const grown = (rate: string): Relation => ({
      kind: 'ratio',
      table: 't1',
      readings: [
        [
          percentage({ ...figureOf(rate) }),
          numerator(figureOf('0.5', { decimals: 2, coarse: 1 })),
          denominator(figureOf('0.6', { decimals: 2, coarse: 1 })),
          denominator(figureOf('0.5', { decimals: 2, coarse: 1 }), -1),
        ],
      ],
    });
    expect(outcome(evaluate(grown('372%')))).toBe('zero-base');
    expect(outcome(evaluate(grown('43%')))).toBe('inconsistent');
  });
});

describe('truncation', () => {
  const pair = (fine: string, coarse: string): Relation => sameOf(figureOf(fine), figureOf(coarse, { table: 't2' }));

  it('is shown by a fact cut off instead of rounded', () => {
    expect(showsTruncation(pair('3832.406225', '3832.40'))).toBe(true);
    expect(showsTruncation(pair('3832.40', '3832.406225'))).toBe(true);
    expect(showsTruncation(sameOf(figureOf('653.20'), figureOf('6,532,069.47', { unit: '元', table: 't2' })))).toBe(
      true,
    );
  });

  it.each([
    ['3832.406225', '3832.41'],
    ['3832.404225', '3832.40'],
    ['3832.406225', '3832.39'],
    ['3832.40', '3832.40'],
    ['3832.406225', ''],
    ['3832.406225', '12 34'],
  ])('is not shown by %s and %s', (fine, coarse) => {
    expect(showsTruncation(pair(fine, coarse))).toBe(false);
  });

  it('is not shown by a sum, or by what is unchecked', () => {
    expect(showsTruncation(sumOf(figureOf('3832.40'), figureOf('3832.406225')))).toBe(false);
    expect(showsTruncation({ ...pair('3832.406225', '3832.40'), unchecked: 'unclear-set' })).toBe(false);
  });

  it('explains a total above its cut parts only where it is shown, and only in that direction', () => {
    const four = ['10.00', '10.00', '10.00', '10.00'];
    expect(outcome(evaluate(sumOf('40.03', ...four), false))).toBe('inconsistent');
    expect(outcome(evaluate(sumOf('40.03', ...four), true))).toBe('rounding');
    expect(outcome(evaluate(sumOf('40.04', ...four), true))).toBe('inconsistent');
    expect(outcome(evaluate(sumOf('39.97', ...four), true))).toBe('inconsistent');
  });
});

describe('amounts printed to the fen', () => {
  it('leave one unit for adjusting, no more', () => {
    const yuan = { unit: '元' } as const;
    const parts = Array.from({ length: 6 }, () => figureOf('10.00', yuan));
    expect(judge(figureOf('60.01', yuan), ...parts)).toBe('rounding');
    expect(judge(figureOf('60.02', yuan), ...parts)).toBe('inconsistent');
    expect(judge('60.000002', ...Array.from({ length: 6 }, () => '10.000000'))).toBe('inconsistent');
    expect(judge('60.02', ...Array.from({ length: 6 }, () => '10.00'))).toMatch(/^rounding/);
  });
});

describe('evaluate, by property', () => {
  const scale = fc.constantFrom(0, 1, 2, 6);
  // One or more: a figure printed as zero stands for zero.
  const exact = fc
    .tuple(fc.integer({ min: 10_000, max: 1_000_000_000 }), fc.boolean())
    .map(([value, negative]) => new Decimal(negative ? -value : value).div(10_000));
  const printed = (value: Decimal, decimals: number): Figure => figureOf(value.toFixed(decimals), { decimals });

  it('never calls a sum inconsistent whose terms were each rounded half up', () => {
    fc.assert(
      fc.property(fc.array(exact, { minLength: 1, maxLength: 30 }), scale, (addends, decimals) => {
        const sum = Decimal.sum(...addends);
        const judgement = evaluate(sumOf(printed(sum, decimals), ...addends.map((value) => printed(value, decimals))));
        expect(judgement.verdict).toMatch(/^(?:consistent|rounding)$/);
      }),
      { numRuns: 300 },
    );
  });

  it('nor, where truncation is shown, when digits were cut off instead', () => {
    fc.assert(
      fc.property(fc.array(exact, { minLength: 1, maxLength: 30 }), fc.constantFrom(0, 1, 2), (addends, decimals) => {
        const cut = (value: Decimal): Figure => figureOf(value.toFixed(decimals, Decimal.ROUND_DOWN), { decimals });
        const sum = Decimal.sum(...addends);
        // A sum that prints as zero stands for zero.
        fc.pre(sum.abs().gte(1));
        expect(evaluate(sumOf(cut(sum), ...addends.map(cut)), true).verdict).toMatch(/^(?:consistent|rounding)$/);
      }),
      { numRuns: 200 },
    );
  });

  it('nor when each was rounded to decimals of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(exact, scale), { minLength: 1, maxLength: 30 }), scale, (addends, decimals) => {
        const sum = Decimal.sum(...addends.map(([value]) => value));
        const judgement = evaluate(
          sumOf(printed(sum, decimals), ...addends.map(([value, own]) => printed(value, own))),
        );
        expect(judgement.verdict).toMatch(/^(?:consistent|rounding)$/);
      }),
      { numRuns: 200 },
    );
  });

  it('never calls a fact inconsistent that is printed once in 元 and once rounded in 万元', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        fc.boolean(),
        (cents, decimals, swap) => {
          const yuan = figureOf(new Decimal(cents).div(100).toFixed(2), { unit: '元', table: 't2' });
          const wan = figureOf(new Decimal(cents).div(1_000_000).toFixed(decimals));
          expect(outcome(evaluate(swap ? sameOf(yuan, wan) : sameOf(wan, yuan)))).toBe('consistent');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('always calls a change beyond the bound inconsistent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.boolean(),
        (units, beyond, up) => {
          const cents = (value: number): string => new Decimal(value).div(100).toFixed(2);
          const sum = units.reduce((all, value) => all + value, 0);
          // Half a unit for each addend and the total: one more is out of reach of rounding.
          const off = Math.floor((units.length + 1) / 2) + beyond;
          expect(judge(cents(sum + (up ? off : -off)), ...units.map(cents))).toBe('inconsistent');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the addends or on the sign of all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: -10, max: 10 }),
        (units, off) => {
          const cents = (value: number): string => new Decimal(value).div(100).toFixed(2);
          const sum = units.reduce((all, value) => all + value, 0) + off;
          const straight = judge(cents(sum), ...units.map(cents));
          expect(judge(cents(sum), ...units.map(cents).reverse())).toBe(straight);
          expect(judge(cents(-sum), ...units.map((value) => cents(-value)))).toBe(straight);
        },
      ),
      { numRuns: 300 },
    );
  });
});
