import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { readQuantity } from '../../core/quantity/quantity.ts';
import { fuzz } from './fuzz.ts';

const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '0',
      '1',
      '9',
      '12',
      '345',
      '.',
      ',',
      '，',
      '．',
      '-',
      '−',
      '△',
      '(',
      ')',
      '（',
      '）',
      '%',
      '％',
      ' ',
      '\u3000',
      '\n',
      '\u00a0',
      '\u200b',
      '\u202e',
      '元',
      '万元',
      '万',
      '——',
      '/',
      '无',
      '①',
      '²',
      '\0',
      '\ufffd',
      '\ud800',
      '１',
      '２',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.tuple(piece, fc.integer({ min: 1, max: 200_000 }), piece).map(([body, times, end]) => body.repeat(times) + end),
);

describe('the number lexer', () => {
  fuzz('takes any text: an amount is finite, exact and made of the digits printed', text, 3000, (input) => {
    const quantity = readQuantity(input);
    if (quantity.kind !== 'amount' && quantity.kind !== 'percent') return;
    expect(quantity.value.isFinite()).toBe(true);
    const printed = input.normalize('NFKC').replace(/[^\d]/g, '').replace(/^0+/, '');
    const own = quantity.value.abs().toFixed(quantity.decimals).replace('.', '').replace(/^0+/, '');
    expect(own).toBe(printed);
  });

  fuzz('is not shaken by white space around a figure', text, 1000, (input) => {
    expect(readQuantity(` \u3000${input}\u00a0 `).kind).toBe(readQuantity(input).kind);
  });
});
