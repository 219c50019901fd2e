import { browser } from 'wxt/browser';
import type { Report } from '../../core/report/schema.ts';
import type { FileFailure, ToBackground } from '../shared/protocol/protocol.ts';
import { saySurely } from '../shared/protocol/say-surely.ts';
import type { ReadingProgress } from './reading/reading.ts';

/** The share of the work that is reading; the rest is checking. */
const readingShare = 0.9;

/** Progress is told in steps, not for every page. */
const step = 0.05;

let told = -1;

/** Sends to the background; nobody there is no error of the page's. */
function tell(message: ToBackground): void {
  // An extension that has just been updated no longer hears this page: the browser throws at once.
  void Promise.resolve()
    .then(() => browser.runtime.sendMessage(message))
    .catch(() => undefined);
}

/** Tells the background how far the reading has come. */
export function tellProgress(navigationId: string, progress: ReadingProgress): void {
  const share =
    progress.phase === 'pages'
      ? (readingShare * progress.page) / Math.max(1, progress.pages)
      : readingShare + ((1 - readingShare) * progress.done) / Math.max(1, progress.total);
  const value = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0));
  if (value >= told && value - told < step && told >= 0) return;
  told = value;
  tell({ kind: 'reading', navigationId, where: 'viewer', progress: value });
}

/** Hands the report to the background, which keeps it for popup and badge. */
export function tellReport(navigationId: string, documentId: string, report: Report): void {
  told = -1;
  saySurely({ kind: 'report', navigationId, documentId, where: 'viewer', report }).catch((error: unknown) =>
    console.error(error),
  );
}

/** Tells the background that there will be no report. */
export function tellFailed(navigationId: string, failure: FileFailure): void {
  told = -1;
  tell({ kind: 'failed', navigationId, where: 'viewer', failure });
}

/** Tells the background that the reader has switched the marks here. */
export async function tellSwitched(marks: boolean, rounding: boolean, coverage: boolean): Promise<void> {
  const tab = await Promise.resolve()
    .then(() => browser.tabs.getCurrent())
    .catch(() => undefined);
  if (tab?.id !== undefined) tell({ kind: 'switched', tabId: tab.id, marks, rounding, coverage });
}
