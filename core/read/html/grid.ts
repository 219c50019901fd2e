import type { Cell } from '../../document/document.ts';
import type { HtmlNode } from './node.ts';
import { isSilent, visibleText } from './text.ts';

/** A grid as the page lays it out, spans resolved. */
export interface HtmlGrid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  readonly captions: readonly HtmlNode[];
  /** False where its spans cover more places than a table for people has: cells stand where they should not. */
  readonly whole: boolean;
}

/** HTML's own limits (https://html.spec.whatwg.org/multipage/tables.html#attributes-common-to-td-and-th-elements). */
const mostColumns = 1000;
const mostRows = 65534;

/** More places than this no table for people has; spans beyond them are not followed. */
const mostPlaces = 1_000_000;

/** Places filled, or rows, between two looks at the clock of the caller. */
const placesPerStep = 500;
const rowsPerStep = 50;

function span(node: HtmlNode, name: string, most: number): number {
  const value = Number.parseInt(node.attribute(name) ?? node.attribute(`aria-${name}`) ?? '1', 10);
  return Number.isFinite(value) && value >= 1 ? Math.min(value, most) : 1;
}

/** The rows of a table in printed order, by group: head, bodies, foot; hidden rows and rows of nested tables left out. */
function groupsOf(table: HtmlNode): { groups: HtmlNode[][]; captions: HtmlNode[] } {
  const head: HtmlNode[][] = [];
  const body: HtmlNode[][] = [];
  const foot: HtmlNode[][] = [];
  const captions: HtmlNode[] = [];
  const open = (groups: HtmlNode[][]): HtmlNode[] => {
    const group: HtmlNode[] = [];
    groups.push(group);
    return group;
  };
  const collect = (node: HtmlNode, into: HtmlNode[]): void => {
    for (const child of node.children) {
      if (child.tag === null || isSilent(child)) continue;
      if (child.tag === 'tr') into.push(child);
      else if (child.tag === 'thead') collect(child, open(head));
      else if (child.tag === 'tbody') collect(child, open(body));
      else if (child.tag === 'tfoot') collect(child, open(foot));
      else if (child.tag === 'caption') captions.push(child);
      else if (child.tag !== 'td' && child.tag !== 'th' && child.tag !== 'table') collect(child, into);
    }
  };
  collect(table, open(body));
  return { groups: [...head, ...body, ...foot], captions };
}

/**
 * Lays out a table element by the table model of HTML: rowspan, colspan, hidden rows and cells, columns that hold nothing but space.
 * A span ends with its group of rows. Where two cells claim a place, the upper one keeps it.
 * Yields every few places: a table may be the whole page.
 * @param table a table element without data tables inside
 * @param remember takes a cell's node and gives the index its place points to
 */
export function* layOut(table: HtmlNode, remember: (node: HtmlNode) => number): Generator<void, HtmlGrid> {
  const { groups, captions } = groupsOf(table);
  const taken: Set<number>[] = [];
  const occupied = (row: number): Set<number> => (taken[row] ??= new Set());
  const cells: Cell[] = [];
  let columns = 0;
  let row = 0;
  let places = 0;
  let filled = 0;
  let whole = true;
  let groupEnd = 0;
  for (const group of groups) {
    groupEnd += group.length;
    for (const tr of group) {
      let column = 0;
      for (const td of tr.children) {
        if ((td.tag !== 'td' && td.tag !== 'th') || isSilent(td)) continue;
        while (occupied(row).has(column)) column += 1;
        let wide = span(td, 'colspan', mostColumns);
        let columnSpan = 1;
        while (columnSpan < wide && !occupied(row).has(column + columnSpan)) columnSpan += 1;
        const tall = td.attribute('rowspan')?.trim() === '0' ? mostRows : span(td, 'rowspan', mostRows);
        let rowSpan = Math.min(tall, groupEnd - row);
        if (places + wide * rowSpan > mostPlaces) {
          whole = false;
          wide = 1;
          columnSpan = 1;
          rowSpan = 1;
        }
        places += wide * rowSpan;
        for (let r = row; r < row + rowSpan; r += 1) {
          for (let c = column; c < column + columnSpan; c += 1) occupied(r).add(c);
          filled += columnSpan;
          if (filled < placesPerStep) continue;
          filled = 0;
          yield;
        }
        cells.push({ row, column, rowSpan, columnSpan, text: visibleText(td), place: { node: remember(td) } });
        column += wide;
        columns = Math.max(columns, column);
      }
      row += 1;
      if (row % rowsPerStep === 0) yield;
    }
  }
  return { rows: row, columns, cells, captions, whole };
}

/** Rows and columns with their cells. */
interface Places {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
}

/**
 * Takes out rows and columns in which no cell starts, or that only wide cells cross: residue of layout, not of the form.
 * @returns the grid itself when there are none
 */
export function dropSpacers<Grid extends Places>(grid: Grid): Grid {
  const startsRow = new Set(grid.cells.map((cell) => cell.row));
  const startsColumn = new Set(grid.cells.map((cell) => cell.column));
  const rowAt = renumber(grid.rows, startsRow);
  const columnAt = renumber(grid.columns, startsColumn);
  if (rowAt.length === grid.rows + 1 && rowAt[grid.rows] === grid.rows && columnAt[grid.columns] === grid.columns)
    return grid;
  const cells = grid.cells.map((cell) => {
    const row = rowAt[cell.row] ?? 0;
    const column = columnAt[cell.column] ?? 0;
    return {
      ...cell,
      row,
      column,
      rowSpan: (rowAt[cell.row + cell.rowSpan] ?? row + 1) - row,
      columnSpan: (columnAt[cell.column + cell.columnSpan] ?? column + 1) - column,
    };
  });
  return { ...grid, rows: rowAt[grid.rows] ?? 0, columns: columnAt[grid.columns] ?? 0, cells };
}

/** New index of each old edge when only kept lines count. */
function renumber(count: number, kept: ReadonlySet<number>): number[] {
  const at = [0];
  for (let index = 0; index < count; index += 1) at.push((at[index] ?? 0) + (kept.has(index) ? 1 : 0));
  return at;
}
