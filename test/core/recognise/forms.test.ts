import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formByTitle, forms, normaliseTitle, type FormId } from '../../../core/recognise/forms.ts';

describe('formByTitle', () => {
  it('knows every title of every form, and none twice', () => {
    for (const form of forms)
      for (const title of [form.title, ...form.titles]) expect([title, formByTitle(title)]).toEqual([title, form.id]);
    const all = forms.flatMap((form) => form.titles);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each<[string, FormId]>([
    ['部门收入支出决算总表', 'income-expenditure-summary'],
    ['单位收支决算总表', 'income-expenditure-summary'],
    ['2024年度收入支出决算总表', 'income-expenditure-summary'],
    ['一、收入支出决算总表', 'income-expenditure-summary'],
    ['（一）收入支出决算总表', 'income-expenditure-summary'],
    ['1.收入支出决算总表', 'income-expenditure-summary'],
    ['公开01表 收入支出决算总表', 'income-expenditure-summary'],
    ['附表1：收入支出决算总表', 'income-expenditure-summary'],
    ['表一、收入支出决算总表', 'income-expenditure-summary'],
    ['（本级）收入支出决算总表', 'income-expenditure-summary'],
    ['收入支出决算总表（汇总）', 'income-expenditure-summary'],
    ['收入支出决算总表（单位：万元）', 'income-expenditure-summary'],
    ['收 入 决 算 表', 'income'],
    ['收入决算总表', 'income'],
    ['支出决算总表', 'expenditure'],
    ['支出决算表（续）', 'expenditure'],
    ['财政拨款收支决算总表', 'fiscal-summary'],
    ['财政拨款收入支出决算总表（公开04表）', 'fiscal-summary'],
    ['一般公共预算财政拨款支出决算表', 'general-budget-expenditure'],
    ['一般公共预算财政拨款基本支出决算明细表', 'general-budget-basic-expenditure'],
    ['一般公共预算财政拨款基本支出决算表', 'general-budget-basic-expenditure'],
    ['政府性基金预算财政拨款收入支出决算表', 'government-fund'],
    ['政府性基金预算财政拨款基本支出决算表', 'government-fund-basic-expenditure'],
    ['国有资本经营预算财政拨款支出决算表', 'state-capital'],
    ['财政拨款“三公”经费支出决算表', 'three-public'],
    ['一般公共预算财政拨款"三公"经费支出决算表', 'three-public'],
    ['财政拨款「三公」经费支出决算表', 'three-public'],
  ])('%s is %s', (title, id) => expect(formByTitle(title)).toBe(id));

  it.each<[string, FormId]>([
    ['示例市政务服务中心收入支出决算总表', 'income-expenditure-summary'],
    ['示例市财政局财政拨款收入支出决算总表', 'fiscal-summary'],
    ['示例县残联支出决算表', 'expenditure'],
    ['示例市第一中学2024年度收入决算表', 'income'],
    ['示例县人民法院一般公共预算财政拨款支出决算表', 'general-budget-expenditure'],
    ['示例街道办事处政府性基金预算财政拨款收入支出决算表', 'government-fund'],
  ])('sees through the name in front: %s', (title, id) => expect(formByTitle(title)).toBe(id));

  it.each([
    '表七：一般公共预算财政拨款安排的“三公”经费支出决算表',
    '一般公共预算及政府性基金财政拨款“三公”经费支出决算表',
    '2024年度“三公”经费、行政参公机关运行经费决算情况表',
    '一般公共预算财政拨款“三公”经费决算统计表',
  ])('knows the “three public” form by the words of its title: %s', (title) =>
    expect(formByTitle(title)).toBe('three-public'),
  );

  it.each(['“三公”经费支出预算决算差异表', '全县“三公”经费支出决算表'])('does not guess at other words: %s', (title) =>
    expect(formByTitle(title)).toBeNull(),
  );

  it('takes a known publisher off, whatever it ends with', () => {
    expect(formByTitle('示例地支出决算表')).toBeNull();
    expect(formByTitle('示例地支出决算表', '示例地')).toBe('expenditure');
    expect(formByTitle('示例大队伍支出决算表', '示例大队伍')).toBe('expenditure');
  });

  it.each<[string, FormId]>([
    ['政拨款收入支出决算总表', 'fiscal-summary'],
    ['财政拔款收入支出决算总表', 'fiscal-summary'],
    ['财政拨款收入支出决算总总表', 'fiscal-summary'],
    ['般公共预算财政拨款支出决算表', 'general-budget-expenditure'],
    ['一般公开预算财政拨款支出决算表', 'general-budget-expenditure'],
    ['一般公共预算财政拨款基本支出决算祥细表', 'general-budget-basic-expenditure'],
    ['政府性基金预算财政拨款收入支出决算', 'government-fund'],
    ['国有资本经营预算财政拨款支出决算表表', 'state-capital'],
    ['收入支出决算表总', 'income-expenditure-summary'],
  ])('forgives a misprint: %s', (title, id) => expect(formByTitle(title)).toBe(id));

  it.each([
    '',
    '表',
    '决算表',
    '收支预算总表',
    '收入支出预算总表',
    '财政拨款收支预算总表',
    '部门收支总体情况表',
    '一般公共预算支出表',
    '一般公共预算财政拨款支出预算表',
    '“三公”经费预算表',
    '政府性基金预算支出情况表',
    '项目支出决算表',
    '事业收入决算表',
    '经营支出决算表',
    '非税收入决算表',
    '上缴上级支出决算表',
    '财政拨款支出决算明细表',
    '财政拨款基本支出决算表',
    '一般公共预算财政拨款收入支出决算总表',
    '项目支出绩效自评表',
    '政府采购情况表',
    '部门决算相关信息统计表',
    '国有资产占用情况表',
    '资产负债表',
    '目录',
  ])('is no form of these: %s', (title) => expect(formByTitle(title)).toBeNull());

  it('forgives most misprints of one letter in a long title', () => {
    const title = '一般公共预算财政拨款支出决算表';
    const dropped = Array.from(title, (_, at) => formByTitle(title.slice(0, at) + title.slice(at + 1)));
    expect(dropped.filter((id) => id === 'general-budget-expenditure').length).toBeGreaterThanOrEqual(10);
  });

  it('never confuses one form with another by one misprint', () => {
    const all = forms.flatMap((form) => form.titles.map((title) => ({ id: form.id, title })));
    const edit = fc.tuple(
      fc.constantFrom('drop', 'double', 'swap', 'change'),
      fc.nat(),
      fc.constantFrom(...Array.from('决算收支一般公政府性预款项财目的')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...all), edit, ({ id, title }, [kind, where, letter]) => {
        const letters = Array.from(title);
        const at = where % letters.length;
        const text = (
          kind === 'drop'
            ? letters.toSpliced(at, 1)
            : kind === 'double'
              ? letters.toSpliced(at, 0, letters[at] ?? '')
              : kind === 'change'
                ? letters.with(at, letter)
                : letters.toSpliced(at, 2, ...letters.slice(at, at + 2).reverse())
        ).join('');
        const found = formByTitle(text);
        // A letter can make one title into another.
        if (all.some((entry) => entry.title === normaliseTitle(text))) return;
        expect([text, found]).toSatisfy(() => found === null || found === id);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('normaliseTitle', () => {
  it('never strips what tells the forms apart', () => {
    for (const word of ['财政拨款', '一般公共预算', '政府性基金预算', '国有资本经营预算', '基本支出', '三公'])
      expect(normaliseTitle(`2024年度示例部门${word}决算表`)).toContain(word);
  });
  it('strips year, 部门, 单位, 本级, 年度, 明细, ordinal, number, quotes and spaces', () => {
    expect(normaliseTitle('三、2024年度 部门“本级”单位支出 决算明细表（续）')).toBe('支出决算表');
    expect(normaliseTitle('公开03表　支出决算表')).toBe('支出决算表');
  });
});
