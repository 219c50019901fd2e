import type { Cell } from '../../document/document.ts';
import type { RawBlock, RawParagraph, RawTable } from '../raw.ts';
import { dropBlankColumns } from '../blank-columns.ts';
import {
  continuation,
  continued,
  isTitle,
  mostHeadRows,
  mostTitleRows,
  printedCells,
  repeatedRows,
  topRows,
  unspaced,
  type HeadRow,
} from '../head-rows.ts';
import { dropSpacers } from './grid.ts';

/** How sure we are of the parts of a table that says it goes on, and cannot be put together. */
const lostPart = 0.5;
/** A title, form number, publisher, year and unit may each have a line of their own. */
const mostCaptions = 8;

const amount = /^[-−△▲(（]?\d[\d,，]*(?:\.\d+)?[%％]?[)）]?$/u;
const decimal = /\d[.．]\d|\d[,，]\d{3}/u;
const markAtEnd = /(?:[（(]续[^）)]{0,4}[）)]|续表[）)]?)\d?$/u;
const totalLabel = /^(?:合计|总计|小计|总额)$/u;

const hasMark = (text: string): boolean => continuation.test(unspaced(text)) || markAtEnd.test(unspaced(text));
/** A caption without the mark that it is repeated. */
const plain = (text: string): string => unspaced(text).replace(continued, '');
const isAmount = ({ text }: Cell): boolean => amount.test(unspaced(text));

/** Rows at the top of a part that only say that it goes on. */
function markRows(rows: readonly HeadRow[]): number {
  const at = rows.findIndex(
    (row) => printedCells(row.cells).length !== 1 || !hasMark(printedCells(row.cells)[0]?.text ?? ''),
  );
  return at < 0 ? rows.length : at;
}

/** A grid that is nothing but a head, a text over each column: the rows stand in a table of their own, so that they scroll under it. */
function isHead(table: RawTable): boolean {
  const cells = printedCells(table.cells);
  const headed = new Set(
    cells.flatMap(({ column, columnSpan }) => Array.from({ length: columnSpan }, (_, index) => column + index)),
  );
  return table.rows <= mostHeadRows && headed.size === table.columns && !cells.some(({ text }) => decimal.test(text));
}

/** Rows that follow a head printed apart: figures from the start, none of them under words of its own. */
function isBody(table: RawTable): boolean {
  const [first, second] = topRows(table.cells, table.columns, Math.min(table.rows, 2));
  return [first, second].some((row) => row?.cells.some((cell) => isAmount(cell) && decimal.test(cell.text)) === true);
}

function bodyBegins(rows: readonly HeadRow[], from: number): string {
  return unspaced(printedCells(rows[from]?.cells ?? [])[0]?.text ?? '');
}

/** The account code that a row begins with, in one cell or in those of class, section and item; '' without one. */
function codeOf(row: HeadRow): string {
  const [first = '', ...rest] = printedCells(row.cells).map(({ text }) => unspaced(text));
  const whole = /^[[【]?(\d{3}(?:\d\d){0,2})(?=\D|$)/u.exec(first)?.[1];
  if (whole === undefined) return '';
  const lower = rest.slice(0, 2);
  const end = lower.findIndex((text) => !/^\d\d$/u.test(text));
  return whole.length === 3 ? whole + (end < 0 ? lower : lower.slice(0, end)).join('') : whole;
}

/**
 * Whether the accounts of a part go on with those of the table above: it begins below an account that only the table prints, in order, and
 * has no head or the same.
 */
function carriesOn(table: RawTable, part: RawTable, headRows: number): boolean {
  const lower = topRows(part.cells, part.columns, part.rows).slice(headRows);
  const [first] = lower;
  const begins = first === undefined ? '' : codeOf(first);
  if (begins.length < 5) return false;
  const codes = (rows: readonly HeadRow[]): string[] => rows.map(codeOf).filter((code) => code !== '');
  const [before, after] = [codes(topRows(table.cells, table.columns, table.rows)), codes(lower)];
  if (begins <= (before.at(-1) ?? '')) return false;
  const parents = [begins.slice(0, 5), begins.slice(0, 3)].filter((code) => code.length < begins.length);
  return parents.some((code) => before.includes(code) && !after.includes(code));
}

function moved(cells: readonly Cell[], from: number, by: number): Cell[] {
  return cells.filter((cell) => cell.row >= from).map((cell) => ({ ...cell, row: cell.row + by }));
}

/** Puts a part below the table it goes on with, its repeated rows left out. */
function appended(table: RawTable, part: RawTable, repeated: number): RawTable {
  return {
    ...table,
    rows: table.rows + part.rows - repeated,
    cells: [...table.cells, ...moved(part.cells, repeated, table.rows - repeated)],
    confidence: Math.min(table.confidence, part.confidence),
  };
}

/**
 * A part with the columns of the table, found by the words of its head: empty columns may be left out of either. Both heads are one row.
 * @returns null where a word of its head is not the table's, or stands there twice
 */
function inColumnsOf(table: RawTable, part: RawTable): RawTable | null {
  const [head] = topRows(part.cells, part.columns, Math.min(part.rows, 1));
  const words = (head?.cells ?? []).map(({ text }) => unspaced(text));
  if (
    !head ||
    words.length < part.columns ||
    words.includes('') ||
    head.cells.some(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1) ||
    part.cells.some(({ columnSpan }) => columnSpan > 1)
  )
    return null;
  const row = topRows(table.cells, table.columns, Math.min(table.rows, mostHeadRows + mostTitleRows)).find(
    ({ cells }) =>
      words.every(
        (word) => cells.filter(({ text, columnSpan }) => columnSpan === 1 && unspaced(text) === word).length === 1,
      ),
  );
  if (!row) return null;
  const at = words.map((word) => row.cells.find(({ text }) => unspaced(text) === word)?.column ?? -1);
  if (at.some((column, index) => index > 0 && column <= (at[index - 1] ?? 0))) return null;
  const columnOf = new Map(head.cells.map(({ column }, index) => [column, at[index] ?? 0]));
  return {
    ...part,
    columns: table.columns,
    cells: part.cells.map((cell) => ({ ...cell, column: columnOf.get(cell.column) ?? cell.column })),
  };
}

interface Above {
  readonly table: RawTable;
  /** Texts that name it. */
  readonly captions: ReadonlySet<string>;
}

type Verdict = 'apart' | 'lost' | { readonly joined: RawTable };

/** Whether a table is a part of the one above, with nothing but these lines between them. */
function verdictOn({ table, captions }: Above, part: RawTable, between: readonly RawParagraph[]): Verdict {
  if (table.columns !== part.columns && dropSpacers(table).columns === dropSpacers(part).columns) {
    return verdictOn({ table: dropSpacers(table), captions }, dropSpacers(part), between);
  }
  const lines = [...between.map(({ text }) => text), ...part.captions.map(({ text }) => text)];
  const rows = topRows(part.cells, part.columns, Math.min(part.rows, mostHeadRows + mostTitleRows));
  const marks = markRows(rows);
  if (table.columns > part.columns) {
    // Fewer columns under the same words; only with a word that it goes on, or accounts that do.
    const fitted = inColumnsOf(table, part);
    const says = fitted !== null && (marks > 0 || lines.some(hasMark) || carriesOn(table, part, 1));
    if (
      says &&
      lines.every((text) => unspaced(text) === '' || continuation.test(unspaced(text)) || captions.has(plain(text)))
    )
      return { joined: appended(table, fitted, marks + 1) };
  }
  const upper = topRows(table.cells, table.columns, Math.min(table.rows, mostHeadRows + mostTitleRows));
  const own = table.columns === part.columns ? repeatedRows(upper, rows.slice(marks)) : 0;
  // Accounts that go on say as much as a word: under the same captions, or under none.
  const isMarked = marks > 0 || lines.some(hasMark) || (table.columns === part.columns && carriesOn(table, part, own));
  if (!lines.every((text) => continuation.test(unspaced(text)) || (isMarked && captions.has(plain(text)))))
    return 'apart';
  if (table.columns !== part.columns) {
    const head = dropBlankColumns(table.cells, table.rows, table.columns);
    const fits = head.columns === part.columns && !isMarked && isHead({ ...table, ...head }) && isBody(part);
    return fits ? { joined: appended({ ...table, ...head }, part, 0) } : isMarked ? 'lost' : 'apart';
  }
  if (!isMarked && isHead(table) && isBody(part)) return { joined: appended(table, part, 0) };
  const repeated = own;
  if (isMarked) return { joined: appended(table, part, marks + repeated) };
  // Without a word that it goes on, a form of the same name and head may begin anew.
  const head = rows.slice(0, repeated);
  const begins = bodyBegins(rows, repeated);
  const isHeaded =
    head.some((row) => printedCells(row.cells).length > 1) &&
    !head.some((row) => isTitle(row, part.columns) || row.whole);
  return isHeaded && begins !== bodyBegins(upper, repeated) && !totalLabel.test(begins)
    ? { joined: appended(table, part, repeated) }
    : 'apart';
}

/**
 * Puts together what a page prints as several tables though it is one: parts that say they go on (续表) or repeat the head of the
 * table right above, and a head in a table of its own. Parts that cannot be put together are not trusted. Yields before each table.
 * @param blocks tables and paragraphs in reading order
 */
export function* joinContinued(blocks: readonly RawBlock[]): Generator<void, RawBlock[]> {
  const result: RawBlock[] = [];
  let last = -1;
  let captions: ReadonlySet<string> = new Set();
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      result.push(block);
      continue;
    }
    yield;
    const above = result[last];
    const between = result.slice(last + 1).filter((other) => other.kind === 'paragraph');
    const verdict = above?.kind === 'table' ? verdictOn({ table: above, captions }, block, between) : 'apart';
    if (typeof verdict === 'object') {
      result.splice(last, Infinity, verdict.joined);
      continue;
    }
    if (verdict === 'lost' && above?.kind === 'table') {
      result[last] = { ...above, confidence: Math.min(above.confidence, lostPart) };
    } else {
      captions = new Set([
        ...between.slice(-mostCaptions).map(({ text }) => plain(text)),
        ...block.captions.map(({ text }) => plain(text)),
      ]);
    }
    last = result.length;
    result.push(verdict === 'lost' ? { ...block, confidence: Math.min(block.confidence, lostPart) } : block);
  }
  return result;
}
