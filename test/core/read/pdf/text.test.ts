import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinLines, textLines } from '../../../../core/read/pdf/text.ts';
import type { TextLine } from '../../../../core/read/pdf/text.ts';
import type { Glyph } from '../../../../core/read/pdf/upright-page.ts';

const em = 10;

/** Glyphs of a text from a place on; a blank is half an em, '|' a gap of a tenth of an em. */
function set(text: string, left = 0, baseline = 100, turns = 0): Glyph[] {
  const result: Glyph[] = [];
  let x = left;
  for (const character of text) {
    const width = character === '|' ? em / 10 : character > '\u2E7F' ? em : em / 2;
    if (character !== '|') {
      result.push({
        text: character,
        blank: character.trim() === '',
        left: x,
        right: x + width,
        top: baseline - 8.8,
        bottom: baseline + 1.2,
        size: em,
        descent: 1.2,
        turns,
        textObject: 0,
        run: 0,
        faint: false,
      });
    }
    x += width;
  }
  return result;
}

function texts(glyphs: readonly Glyph[]): string[] {
  return textLines(glyphs).map((line) => line.text);
}

describe('lines', () => {
  test('hold the glyphs of a baseline, left to right, whatever their order', () => {
    const glyphs = [...set('本年收入合计'), ...set('1,234.56', 0, 115)];
    fc.assert(
      fc.property(fc.shuffledSubarray(glyphs, { minLength: glyphs.length }), (shuffled) => {
        expect(texts(shuffled)).toEqual(['本年收入合计', '1,234.56']);
      }),
    );
  });

  test('take in superscripts and text that is a little off', () => {
    const raised = set('2', 30, 97).map((glyph) => ({ ...glyph, size: 6 }));
    expect(texts([...set('平方米'), ...raised, ...set('：84.5', 35, 101.3)])).toEqual(['平方米2：84.5']);
  });

  test('keep one of doubled glyphs', () => {
    expect(texts([...set('合计11'), ...set('合计11', 0.4, 100.2)])).toEqual(['合计11']);
    expect(texts(set('1100'))).toEqual(['1100']);
  });

  test('drop the spaces of spaced headings and keep those between words', () => {
    expect(texts(set('合  计'))).toEqual(['合计']);
    expect(texts([...set('栏'), ...set('次', 40)])).toEqual(['栏次']);
    expect(texts(set('2024 年度'))).toEqual(['2024 年度']);
    expect(texts(set('部门 收支'))).toEqual(['部门 收支']);
    expect(texts([...set('12.50'), ...set('99.10', 40)])).toEqual(['12.50 99.10']);
    expect(texts([...set('12.'), ...set('50', 15.9)])).toEqual(['12.50']);
  });

  test('that lie on their side are read along their own direction', () => {
    const down = Array.from('绩效', (character, index): Glyph => ({
      text: character,
      blank: false,
      left: 0,
      right: 10,
      top: index * 10,
      bottom: index * 10 + 10,
      size: em,
      descent: 1.2,
      turns: 3,
      textObject: 0,
      run: 0,
      faint: false,
    }));
    const [line] = textLines(down.toReversed());
    expect(line?.text).toBe('绩效');
    expect(line?.ink).toEqual({ left: 0, right: 10, top: 0, bottom: 20 });
  });
});

describe('joining', () => {
  const line = (text: string): TextLine => ({
    text,
    ink: { left: 0, top: 0, right: 10, bottom: 10 },
    size: em,
    turns: 0,
    firstWidth: 5,
    firstUnitWidth: 5,
    glyphs: [],
  });
  const join = (first: string, second: string, room: number): string =>
    joinLines([line(first), line(second)], () => room);

  test('wrapped lines read on', () => {
    expect(join('一般公共预算财政', '拨款收入', 2)).toBe('一般公共预算财政拨款收入');
    expect(join('1,234,5', '67.89', 2)).toBe('1,234,567.89');
    expect(join('Total', 'income', 2)).toBe('Total income');
  });

  test('the halves of an amount are joined even where the cell had room', () => {
    expect(join('1,234,567.', '89', 30)).toBe('1,234,567.89');
  });

  test('two amounts below each other stay two', () => {
    expect(join('100.00', '200.00', 30)).toBe('100.00\n200.00');
  });

  test('years, and short numbers of several lines, are numbers below each other even in a narrow cell', () => {
    const narrow = (...texts: readonly string[]): string =>
      joinLines(
        texts.map((text) => ({ ...line(text), ink: { left: 0, top: 0, right: 5 * text.length, bottom: 10 } })),
        () => 2,
      );
    expect(narrow('2023', '2024')).toBe('2023\n2024');
    expect(narrow('10', '10', '5')).toBe('10\n10\n5');
    expect(narrow('12345', '67.89')).toBe('1234567.89');
  });

  test('items and sentences that end early keep their lines', () => {
    expect(join('1.采购设备；', '2.维护网络', 30)).toBe('1.采购设备；\n2.维护网络');
    expect(join('功能分类', '科目编码', 30)).toBe('功能分类科目编码');
  });
});
