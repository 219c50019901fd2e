import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { check } from '../../core/check.ts';
import { tablesOf } from '../../core/document/document.ts';
import { readHtml } from '../../core/read/html/read-html.ts';
import { reportSchema } from '../../core/report/schema.ts';
import { parseHtml } from '../../tools/html.ts';
import { drain } from '../../tools/run.ts';
import { fuzz } from './fuzz.ts';

const spanOf = fc.oneof(
  { weight: 8, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('0', '-1', '1000', '65534', '99999999999', 'x', '1e9', '') },
);
const words = fc.oneof(
  fc.constantFrom(
    '合计',
    '本年收入合计',
    '总计',
    '科目编码',
    '科目名称',
    '项目',
    '金额',
    '栏次',
    '行次',
    '一、一般公共预算财政拨款收入',
    '201',
    '20101',
    '2010101',
    '其中：',
    '收入支出决算总表',
    '公开01表',
    '单位：万元',
    '部门：示例局',
    '财政拨款收入',
    '支出决算表',
    '小计',
    '基本支出',
    '项目支出',
    '注：本表',
    '—',
    '',
  ),
  fc.integer({ min: -10_000_000, max: 10_000_000 }).map((cents) => (cents / 100).toFixed(2)),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const escaped = words.map((text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
const cell = fc
  .tuple(
    fc.constantFrom('td', 'th'),
    spanOf,
    spanOf,
    escaped,
    fc.constantFrom('', '', '', '', ' hidden', ' style="display:none"'),
  )
  .map(([tag, wide, tall, text, hidden]) => `<${tag} colspan="${wide}" rowspan="${tall}"${hidden}>${text}`);
const row = fc.array(cell, { maxLength: 10 }).map((cells) => `<tr>${cells.join('')}`);
const group = fc
  .tuple(
    fc.constantFrom('', '', '<thead>', '<tbody>', '<tfoot>', '<caption>收入决算表</caption>'),
    fc.array(row, { maxLength: 12 }),
  )
  .map(([open, rows]) => open + rows.join(''));
const table = fc.array(group, { maxLength: 3 }).map((groups) => `<table>${groups.join('')}</table>`);
const paragraph = fc
  .tuple(escaped, escaped, escaped)
  .map(([a, b, c]) => `<p>2024年度${a}${b}万元，占${c}%，比上年增加${b}万元。`);
// A sentence of a kind that a pattern may read in many ways, as long as one that nobody writes.
const piece = fc.constantFrom(
  '预算',
  '决算',
  '支出',
  '收入',
  '总额',
  '合计',
  '、',
  '，',
  '；',
  '：',
  '（',
  '）',
  '“',
  '”',
  '其中',
  '分别',
  '比上年',
  '增加',
  '减少',
  '占',
  '第',
  '—',
  '1,111',
  '2.50万元',
  '3%',
  '甲乡、',
  '公务用车',
  ' ',
);
const long = fc
  .tuple(
    fc.array(piece, { minLength: 1, maxLength: 6 }),
    fc.integer({ min: 1, max: 600 }),
    fc.array(piece, { maxLength: 3 }),
  )
  .map(([part, times, end]) => `<p>2024年度${part.join('').repeat(times)}${end.join('')}5.00万元。`);
// What does not belong where it stands: the parser repairs it in its own way.
const torn = fc.constantFrom(
  '</table>',
  '<table>',
  '<tr>',
  '<td>',
  '</td></tr>',
  '<div>',
  '</div>',
  '<select>',
  '<plaintext>',
  '<!--',
  '<script>',
  '<svg><td>',
  '<template>',
  '<frameset>',
);
const page = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: table },
      { weight: 3, arbitrary: paragraph },
      { weight: 1, arbitrary: long },
      { weight: 1, arbitrary: torn },
    ),
    { maxLength: 6 },
  )
  .map((parts) => `<body><h1>2024年度部门决算</h1>${parts.join('')}`);

describe('any page', () => {
  fuzz('gives grids whose cells lie inside and apart, and a report that fits its schema', page, 1500, (html) => {
    const { root, title } = parseHtml(html);
    const { document } = drain(readHtml(root, { url: 'http://www.shili.gov.cn/', title }));
    for (const { rows, columns, cells } of tablesOf(document)) {
      const taken = new Set<string>();
      for (const { row: top, column: left, rowSpan, columnSpan } of cells) {
        expect(rowSpan > 0 && columnSpan > 0 && top + rowSpan <= rows && left + columnSpan <= columns).toBe(true);
        for (let r = top; r < top + rowSpan; r += 1) {
          for (let c = left; c < left + columnSpan; c += 1) {
            expect(taken.has(`${r}:${c}`)).toBe(false);
            taken.add(`${r}:${c}`);
          }
        }
      }
    }
    const report = reportSchema.parse(drain(check(document)));
    expect(report.unchecked.filter(({ reason }) => reason === 'rule-failed')).toEqual([]);
  });
});
