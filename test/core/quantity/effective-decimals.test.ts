import { describe, expect, it } from 'vitest';
import { effectiveDecimals, stripsNoughts } from '../../../core/quantity/effective-decimals.ts';
import { readQuantity } from '../../../core/quantity/quantity.ts';

const columns = (...texts: readonly string[][]): number[] =>
  effectiveDecimals(texts.map((column) => column.map(readQuantity)));

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

describe('noughts left out at the end', () => {
  const strips = (...texts: string[]): boolean =>
    stripsNoughts(texts.map(readQuantity), Math.max(...texts.map((text) => (/\.(\d+)/.exec(text)?.[1] ?? '').length)));

  it.each([
    ['624.5', '0.3', '22.464', '1.418253', '30'],
    ['7.5', '12.25', '8.31'],
  ])('are shown by figures that stop on the way: %s %s %s', (...texts) => {
    expect(strips(...texts)).toBe(true);
  });

  it.each([
    ['a figure keeps one', ['386.40', '0.3', '540.21']],
    ['only whole numbers are shorter', ['36924.55', '4120', '812.31']],
    ['whole numbers are more', ['7.5', '12.25', '8', '9']],
    ['no figure is shorter', ['1.25', '2.31']],
  ])('are not shown where %s', (_name, texts) => {
    expect(strips(...texts)).toBe(false);
  });
});
