import { notRounded } from '../document/figure.ts';
import type { Unit } from '../quantity/unit.ts';
import { figureMaker } from './figures.ts';
import type { Line, LineKey, PrintedSum, Side } from './form.ts';
import { normaliseTitle, type FormId } from './forms.ts';
import { plainLabel, squash, type ExpandedGrid } from './grid.ts';
import type { Head } from './head.ts';
import { isCount } from './measure-words.ts';

/** The forms beside the national nine by title: Shanxi 公开10, Beijing's two. */
const titles: readonly (readonly [FormId, RegExp])[] = [
  ['statistics', /^决算公开相关信息统计表$/],
  ['procurement', /^政府采购情况表$/],
  ['purchased-services', /^政府购买服务决算公开情况表$/],
];

/**
 * Finds one of these forms by its title.
 * @returns the form, or null
 */
export function statisticsByTitle(title: string, publisher: string | null): FormId | null {
  const plain = normaliseTitle(title, publisher);
  return titles.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** What running costs are divided into: bodies of the administration, and those managed like them. */
const runningPart = /^(?:行政单位|(?:参照公务员法|参公)管理的?事业单位|参公(?:事业)?单位)$/;

/**
 * What a row counts, by its name.
 * @param block the heading of its block
 */
function keyOf(label: string, block: string): LineKey {
  const name = plainLabel(label).replace(/\(.{1,3}\)$/, '');
  if (/^(?:行政参公单位)?机关运行经费(?:支出)?(?:合计)?$/.test(name)) return 'running';
  if (block.includes('机关运行经费') && runningPart.test(name)) return 'running-part';
  if (/^(?:政府采购(?:支出)?)?合计$|^政府采购支出合计$/.test(name)) return 'procurement';
  if (/^(?:政府采购)?货物(?:支出)?$/.test(name)) return 'goods';
  if (/^(?:政府采购)?工程(?:支出)?$/.test(name)) return 'works';
  if (/^(?:政府采购)?服务(?:支出)?$/.test(name)) return 'services';
  if (name.endsWith('授予中小企业合同金额')) return 'small-and-medium';
  if (name.endsWith('授予小微企业合同金额')) return 'small-and-micro';
  if (/^车辆数?合计$/.test(name)) return 'vehicles';
  return name.endsWith('用车') ? 'vehicle' : null;
}

/** Procurement, operating funds and assets: a row a count, sums by name. */
function readCounts(grid: ExpandedGrid, head: Head, title: string, unit: Unit | null): Side[] {
  const column = grid.table.columns - 1;
  const maker = figureMaker(grid, head, title, unit, [column]);
  const lines: Line[] = [];
  let block = '';
  for (let row = 0; row < grid.table.rows; row += 1) {
    const label = grid.ownTextAt(row, 0).replace(/\n/g, '').trim();
    const figure = maker.at(row, column, label);
    // Heads and headings of blocks stand between the rows.
    if (label === '' || grid.cellAt(row, column)?.column !== column || figure.quantity.kind === 'text') {
      if (/^[一二三四五六七八九十]{1,3}、/.test(label)) block = label;
      continue;
    }
    const key = keyOf(label, block);
    // What is counted is exact, whatever decimals the amounts around it have.
    lines.push({
      key,
      label,
      figures: [key === 'vehicles' || key === 'vehicle' || isCount(label) ? notRounded(figure) : figure],
    });
  }
  const at = (key: string): number[] => lines.flatMap((line, index) => (line.key === key ? [index] : []));
  const sums: PrintedSum[] = [];
  const sum = (total: string, parts: readonly (readonly number[])[]): void => {
    const [whole, ...more] = at(total);
    if (whole !== undefined && more.length === 0 && parts.length > 0 && parts.every((list) => list.length > 0))
      sums.push({ total: whole, readings: [parts.flat()], others: [] });
  };
  sum(
    'procurement',
    [at('goods'), at('works'), at('services')].map((list) => (list.length === 1 ? list : [])),
  );
  sum('running', [at('running-part')]);
  sum('vehicles', [at('vehicle')]);
  return lines.length < 2
    ? []
    : [{ key: 'all', measures: [{ key: 'amount', label: head.labels[column] ?? '' }], lines, lineSums: sums }];
}

/** Purchased services: a total, groups with 小计, and their items. */
function readServices(grid: ExpandedGrid, head: Head, title: string, unit: Unit | null): Side[] {
  const column = grid.table.columns - 1;
  const maker = figureMaker(grid, head, title, unit, [column]);
  const lines: Line[] = [];
  const groups: { total: number; items: number[] }[] = [];
  let sum: number | null = null;
  for (let row = head.rows; row < grid.table.rows; row += 1) {
    const [first, second] = [0, 1].map((at) => squash(grid.textAt(row, at)));
    const figure = maker.at(
      row,
      column,
      grid
        .textAt(row, Math.max(0, column - 1))
        .replace(/\n/g, '')
        .trim(),
    );
    const index = lines.length;
    if (/^合计$/.test(first ?? '')) {
      sum = index;
      lines.push({ key: 'total', label: '合计', figures: [figure] });
    } else if (second === '小计') {
      groups.push({ total: index, items: [] });
      lines.push({ key: 'group', label: `${first ?? ''}小计`, figures: [figure] });
    } else {
      const group = groups.at(-1);
      group?.items.push(index);
      lines.push({ key: group ? 'item' : null, label: grid.ownTextAt(row, 1), figures: [figure] });
    }
  }
  const others = lines.flatMap((line, index) => (line.key === null ? [index] : []));
  const sums: PrintedSum[] = groups
    .filter(({ items }) => items.length > 0)
    .map(({ total, items }) => ({ total, readings: [items], others: [] }));
  if (sum !== null && groups.length > 0)
    sums.unshift({ total: sum, readings: [groups.map(({ total }) => total)], others });
  return sums.length === 0
    ? []
    : [{ key: 'all', measures: [{ key: 'amount', label: head.labels[column] ?? '' }], lines, lineSums: sums }];
}

/**
 * Reads one of these forms.
 * @param id which
 * @param grid the expanded table
 * @param head its head
 * @param title for the figures' places
 * @param unit its unit
 * @returns its side, or null if its rows are not found
 */
export function readStatistics(
  id: FormId,
  grid: ExpandedGrid,
  head: Head,
  title: string,
  unit: Unit | null,
): Side[] | null {
  const sides =
    id === 'purchased-services' ? readServices(grid, head, title, unit) : readCounts(grid, head, title, unit);
  return sides.length > 0 ? sides : null;
}
