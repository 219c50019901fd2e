import { dataRows } from '../data-rows.ts';
import { readQuantity } from '../../quantity/quantity.ts';
import type { Unit } from '../../quantity/unit.ts';
import { classByName } from '../classes.ts';
import { figureMaker } from '../figures.ts';
import type { Line, LineKey, Measure, PrintedSum, Side } from '../form.ts';
import { plainLabel, squash, type ExpandedGrid } from '../grid.ts';
import type { Head } from '../head.ts';
import { isCount, isRateRow } from '../measure-words.ts';
import { outlineLevel } from '../outline.ts';
import { columnsOf, columnSums } from './columns.ts';

/** Names in one column and amounts in those behind it, up to the next column of names. */
interface Lane {
  readonly name: number;
  readonly money: readonly number[];
}

/** The lanes of a summary: income, expenditure by function, expenditure by use, side by side. */
function lanesOf(grid: ExpandedGrid, head: Head): { lanes: Lane[]; mixed: readonly number[] } {
  const { money, mixed, words } = columnsOf(grid, head);
  const names = words.filter(
    (column) =>
      dataRows(grid, head)
        .map((row) => readQuantity(grid.ownTextAt(row, column)).kind)
        .filter((kind) => kind === 'text').length >= 2,
  );
  const lanes = names.map((name, index) => ({
    name,
    money: money.filter((column) => column > name && column < (names[index + 1] ?? grid.table.columns)),
  }));
  return { lanes: lanes.filter((lane) => lane.money.length > 0), mixed };
}

const isYearTotal = (label: string): boolean => /^(?:本年|当年)(?:收入|支出)(?:合计|小计)?$/.test(label);
const isGrandTotal = (label: string): boolean => /^(?:收入|支出)?(?:总计|合计)$/.test(label);

/** What a line is by its name, then by its ordinal: 一、 for an item, （一） or 1. for a part of the item above. */
function keyOf(text: string): LineKey {
  const label = plainLabel(text);
  const printed = squash(text);
  if (printed.startsWith('其中') || isCount(text)) return 'part';
  if (isRateRow(text)) return null;
  if (isYearTotal(label)) return 'year-total';
  if (isGrandTotal(label)) return 'grand-total';
  if (/^(?:上年|年初)(?:财政拨款)?结[转余]/.test(label)) return 'opening-balance';
  if (/^(?:年终|年末|结转下年|结转至?下年)/.test(label)) return 'closing-balance';
  const level = outlineLevel(text);
  if (level === 0) return 'item';
  return level === null ? null : 'detail';
}

const isFund = (label: string): boolean => /^(?:一般公共预算|政府性基金|国有资本经营)/.test(plainLabel(label));

/** The details of a stretch that stand highest in its outline: （一） where 1、 is printed below it. */
function topmost(lines: readonly Line[], scope: readonly number[]): number[] {
  const levelAt = (index: number): number => outlineLevel(lines[index]?.label ?? '') ?? 0;
  const details = scope.filter((index) => lines[index]?.key === 'detail');
  const least = Math.min(...details.map(levelAt));
  return details.filter((index) => levelAt(index) === least);
}

/** What a government takes in and spends beside its own income and expenditure. */
const passedOn = /补助|转移支付|转贷|债券|债务还本|还本支出|调入|调出|上解|稳定调节/;

/**
 * The lines of a government's summary without ordinals: tax and other income, or classes of expenditure, before the year's total, and what is
 * passed on behind it. As they are where one is not known by its name.
 */
function namedLines(lines: readonly Line[]): { lines: Line[]; named: boolean } {
  const year = lines.findIndex(({ key }) => key === 'year-total');
  const asIs = { lines: [...lines], named: false };
  if (year < 1 || lines.some(({ key }) => key === 'item' || key === 'detail')) return asIs;
  const filled = (line: Line): boolean => line.label !== '';
  const [above, behind] = [lines.slice(0, year).filter(filled), lines.slice(year + 1)];
  const names = above.map(({ label }) => plainLabel(label));
  const isIncome = names.length === 2 && names[0] === '税收收入' && names[1] === '非税收入';
  const isSpent = names.length > 1 && names.every((name) => classByName(name) !== null);
  const isKnown = behind.every(({ key, label }) => key !== null || label === '' || passedOn.test(label));
  if (!(isIncome || isSpent) || !isKnown) return asIs;
  return {
    lines: lines.map((line) => (line.key === null && filled(line) ? { ...line, key: 'item' } : line)),
    named: true,
  };
}

/** What the lines of a lane add up to, as their names and places say. */
function lineSums(lines: readonly Line[]): PrintedSum[] {
  const sums: PrintedSum[] = [];
  const at = (key: string): number[] => lines.flatMap((line, index) => (line.key === key ? [index] : []));
  const filled = (index: number): boolean =>
    lines[index]?.figures.some((figure) => figure.quantity.kind !== 'blank') ?? false;
  const range = (from: number, to: number): number[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  const keyAt = (index: number): LineKey => lines[index]?.key ?? null;
  const balances = [...at('opening-balance'), ...at('closing-balance')];
  const [year, ...moreYears] = at('year-total');
  const [grand, ...moreGrands] = at('grand-total');
  const strangers = (scope: readonly number[]): number[] =>
    scope.filter((index) => keyAt(index) === null && filled(index));
  if (grand === undefined || moreGrands.length > 0 || moreYears.length > 0 || grand !== lines.length - 1) return [];

  const bottom = year !== undefined && range(0, year).some((index) => keyAt(index) === 'item');
  if (year !== undefined) {
    // The year's total stands below its items, or above them as 一、本年收入 with （一） … or 一、 … below.
    const end = Math.min(grand, ...balances.filter((index) => index > year));
    const scope = bottom ? range(0, year) : range(year + 1, end);
    const items = scope.filter((index) => keyAt(index) === 'item');
    const addends = items.length > 0 ? items : topmost(lines, scope);
    if (addends.length > 0)
      sums.push({
        total: year,
        readings: [addends],
        others: [...strangers(scope), ...scope.filter((index) => balances.includes(index) && filled(index))],
      });
    const rest = range(bottom ? year + 1 : end, grand);
    const above = rest.filter((index) => keyAt(index) === 'item' || balances.includes(index));
    sums.push({ total: grand, readings: [[year, ...above]], others: strangers(rest) });
  } else {
    const scope = range(0, grand);
    const addends = scope.filter((index) => keyAt(index) === 'item' || balances.includes(index));
    if (addends.length > 0) sums.push({ total: grand, readings: [addends], others: strangers(scope) });
  }
  // The three budgets below a line are all of it; of other details nobody says so.
  for (const index of range(0, grand)) {
    const level = outlineLevel(lines[index]?.label ?? '');
    if (level === null && !balances.includes(index)) continue;
    const next =
      range(index + 1, grand).find(
        (below) => keyAt(below) !== 'detail' || (outlineLevel(lines[below]?.label ?? '') ?? 0) <= (level ?? 0),
      ) ?? grand;
    const details = topmost(lines, range(index + 1, next));
    if (details.length >= 2 && details.every((below) => isFund(lines[below]?.label ?? '')))
      sums.push({ total: index, readings: [details], others: [] });
  }
  return sums;
}

/** A lane is income or expenditure by its total, by its classes, or by standing first. */
function sideKey(lines: readonly Line[], index: number): 'income' | 'expenditure' {
  const totals = lines
    .filter((line) => line.key === 'grand-total' || line.key === 'year-total')
    .map((line) => squash(line.label))
    .join();
  if (totals.includes('收入') !== totals.includes('支出')) return totals.includes('收入') ? 'income' : 'expenditure';
  if (lines.some((line) => classByName(line.label) !== null)) return 'expenditure';
  return index === 0 ? 'income' : 'expenditure';
}

const isSharable = (text: string): boolean => {
  const label = plainLabel(text);
  return isGrandTotal(label) || isYearTotal(label) || keyOf(text) === 'closing-balance';
};

/**
 * One total for two lanes: its name stands in the first, or across both, its amount in the last.
 * @returns name and amount of a row that a lane shares with the next or the one before; null if it has its own
 */
function sharedTotal(
  grid: ExpandedGrid,
  row: number,
  lanes: readonly Lane[],
  index: number,
): { label: string; money: readonly number[] } | null {
  const textAt = (lane: Lane): string => grid.textAt(row, lane.name).replace(/\n/g, '').trim();
  const amounts = (lane: Lane): boolean =>
    lane.money.some((column) => readQuantity(grid.ownTextAt(row, column)).kind === 'amount');
  for (const [first, last] of [
    [lanes[index - 1], lanes[index]],
    [lanes[index], lanes[index + 1]],
  ]) {
    if (first?.money.length !== 1 || last?.money.length !== 1) continue;
    const label = textAt(first);
    const nameless = textAt(last) === '' || grid.cellAt(row, last.name) === grid.cellAt(row, first.name);
    if (isSharable(label) && nameless && !amounts(first) && amounts(last)) return { label, money: last.money };
  }
  return null;
}

/**
 * Reads a summary of two or three lanes side by side. A total that lanes share (支出合计 across both) is the total of each.
 * @param grid the expanded table
 * @param head its head
 * @param title for the figures' places
 * @param unit its unit
 * @returns a side a lane, or null if there are not two lanes that end with a total each
 */
export function readLanes(grid: ExpandedGrid, head: Head, title: string, unit: Unit | null): Side[] | null {
  const { lanes, mixed } = lanesOf(grid, head);
  if (lanes.length < 2 || mixed.length > 0) return null;
  const maker = figureMaker(
    grid,
    head,
    title,
    unit,
    lanes.flatMap((lane) => lane.money),
  );
  const sides = lanes.map((lane, index): Side => {
    const lines: Line[] = [];
    for (let row = head.rows; row < grid.table.rows; row += 1) {
      const own = grid.textAt(row, lane.name).replace(/\n/g, '').trim();
      const shared = sharedTotal(grid, row, lanes, index);
      const label = shared?.label ?? own;
      const figures = (shared?.money ?? lane.money).map((column) => maker.at(row, column, label));
      if (label === '' && figures.every((figure) => figure.quantity.kind === 'blank')) continue;
      lines.push({ key: label === '' ? null : keyOf(label), label, figures });
    }
    const measures = lane.money.map((column): Measure => ({
      key: `column:${column}`,
      label: head.labels[column] ?? '',
    }));
    const { lines: told, named } = namedLines(lines);
    return {
      key: sideKey(told, index),
      measures,
      lines: told,
      lineSums: lineSums(told).map((sum) => (named ? { ...sum, named } : sum)),
      columnSums: columnSums(grid, head, lane.money, []),
    };
  });
  const withTotal = sides.filter((side) => side.lines.some((line) => line.key === 'grand-total'));
  return withTotal.length >= 2 &&
    sides.some((side) => side.key === 'income') &&
    sides.some((side) => side.key === 'expenditure')
    ? sides
    : null;
}
