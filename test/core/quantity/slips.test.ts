import { describe, expect, it } from 'vitest';
import { slipOf, slipsOf } from '../../../core/quantity/slips.ts';
import { Decimal } from '../../../core/quantity/decimal.ts';

const slip = (printed: string, meant: string): string | null => slipOf(new Decimal(printed), new Decimal(meant));

describe('slipOf', () => {
  it.each([
    ['907.54', '907.94', 'digit'],
    ['1.90', '1.98', 'digit'],
    ['53.75', '35.75', 'transposition'],
    ['231.17', '231.71', 'transposition'],
    ['1.90', '1.09', 'transposition'],
    ['19.20', '12.90', 'transposition'],
    ['12.45', '1.245', 'point'],
    ['1237.45', '12374500', 'unit'],
    ['-5.00', '5.00', 'sign'],
    ['53.20', '653.20', 'digit-lost'],
    ['162.5', '162.25', 'digit-lost'],
    ['38332.40', '3832.40', 'digit-added'],
    ['9.115', '9.15', 'digit-added'],
  ])('%s for %s: %s', (printed, meant, kind) => {
    expect(slip(printed, meant)).toBe(kind);
  });

  it.each([
    ['907.54', '912.94'],
    ['0', '5.00'],
    ['5.00', '0'],
    ['10.00', '7.35'],
    ['123.45', '321.45'],
    ['-123.45', '123.46'],
    ['5', '15'],
    ['653.20', '6532.10'],
  ])('%s is no slip for %s', (printed, meant) => {
    expect(slip(printed, meant)).toBeNull();
  });
});

it('a number of more than twenty digits has no slips of single digits: nobody typed it', () => {
  expect(slipsOf(new Decimal('1'.repeat(21)), 0).length).toBeLessThan(12);
  expect(slipsOf(new Decimal('1'.repeat(19)), 0).length).toBeGreaterThan(200);
});
