import type { Box, Cell, Document, Paragraph, Table } from '../../core/document/document.ts';
import { tablesOf } from '../../core/document/document.ts';
import type { FindingPlace } from '../../core/report/schema.ts';
import { around } from './geometry.ts';

/** Where a figure of a report stands in the PDF. */
export interface Spot {
  /** The figure's glyphs; for a blank cell the cell itself. */
  readonly box: Box;
  /** The cell or line around it: tells where there is room for a sign. */
  readonly area: Box;
  /** There are no glyphs to underline. */
  readonly blank: boolean;
}

/** Finds the characters of a paragraph on its page (text-places.ts). */
export type FindText = (paragraph: Paragraph, start: number, end: number) => Promise<readonly Box[]>;

function cellAt(table: Table, row: number, column: number): Cell | undefined {
  return table.cells.find((cell) => cell.row <= row && row < cell.row + cell.rowSpan && cell.column <= column && column < cell.column + cell.columnSpan);
}

/** The area of a place that no cell covers: as high as its row, as wide as its column. */
function gapArea(table: Table, row: number, column: number): Box | undefined {
  const areas = (cells: readonly Cell[]) => cells.flatMap((cell) => cell.place.area ?? []);
  const inRow = areas(table.cells.filter((cell) => cell.row === row && cell.rowSpan === 1));
  const page = inRow[0]?.page;
  const rowArea = around(inRow.filter((area) => area.page === page));
  const columnArea = around(areas(table.cells.filter((cell) => cell.column === column && cell.columnSpan === 1)).filter((area) => area.page === page));
  if (!rowArea || !columnArea) return undefined;
  // The rows of a table that lies on its side run up the page in user space.
  const sideways = rowArea.top - rowArea.bottom > rowArea.right - rowArea.left;
  const [across, up] = sideways ? [rowArea, columnArea] : [columnArea, rowArea];
  return { page: rowArea.page, left: across.left, right: across.right, bottom: up.bottom, top: up.top };
}

function cellSpot(table: Table, row: number, column: number): Spot | null {
  const cell = cellAt(table, row, column);
  const ink = cell?.place.ink ?? [];
  const box = around(ink.filter((line) => line.page === ink[0]?.page));
  const area = cell?.place.area ?? gapArea(table, row, column);
  if (box) return { box, area: area?.page === box.page ? area : box, blank: false };
  return area ? { box: area, area, blank: true } : null;
}

async function textSpot(paragraph: Paragraph, start: number, end: number, findText: FindText): Promise<Spot | null> {
  const found = await findText(paragraph, start, end);
  const box = around(found.filter((line) => line.page === found[0]?.page));
  if (box) return { box, area: box, blank: false };
  const area = paragraph.place.area ?? around(paragraph.place.ink ?? []);
  return area ? { box: area, area, blank: true } : null;
}

/**
 * Where a place of a report stands in the document it was made from.
 * @returns null if the document has nothing there
 */
export async function spotOf(place: FindingPlace, document: Document, findText: FindText): Promise<Spot | null> {
  if ('table' in place) {
    const table = tablesOf(document).find(({ id }) => id === place.table);
    return table ? cellSpot(table, place.row, place.column) : null;
  }
  const paragraph = document.blocks.find((block) => block.kind === 'paragraph' && block.id === place.paragraph);
  return paragraph?.kind === 'paragraph' ? textSpot(paragraph, place.start, place.end, findText) : null;
}
