import type { NearbyLine, Place, Table } from '../document/document.ts';

/** A grid as a reader found it, before title and unit rows are taken off its top. */
export interface RawTable extends Pick<
  Table,
  'kind' | 'rows' | 'columns' | 'cells' | 'place' | 'confidence' | 'doubt'
> {
  /** Lines that belong to the table by markup (an HTML caption); none in a PDF. */
  readonly captions: readonly NearbyLine[];
}

/** A paragraph as a reader found it. */
export interface RawParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly heading?: number;
  readonly place: Place;
}

/** What a reader found, in reading order. */
export type RawBlock = RawTable | RawParagraph;
