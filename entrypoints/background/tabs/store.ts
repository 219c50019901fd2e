import { browser } from 'wxt/browser';
import type { DocumentRecord, TabReports, TabState } from '../../shared/protocol/protocol.ts';
import { reportsKey, stateKey, tabReportsSchema, tabStateSchema } from '../../shared/protocol/protocol.ts';
import { makeRoom, writeSession } from './session-room.ts';

/** storage.session holds 10 MB; room is left for the states and for a report that is being written. */
const reportBudget = 8 * 1024 * 1024;

/** What is known of a tab, or null. */
export async function loadState(tabId: number): Promise<TabState | null> {
  const key = stateKey(tabId);
  return tabStateSchema.safeParse((await browser.storage.session.get(key))[key]).data ?? null;
}

/** Keeps or forgets what is known of a tab. */
export async function saveState(tabId: number, state: TabState | null): Promise<void> {
  if (state === null) await browser.storage.session.remove(stateKey(tabId));
  else await writeSession({ [stateKey(tabId)]: { ...state, changed: Date.now() } });
}

/** The reports of a tab, or null. */
export async function loadReports(tabId: number): Promise<TabReports | null> {
  const key = reportsKey(tabId);
  return tabReportsSchema.safeParse((await browser.storage.session.get(key))[key]).data ?? null;
}

/** Forgets the reports of a tab. */
export async function dropReports(tabId: number): Promise<void> {
  await browser.storage.session.remove(reportsKey(tabId));
}

/** What was found in the files of a page: without what was found in the page itself. */
export const withoutPage = ({ navigationId, documents }: TabReports): TabReports => ({
  navigationId,
  documents: documents.filter(({ where }) => where !== 'page' && where !== 'viewer'),
});

/** Keeps of a tab's reports only these. */
export async function keepOnly(tabId: number, reports: TabReports): Promise<void> {
  await browser.storage.session.set({ [reportsKey(tabId)]: tabReportsSchema.encode(reports) });
}

/**
 * Adds a document's report to its tab, in place of an earlier one of the same document. Makes room by dropping the
 * reports of the tabs that have been still the longest; their states stay, so the popup can say so.
 * @returns all reports of the tab's present navigation
 */
export async function saveReport(tabId: number, navigationId: string, record: DocumentRecord): Promise<TabReports> {
  const before = await loadReports(tabId);
  const others =
    before?.navigationId === navigationId
      ? before.documents.filter((document) => document.documentId !== record.documentId)
      : [];
  const reports: TabReports = { navigationId, documents: [...others, record] };
  const kept = tabReportsSchema.encode(reports);
  // A text takes a byte a Latin letter and three a Chinese one.
  const size = kept.documents.length * 2;
  const full = async () => (await browser.storage.session.getBytesInUse(null)) + size > reportBudget;
  while ((await full()) && (await makeRoom(tabId)));
  await writeSession({ [reportsKey(tabId)]: kept }, tabId);
  return reports;
}
