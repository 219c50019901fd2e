import type { Decimal } from '../quantity/decimal.ts';
import { readQuantity } from '../quantity/quantity.ts';
import { readUnitStatement, type Unit } from '../quantity/unit.ts';
import { squash, type ExpandedGrid } from './grid.ts';

/** The head of a table: which rows hold names of columns, and which row numbers them. */
export interface Head {
  /** The first row of data. */
  readonly rows: number;
  /** The 栏次 row (1, 2, 3 …): never amounts; null if there is none. */
  readonly numberRow: number | null;
  /** For each column the head cells from top to bottom, each once, without a money unit in brackets; the number row left out. */
  readonly paths: readonly (readonly string[])[];
  /** The same as printed, joined by '/'. */
  readonly labels: readonly string[];
  /** The money unit that the head of each column states: 决算数（万元）. */
  readonly units: readonly (Unit | null)[];
}

const unitInBrackets = /[（(](?:(?:金额)?单位[:：]?\s?)?(?:元|千元|万元|百万元|亿元)[)）]/;

/** A head of more rows has not been seen in any form. */
const mostHeadRows = 8;

/** A row in which the filled cells count 1, 2, 3 …; words like 栏次 beside them don't matter. */
function isCounting(texts: readonly string[]): boolean {
  const numbers = texts
    .filter((text) => /^[(（]?\d{1,2}[)）]?(?:=.*)?$/.test(text))
    .map((text) => Number.parseInt(text.replace(/^[(（]/, ''), 10));
  const others = texts.filter((text) => text !== '' && !/^[(（]?\d{1,2}[)）]?(?:=.*)?$/.test(text));
  if (numbers.length < 3 || others.some((text) => !/栏次|类款项|^[类款项]$|编码|代码|项目|^[*＊]+$/.test(text)))
    return false;
  return numbers.every((number, index) => (index === 0 ? number === 1 : number === (numbers[index - 1] ?? 0) + 1));
}

function rowTexts(grid: ExpandedGrid, row: number): string[] {
  return Array.from({ length: grid.table.columns }, (_, column) => squash(grid.ownTextAt(row, column)));
}

const basisOnly = /^(?:(?:19|20)\d\d年度?)?(?:年初|全年)?(?:预算|决算|执行)数?$/;

/** Whether a row looks like data: an amount, a code, or the name of a total. */
function isData(texts: readonly string[]): boolean {
  const [first = ''] = texts.filter((text) => text !== '');
  const others = texts.filter((text) => text !== '' && text !== first);
  // Codes beside 类 款 项 number the columns; where 合计 stands beside them, the first row of amounts shares their row.
  if (['类', '款', '项'].every((level) => texts.includes(level)) && !texts.some((text) => /^(?:合计|总计)$/.test(text)))
    return false;
  // 预算数, 决算数 below every item name the columns, whatever a taller column beside them holds in their row.
  if (texts.filter((text) => basisOnly.test(text)).length * 2 > texts.filter((text) => text !== '').length)
    return false;
  // A head may begin with 合计 too, but then words stand beside it.
  if (
    /^(?:合计|总计|本年收入合计)$/.test(first) &&
    others.every((text) => readQuantity(text).kind !== 'text' || /^(?:总计|本年支出合计)$/.test(text))
  )
    return true;
  if (/^[一二三四五六七八九十]{1,3}[、.]/.test(first)) return true;
  // 1、因公出国（境）费用 without an amount, the first row of a list: in a head the other expenses stand beside it.
  const words = texts.filter((text) => text !== '' && !/^\d{1,2}$/.test(text));
  if (words.length === 1 && /^(?:\d{1,2}[、.．])?因公出国/.test(words[0] ?? '')) return true;
  const amounts = texts.map(readQuantity).filter((quantity) => quantity.kind === 'amount');
  if (texts.some((text) => /^\d{3}(?:\d\d){0,2}$/.test(text)) || amounts.some(({ decimals }) => decimals > 0))
    return true;
  // 2010301-行政运行 before amounts; alone, 301工资福利支出 may head a column.
  return (
    (amounts.length > 0 && /^\d{3}(?:\d\d){0,2}[-—]?[\u4e00-\u9fff]/.test(first)) ||
    areAmounts(amounts.map(({ value }) => value))
  );
}

/** Whether whole numbers can only be amounts: neither years nor the numbers of columns, which run on by one and are small. */
function areAmounts(numbers: readonly Decimal[]): boolean {
  const others = numbers.filter((number) => number.lt(1900) || number.gt(2100));
  const [least] = others;
  return (
    least !== undefined &&
    (others.some((number) => number.gt(99)) || others.some((number, index) => !number.eq(least.plus(index))))
  );
}

/**
 * Whether a table has no head of its own: its first row holds data.
 * @param grid the expanded table
 */
export function beginsWithData(grid: ExpandedGrid): boolean {
  const texts = rowTexts(grid, 0);
  return !isCounting(texts) && isData(texts);
}

/** In a form without data the head ends with the cells that its first row's cells reach down to. */
function headWithoutData({ table }: ExpandedGrid): number {
  const reach = Math.max(
    1,
    ...table.cells.filter((cell) => cell.row === 0 && cell.columnSpan < table.columns).map((cell) => cell.rowSpan),
  );
  const grouped = table.cells.some((cell) => cell.row < reach && cell.columnSpan > 1);
  return Math.min(grouped ? Math.max(reach, 2) : reach, table.rows, mostHeadRows);
}

/**
 * Finds the head of a table: up to the 栏次 row, else up to the first row that holds data.
 * @param grid the expanded table
 * @returns the head; a table of unknown build gets a head of one row
 */
export function readHead(grid: ExpandedGrid): Head {
  const { table } = grid;
  let numberRow: number | null = null;
  let found: number | null = null;
  for (let row = 0; row < Math.min(table.rows, mostHeadRows); row += 1) {
    const texts = rowTexts(grid, row);
    if (texts.some((text) => text.includes('栏次')) || isCounting(texts)) {
      numberRow = row;
      found = row + 1;
      break;
    }
    if (row > 0 && isData(texts)) {
      found = row;
      break;
    }
  }
  const rows = found ?? headWithoutData(grid);
  const printed = Array.from({ length: table.columns }, (_, column) => {
    const path: string[] = [];
    let last = null;
    for (let row = 0; row < rows; row += 1) {
      const cell = grid.cellAt(row, column);
      if (row === numberRow || cell === null || cell === last) continue;
      last = cell;
      const text = cell.text.replace(/\n/g, '');
      if (text !== '') path.push(text);
    }
    return path;
  });
  return {
    rows,
    numberRow,
    paths: printed.map((path) =>
      path.map((text) => text.replace(unitInBrackets, '').trim()).filter((text) => text !== ''),
    ),
    labels: printed.map((path) => path.join('/')),
    units: printed.map((path) => path.map(readUnitStatement).findLast((unit) => unit !== null) ?? null),
  };
}
