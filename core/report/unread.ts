import type { UnreadPage } from '../document/document.ts';
import type { Report, ReportedReason } from './schema.ts';

// What of a document was not read, without words: the background needs none.

/** Why a page was not read. */
export type Reason = UnreadPage['reason'];

/** Where a report names the pages that were not read for a reason, in the order in which the reasons are told. */
const fields = {
  'scanned': 'scannedPages',
  'unknown-letters': 'unknownLetterPages',
  'damaged': 'damagedPages',
  'too-much': 'tooMuchPages',
  'left-out': 'leftOutPages',
} as const satisfies Record<Reason, keyof Report['source']>;

const reasons = Object.keys(fields) as Reason[];

/** The pages of a file that were not read, as a report names them. */
export type UnreadFields = Pick<Report['source'], (typeof fields)[Reason]>;

/**
 * Sorts the pages that were not read by reason, for a report.
 * @returns only the fields that have pages
 */
export function unreadFields(pages: readonly UnreadPage[]): UnreadFields {
  const found: UnreadFields = {};
  for (const { page, reason } of pages) (found[fields[reason]] ??= []).push(page);
  return found;
}

/** The pages that a report names as not read, by reason; only reasons with pages. */
export function unreadByReason(source: UnreadFields): (readonly [Reason, readonly number[]])[] {
  return reasons
    .map((reason) => [reason, source[fields[reason]] ?? []] as const)
    .filter(([, pages]) => pages.length > 0);
}

/** Parts of a document that are larger than what is checked. */
const caps: readonly ReportedReason[] = ['too-large', 'too-long'];

/** The caps that a document has gone beyond. */
export function capsPassed({ unchecked }: Pick<Report, 'unchecked'>): ReportedReason[] {
  return caps.filter((cap) => unchecked.some(({ reason }) => reason === cap));
}
