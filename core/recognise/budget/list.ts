import { dataRows } from '../data-rows.ts';
import type { Unit } from '../../quantity/unit.ts';
import { readCode, withoutStrangeCodes, type RowCode } from '../account-table.ts';
import { figureMaker, type FigureMaker } from '../figures.ts';
import type { Line, LineKey, Measure, Side } from '../form.ts';
import { squash, type ExpandedGrid } from '../grid.ts';
import type { Head } from '../head.ts';
import { isCount, isRateRow } from '../measure-words.ts';
import { outlineLevel } from '../outline.ts';
import { columnsOf, columnSums, type Columns } from './columns.ts';

/** A code before its name in one cell: 2010301-行政运行. Longer codes are those of projects. */
const codeBefore = /^[[【]?(\d{3}(?:\d\d){0,2})(?=\D|$)/;

/** The codes of a row: class, section and item apart, or the first cell that begins with a code. */
function codeOf(
  grid: ExpandedGrid,
  head: Head,
  row: number,
  words: readonly number[],
  codes: readonly number[],
  above: string,
): RowCode & { readonly column?: number } {
  const lawful = (digits: string, column?: number): RowCode & { readonly column?: number } => ({
    digits,
    malformed: false,
    ...(column !== undefined && { column }),
  });
  const split = words.filter((column) => /^[类款项]$/.test(squash(head.paths[column]?.at(-1) ?? '')));
  const joined = readCode(
    split.map((column) => grid.ownTextAt(row, column)),
    above,
  );
  const printed = split.find((column) => grid.ownTextAt(row, column).trim() !== '');
  if (joined.digits !== '') return { ...joined, ...(printed !== undefined && { column: printed }) };
  // Codes of bodies and of projects are no accounts.
  const account = words.filter((column) => {
    if (codes.includes(column)) return true;
    const path = (head.paths[column] ?? []).map(squash);
    return (
      path.some((text) => /科目|编码|代码|分类/.test(text)) &&
      !/(?:单位|部门|项目)(?:\(.{0,20}\))?(?:编码|代码|编号)$/.test(path.at(-1) ?? '')
    );
  });
  for (const column of account) {
    const text = squash(grid.textAt(row, column));
    const code = codeBefore.exec(text)?.[1];
    if (code !== undefined) return lawful(code, column);
    // 06 below 201: a section, where the items bear their whole codes.
    if (
      /^\d\d$/.test(text) &&
      above.length >= 3 &&
      grid.table.cells.some((cell) => cell.column === column && /^\d{7}$/.test(squash(cell.text)))
    )
      return lawful(above.slice(0, 3) + text, column);
  }
  return lawful('');
}

/** The code of a row by the department's economic classification; '' without such a column. */
function economicOf(grid: ExpandedGrid, head: Head, row: number, words: readonly number[]): string {
  const [column, ...more] = words.filter((one) =>
    (head.paths[one] ?? []).some((text) => /^部门(?:预算)?支出经济分类/.test(squash(text))),
  );
  return column === undefined || more.length > 0
    ? ''
    : (/^[[【]?(3\d\d(?:\d\d)?)(?=\D|$)/.exec(squash(grid.textAt(row, column)))?.[1] ?? '');
}

const isTotal = (text: string): boolean => /^(?:合计|总计|支出合计|收入合计)$/.test(squash(text));
const isSubtotal = (text: string): boolean => /(?:小计|合计|总计)$/.test(squash(text));

/** The name of a row: the last words before its first amount, without a code of its own. */
function labelOf(grid: ExpandedGrid, row: number, words: readonly number[], name: number | null): string {
  if (name !== null && grid.textAt(row, name).trim() !== '') return grid.textAt(row, name).replace(/\n/g, '').trim();
  const texts = words
    .map((column) => grid.ownTextAt(row, column).replace(/\n/g, '').trim())
    .filter((text) => text !== '');
  return texts.find((text) => !/^\d+$/.test(squash(text))) ?? texts[0] ?? '';
}

/** In a list with ordinals the rows below its first level are parts of the row above them, and a row without one is anybody's guess. */
function outline(lines: readonly Line[]): Line[] {
  const levels = lines.map((line) => (line.key === 'item' ? outlineLevel(line.label) : null));
  const known = levels.filter((level) => level !== null);
  if (known.length === 0 || new Set(known).size < 2) return [...lines];
  const top = Math.min(...known);
  return lines.map((line, index) => {
    const level = levels[index] ?? null;
    if (line.key !== 'item' || level === top) return line;
    return { ...line, key: level === null ? null : 'part' };
  });
}

/** The columns of one list, of the two that may stand side by side. */
interface Lane {
  readonly words: readonly number[];
  readonly codes: readonly number[];
  readonly money: readonly number[];
  readonly mixed: readonly number[];
}

/** Lists side by side: income and expenditure by account, each with its own codes. Codes with no money between them classify the same row. */
function lanesOf(grid: ExpandedGrid, head: Head, { money, mixed, words, codes: numbered }: Columns): Lane[] {
  const amounts = [...money, ...mixed];
  const codes = words.filter(
    (column) =>
      (numbered.includes(column) || (head.paths[column] ?? []).some((text) => /科目|编码|代码/.test(squash(text)))) &&
      dataRows(grid, head)
        .map((row) => squash(grid.ownTextAt(row, column)))
        .filter((text) => /^[1-9]\d{2}(?:\d\d){0,2}(?=\D|$)/.test(text)).length >= 2,
  );
  const starts = codes.filter(
    (column, index) => index > 0 && amounts.some((amount) => amount > (codes[index - 1] ?? 0) && amount < column),
  );
  const bounds = [0, ...starts, grid.table.columns];
  const within = (columns: readonly number[], index: number): number[] =>
    columns.filter((column) => column >= (bounds[index] ?? 0) && column < (bounds[index + 1] ?? 0));
  return bounds.slice(1).map((_, index) => ({
    words: within(words, index),
    codes: within(numbered, index),
    money: within(money, index),
    mixed: within(mixed, index),
  }));
}

/**
 * Reads a budget form that lists accounts, projects or years, a row each, with or without a total row.
 * @param grid the expanded table
 * @param head its head
 * @param title for the figures' places
 * @param unit its unit
 * @returns a side for each list beside the other, as a rule one; null if no column holds money
 */
export function readList(grid: ExpandedGrid, head: Head, title: string, unit: Unit | null): Side[] | null {
  const columns = columnsOf(grid, head);
  if (columns.money.length === 0) return null;
  const maker = figureMaker(grid, head, title, unit, [...columns.money, ...columns.mixed]);
  return lanesOf(grid, head, columns)
    .filter(({ money }) => money.length > 0)
    .map((lane) => readLane(grid, head, maker, lane));
}

function readLane(grid: ExpandedGrid, head: Head, maker: FigureMaker, { money, mixed, words, codes }: Lane): Side {
  const columns = [...money, ...mixed];
  const name =
    words.find((column) => (head.paths[column] ?? []).some((text) => /^项目名称$/.test(squash(text)))) ??
    words.findLast((column) =>
      (head.paths[column] ?? []).some((text) => squash(text).endsWith('名称') && !squash(text).endsWith('单位名称')),
    ) ??
    null;
  const lines: Line[] = [];
  const named = new Set<number | string>();
  const blanks = new Set<number>();
  let above = '';
  for (let row = head.rows; row < grid.table.rows; row += 1) {
    const texts = words.map((column) => grid.ownTextAt(row, column));
    const total = texts.find(isTotal);
    const label = total?.trim() ?? labelOf(grid, row, words, name);
    const figures = columns.map((column) => maker.at(row, column, label));
    const isBlank = figures.every((figure) => figure.quantity.kind === 'blank');
    if (isBlank && (total !== undefined || /^(?:$|注|备注|说明)/.test(squash(label)))) continue;
    const { digits: code, malformed, column: codeColumn } = codeOf(grid, head, row, words, codes, above);
    above = code === '' ? above : code;
    let key: LineKey = 'item';
    if (total !== undefined) key = 'total';
    else if (texts.some((text) => squash(text).startsWith('其中')) || isCount(label)) key = 'part';
    else if (isRateRow(label)) key = null;
    else if (texts.some(isSubtotal)) key = null;
    else if (code !== '') key = `account:${code}`;
    if (key !== 'total' && !isBlank)
      named.add(
        name === null
          ? (words.find((column) => grid.textAt(row, column).trim() !== '') ?? '')
          : String(grid.textAt(row, name).trim() !== ''),
      );
    const economic = key?.startsWith('account:') ? economicOf(grid, head, row, words) : '';
    if (isBlank) blanks.add(lines.length);
    lines.push({
      key,
      label,
      figures,
      ...(key?.startsWith('account:') ? { code } : {}),
      ...(economic === '' ? {} : { economic }),
      ...(malformed && { malformed }),
      ...(codeColumn !== undefined && { codeFigure: maker.at(row, codeColumn, label) }),
    });
  }
  // An item without an amount was perhaps left out; without one, another level is only a heading.
  const depthOf = ({ code }: Line): number => code?.length ?? 0;
  const depth = Math.max(0, ...lines.filter((_, index) => !blanks.has(index)).map(depthOf));
  const outlined = outline(lines.filter((line, index) => !blanks.has(index) || depthOf(line) === depth));
  const measures = columns.map((column): Measure => ({
    key: mixed.includes(column) ? null : `column:${column}`,
    label: head.labels[column] ?? '',
  }));
  return {
    key: 'all',
    measures,
    lines: withoutStrangeCodes(outlined),
    uneven: named.size > 1,
    columnSums: columnSums(grid, head, money, mixed),
  };
}
