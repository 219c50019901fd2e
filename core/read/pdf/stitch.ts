import type { Cell } from '../../document/document.ts';
import type { RawTable } from '../raw.ts';
import {
  unspaced,
  continuation,
  continued,
  isTitle,
  mostHeadRows,
  mostTitleRows,
  onlyName,
  repeatedRows,
  titleText,
  topRows,
  type HeadRow,
} from '../head-rows.ts';
import type { TextFlow } from './flow.ts';
import type { PageTable } from './page-content.ts';
import { tolerances } from './tolerances.ts';

const { sameEdge, sharedEdges, mostShift, filledPage, lostPart, leastNames } = tolerances.stitch;

const wholeNumber = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)%?$/u;
const decimalNumber = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+%?$/u;

/** A table under construction: its parts so far share one set of columns. */
interface Growing {
  columns: readonly number[];
  rows: number;
  cells: Cell[];
  readonly first: PageTable;
  last: PageTable;
  /** Where the last part's column edges lie among the table's. */
  lastColumns: readonly number[];
  confidence: number;
  doubt: PageTable['doubt'];
  /** Text of the lines directly above the first part. */
  readonly captions: readonly string[];
}

/** Where each edge of `some` lies among `all`; null when one of them is not there. */
function places(some: readonly number[], all: readonly number[], shift: number): number[] | null {
  const result: number[] = [];
  let at = 0;
  for (const edge of some) {
    while (at < all.length && (all[at] ?? 0) < edge - shift - sameEdge) {
      at += 1;
    }
    if (at === all.length || Math.abs((all[at] ?? 0) - (edge - shift)) > sameEdge) {
      return null;
    }
    result.push(at);
    at += 1;
  }
  return result;
}

/** The columns that both parts show some edges of; null when they have another width or too few edges in common. */
function commonColumns(
  upper: readonly number[],
  lower: readonly number[],
): { columns: readonly number[]; upper: readonly number[]; lower: readonly number[] } | null {
  const shift = (lower[0] ?? 0) - (upper[0] ?? 0);
  if (Math.abs(shift) > mostShift || Math.abs((lower.at(-1) ?? 0) - (upper.at(-1) ?? 0) - shift) > sameEdge) {
    return null;
  }
  const added = lower
    .map((edge) => edge - shift)
    .filter((edge) => !upper.some((other) => Math.abs(other - edge) <= sameEdge));
  const columns = [...upper, ...added].toSorted((a, b) => a - b);
  const upperPlaces = places(upper, columns, 0);
  const lowerPlaces = places(lower, columns, shift);
  if (upperPlaces === null || lowerPlaces === null) {
    return null;
  }
  // Without the two outer edges, which are the same already.
  const fewer = Math.min(upper.length, lower.length) - 2;
  const shared = lower.length - added.length - 2;
  return shared >= sharedEdges * fewer ? { columns, upper: upperPlaces, lower: lowerPlaces } : null;
}

function renumbered(cells: readonly Cell[], columns: readonly number[]): Cell[] {
  return cells.map((cell) => {
    const column = columns[cell.column] ?? cell.column;
    return {
      ...cell,
      column,
      columnSpan: (columns[cell.column + cell.columnSpan] ?? column + cell.columnSpan) - column,
    };
  });
}

/** Which cells at a page break are open to each other, by their first columns. */
interface Tear {
  readonly above: ReadonlySet<number>;
  readonly below: ReadonlySet<number>;
}

/** Whether texts are two figures of one kind, each whole. */
function areFigures(above: string, below: string): boolean {
  return (
    (wholeNumber.test(above) && wholeNumber.test(below)) || (decimalNumber.test(above) && decimalNumber.test(below))
  );
}

function joined(above: Cell, below: Cell): Cell {
  return {
    ...above,
    rowSpan: above.rowSpan + below.rowSpan,
    text: above.text + (/\d$/.test(above.text) && /^\d/.test(below.text) ? '\n' : '') + below.text,
    place: { ...above.place, ink: [...(above.place.ink ?? []), ...(below.place.ink ?? [])] },
  };
}

/**
 * Puts the halves of cells together that a page break has cut. Where neither half is closed at the break, they are one;
 * where both are, the first column shows a merged cell that goes on without text, and its neighbours of the same height
 * go on with it.
 * @param seam the first row below the page break
 */
function acrossSeam(upper: readonly Cell[], lower: readonly Cell[], seam: number, tear: Tear): Cell[] {
  const endings = new Map(upper.filter((cell) => cell.row + cell.rowSpan === seam).map((cell) => [cell.column, cell]));
  const beginning = lower.find((cell) => cell.row === seam && cell.column === 0);
  const ending = endings.get(0);
  const merged =
    beginning !== undefined &&
    ending !== undefined &&
    beginning.text === '' &&
    ending.text !== '' &&
    Math.max(beginning.rowSpan, ending.rowSpan) >= 2 &&
    beginning.columnSpan === ending.columnSpan;
  // A page breaks between figures, not through one: where the seam parts two of a column, it parts two rows.
  const isOpen = (column: number): boolean => tear.above.has(column) && tear.below.has(column);
  const isBetweenRows = lower.some(
    (cell) =>
      cell.row === seam &&
      isOpen(cell.column) &&
      cell.rowSpan === 1 &&
      endings.get(cell.column)?.rowSpan === 1 &&
      areFigures(endings.get(cell.column)?.text ?? '', cell.text),
  );
  const whole = new Map<Cell, Cell>();
  const gone = new Set<Cell>();
  for (const cell of lower) {
    const above = endings.get(cell.column);
    if (cell.row !== seam || above?.columnSpan !== cell.columnSpan) {
      continue;
    }
    const torn = isOpen(cell.column) && !(isBetweenRows && cell.rowSpan === 1 && above.rowSpan === 1);
    if (torn || (merged && cell.rowSpan === beginning.rowSpan && above.row === ending.row)) {
      whole.set(above, joined(above, cell));
      gone.add(cell);
    }
  }
  return [...upper.map((cell) => whole.get(cell) ?? cell), ...lower.filter((cell) => !gone.has(cell))];
}

/** Takes out a row that no cell begins in: the second half of one that a page break has torn. */
function withoutRow(cells: readonly Cell[], row: number): Cell[] {
  return cells.map((cell) =>
    cell.row > row
      ? { ...cell, row: cell.row - 1 }
      : cell.row + cell.rowSpan > row
        ? { ...cell, rowSpan: cell.rowSpan - 1 }
        : cell,
  );
}

function rowCount(table: PageTable): number {
  return table.rows.length - 1;
}

/** The column of the table that a column of its last part has become, after columns were added. */
function inTable(last: readonly number[], added: readonly number[], column: number): number {
  const before = last[column] ?? column;
  return added[before] ?? before;
}

function isTitledTable(table: PageTable): boolean {
  const columnCount = table.columns.length - 1;
  return topRows(table.cells, columnCount, Math.min(rowCount(table), mostTitleRows)).some((row) =>
    isTitle(row, columnCount),
  );
}

const hasDigit = /\d/u;

/** Whether what two parts repeat is a head, and their rows are not: a form that begins again has the same first row below it. */
function isHeadOnly(upper: readonly HeadRow[], lower: readonly HeadRow[], repeated: number): boolean {
  const names = lower
    .slice(0, repeated)
    .flatMap(({ cells }) => cells)
    .filter(({ text }) => text.trim() !== '');
  const titles = upper.findIndex((row) => row.key === lower[0]?.key);
  const [above, below] = [upper[titles + repeated], lower[repeated]];
  return (
    names.length >= leastNames &&
    !names.some(({ text }) => hasDigit.test(text) && !titleText.test(unspaced(text))) &&
    above !== undefined &&
    below !== undefined &&
    below.firstText !== '' &&
    above.firstText !== below.firstText
  );
}

/** A line that says that the table below goes on from above. */
function isMark(text: string): boolean {
  return continuation.test(unspaced(text));
}

function title(text: string): string {
  return unspaced(text).replace(continued, '');
}

/** Joins tables that go on from page to page. */
export class Stitcher {
  readonly blocks: (Growing | TextFlow)[] = [];
  /** The table that the next page may go on with: it stands last on its page. */
  #open: Growing | null = null;
  /** That table fills its page, as one does that goes on. */
  #footReached = false;

  /**
   * Adds a page.
   * @param items its tables and paragraphs in reading order
   * @param height the page's height
   */
  add(items: readonly (PageTable | TextFlow)[], height: number): void {
    const firstTable = items.findIndex((item) => item.kind === 'table');
    const first = items[firstTable];
    const above = firstTable < 0 ? [] : items.slice(0, firstTable).filter((item) => item.kind === 'flow');
    let rest = items;
    if (
      first?.kind === 'table' &&
      first.aligned === undefined &&
      this.#open !== null &&
      this.#open.last.aligned === undefined &&
      this.#goOn(
        this.#open,
        first,
        above.map((flow) => flow.text),
      )
    ) {
      rest = items.slice(firstTable + 1);
      if (rest.length > 0) {
        this.#open = null;
      } else {
        this.#footReached = reaches(first, height);
        return;
      }
    }
    const before = this.#open;
    const lost =
      rest === items &&
      before !== null &&
      first?.kind === 'table' &&
      (above.length === 0 ? !isTitledTable(first) : above.some((flow) => isMark(flow.text)));
    if (lost) {
      // It looks like the rest of the table above, and is not read as such: neither part is a whole table.
      before.confidence = Math.min(before.confidence, lostPart);
    }
    let captions: string[] = [];
    for (const item of rest) {
      if (item.kind === 'flow') {
        captions.push(item.text);
        this.blocks.push(item);
        this.#open = null;
      } else {
        this.#open = {
          columns: item.columns,
          rows: rowCount(item),
          cells: [...item.cells],
          first: item,
          last: item,
          lastColumns: item.columns.map((_, column) => column),
          confidence: lost && item === first ? Math.min(item.confidence, lostPart) : item.confidence,
          doubt: item.doubt,
          captions,
        };
        this.#footReached = reaches(item, height);
        this.blocks.push(this.#open);
        captions = [];
      }
    }
    if (items.length === 0) {
      this.#open = null;
    }
  }

  /** Appends a part when it goes on with the table above. */
  #goOn(table: Growing, part: PageTable, above: readonly string[]): boolean {
    const isMarked = above.some(isMark);
    const drawn = commonColumns(table.columns, part.columns);
    // Parts set anew, each as wide as its own text needs, have the same head over as many columns.
    const common =
      drawn ??
      (table.columns.length === part.columns.length
        ? {
            columns: table.columns,
            upper: table.columns.map((_, index) => index),
            lower: table.columns.map((_, index) => index),
          }
        : null);
    if (common === null) {
      return false;
    }
    const columnCount = common.columns.length - 1;
    const upperCells = renumbered(table.cells, common.upper);
    const lowerCells = renumbered(part.cells, common.lower);
    const upperRows = topRows(upperCells, columnCount, Math.min(table.rows, mostHeadRows + mostTitleRows));
    const lowerRows = topRows(lowerCells, columnCount, Math.min(rowCount(part), mostHeadRows + 1));
    const repeated = repeatedRows(upperRows, lowerRows);
    const [upperFirst] = upperRows;
    const [lowerFirst] = lowerRows;
    if (
      drawn === null &&
      (repeated === 0 || !(isMarked || (this.#footReached && isHeadOnly(upperRows, lowerRows, repeated))))
    ) {
      return false;
    }
    if (above.length > 0 && !above.every(isMark)) {
      // The same title again, or part of it: the same table only if it says so, or its head is repeated too and it had filled its page.
      const captions = new Set(table.captions.map(title));
      if (
        !above.every((text) => isMark(text) || captions.has(title(text))) ||
        repeated === 0 ||
        (!isMarked && !this.#footReached)
      ) {
        return false;
      }
    } else if (repeated > 0 && onlyName(lowerRows.slice(0, repeated), columnCount)) {
      return false;
    } else if (repeated === 0 && lowerFirst !== undefined && upperFirst !== undefined) {
      const startsAnew =
        lowerFirst.firstText !== '' &&
        lowerFirst.firstText === upperFirst.firstText &&
        lowerFirst.key !== upperFirst.key;
      const titled =
        (lowerFirst.whole && (upperFirst.whole || titleText.test(lowerFirst.firstText))) ||
        isTitle(lowerFirst, columnCount);
      if (startsAnew || titled) {
        return false;
      }
    }
    const shift = table.rows - repeated;
    table.columns = common.columns;
    const tear: Tear = {
      above: new Set(table.last.openBottom.map((column) => inTable(table.lastColumns, common.upper, column))),
      below: new Set(repeated > 0 ? [] : part.openTop.map((column) => common.lower[column] ?? column)),
    };
    const cells = acrossSeam(
      upperCells,
      lowerCells.filter((cell) => cell.row >= repeated).map((cell) => ({ ...cell, row: cell.row + shift })),
      table.rows,
      tear,
    );
    const torn = rowCount(part) > repeated && !cells.some((cell) => cell.row === table.rows);
    table.cells = torn ? withoutRow(cells, table.rows) : cells;
    table.rows = shift + rowCount(part) - (torn ? 1 : 0);
    table.lastColumns = common.lower;
    table.confidence = Math.min(table.confidence, part.confidence);
    table.doubt ??= part.doubt;
    table.last = part;
    return true;
  }
}

function reaches(table: PageTable, height: number): boolean {
  return (table.rows.at(-1) ?? 0) >= filledPage * height;
}

/**
 * A stitched table as the document takes it.
 * @param table from a Stitcher
 */
export function rawTable(table: Growing): RawTable {
  return {
    kind: 'table',
    captions: [],
    rows: table.rows,
    columns: table.columns.length - 1,
    cells: table.cells,
    place: { page: table.first.page, area: table.first.area },
    confidence: table.confidence,
    ...(table.doubt === undefined ? {} : { doubt: table.doubt }),
  };
}
