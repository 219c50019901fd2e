import type { Cell, Document, Line, Place, UnreadPage } from '../document/document.ts';

/** A grid as a reader found it, before title and unit rows are taken off its top. */
export interface RawTable {
  readonly kind: 'table';
  /** Lines that belong to the table by markup (an HTML caption); none in a PDF. */
  readonly captions: readonly Line[];
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  readonly place: Place;
  readonly confidence: number;
}

export interface RawParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly heading?: number;
  readonly place: Place;
}

export type RawBlock = RawTable | RawParagraph;

/**
 * Makes a document of the blocks of a page or file: numbers them, takes caption rows and note rows off the grids,
 * and gives each table the lines that stand directly above and below it.
 * @param source where the document comes from
 * @param blocks tables and paragraphs in reading order
 * @param unreadPages pages without text
 */
export function assemble(source: Document['source'], blocks: readonly RawBlock[], unreadPages: readonly UnreadPage[] = []): Document {
  return { source, blocks: blocks.map((block, index) => block.kind === 'table'
    ? { ...block, id: `t${index}`, notes: [] }
    : { ...block, id: `p${index}` }), unreadPages };
}
