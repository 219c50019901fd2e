import { dataRows } from '../data-rows.ts';
import { readMoneyWord, type Unit } from '../../quantity/unit.ts';
import { readQuantity } from '../../quantity/quantity.ts';
import type { Line, Side } from '../form.ts';
import { squash, type ExpandedGrid } from '../grid.ts';
import type { Head } from '../head.ts';
import { slotFigures } from '../performance/cells.ts';
import { columnSums } from './columns.ts';

/** The one column whose head has these words; null if there is none or more than one. */
function columnNamed(head: Head, pattern: RegExp): number | null {
  const found = head.paths.flatMap((path, column) => (path.some((text) => pattern.test(squash(text))) ? [column] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * Reads 项目支出绩效目标申报表: a record a project, merged over the lines of its indicators. An amount that is
 * merged over the lines of a record is the record's.
 * @param grid the expanded table
 * @param head its head
 * @param title for the figures' places
 * @param unit its unit
 * @returns a side of projects, one of cost ceilings, one of the records' names with their indicators; null if it is no such form
 */
export function readTargets(grid: ExpandedGrid, head: Head, title: string, unit: Unit | null): Side[] | null {
  const name = columnNamed(head, /^项目名称$/);
  const total = columnNamed(head, /^项目总额$/);
  const indicator = columnNamed(head, /^三级指标$/);
  if (name === null || total === null || indicator === null) return null;
  const money = [total, ...[/^财政资金$/, /^其他资金$/].flatMap((word) => columnNamed(head, word) ?? [])];
  const starts = dataRows(grid, head).filter((row) => grid.ownTextAt(row, name).trim() !== '');
  const slots = money.map((column) => ({ column, span: 1, label: head.labels[column] ?? '' }));
  const figures = slotFigures(grid, title, unit, [{ rows: starts, slots }]);
  const projects: Line[] = [];
  const records: Line[] = [];
  const ceilings: Side[] = [];
  const [sign, value, measure] = [/^绩效指标性质$/, /^(?:本年)?绩效指标值$/, /^绩效度量单位$/].map((pattern) =>
    columnNamed(head, pattern),
  );
  for (const [index, row] of starts.entries()) {
    const label = grid.ownTextAt(row, name).replace(/\n/g, '').trim();
    const amounts = slots.map((slot) => figures.at(row, slot, 'record', label));
    const end = starts[index + 1] ?? grid.table.rows;
    const rows = Array.from({ length: end - row }, (_, at) => row + at);
    projects.push({ key: `project:${label}`, label, figures: amounts });
    const named = figures.within(row, name, label, { kind: 'text' }, label, head.labels[name] ?? '');
    records.push({
      key: `record:${squash(label)}|${amounts[0]?.quantity.kind === 'amount' ? amounts[0].quantity.value.toFixed() : ''}`,
      label: rows.map((at) => squash(grid.textAt(at, indicator))).join('|'),
      figures: [named],
    });
    if (typeof sign !== 'number' || typeof value !== 'number' || typeof measure !== 'number') continue;
    for (const at of rows) {
      const money_ = readMoneyWord(grid.ownTextAt(at, measure));
      const quantity = readQuantity(grid.ownTextAt(at, value));
      const limit =
        money_ !== null &&
        quantity.kind === 'amount' &&
        /^[≤<]=?$/.test(squash(grid.ownTextAt(at, sign))) &&
        /^项目预算(?:成本|总?额)?$/.test(squash(grid.textAt(at, indicator)));
      const whole = amounts[0];
      if (!limit || !whole) continue;
      const item = grid.textAt(at, indicator).replace(/\n/g, '');
      const ceiling = figures.within(
        at,
        value,
        grid.ownTextAt(at, value),
        { ...quantity, unit: money_ },
        item,
        head.labels[value] ?? '',
      );
      const word = figures.within(
        at,
        measure,
        grid.ownTextAt(at, measure),
        { kind: 'text' },
        item,
        head.labels[measure] ?? '',
      );
      ceilings.push({
        key: 'cost',
        measures: [
          { key: 'ceiling', label: '' },
          { key: 'total', label: '' },
          { key: 'unit', label: '' },
        ],
        lines: [{ key: 'ceiling', label, figures: [{ ...ceiling, decimals: quantity.decimals }, whole, word] }],
      });
    }
  }
  const measures = slots.map((slot) => ({ key: `column:${slot.column}`, label: slot.label }));
  return [
    { key: 'all', measures, lines: projects, columnSums: columnSums(grid, head, money, []) },
    { key: 'indicators', measures: [{ key: 'name', label: head.labels[name] ?? '' }], lines: records },
    ...ceilings,
  ];
}
