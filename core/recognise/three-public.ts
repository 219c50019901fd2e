import { readQuantity } from '../quantity/quantity.ts';
import type { Unit } from '../quantity/unit.ts';
import { figureMaker } from './figures.ts';
import type { Line, Measure, Side } from './form.ts';
import { squash, type ExpandedGrid } from './grid.ts';
import type { Head } from './head.ts';

/**
 * A column's item by the words of its head, never by its position: Beijing prints 接待 second.
 * @param path the words of its head from top to bottom
 * @returns 'total', 'abroad', 'vehicles' …; 'part' of one of them; null if it is none
 */
export function threePublicColumn(path: readonly string[]): Measure['key'] {
  const words = path.map(squash);
  const last = words.at(-1) ?? '';
  if (words.some((word) => word.includes('因公出国'))) return 'abroad';
  if (words.some((word) => word.includes('公务接待')))
    return /^(?:小计|合计)$/.test(last) || last.includes('公务接待') ? 'reception' : 'part';
  const vehicles = words.find((word) =>
    /公务用车购置.{0,20}运行|公务用车购置和|公务用车费|^公务用车购置及运行/.test(word),
  );
  if (vehicles !== undefined) {
    if (last === vehicles || /^(?:小计|合计)$/.test(last)) return 'vehicles';
    if (last.includes('购置') && !last.includes('运行')) return 'purchase';
    return last.includes('运行') ? 'operation' : null;
  }
  if (/^(?:行政参公单位)?机关运行经费(?:支出)?$/.test(last)) return 'running';
  if (last.includes('会议费')) return 'conference';
  if (last.includes('培训费')) return 'training';
  if (
    last.includes('公务用车运行') ||
    (/^(?:小计|合计)$/.test(last) && words.some((word) => word.includes('公务用车运行')))
  )
    return 'operation';
  if (/公务用车购置费?$/.test(last)) return 'purchase';
  return /^(?:合计|总计|小计)$|三公.{0,20}(?:合计|总额)|^.{0,6}合计$/.test(last) ? 'total' : null;
}

/** 其中：公务用车运行维护费, 2.公务接待费, （1）公务用车购置费: what stands before a row's item. */
const rowOpening =
  /^(?:其中[:：]|[一二三四五六七八九十]{1,2}、|[(（][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.．、])+/;

/**
 * The item of a row by its name: 'total', 'abroad', 'vehicles', 'purchase', 'operation', 'reception'; null if it is none.
 * @param label as printed, with its ordinal or 其中
 */
export const threePublicItem = (label: string): Measure['key'] =>
  threePublicColumn([squash(label).replace(rowOpening, '')]);

const basisOf = (text: string): 'budget' | 'outturn' | null =>
  /决算|执行/.test(text) ? 'outturn' : text.includes('预算') ? 'budget' : null;

/** A word of a head that names nothing but the basis: 预算数, 2024年决算数. */
const isBasisOnly = (word: string): boolean =>
  /^(?:\d{4}年度?)?(?:年初|全年|调整|本年)?(?:预算数?|决算数?|执行数?|预算执行数)$/.test(word);

/**
 * Reads the “三公” form: the items beside one another, with budget and outturn side by side or a row each; or an item a row, with budget
 * and outturn a column each, as towns of Anhui print it.
 * @param grid the expanded table
 * @param head its head
 * @param title for the figures' places
 * @param unit its unit
 * @returns one side a basis and row with figures; none for a form without data; null if the items are not found
 */
export function readThreePublic(grid: ExpandedGrid, head: Head, title: string, unit: Unit | null): Side[] | null {
  return readItemsBeside(grid, head, title, unit) ?? readItemsBelow(grid, head, title, unit);
}

/** An item a row. Each basis has one column: of two budgets, one of them last year's, it is not said which goes with the outturn. */
function readItemsBelow(grid: ExpandedGrid, head: Head, title: string, unit: Unit | null): Side[] | null {
  const bases = head.paths.map((path) => {
    const word = squash(path.at(-1) ?? '');
    return isBasisOnly(word) ? basisOf(word) : null;
  });
  const money = bases.flatMap((basis, column) => (basis === null ? [] : [column]));
  if (money.length !== 2 || new Set(money.map((column) => bases[column])).size !== 2) return null;
  const dataRows = Array.from({ length: grid.table.rows - head.rows }, (_, index) => head.rows + index);
  const rows = dataRows.flatMap((row) => {
    const texts = bases.flatMap((basis, column) => (basis === null ? [squash(grid.ownTextAt(row, column))] : []));
    const label = texts.find((text) => readQuantity(text).kind === 'text' && !/^(?:栏次|行次|项目)$/.test(text));
    return label === undefined ? [] : [{ row, label, key: threePublicItem(label) }];
  });
  const keys = rows.map(({ key }) => key);
  for (const needed of ['total', 'abroad', 'reception'])
    if (keys.filter((key) => key === needed).length !== 1) return null;
  const maker = figureMaker(grid, head, title, unit, money);
  return money.flatMap((column): Side[] => {
    const measures = rows.map(({ key, label }): Measure => ({ key, label }));
    const figures = rows.map(({ row, label }) => maker.at(row, column, label));
    const printed = figures.some(({ quantity }) => quantity.kind === 'amount' || quantity.kind === 'unreadable');
    return printed ? [{ key: bases[column] ?? 'all', measures, lines: [{ key: 'data', label: '', figures }] }] : [];
  });
}

function readItemsBeside(grid: ExpandedGrid, head: Head, title: string, unit: Unit | null): Side[] | null {
  const words = head.paths.map((path) => path.map(squash));
  const keys = words.map((path) => threePublicColumn(path.filter((word) => !isBasisOnly(word))));
  const bases = words.map((path) => {
    const word = path.findLast(isBasisOnly);
    return word === undefined ? null : basisOf(word);
  });
  for (const needed of ['total', 'abroad', 'reception']) if (!keys.includes(needed)) return null;
  // A column that is not understood but holds amounts stays in: closed scope then stops the sums beside it.
  const dataRows = Array.from({ length: grid.table.rows - head.rows }, (_, index) => head.rows + index);
  const money = keys.flatMap((key, column) =>
    key !== null || dataRows.some((row) => readQuantity(grid.ownTextAt(row, column)).kind === 'amount') ? [column] : [],
  );
  const maker = figureMaker(grid, head, title, unit, money);
  // Columns of one basis belong together; where the head names none, as long as no item comes twice.
  const groups: number[][] = [];
  for (const column of money) {
    const repeats = (group: readonly number[]): boolean =>
      keys[column] !== 'part' && keys[column] !== null && group.some((other) => keys[other] === keys[column]);
    const group = groups.findLast(
      (candidate) => candidate.some((other) => bases[other] === bases[column]) && !repeats(candidate),
    );
    if (group) group.push(column);
    else groups.push([column]);
  }
  const sides: Side[] = [];
  for (const row of dataRows) {
    const label =
      Array.from({ length: grid.table.columns }, (_, column) => column)
        .filter((column) => !money.includes(column))
        .map((column) => grid.ownTextAt(row, column).replace(/\n/g, ''))
        .find((text) => readQuantity(text).kind === 'text' || /\d{4}年/.test(text)) ?? '';
    for (const group of groups) {
      const figures = group.map((column) => maker.at(row, column, label));
      if (!figures.some((figure) => figure.quantity.kind === 'amount' || figure.quantity.kind === 'unreadable'))
        continue;
      const measures = group.map((column): Measure => ({
        key: keys[column] ?? null,
        label: head.labels[column] ?? '',
      }));
      const line: Line = { key: 'data', label, figures };
      sides.push({ key: bases[group[0] ?? 0] ?? basisOf(squash(label)) ?? 'all', measures, lines: [line] });
    }
  }
  return sides;
}
