/**
 * The model that everything speaks: what is printed, in reading order, and where.
 * Readers (core/read) make it; nothing after them sees HTML or PDF.
 */

/** A rectangle on a PDF page in the page's own user space (origin bottom left, before /Rotate), in points. */
export interface Box {
  readonly page: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/**
 * Where something stands. A page's reader sets `node` (an index into the nodes it hands out beside the document);
 * a PDF's reader sets `boxes`: one for the area (the whole cell) and, for text, one for the ink of its glyphs.
 */
export interface Place {
  readonly node?: number;
  /** PDF: page number from 1. */
  readonly page?: number;
  /** PDF: the area, e.g. the whole cell between its rules. */
  readonly area?: Box;
  /** PDF: the glyphs, one box a line; empty for a blank cell. */
  readonly ink?: readonly Box[];
}

/** A cell of a grid, at its top left corner. Cells cover the grid without overlap; a place no cell covers is blank. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The text as printed; lines of a wrapped cell joined by '\n'. Blank: ''. */
  readonly text: string;
  readonly place: Place;
}

/** A line of text near a table: caption, unit line, form number, note. */
export interface NearbyLine {
  readonly text: string;
  readonly place: Place;
}

/** A grid as printed, without the title and unit lines that stand above it or in its first rows. */
export interface Table {
  readonly kind: 'table';
  /** 't1', 't2', … in reading order. */
  readonly id: string;
  /** The lines above the grid that may name it, top to bottom, the nearest last: title, form number, publisher, year, unit. */
  readonly captions: readonly NearbyLine[];
  /** The lines directly below the grid: 注：…, 说明：本表无数据. */
  readonly notes: readonly NearbyLine[];
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  readonly place: Place;
  /** How sure the reader is of the grid, 0 to 1. HTML tables are 1. */
  readonly confidence: number;
  /** What may be misread in it: `runs`, where letters' places tell which figure they belong to; `letters` too, where they were recognised from a picture. */
  readonly doubt?: 'runs' | 'letters';
}

/** A paragraph or heading. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** 'p1', 'p2', … in reading order. */
  readonly id: string;
  readonly text: string;
  /** 1 to 6 for a heading, else absent. */
  readonly heading?: number;
  readonly place: Place;
}

export type Block = Table | Paragraph;

/**
 * A page that was not read as text: a picture; letters that the file does not say the meaning of; damaged in the file, which lacks
 * some of it; holding more than anybody prints, so that reading it was given up; or left out, because reading ended before it.
 */
export interface UnreadPage {
  readonly page: number;
  readonly reason: 'scanned' | 'unknown-letters' | 'damaged' | 'too-much' | 'left-out';
}

/** One document as printed. */
export interface Document {
  readonly source: {
    readonly url: string;
    readonly title: string;
    readonly kind: 'html' | 'pdf';
    /** PDF: number of pages. */
    readonly pages?: number;
  };
  readonly blocks: readonly Block[];
  readonly unreadPages: readonly UnreadPage[];
}

/**
 * The tables of a document.
 * @returns its tables in reading order
 */
export function tablesOf(document: Document): Table[] {
  return document.blocks.filter((block) => block.kind === 'table');
}
