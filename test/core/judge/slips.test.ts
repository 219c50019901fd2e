import { describe, expect, it } from 'vitest';
import { isTypicalSlip } from '../../../core/judge/slips.ts';
import { Decimal } from '../../../core/quantity/decimal.ts';

const slip = (printed: string, meant: string): boolean => isTypicalSlip(new Decimal(printed), new Decimal(meant));

describe('isTypicalSlip', () => {
  it.each([['907.54', '907.94'], ['231.17', '231.71'], ['53.75', '35.75'], ['12.45', '1.245'], ['1237.45', '12374500'], ['-5.00', '5.00'], ['1.90', '1.09'], ['19.20', '12.90']])('%s for %s', (printed, meant) => {
    expect(slip(printed, meant)).toBe(true);
  });

  it.each([['907.54', '912.94'], ['0', '5.00'], ['5.00', '0'], ['10.00', '7.35'], ['123.45', '321.45']])('not %s for %s', (printed, meant) => {
    expect(slip(printed, meant)).toBe(false);
  });
});
