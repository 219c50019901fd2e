import { describe, expect, it } from 'vitest';
import { checkConfined, sentence } from './confined.ts';

const head =
  '<!doctype html><meta charset=utf-8><title>2024年度部门决算</title><body><h1>部门决算</h1><p>收入支出决算总表<p>单位：万元';
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

/** Each once took minutes, gigabytes or the process. */
const pages: Readonly<Record<string, string>> = {
  'spans of 1000 × 65534': `<table>${`<tr>${'<td colspan=1000 rowspan=65534>合计 1'.repeat(3)}`.repeat(1000)}</table>`,
  'tall spans in every row': `<table>${times(2000, () => `<tr>${times(20, (column) => `<td rowspan=65534>${column}`)}`)}</table>`,
  'tables 50 deep': `${'<table><tr><td>'.repeat(50)}合计 1${'</table>'.repeat(50)}`,
  '100,000 cells': `<table><tr><td>科目编码<td>科目名称${'<td>合计'.repeat(8)}${times(10_000, (row) => `<tr><td>${2_010_000 + row}<td>科目${row}${times(8, (column) => `<td>${row * column}.${column}0`)}`)}</table>`,
  '2,000 tables': times(2000, (index) => `<table><tr><td>合计<td>${index}<tr><td>项<td>1</table>`),
  'texts of a megabyte': `<table><tr><td>项目<td>金额<tr><td>合计<td>${'1'.repeat(1_000_000)}<tr><td>${'决算'.repeat(500_000)}<td>2<tr><td>x<td>${'1 '.repeat(500_000)}</table>`,
  'one paragraph of 20,000 amounts': `<p>${'2024年度收入总计1234.56万元，'.repeat(20_000)}`,
  '10,000 paragraphs of amounts': times(10_000, (index) => `<p>${index}.其中：支出${index}.5万元，占${index % 100}%。`),
  // 400 took 3 s and 600 took 15 s.
  '700 names in one list': `<p>2024年度支出合计100.00万元，拨付${times(700, (index) => `第${index}小学、`)}等学校`,
  'figures of thirty digits': `<table><tr><td>项目<td>金额${times(
    120,
    (index) =>
      `<tr><td>项${index}<td>${String(index + 1)
        .repeat(30)
        .slice(0, 30)}.00`,
  )}<tr><td>合计<td>123456789012345678901234567890.00</table>`,
  'caption rows without end': `<table>${'<tr><td colspan=4>单位：万元'.repeat(20_000)}${'<tr><td>a<td>b<td>c<td>d'.repeat(3)}</table>`,
  'notes without end': `<table><tr><td>a<td>b<tr><td>c<td>d${'<tr><td>注：万元<td>'.repeat(20_000)}</table>`,
  'words that a pattern may read in many ways': `<p>${[
    '预算资金总额',
    '决算支出数',
    '比上年决算',
    '占比',
    '基本支出',
    '一般公共预算',
    '财政拨款收入',
    '（',
    '其中：',
    '2024年',
    '1,111',
    '公务用车',
    '分别',
    '第 ',
    '—',
  ]
    .map((word) => `2024年度预算${word.repeat(2000)}x5.00万元`)
    .join('<p>')}`,
};

/** Too deep for any reader: these are told so. */
const tooDeep: Readonly<Record<string, string>> = {
  'tables 5,000 deep': `${'<table><tr><td>'.repeat(5000)}合计 1`,
  'spans 50,000 deep': `${'<span>'.repeat(50_000)}决算 合计 1`,
};

describe('a monstrous page', () => {
  it.each(Object.entries(pages))('is checked: %s', async (_, body) => {
    const report = await checkConfined('page.html', head + body);
    expect(report.source.error).toBeUndefined();
    expect(report.unchecked.filter(({ reason }) => reason === 'rule-failed')).toEqual([]);
    expect(report.findings.filter(({ verdict }) => verdict === 'inconsistent').length).toBeLessThan(20_000);
  });

  it.each(Object.entries(tooDeep))('is refused with a sentence: %s', async (_, body) => {
    const report = await checkConfined('page.html', head + body);
    expect(report.source.error).toMatch(sentence);
  });
});
