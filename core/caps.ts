import type { Block, Document, Table } from './document/document.ts';

/** More cells than any table of accounts has: the largest that was met, all units of a province in one, has 60,000. */
export const mostCells = 120_000;

/** More places than any has, those that one cell covers and those that are empty counted. */
export const mostPlaces = 300_000;

/** More characters than any document's sentences have: the longest that was met has 700,000. */
export const mostText = 1_500_000;

/** A document as far as it is checked. */
export interface Capped {
  readonly document: Document;
  /** Tables that are too large. */
  readonly tables: number;
  /** Paragraphs beyond the text that is read. */
  readonly paragraphs: number;
}

/**
 * Leaves out what is too much to be checked: tables with more cells, and sentences after more characters, than any accounts have.
 * @param document as read
 */
export function withinCaps(document: Document): Capped {
  let text = 0;
  const fits = ({ cells, rows, columns }: Table) => cells.length <= mostCells && rows * columns <= mostPlaces;
  const isKept = (block: Block): boolean => {
    if (block.kind === 'table') return fits(block);
    text += block.text.length;
    return text <= mostText;
  };
  const blocks = document.blocks.filter(isKept);
  if (blocks.length === document.blocks.length) return { document, tables: 0, paragraphs: 0 };
  const tables = document.blocks.filter((block) => block.kind === 'table' && !fits(block)).length;
  return { document: { ...document, blocks }, tables, paragraphs: document.blocks.length - blocks.length - tables };
}
