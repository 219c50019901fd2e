import type { Box, Cell, Document, Paragraph, Table } from '../../../core/document/document.ts';
import { tablesOf } from '../../../core/document/document.ts';
import type { FindingPlace } from '../../../core/report/schema.ts';
import { giveWay } from '../../shared/page/slices.ts';
import { boxAround } from '../pages/geometry.ts';

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

/** Tells figures apart: two findings about one figure share a key. */
export function placeKey(place: FindingPlace): string {
  return 'table' in place
    ? `${place.table}:${place.row}:${place.column}`
    : `${place.paragraph}:${place.start}-${place.end}`;
}

/** A document whose tables and paragraphs are found by their ids. */
interface Indexed {
  readonly tables: ReadonlyMap<string, Table>;
  readonly paragraphs: ReadonlyMap<string, Paragraph>;
}

function indexed(document: Document): Indexed {
  return {
    tables: new Map(tablesOf(document).map((table) => [table.id, table])),
    paragraphs: new Map(
      document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [[block.id, block] as const] : [])),
    ),
  };
}

function cellAt(table: Table, row: number, column: number): Cell | undefined {
  return table.cells.find(
    (cell) =>
      cell.row <= row &&
      row < cell.row + cell.rowSpan &&
      cell.column <= column &&
      column < cell.column + cell.columnSpan,
  );
}

/** The area of a place that no cell covers: as high as its row, as wide as its column. */
function gapArea(table: Table, row: number, column: number): Box | undefined {
  const areas = (cells: readonly Cell[]) => cells.flatMap((cell) => cell.place.area ?? []);
  const inRow = areas(table.cells.filter((cell) => cell.row === row && cell.rowSpan === 1));
  const page = inRow[0]?.page;
  const rowArea = boxAround(inRow.filter((area) => area.page === page));
  const columnArea = boxAround(
    areas(table.cells.filter((cell) => cell.column === column && cell.columnSpan === 1)).filter(
      (area) => area.page === page,
    ),
  );
  if (!rowArea || !columnArea) return undefined;
  // The rows of a table that lies on its side run up the page in user space.
  const sideways = rowArea.top - rowArea.bottom > rowArea.right - rowArea.left;
  const [across, up] = sideways ? [rowArea, columnArea] : [columnArea, rowArea];
  return { page: rowArea.page, left: across.left, right: across.right, bottom: up.bottom, top: up.top };
}

function cellSpot(table: Table, row: number, column: number): Spot | null {
  const cell = cellAt(table, row, column);
  const ink = cell?.place.ink ?? [];
  const box = boxAround(ink.filter((line) => line.page === ink[0]?.page));
  const area = cell?.place.area ?? gapArea(table, row, column);
  if (box) return { box, area: area?.page === box.page ? area : box, blank: false };
  return area ? { box: area, area, blank: true } : null;
}

async function textSpot(paragraph: Paragraph, start: number, end: number, findText: FindText): Promise<Spot | null> {
  const found = await findText(paragraph, start, end);
  const box = boxAround(found.filter((line) => line.page === found[0]?.page));
  if (box) return { box, area: box, blank: false };
  const area = paragraph.place.area ?? boxAround(paragraph.place.ink ?? []);
  return area ? { box: area, area, blank: true } : null;
}

async function spotOf(place: FindingPlace, { tables, paragraphs }: Indexed, findText: FindText): Promise<Spot | null> {
  if ('table' in place) {
    const table = tables.get(place.table);
    return table ? cellSpot(table, place.row, place.column) : null;
  }
  const paragraph = paragraphs.get(place.paragraph);
  return paragraph ? textSpot(paragraph, place.start, place.end, findText) : null;
}

/** The page gets its turn after so many milliseconds. */
const slice = 8;

/**
 * Where all places of a report's findings stand in the document it was made from, by `placeKey`; those that are nowhere are left out.
 * Gives way to the page now and then.
 */
export async function spotsOf(
  { findings }: { readonly findings: readonly { readonly places: readonly FindingPlace[] }[] },
  document: Document,
  findText: FindText,
): Promise<Record<string, Spot>> {
  const spots: Record<string, Spot> = {};
  const index = indexed(document);
  let end = performance.now() + slice;
  for (const { places } of findings) {
    for (const place of places) {
      const key = placeKey(place);
      const spot = spots[key] ?? (await spotOf(place, index, findText));
      if (spot) spots[key] = spot;
    }
    if (performance.now() < end) continue;
    await giveWay();
    end = performance.now() + slice;
  }
  return spots;
}
