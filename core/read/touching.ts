import { union } from '../document/union.ts';
import type { Cell } from '../document/document.ts';
import type { RawTable } from './raw.ts';
import { printedCells, unspaced } from './head-rows.ts';

// Two forms that are printed without a gap share their rules, and a grid: the second one's title stands in a row between, or its head alone.

const titleRow = /表(?:[（(].{0,12}[）)])?$/u;
const hasFigure = /\d\.\d|^[-−]?\d[\d,]*$/u;
/** A head has at least this many names. */
const leastNames = 2;
/** A form has at least a head and a row. */
const leastRows = 2;

/** Whether a row holds a title across the grid, and nothing else. */
function isTitle(cells: readonly Cell[], columns: number): boolean {
  const printed = printedCells(cells);
  const [only] = printed;
  return (
    only !== undefined &&
    printed.length === 1 &&
    only.rowSpan === 1 &&
    2 * only.columnSpan > columns &&
    titleRow.test(unspaced(only.text))
  );
}

/** Whether a row names columns. */
function isHead(cells: readonly Cell[]): boolean {
  const printed = printedCells(cells);
  return printed.length >= leastNames && !printed.some(({ text }) => hasFigure.test(unspaced(text)));
}

const textOf = (cells: readonly Cell[]): string =>
  cells.map(({ column, text }) => `${column} ${unspaced(text)}`).join('|');
const labelsOf = (cells: readonly Cell[]): string =>
  textOf(cells.filter(({ text }) => !hasFigure.test(unspaced(text))));

/**
 * Whether below a head that is printed again a list begins again: with the same item, but another amount. A head that is repeated over a page's
 * end has other items below, and a total that is carried over is the same.
 * @param head the row where it was printed first
 * @param at the row where it is printed again
 */
function beginsAgain(rows: readonly (readonly Cell[])[], head: number, at: number): boolean {
  const printedIn = (row: number): Cell[] => printedCells(rows[row] ?? []);
  let length = 0;
  while (head + length < at && textOf(printedIn(head + length)) === textOf(printedIn(at + length))) length += 1;
  const [first, again] = [printedIn(head + length), printedIn(at + length)];
  return labelsOf(first) !== '' && labelsOf(first) === labelsOf(again) && textOf(first) !== textOf(again);
}

/** The rows of a grid as one of their own, without the column edges that only other rows have. */
function part(raw: RawTable, from: number, to: number): RawTable {
  const own = raw.cells.filter(({ row }) => row >= from && row < to);
  const edges = [...new Set(own.flatMap(({ column, columnSpan }) => [column, column + columnSpan]))].toSorted(
    (a, b) => a - b,
  );
  const at = (edge: number): number => edges.indexOf(edge);
  const cells = own.map((cell) => ({
    ...cell,
    row: cell.row - from,
    column: at(cell.column),
    columnSpan: at(cell.column + cell.columnSpan) - at(cell.column),
  }));
  const area = union(own.flatMap(({ place }) => place.area ?? []));
  return {
    ...raw,
    captions: from === 0 ? raw.captions : [],
    rows: to - from,
    columns: edges.length - 1,
    cells,
    place: area === undefined ? raw.place : { ...raw.place, page: area.page, area },
  };
}

/**
 * Parts a grid where the title of another form stands in it, with that form's head below; or where the head is repeated and the list begins anew.
 * @param raw a grid
 * @returns its forms, top to bottom; itself where it holds one
 */
export function separated(raw: RawTable): RawTable[] {
  const rows: Cell[][] = Array.from({ length: raw.rows }, () => []);
  for (const cell of raw.cells) rows[cell.row]?.push(cell);
  const starts: number[] = [0];
  const printedAbove = (row: number): number =>
    rows.slice(starts.at(-1), row).filter((cells) => printedCells(cells).length >= leastNames).length;
  // How far down the cells above a row reach.
  let reach = 0;
  let head: { readonly row: number; readonly text: string } | null = null;
  for (let row = 0; row + leastRows < raw.rows; row += 1) {
    const cells = rows[row] ?? [];
    const isTorn = reach > row;
    for (const cell of cells) reach = Math.max(reach, row + cell.rowSpan);
    const isTitled =
      isTitle(cells, raw.columns) && [rows[row + 1], rows[row + 2]].some((next) => next !== undefined && isHead(next));
    const isAgain = head !== null && textOf(printedCells(cells)) === head.text && beginsAgain(rows, head.row, row);
    if ((isTitled || isAgain) && row >= leastRows && !isTorn && printedAbove(row) >= leastRows) {
      starts.push(row);
      head = null;
    }
    if (head === null && isHead(cells)) head = { row, text: textOf(printedCells(cells)) };
  }
  return starts.length === 1 ? [raw] : starts.map((from, index) => part(raw, from, starts[index + 1] ?? raw.rows));
}
