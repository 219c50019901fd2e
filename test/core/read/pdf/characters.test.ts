import { expect, test } from 'vitest';
import { isKnownScript, isCjk, readable } from '../../../../core/read/pdf/characters.ts';

test('radicals become the characters they are drawn as', () => {
  expect(readable('⺠⻓⻔⻚⻋⻅⻉⻛⻝⻢⻩⻬⻰⻳')).toBe('民长门页车见贝风食马黄齐龙龟');
  expect(readable('⼈⽀⼯⾦⼀⽉')).toBe('人支工金一月');
  expect(readable('⼾')).toBe('户');
  expect(readable('⸺')).toBe('——');
});

test('digits and punctuation stay as printed', () => {
  expect(readable('１２，３．４（％）—1,234.50')).toBe('１２，３．４（％）—1,234.50');
});

test('what cannot be read is never a digit', () => {
  expect(readable('\0')).toBe('\uFFFD');
  expect(readable('\uE005')).toBe('\uFFFD');
  expect(readable('\u200B\u00AD')).toBe('');
  expect(readable('\u00A0\t')).toBe('  ');
});

test('Chinese characters and full width signs are on the grid', () => {
  expect(Array.from('合（，“—①').every(isCjk)).toBe(true);
  expect(Array.from('1a,. -%').some(isCjk)).toBe(false);
  expect(isCjk('')).toBe(false);
});

test.each([
  ['Chinese with figures, a sign and a rare name', '部门决算收入支出合计万元0123456789.,%①—（）䶮', true],
  ['Japanese and Latin', '東京都の予算ｶﾅéüß', true],
  ['glyph numbers of a subset', '\u0001\u0002\u0003456*@', false],
  ['glyph numbers of a whole font', '㨂☱㧻⛆䮺浅崘㿭315', false],
])('letters are what the file says: %s', (_, letters, expected) => {
  expect(isKnownScript(new Set(Array.from(letters)))).toBe(expected);
});
