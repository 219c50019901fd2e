import type { Unit } from '../quantity/unit.ts';
import { figureMaker } from './figures.ts';
import type { Line, Measure, Side } from './form.ts';
import type { FormId } from './forms.ts';
import { squash, type ExpandedGrid } from './grid.ts';
import type { Head } from './head.ts';
import { isNeverAdded } from './measure-words.ts';

type Columns = readonly (readonly [RegExp, string])[];

const incomeColumns: Columns = [
  [/^本年收入合计$/, 'total'],
  [/^财政拨款收入$|^财政拨款$/, 'fiscal'],
  [/^上级补助收入$/, 'superior'],
  [/^事业收入$/, 'undertaking'],
  [/^经营收入$/, 'operating'],
  [/^附属单位上缴收入$/, 'subordinate'],
  [/^其他收入$/, 'other'],
];
const expenditureColumns: Columns = [
  [/^本年支出合计$/, 'total'],
  [/^基本支出$/, 'basic'],
  [/^项目支出$/, 'project'],
  [/^上缴上级支出$/, 'to-superior'],
  [/^经营支出$/, 'operating'],
  [/^对附属单位补助支出$/, 'to-subordinate'],
];
const fundColumns: Columns = [
  [/^年初(?:财政拨款)?结转和?结余$/, 'opening'],
  [/^本年收入(?:合计|小计)?$/, 'income'],
  [/^本年支出(?:合计|小计)?$/, 'total'],
  [/^基本支出$/, 'basic'],
  [/^项目支出$/, 'project'],
  [/^年末(?:财政拨款)?结转和?结余$/, 'closing'],
];
const splitColumns: Columns = [
  [/^本年支出(?:合计|小计)?$/, 'total'],
  [/^基本支出$/, 'basic'],
  [/^项目支出$/, 'project'],
];

/** The columns of each form of accounts, by the words of their heads. */
const columnsOf: Partial<Record<FormId, { readonly known: Columns; readonly needed: readonly string[] }>> = {
  'income': { known: incomeColumns, needed: ['total', 'fiscal', 'superior'] },
  'expenditure': { known: expenditureColumns, needed: ['total', 'basic', 'project', 'to-superior'] },
  'general-budget-expenditure': { known: splitColumns, needed: ['total', 'basic', 'project'] },
  'government-fund': { known: fundColumns, needed: ['total', 'basic', 'project'] },
  'state-capital': { known: fundColumns, needed: ['total', 'basic', 'project'] },
};

/** A column's meaning from its head, deepest words first; 小计, 合计 and 金额 stand for what they are the sum of. */
function measureKey(path: readonly string[], known: Columns): Measure['key'] {
  const words = path.map(squash);
  if (words.some((word) => word.startsWith('其中') || isNeverAdded(word))) return 'part';
  for (const [index, word] of [...words.entries()].reverse()) {
    const found = known.find(([pattern]) => pattern.test(word));
    if (found) {
      // 人员经费 under 基本支出 is contained in 基本支出/小计.
      const below = words.slice(index + 1);
      return below.length === 0 || below.every((deeper) => /^(?:小计|合计|金额|决算数)$/.test(deeper))
        ? found[1]
        : 'part';
    }
  }
  return words.every((word) => /^(?:合计|小计|总计|金额|决算数|本年支出|本年收入|.{0,6}年度?决算数?)$/.test(word)) &&
    words.length > 0
    ? 'total'
    : null;
}

interface Layout {
  readonly codes: readonly number[];
  readonly name: number | null;
  readonly money: readonly number[];
}

/** Tells code columns, name column and money columns apart by their heads. */
function layoutOf(head: Head, columns: number): Layout {
  const words = (column: number): string[] => (head.paths[column] ?? []).map(squash);
  const codes: number[] = [];
  let name: number | null = null;
  const money: number[] = [];
  for (let column = 0; column < columns; column += 1) {
    const path = words(column);
    const last = path.at(-1) ?? '';
    if (path.some((word) => /编码|代码/.test(word)) || /^[类款项]$/.test(last)) codes.push(column);
    else if (name === null && path.some((word) => /名称$|^科目$|^项目(?:\(.*\))?$/.test(word))) name = column;
    else if (!path.some((word) => /^行次$|^序号$/.test(word))) money.push(column);
  }
  return { codes, name, money };
}

/** A code as a row prints it. */
export interface RowCode {
  /** Digits; '' where there is no code. */
  readonly digits: string;
  /** Its class is no class (7 for 210): the digits are what the row above makes of it. */
  readonly malformed: boolean;
}

/**
 * Joins the code cells of a row: 201|03|01, 2010301 in one cell, the full code in the column of its level, or only the levels that
 * change, as in a staircase.
 * @param pieces the code cells from left to right
 * @param above the code of the row before
 */
export function readCode(pieces: readonly string[], above = ''): RowCode {
  const cells = pieces.map(squash);
  const digits = cells.filter((piece) => /^\d+$/.test(piece));
  const whole = digits.findLast((piece) => piece.length >= 5);
  if (whole !== undefined) return { digits: whole, malformed: false };
  const [first = '', ...rest] = cells;
  const lower = rest.filter((piece) => piece !== '');
  if (
    cells.length === 3 &&
    /^(?:\d{1,2}|\d{4})$/.test(first) &&
    lower.length > 0 &&
    lower.every((piece) => /^\d\d$/.test(piece)) &&
    above.length >= 3
  )
    return { digits: above.slice(0, 3) + lower.join(''), malformed: true };
  const level = cells.findIndex((piece) => /^\d\d$/.test(piece));
  const kept =
    level > 0 && cells.length === 3 && cells.slice(0, level).every((piece) => piece === '')
      ? above.slice(0, 1 + 2 * level)
      : '';
  return { digits: (kept.length === 1 + 2 * level ? kept : '') + digits.join(''), malformed: false };
}

/** The digits of a row's code. @param pieces as for readCode @param above as for readCode */
export const joinCode = (pieces: readonly string[], above = ''): string => readCode(pieces, above).digits;

/** So few codes of many may be misprints. */
const fewestAlike = 5;

/**
 * Takes codes that begin with another digit than all the others for misprints: what such a row belongs to is not known, and it is no class of
 * its own.
 * @param lines of one list
 */
export function withoutStrangeCodes(lines: readonly Line[]): Line[] {
  const counts = new Map<string, number>();
  for (const { code } of lines)
    if (code !== undefined) counts.set(code.slice(0, 1), (counts.get(code.slice(0, 1)) ?? 0) + 1);
  const [most, ...others] = [...counts].sort((a, b) => b[1] - a[1]);
  const few = others.reduce((sum, [, count]) => sum + count, 0);
  if (!most || others.length === 0 || few > 1 || most[1] < fewestAlike) return [...lines];
  return lines.map((line) => {
    const { code, ...rest } = line;
    return code === undefined || code.startsWith(most[0]) ? line : { ...rest, key: null, malformed: true };
  });
}

/** The key of a row: its account if the code has a lawful length, the total, or not understood. */
function lineKey(code: string, label: string): { key: Line['key']; code?: string } {
  if (/^(?:合计|总计|本年支出合计|本年收入合计|支出合计|收入合计)$/.test(squash(label))) return { key: 'total' };
  if (/^\d{3}(?:\d\d){0,2}$/.test(code)) return { key: `account:${code}`, code };
  return { key: squash(label).startsWith('其中') ? 'part' : null };
}

/** Rows read between two chances for the caller to give way. */
const rowsPerStep = 50;

/**
 * Reads a form with a row an account: code, name, amounts. Yields now and then.
 * @param form which form's columns to look for
 * @param grid the expanded table
 * @param head its head
 * @param title for the figures' places
 * @param unit its unit
 * @param titled its title names the form
 * @returns its one side, or null if codes or needed columns are missing
 */
export function* readAccountTable(
  form: FormId,
  grid: ExpandedGrid,
  head: Head,
  title: string,
  unit: Unit | null,
  titled = false,
): Generator<void, Side[] | null> {
  const columns = columnsOf[form];
  if (!columns) return null;
  const layout = layoutOf(head, grid.table.columns);
  if (layout.codes.length === 0 && layout.name === null) return null;
  const measures = layout.money.map((column): Measure => ({
    key: measureKey(head.paths[column] ?? [], columns.known),
    label: head.labels[column] ?? '',
  }));
  const keys = measures.map((measure) => measure.key);
  // A form known by its title may leave out columns that hold nothing.
  const kept = titled ? ['total', ...columns.needed.filter((key) => keys.includes(key))] : columns.needed;
  if (kept.length < 2 || kept.some((key) => keys.filter((have) => have === key).length !== 1)) return null;

  yield;
  const maker = figureMaker(grid, head, title, unit, layout.money);
  const lines: Line[] = [];
  let above = '';
  for (let row = head.rows; row < grid.table.rows; row += 1) {
    if (row % rowsPerStep === 0) yield;
    const pieces = layout.codes.map((column) => grid.ownTextAt(row, column));
    const nameText = layout.name === null ? '' : grid.textAt(row, layout.name).replace(/\n/g, '');
    const words = [...pieces, nameText]
      .map((text) => text.trim())
      .filter((text) => text !== '' && !/^\d+$/.test(squash(text)));
    const read = readCode(pieces, above);
    let code = read.digits;
    above = code === '' ? above : code;
    let label = nameText.trim() === '' || /^\d+$/.test(nameText.trim()) ? (words[0] ?? '') : nameText;
    // Code and name in one cell: 2010301 行政运行.
    const joined = /^\s*[[【]?(\d{3}(?:\d\d){0,2})[\]】]?\s*(?:[-—]\s*)?(?=[\u4e00-\u9fff])/.exec(label);
    if (code === '' && joined) {
      code = joined[1] ?? '';
      label = label.slice(joined[0].length);
    }
    const total = [...pieces, nameText].find((text) => lineKey('', text).key === 'total');
    const figures = layout.money.map((column) => maker.at(row, column, total?.trim() ?? label));
    if (code === '' && words.length === 0 && figures.every((figure) => figure.quantity.kind === 'blank')) continue;
    const codeColumn = layout.codes.findLast((column) => /^\s*\d+\s*$/.test(grid.ownTextAt(row, column)));
    const codeFigure = codeColumn === undefined ? {} : { codeFigure: maker.at(row, codeColumn, label) };
    lines.push({
      ...lineKey(total === undefined ? code : '', total ?? label),
      label: total?.trim() ?? label,
      ...codeFigure,
      ...(read.malformed && { malformed: true }),
      figures,
    });
  }
  return [{ key: 'all', measures, lines: withoutStrangeCodes(lines) }];
}
