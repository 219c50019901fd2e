import type { Report } from '../../core/report/schema.ts';
import { unreadByReason } from '../../core/report/unread.ts';
import { underWay } from '../background/files/files.ts';
import { headDocuments } from '../shared/findings/head-documents.ts';
import { isPartial } from '../shared/findings/outcome.ts';
import type { DocumentRecord, FileFailure, TabFiles, TabReports, TabState } from '../shared/protocol/protocol.ts';

/** What storage.session knows of a tab. */
export interface TabData {
  readonly state: TabState | null;
  readonly reports: TabReports | null;
  readonly files: TabFiles | null;
}

/** What the popup shows. */
export type PopupView =
  | { readonly kind: 'starting' }
  | { readonly kind: 'restricted' }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'reading'; readonly progress: number }
  | { readonly kind: 'failed'; readonly failure: FileFailure }
  | { readonly kind: 'dropped' }
  | {
      readonly kind: 'no-tables' | 'not-disclosure' | 'empty-forms' | 'scanned' | 'unknown-letters';
      readonly documents: readonly DocumentRecord[];
    }
  | {
      readonly kind: 'read';
      readonly documents: readonly DocumentRecord[];
      readonly marks: boolean;
      readonly rounding: boolean;
      /** Every figure is marked: checked, or not and why. */
      readonly coverage: boolean;
      /** The tab is a PDF in the browser's own viewer: its marks are in ours. */
      readonly pdf: boolean;
    };

/** The files of the tab's present page. */
export function filesOf({ state, files }: TabData): TabFiles | null {
  return files !== null && (state?.navigationId === files.navigationId || state?.navigationId === '') ? files : null;
}

/**
 * Decides what the popup shows of a tab.
 * @param settled the background has seen to the tab: if nothing is known even so, nothing could be kept
 */
export function popupView({ state, reports, files }: TabData, settled = false): PopupView {
  if (state === null) return settled ? { kind: 'failed', failure: { kind: 'no-room' } } : { kind: 'starting' };
  switch (state.stage) {
    case 'restricted':
      return { kind: 'restricted' };
    case 'failed':
      return { kind: 'failed', failure: state.failure ?? { kind: 'read-failed' } };
    case 'waiting':
      return state.page === 'pdf' ? { kind: 'pdf' } : { kind: 'reading', progress: 0 };
    case 'reading':
      return { kind: 'reading', progress: state.progress };
    case 'read': {
      const documents = reports?.navigationId === state.navigationId ? reports.documents : [];
      if (documents.length === 0) return { kind: 'dropped' };
      const nothing = nothingIn(documents);
      // What the page shows may still bring something.
      const shown = filesOf({ state, reports, files })?.files.find(
        (entry) => entry.where === 'embedded' && underWay(entry),
      );
      if (nothing !== null && shown !== undefined)
        return { kind: 'reading', progress: shown.stage === 'reading' ? shown.progress : 0 };
      if (nothing !== null) return { kind: nothing, documents };
      return {
        kind: 'read',
        documents,
        marks: state.marks === 'on',
        rounding: state.rounding,
        coverage: state.coverage ?? false,
        pdf: state.page === 'pdf',
      };
    }
  }
}

/** Why there was nothing to check in what the tab shows, unless there was something in its attachments. */
function nothingIn(documents: readonly DocumentRecord[]): ReturnType<typeof nothingToCheck> {
  const reportsOf = (records: readonly DocumentRecord[]) => records.map(({ report }) => report);
  const shown = documents.filter(({ where }) => where !== 'attachment');
  return nothingToCheck(reportsOf(headDocuments(documents))) === null
    ? null
    : nothingToCheck(reportsOf(shown.length > 0 ? shown : documents));
}

/** Was none of a file's pages read, each for one of these reasons? */
function areAll(source: Report['source'], reasons: readonly string[]): boolean {
  const unread = unreadByReason(source).filter(([reason]) => reasons.includes(reason));
  return unread.length > 0 && unread.reduce((count, [, pages]) => count + pages.length, 0) === source.pages;
}

/** Why there was nothing to check; null if there was something, or if some of it was not read. */
function nothingToCheck(
  reports: readonly Report[],
): 'no-tables' | 'not-disclosure' | 'empty-forms' | 'scanned' | 'unknown-letters' | null {
  if (reports.length > 0 && reports.every(({ source }) => areAll(source, ['scanned']))) return 'scanned';
  if (reports.length > 0 && reports.every(({ source }) => areAll(source, ['scanned', 'unknown-letters'])))
    return 'unknown-letters';
  if (
    reports.some(
      (report) =>
        report.findings.length > 0 ||
        report.coverage.checked > 0 ||
        report.source.error !== undefined ||
        isPartial(report),
    )
  )
    return null;
  const tables = reports.flatMap((report) => report.tables);
  if (reports.every(({ coverage }) => coverage.tables === 0)) return 'no-tables';
  if (reports.every(({ coverage }) => coverage.recognised === 0)) return 'not-disclosure';
  if (
    reports.every(({ coverage }) => coverage.amounts === 0) ||
    tables.filter(({ form }) => form !== null).every(({ empty }) => empty)
  )
    return 'empty-forms';
  return null;
}
