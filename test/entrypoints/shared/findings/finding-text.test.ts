import { describe, expect, it } from 'vitest';
import {
  amountText,
  figureText,
  findingAsText,
  groupFindings,
  placeLabel,
} from '../../../../entrypoints/shared/findings/finding-text.ts';
import { countVerdicts } from '../../../../entrypoints/shared/findings/count-verdicts.ts';
import { markedPlaces } from '../../../../entrypoints/shared/findings/marked-places.ts';
import { words } from '../../../../entrypoints/shared/locale/messages.ts';
import { findingFixture, reportFixture } from '../../report-fixture.ts';

const zh = words.zh;
const [total, suspect, , sentence] = findingFixture().places;

describe('a place in words', () => {
  it('names table, row and column of a cell, and the page of a PDF', () => {
    expect(suspect && placeLabel(suspect, reportFixture(), zh)).toBe('收入决算表 · 合计 · 财政拨款收入');
    expect(suspect && placeLabel({ ...suspect, page: 8 }, reportFixture(), zh)).toBe(
      '收入决算表 · 合计 · 财政拨款收入 · 第 8 页',
    );
  });
  it('quotes the words around a figure in a sentence', () => {
    expect(sentence && placeLabel(sentence, reportFixture(), zh)).toBe(
      '文字说明 · 其中：财政拨款收入907.94万元，占97…',
    );
  });
  it('writes our amounts like the figures beside them', () => {
    const like = (text: string) =>
      findingFixture({ places: findingFixture().places.map((place) => ({ ...place, text })) });
    expect(amountText('1104.02', like('1,164.02'))).toBe('1,104.02');
    expect(amountText('-60', like('1,164.02'))).toBe('-60.00');
    expect(amountText('1234567', like('7654321'))).toBe('1234567');
    expect(amountText('0.005', like('1.2'))).toBe('0.005');
  });
  it('calls a blank a blank', () => {
    expect(figureText(' ', zh)).toBe('空白');
  });
});

describe('where a finding is marked', () => {
  it('is at its suspects, else its totals, else at all figures that should agree, else its first place', () => {
    expect(markedPlaces(findingFixture())).toEqual([1]);
    const unsure = findingFixture().places.filter(({ role }) => role !== 'suspect');
    expect(markedPlaces(findingFixture({ places: unsure }))).toEqual([0]);
    expect(markedPlaces(findingFixture({ places: unsure.slice(1) }))).toEqual([1]);
    expect(markedPlaces(findingFixture({ places: unsure.slice(2).flatMap((place) => [place, place]) }))).toEqual([
      0, 1,
    ]);
    expect(markedPlaces(findingFixture({ places: unsure.slice(1, 2) }))).toEqual([0]);
    expect(markedPlaces(findingFixture({ places: [] }))).toEqual([]);
  });
});

describe('the list', () => {
  const report = reportFixture({
    findings: [
      findingFixture({ id: 'text', places: sentence ? [sentence] : [] }),
      findingFixture({ id: 'rounding', verdict: 'rounding' }),
      findingFixture({ id: 'second' }),
      findingFixture({ id: 'first', places: total && 'table' in total ? [{ ...total, table: 't1' }] : [] }),
    ],
  });
  it('goes by table in the order of the document, the text last, the gravest first', () => {
    const groups = groupFindings(report, zh, ['inconsistent', 'rounding']);
    expect(groups.map(({ title, findings }) => [title, findings.map(({ id }) => id)])).toEqual([
      ['收入支出决算总表', ['first']],
      ['收入决算表', ['second', 'rounding']],
      ['文字说明', ['text']],
    ]);
  });
  it('leaves out verdicts that are not shown', () => {
    expect(groupFindings(report, zh, ['rounding']).flatMap(({ findings }) => findings)).toHaveLength(1);
  });
  it('counts each verdict over all documents', () => {
    expect(countVerdicts([report, reportFixture()])).toEqual({ inconsistent: 4, rounding: 1, notice: 0 });
  });
});

it('copies a finding as plain text with its places and its source', () => {
  expect(findingAsText(findingFixture(), reportFixture(), 'zh', zh).split('\n')).toEqual([
    '【不一致】横向校验',
    '收入决算表“合计”行“本年收入合计”为 927.71，按各项相加为 927.31，相差 0.40。',
    '907.54 + 19.77 = 927.31 ≠ 927.71',
    '若“合计”行“财政拨款收入”不是 907.54 而是 907.94，这个等式就成立（像是一个数字录错）。',
    '- 收入决算表 · 合计 · 本年收入合计：927.71',
    '- 收入决算表 · 合计 · 财政拨款收入：907.54',
    '- 收入决算表 · 合计 · 其他收入：19.77',
    '- 文字说明 · 其中：财政拨款收入907.94万元，占97…：907.94',
    '示例局 2024 年度部门决算 http://www.shili.gov.cn/a.html',
  ]);
});
