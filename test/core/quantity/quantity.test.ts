import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuantity, type Quantity } from '../../../core/quantity/quantity.ts';

/** kind, value, decimals and unit in one line: what a test compares. */
function brief(text: string): string {
  const quantity: Quantity = readQuantity(text);
  switch (quantity.kind) {
    case 'amount':
      return `${quantity.value.toFixed()} d${quantity.decimals}${quantity.unit === undefined ? '' : ` ${quantity.unit}`}`;
    case 'percent':
      return `${quantity.value.toFixed()}% d${quantity.decimals}`;
    default:
      return quantity.kind;
  }
}

describe('readQuantity', () => {
  it.each([
    ['0', '0 d0'],
    ['0.00', '0 d2'],
    ['624', '624 d0'],
    ['6119.852024', '6119.852024 d6'],
    ['.5', '0.5 d1'],
    ['1,126.92', '1126.92 d2'],
    ['82,096,797.42', '82096797.42 d2'],
    ['1，126．92', '1126.92 d2'],
    ['１２３．４５', '123.45 d2'],
    ['1126。92', '1126.92 d2'],
    ['+3.20', '3.2 d2'],
    ['\u00a0907.54\u3000', '907.54 d2'],
    ['\ufeff907.54\u200b', '907.54 d2'],
  ])('reads %j as %s', (text, want) => expect(brief(text)).toBe(want));

  it.each([
    ['22. 464000', '22.464 d6'],
    ['1 126.92', '1126.92 d2'],
    ['9 0 7 . 5 4', '907.54 d2'],
    ['1, 126. 92', '1126.92 d2'],
    ['82 096 797.42', '82096797.42 d2'],
    ['- 1.00', '-1 d2'],
    ['( 1.00 )', '-1 d2'],
    ['△ 1.00', '-1 d2'],
    ['1 2 6 4', '1264 d0'],
    ['1,126.\n92', '1126.92 d2'],
    ['1,126\n.92', '1126.92 d2'],
  ])('closes the gaps inside one amount: %j is %s', (text, want) => expect(brief(text)).toBe(want));

  it.each([
    '82,096,797.42 82,096,797.42',
    '12 34',
    '1 2',
    '0 0',
    '0 126.92',
    '907.54 20.18',
    '1.00 2.00',
    '12\n34',
    '1\n126.92',
    '5\n126',
    '1 126.92 3',
    '-1 -2',
    '1126 92',
    '12 345 67',
  ])('never joins what may be two amounts: %j', (text) => expect(brief(text)).toMatch(/^(?:unreadable|text)$/));

  it.each([
    ['-1', '-1 d0'],
    ['−1.50', '-1.5 d2'],
    ['－1.50', '-1.5 d2'],
    ['﹣2', '-2 d0'],
    ['（1.00）', '-1 d2'],
    ['(1,126.92)', '-1126.92 d2'],
    ['△1', '-1 d0'],
    ['▲0.3', '-0.3 d1'],
  ])('reads %j as negative: %s', (text, want) => expect(brief(text)).toBe(want));

  it.each(['-0.00', '(0)', '△0.0'])('has no negative zero: %j', (text) => expect(brief(text)).toMatch(/^0 d/));

  it.each([
    '1,26.92',
    '1126,92',
    '11,26',
    ',126',
    '1,,126',
    '0,126.92',
    '1.2.3',
    '5.',
    '1,126.',
    '(1.00',
    '1.00)',
    '-1)',
    '12.3.4',
    '1,1260',
  ])('cannot tell %j for certain', (text) => expect(brief(text)).toBe('unreadable'));

  it.each(['9\u00007.54', '9\ufffd7.54', '9\ue0007.54', '\uf8ff', '\u0000', '9\u{f0001}7', '\u{10fffd}', '9\ud8007'])(
    'takes no broken glyph for a digit: %j',
    (text) => expect(brief(text)).toBe('unreadable'),
  );

  it('reads a long text with one broken glyph as text', () => {
    expect(brief('关于公开部门决算的说明\ufffd以及其他事项')).toBe('text');
  });

  // NFKC makes plain digits of all of these, which changes the amount they stand beside.
  it.each([
    '100.00①',
    '100²',
    '100.00⑴',
    '⑴',
    '①',
    '⒈',
    '1₂',
    '½',
    '1½',
    '㊿',
    '㏠',
    '㍘',
    '🄁',
    '١٢',
    '१२',
    '一二',
    '〇',
    'Ⅳ',
    '1e5',
    '0x10',
    'NaN',
    'Infinity',
    '1٢',
  ])('reads no amount from %j', (text) => expect(brief(text)).toMatch(/^(?:text|unreadable)$/));

  it.each(['—', '——', '———', '－', '-', '--', '/', '／', '无', '— —', 'N/A', '──'])(
    'reads %j as not applicable',
    (text) => expect(brief(text)).toBe('not-applicable'),
  );
  it.each(['', ' ', '\u00a0', '\u3000\n', '\u200b', '\ufeff'])('reads %j as blank', (text) =>
    expect(brief(text)).toBe('blank'),
  );
  it.each([
    '合计',
    '一、外交支出',
    '2024年',
    '第3页',
    '201一般公共服务',
    '无数据',
    '约5',
    '3-5',
    '1/2',
    '10:30',
    '%',
    '.',
    ',',
  ])('reads %j as text', (text) => expect(brief(text)).toBe('text'));

  it.each([
    ['12.50%', '12.5% d2'],
    ['５０％', '50% d0'],
    ['-3.2 %', '-3.2% d1'],
    ['(3)%', '-3% d0'],
  ])('reads %j as a percentage, never an amount', (text, want) => expect(brief(text)).toBe(want));

  it.each([
    ['0.3元', '0.3 d1 元'],
    ['12.5万', '12.5 d1 万元'],
    ['12.5 万元', '12.5 d1 万元'],
    ['3,000千元', '3000 d0 千元'],
    ['1.2亿', '1.2 d1 亿元'],
    ['(5)百万元', '-5 d0 百万元'],
  ])('reads the money word behind %j: %s', (text, want) => expect(brief(text)).toBe(want));
  it.each(['12人', '3辆', '5台', '2元/人'])('takes %j for words', (text) => expect(brief(text)).toBe('text'));

  it('keeps every digit of a figure longer than any amount', () => {
    const digits = `${'1234567890'.repeat(9)}.${'0987654321'.repeat(2)}`;
    expect(brief(`-${digits}`)).toBe(`-${digits} d20`.replace(/0 d/, ' d'));
  });
});

const fullWidth = (text: string): string =>
  text.replace(/[0-9.,%-]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

describe('readQuantity, by property', () => {
  const printedAmount = fc.record({
    units: fc.bigInt({ min: 0n, max: 10n ** 15n }),
    decimals: fc.integer({ min: 0, max: 6 }),
    negative: fc.boolean(),
    sign: fc.constantFrom('-', '−', '(', '△'),
    group: fc.boolean(),
    wide: fc.boolean(),
    margin: fc.constantFrom('', ' ', '\u00a0', '\u3000'),
    gap: fc.constantFrom('none', 'point', 'letters'),
  });

  it('gives exactly the value and decimals that were printed', () => {
    fc.assert(
      fc.property(printedAmount, ({ units, decimals, negative, sign, group, wide, margin, gap }) => {
        const digits = units.toString().padStart(decimals + 1, '0');
        const whole = digits.slice(0, digits.length - decimals);
        const fraction = digits.slice(digits.length - decimals);
        const grouped = group ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
        let text = decimals > 0 ? `${grouped}.${fraction}` : grouped;
        if (gap === 'point') text = text.replace('.', '. ');
        if (gap === 'letters' && decimals > 0) text = Array.from(text).join(' ');
        if (negative) text = sign === '(' ? `(${text})` : `${sign}${text}`;
        if (wide) text = fullWidth(text);
        const quantity = readQuantity(`${margin}${text}${margin}`);
        const exact = `${negative && units !== 0n ? '-' : ''}${whole}${decimals > 0 ? `.${fraction}` : ''}`;
        expect(quantity.kind).toBe('amount');
        if (quantity.kind !== 'amount') return;
        expect(quantity.value.toFixed(decimals)).toBe(exact);
        expect(quantity.decimals).toBe(decimals);
      }),
      { numRuns: 300 },
    );
  });

  it('never reads two amounts with decimals in one cell as one', () => {
    const amount = fc
      .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 1, max: 4 }))
      .map(([value, decimals]) => (value / 100).toFixed(decimals));
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(' ', '\n', '\u00a0', '\u3000', '  '), (first, second, gap) => {
        expect(readQuantity(`${first}${gap}${second}`).kind).toBe('unreadable');
      }),
      { numRuns: 200 },
    );
  });

  it('never throws, and calls nothing an amount without an ASCII or full-width digit', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...Array.from('0123456789.,，．。-−—()（）△%％ \n\u00a0\u0000\ufffd元万亿①②²½١१')),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        (text) => {
          const quantity = readQuantity(text);
          if (quantity.kind !== 'amount' && quantity.kind !== 'percent') return;
          expect(text).toMatch(/[0-9０-９]/);
          // The digits of the value are those printed, in order.
          const printed = Array.from(text)
            .filter((character) => /[0-9０-９]/.test(character))
            .map((character) => character.normalize('NFKC'))
            .join('');
          const digits = quantity.value.abs().toFixed(quantity.decimals).replace('.', '');
          expect(printed.replace(/^0+/, '')).toBe(digits.replace(/^0+/, ''));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
