import { describe, expect, it } from 'vitest';
import { readMisprint } from '../../../core/quantity/separators.ts';

const valuesOf = (text: string): string[] | undefined => readMisprint(text)?.values.map((value) => value.toFixed());

describe('readMisprint', () => {
  it.each(['1,126,92', '1.126.92', '11,26.92', '1126,92', '1.126,92', '１，１２６，９２'])(
    '%s may be 1126.92, and any other number of these digits',
    (text) => {
      expect(valuesOf(text)).toEqual(['1.12692', '11.2692', '112.692', '1126.92', '11269.2', '112692']);
    },
  );

  it('keeps the sign', () => {
    expect(valuesOf('-1,126,92')).toContain('-1126.92');
  });

  it('tells two points, which two amounts printed together have, too', () => {
    expect(readMisprint('23.8310.32')?.maybeTwo).toBe(true);
    expect(readMisprint('1,126,92')?.maybeTwo).toBe(false);
  });

  it.each([
    '1,126.92',
    '1126.92',
    '2024.12.31',
    '1.1.2',
    '12 34',
    '12,,345',
    '0,126.92',
    '112692',
    '行政,运行',
    '',
    '9\uFFFD7.54',
  ])('%s is no such thing', (text) => {
    expect(readMisprint(text)).toBeNull();
  });
});
