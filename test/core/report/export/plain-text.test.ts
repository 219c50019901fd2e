import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText } from '../../../../core/report/export/plain-text.ts';

it.each([
  ['a colour of the terminal', '合计\x1b[31m红\x1b[0m', '合计␛[31m红␛[0m'],
  ['a title of its window', '\x1b]0;ls\x07合计', '␛]0;ls␇合计'],
  ['one sign that stands for an escape', '合\x9B2J计', '合\uFFFD2J计'],
  ['signs that rub out', '100\b\b\x7F9', '100␈␈␡9'],
  ['a line turned round', '合计\u202E00.1\u202C', '合计00.1'],
  ['isolates and marks of direction', '\u2066a\u2069\u200F\u061Cb', 'ab'],
  ['what hides a formula’s first sign', '\u200B=1+1\uFEFF', '=1+1'],
  ['letters that are not seen', `a${String.fromCodePoint(0xe0041)}b`, 'ab'],
  ['line ends of other worlds', 'a\u2028b\u2029c\x85d', 'a b c d'],
  ['nothing', '收入 总计\t1,234.50\n（万元）', '收入 总计\t1,234.50\n（万元）'],
])('leaves no power to %s', (_, text, plain) => {
  expect(plainText(text)).toBe(plain);
});

it('leaves nothing that steers or is not seen, whatever a text holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainText(text)).not.toMatch(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u200B-\u200F\u202A-\u202E\u2060-\u206F]/);
    }),
  );
});
