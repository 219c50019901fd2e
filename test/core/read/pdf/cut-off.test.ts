import { expect, test } from 'vitest';
import { readOperators } from '../../../../core/read/pdf/content/operators.ts';
import { font, glyphs, operatorList, operators, path, text } from './paper.ts';
import type { Step } from './paper.ts';

const view = [0, 0, 600, 800];

/** What is read of a text set at `x` under a clip from 100 to `right`, digits 5 points wide, `high` points high. */
function seen(shown: string, x: number, right: number, high = 20): string {
  const corners = [
    [100, 395],
    [right, 395],
    [right, 395 + high],
    [100, 395 + high],
  ] as const;
  const list = operatorList([['save'], ['clip'], path('stroke', corners), ...text(x, 400, shown), ['restore']]);
  return readOperators(list, operators, new Map([['f1', font]]), view)
    .glyphs.map((glyph) => glyph.text)
    .join('');
}

test('a label most of which is seen in its cell is read whole', () => {
  expect(seen('附属单位上缴收入', 90, 170)).toBe('附属单位上缴收入');
  expect(seen('政府性基金预算财政拨款', 103, 183)).toBe('政府性基金预算财政拨款');
});

test('a number whose other digits the file holds is read whole', () => {
  // Its first digit lies beyond the clip altogether.
  expect(seen('1126.92', 95, 131)).toBe('1126.92');
});

test('what is left of a number that the clip goes through is no number', () => {
  expect(seen('126.92', 97, 128.5)).toMatch(/^\uFFFD+$/);
  expect(seen('126.92', 103, 131)).toMatch(/^\uFFFD+$/);
});

test('of a number placed digit by digit the cut goes through the whole', () => {
  const corners = [
    [100, 395],
    [129, 395],
    [129, 415],
    [100, 415],
  ] as const;
  const digits = Array.from('126.92').flatMap((digit): Step[] => [
    ['showText', glyphs(digit)],
    ['moveText', 5, 0],
  ]);
  const list = operatorList([
    ['save'],
    ['clip'],
    path('stroke', corners),
    ['beginText'],
    ['setFont', 'f1', 10],
    ['moveText', 103, 400],
    ...digits,
    ['endText'],
    ['restore'],
  ]);
  const read = readOperators(list, operators, new Map([['f1', font]]), view)
    .glyphs.map((glyph) => glyph.text)
    .join('');
  expect(read).toMatch(/^\uFFFD+$/);
});

test('digits that fill a column’s clip may have lost those before them', () => {
  expect(seen('26.92', 101.2, 129, 400)).toBe('\uFFFD'.repeat(5));
  expect(seen('26.92', 101.2, 129)).toBe('26.92');
});

test('running text fills its column, digits at its end and all', () => {
  expect(seen('支出比2023', 100.5, 151, 400)).toBe('支出比2023');
});

test('text in a box of its own, or at the edge of a wide one, is left as it is', () => {
  expect(seen('26.92', 100, 125)).toBe('26.92');
  expect(seen('2024年度', 100, 500)).toBe('2024年度');
  expect(seen('26.92', 104, 131)).toBe('26.92');
});

test('of a text that runs over from elsewhere only what is seen is read, and no cut number', () => {
  expect(seen('一般公共预算财政拨款支出', 30, 200)).toBe('财政拨款支出'.slice(-5));
  expect(seen('收入合计1126.92', 30, 200)).toBe('\uFFFD');
  expect(seen('一般公共预算合计1126.92万元', -2, 500)).toBe('\uFFFD'.repeat(3) + '万元');
});
