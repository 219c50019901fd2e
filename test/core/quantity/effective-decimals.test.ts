import { describe, expect, it } from 'vitest';
import { effectiveDecimals } from '../../../core/quantity/effective-decimals.ts';
import { readQuantity } from '../../../core/quantity/quantity.ts';

const columns = (...texts: readonly string[][]): number[] => effectiveDecimals(texts.map((column) => column.map(readQuantity)));

describe('effectiveDecimals', () => {
  it('gives a lone stripped figure the decimals of its table', () => {
    expect(columns(['907.54', '20.18', '3.05'], ['0.3'])).toEqual([2, 2]);
    expect(columns(['624', '0.3', '1.41', '7.25', '8'])).toEqual([2]);
  });

  it('takes a single deeper figure among five or more for a foreign body', () => {
    expect(columns(['1.00', '2.00', '3.00', '4.00', '5.123456'])).toEqual([2]);
    expect(columns(['1.00', '2.00', '5.123456'])).toEqual([6]);
  });

  it('lets a column differ only with five non-zero amounts', () => {
    const money = ['1.11', '2.22', '3.33', '4.44', '5.55'];
    expect(columns(money, ['1', '2', '3', '4', '5'])).toEqual([2, 0]);
    expect(columns(money, ['1', '2', '3', '4', '0'])).toEqual([2, 2]);
  });

  it('counts no words, blanks or percentages', () => {
    expect(columns(['1.5', '', '——', '12.3456%', '合计'])).toEqual([1]);
    expect(columns(['', '合计'], [])).toEqual([0, 0]);
    expect(columns()).toEqual([]);
  });
});
