import { describe, expect, it } from 'vitest';
import { bareName, itemKey } from '../../../../core/recognise/narrative/item.ts';
import { readHeading } from '../../../../core/recognise/narrative/section.ts';

describe('readHeading', () => {
  it.each([
    ['一、收入支出决算总体情况说明', 'summary'],
    ['二、收入决算情况说明', 'income'],
    ['三、支出决算情况说明', 'expenditure'],
    ['四、财政拨款收入支出决算总体情况说明', 'fiscal'],
    ['四、财政拨款收支决算总体情况说明', 'fiscal'],
    ['五、一般公共预算财政拨款支出决算情况说明', 'general'],
    ['六、一般公共预算财政拨款基本支出决算情况说明', 'basic'],
    ['七、政府性基金预算财政拨款支出决算情况说明', 'fund'],
    ['八、国有资本经营预算财政拨款支出决算情况说明', 'capital'],
    ['九、财政拨款三公经费支出决算情况说明', 'three-public'],
    ['(二)三公经费支出决算具体情况说明。', 'three-public'],
    ['十、机关运行经费支出情况说明', 'running'],
    ['十一、政府采购支出情况说明', 'procurement'],
    ['十二、国有资产占用情况说明', 'assets'],
    ['十三、预算绩效情况说明', 'performance'],
    ['第四部分名词解释', 'glossary'],
    ['一、基本情况', 'other'],
    ['第二部分2024年度部门决算表', 'other'],
    ['五、一般公共预算财政拨款支出决算情况说明…………18', 'general'],
  ])('%s opens %s', (text, section) => expect(readHeading(text, false)?.section).toBe(section));

  it('leaves a sub-heading in its section', () => expect(readHeading('(一)总体情况', false)?.section).toBeNull());

  it.each([
    '2024年度收入合计550.00万元',
    '1.因公出国(境)费支出0万元，与上年相同',
    '一是加强管理',
    '2024年度没有政府性基金收入。',
  ])('%s is none', (text) => expect(readHeading(text, false)).toBeNull());
});

describe('itemKey', () => {
  it.each([
    ['2024年度，收、支总计均', 'total:both'],
    ['其中:财政拨款收入', 'source:fiscal'],
    ['2024年度本年支出合计', 'expenditure'],
    ['示例市财政局2024年度财政拨款收入支出总计', 'fiscal:both'],
    ['(一)因公出国(境)费', 'three-public:abroad'],
    ['比2024年度三公经费财政拨款', 'three-public:total'],
    ['1.公务用车购置及运行维护费', 'three-public:vehicles'],
    ['、政府采购工程支出', 'procurement:works'],
    ['2024年度财政拨款基本支出', 'fiscal:basic'],
    ['一般公共预算财政拨款基本支出', 'general:basic'],
    ['某项基本支出', null],
    ['政府性基金预算财政拨款收入支出总计', null],
    ['其他支出', null],
  ])('%s', (name, key) => expect(itemKey(bareName(name))).toBe(key));
});
