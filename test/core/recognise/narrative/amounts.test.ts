import { describe, expect, it } from 'vitest';
import { mentionsIn, usualDecimalsByUnit } from '../../../../core/recognise/narrative/amounts.ts';
import { flatten, printedRange } from '../../../../core/recognise/narrative/flat.ts';

/** The figures of a sentence: digits and money word, as printed. */
function read(text: string): string[] {
  const flat = flatten(text);
  return mentionsIn(flat)
    .filter((mention) => !mention.rough)
    .map((mention) => {
      const { start, end } = printedRange(flat, mention.start, mention.end);
      return `${text.slice(start, end)} ${mention.unit ?? ''}`.trim();
    });
}

describe('flatten', () => {
  it.each([
    ['2024 年度，“三公”经费（财政拨款）０.３元', '2024年度，三公经费(财政拨款)0.3元'],
    ['安排 4,429.73 元, 2023 年', '安排4,429.73元，2023年'],
    ['占25.52％；其中：', '占25.52%;其中:'],
  ])('%s', (printed, text) => {
    const flat = flatten(printed);
    expect(flat.text).toBe(text);
    expect(flat.at).toHaveLength(text.length + 1);
  });
});

describe('mentionsIn', () => {
  it.each([
    ['收入合计 927.71 万元，占 97.87%', ['927.71 万元', '97.87%']],
    ['预算安排 4,429.73 元, 2023 年预算安排 4,120.32 元', ['4,429.73 元', '4,120.32 元']],
    ['支出1.2亿元，其中3000万，另有5万人、6辆车、7个百分点', ['1.2 亿元', '3000 万元']],
    ['年初预算954.72%万元', []],
    ['单位价值100万元（含）以上设备0台，约5万元，近8万元，超过9%', []],
    ['2024年第3次、公开05表、0.1和T1.5元', []],
    ['减少-3.00万元', ['-3.00 万元']],
    ['２９万元', ['２９ 万元']],
    ['', []],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it('reads a series with one money word, and takes neither of two amounts that a comma may run together', () => {
    expect(read('收、支总计各是4125.49,4143.91万元')).toEqual(['4125.49 万元', '4143.91 万元']);
    expect(read('甲、乙、丙分别为1.20、3和4.5万元，分别占13.8%、34.5%和51.7%')).toEqual([
      '1.20 万元',
      '3 万元',
      '4.5 万元',
      '13.8%',
      '34.5%',
      '51.7%',
    ]);
    expect(read('分别为4125,4143.91万元')).toEqual([]);
  });

  it('marks what is not stated exactly', () => {
    const rough = (text: string): boolean[] => mentionsIn(flatten(text)).map((mention) => mention.rough);
    expect(rough('约5万元，5万元左右，5万元，近6%')).toEqual([true, true, false, true]);
    expect(mentionsIn(flatten('减少12,', '345.67元')).map((mention) => mention.rough)).toEqual([true]);
    expect(mentionsIn(flatten('减少', '12,345.67元')).map((mention) => mention.rough)).toEqual([false]);
  });
});

describe('usualDecimals', () => {
  const usual = (text: string) => Object.fromEntries(usualDecimalsByUnit(mentionsIn(flatten(text))));
  it('goes by unit and by what is most frequent, zeros apart', () => {
    expect(usual('624万元，231.70万元，14.80万元，0万元，0万元，0万元，5元')).toEqual({ 万元: 2, 元: 0 });
    expect(usual('79万元，50万元，25.5万元')).toEqual({ 万元: 0 });
  });
});
