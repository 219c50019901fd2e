import { check } from '../../core/check.ts';
import { readHtml } from '../../core/read/html/read-html.ts';
import { parseHtml } from '../html.ts';
import { drain } from '../run.ts';
import { median } from './measure.ts';
import type { Row } from './table.ts';

/** Promised: linear in the number of cells. Twice the time per cell at a hundred times the cells is still linear; the square would be a hundred. */
const most = 2;

const columns = ['合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'];
const rounds = 5;

/** Every so many items one is a unit too high. */
const planted = 200;

/** 支出决算表 with classes, sections and items that all add up. @param wrong with some that do not */
export function expenditurePage(cells: number, wrong = false): string {
  const rows = Math.max(4, Math.round(cells / (columns.length + 2)));
  const lines: { readonly code: string; readonly weight: number }[] = [];
  const classes = Math.max(1, Math.round(rows / 100));
  const items = Math.max(1, Math.floor((rows - 1 - 2 * classes) / classes));
  for (let one = 0; one < classes; one += 1) {
    const code = String(201 + (one % 29));
    lines.push({ code, weight: items }, { code: `${code}01`, weight: items });
    for (let item = 0; item < items; item += 1)
      lines.push({ code: `${code}01${String((item % 99) + 1).padStart(2, '0')}`, weight: 1 });
  }
  const total = classes * items;
  const amounts = (weight: number, more = 0) =>
    columns
      .map(
        (_, column) =>
          `<td>${column === 0 ? `${3 * weight + more}.00` : column < 3 ? `${column * weight}.00` : ''}</td>`,
      )
      .join('');
  return `<title>示例局2024年度部门决算</title><h1>示例局2024年度部门决算</h1><p>支出决算表<p>公开03表<p>部门：示例局<p>单位：万元
<table><tr><td colspan=2>项目</td>${columns.map((name) => `<td rowspan=2>${name}</td>`).join('')}</tr><tr><td>科目编码</td><td>科目名称</td></tr>
<tr><td colspan=2>合计</td>${amounts(total)}</tr>${lines.map(({ code, weight }, index) => `<tr><td>${code}</td><td>科目${code}</td>${amounts(weight, wrong && weight === 1 && index % planted === planted - 1 ? 1 : 0)}</tr>`).join('')}</table>`;
}

interface Spent {
  readonly read: number;
  readonly check: number;
  /** The longest stretch without giving way. */
  readonly longest: number;
  readonly relations: number;
}

function longestStep(steps: Generator<unknown, unknown>): number {
  let longest = 0;
  for (let done = false; !done;) {
    const start = performance.now();
    done = steps.next().done === true;
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

function once(html: string): Spent {
  const { root } = parseHtml(html);
  const start = performance.now();
  const { document } = drain(readHtml(root, { url: '', title: '' }));
  const between = performance.now();
  const { coverage } = drain(check(document));
  const end = performance.now();
  return {
    read: between - start,
    check: end - between,
    relations: coverage.relations,
    longest: Math.max(longestStep(readHtml(root, { url: '', title: '' })), longestStep(check(document))),
  };
}

/** From a page's tree to its verdicts, by the number of cells. */
export function* relations(): Generator<Row> {
  let least: number | null = null;
  for (const cells of [1000, 5000, 20_000, 100_000]) {
    const html = expenditurePage(cells);
    const spent: Spent[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const one = once(html);
      if (round > 0) spent.push(one);
    }
    const [read, checked, longest] = (['read', 'check', 'longest'] as const).map((part) =>
      median(spent.map((one) => one[part])),
    );
    const each = ((read ?? 0) + (checked ?? 0)) / cells;
    least ??= each;
    yield {
      what: `${cells} cells: read, relate, judge, per cell against 1000 cells`,
      measured: `×${(each / least).toFixed(2)}`,
      budget: { most, is: each / least },
      note: `read ${(read ?? 0).toFixed(0)} ms, check ${(checked ?? 0).toFixed(0)} ms, ${spent[0]?.relations ?? 0} relations, longest step ${(longest ?? 0).toFixed(0)} ms`,
    };
  }
}
