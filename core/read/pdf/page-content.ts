import type { Box, Cell, Table } from '../../document/document.ts';
import type { Hints } from './hints.ts';
import type { Rectangle } from './geometry.ts';
import type { TextLine } from './text.ts';
import type { UprightPage } from './upright-page.ts';

/** A table, or the part of one, that stands on one page. */
export interface PageTable {
  readonly kind: 'table';
  readonly page: number;
  /** Edges on the upright page. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly Cell[];
  readonly area: Box;
  readonly confidence: number;
  /** The first columns of its cells that no rule closes at its top, at its bottom: a page break may have torn them. */
  readonly openTop: readonly number[];
  readonly openBottom: readonly number[];
  /** Its columns are told by alignment: it holds all its pages already, and no other part is joined to it. */
  readonly aligned?: true;
  /** As of a Table of the document. */
  readonly doubt?: Table['doubt'];
}

/** A line of text outside tables, or a piece of one that is set in columns. */
export interface PageLine extends TextLine {
  readonly kind: 'line';
  readonly page: number;
  /** Other pieces stand on the same baseline. */
  readonly piece: boolean;
  readonly box: Box;
}

/** What a page shows as a picture; the strips that scanners and printers cut one into are put together. */
export interface Picture {
  /** The box around it on the upright page. */
  readonly box: Rectangle;
  /** The share of the page that it covers. */
  readonly share: number;
}

/** What a page holds, in reading order. */
export interface PageContent {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly (PageTable | PageLine)[];
  readonly pictures: readonly Picture[];
  readonly outlines: number;
  /** What is drawn of tables that have no grid; nothing on pages with a ruled one. */
  readonly hints: Hints;
  /** Where its running text begins and ends across, when it is a column of a page. */
  readonly measure?: { readonly left: number; readonly right: number };
  /** The page in user space, for the boxes of what is found on it later. */
  readonly box: UprightPage['box'];
}
