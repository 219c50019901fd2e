import { browser } from 'wxt/browser';
import type { FileEntry, ReaderNews, TabFiles } from '../ui/protocol.ts';
import { loadSettings } from '../ui/settings.ts';
import type { ListedFile } from './files.ts';
import { cancelFiles, inHand, listFiles, tellFiles, wantFiles } from './files.ts';
import { loadFiles, saveFiles, waitingTabs } from './file-store.ts';
import { closeReader, readerIsOpen, tellReader } from './reader-room.ts';

/** What becomes of a file is told to whoever keeps the tab. */
export type FileListener = (tabId: number, navigationId: string, entry: FileEntry, news: ReaderNews['news']) => void;

/** The background's hold on the files of the tabs. */
export interface FileDesk {
  /** A page's files, or the PDF that a tab shows. */
  list(tabId: number, navigationId: string, found: readonly ListedFile[], more: number): Promise<void>;
  want(tabId: number, documentIds: readonly string[]): Promise<void>;
  cancel(tabId: number, documentIds: readonly string[]): Promise<void>;
  hear(message: ReaderNews): Promise<void>;
  /** The tab has gone elsewhere. */
  drop(tabId: number): Promise<void>;
  /** Goes on with what a stopped worker left. */
  resume(): Promise<void>;
}

/** Files are read one at a time, whatever tab they are of. Only order lives here; what is to be read lies in storage.session. */
export function startFileDesk(listener: FileListener): FileDesk {
  let turn = Promise.resolve();
  const inOrder = (task: () => Promise<void>): Promise<void> => {
    turn = turn.then(task).catch((error: unknown) => console.error(error));
    return turn;
  };

  /** Changes the files of a tab; then goes on reading, and stops what nobody waits for any more. */
  const change = (tabId: number, step: (before: TabFiles) => TabFiles | null) => inOrder(async () => {
    const before = await loadFiles(tabId);
    if (before === null) return;
    const after = step(before);
    await saveFiles(tabId, after);
    const stopped = before.files.find(inHand);
    const still = stopped && after?.files.find(({ documentId }) => documentId === stopped.documentId);
    if (stopped !== undefined && (still === undefined || still.stage === 'cancelled') && await readerIsOpen()) await tellReader({ kind: 'reader-stop' });
    await readNext(listener);
  });

  return {
    list: (tabId, navigationId, found, more) => inOrder(async () => {
      const before = await loadFiles(tabId);
      const known = before?.navigationId === navigationId ? before.files : [];
      const origins = new Map<string, boolean>();
      for (const { url } of found) {
        const { protocol, hostname, origin } = new URL(url);
        if (!origins.has(origin)) origins.set(origin, await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] }));
      }
      const { automatic, readPdfs } = await loadSettings();
      const files = listFiles(known, found, { now: Date.now(), allowed: (url) => origins.get(new URL(url).origin) === true, atOnce: automatic && readPdfs });
      await saveFiles(tabId, { navigationId, files, more });
      await readNext(listener);
    }),
    want: (tabId, ids) => change(tabId, (tab) => ({ ...tab, files: wantFiles(tab.files, ids, Date.now()) })),
    cancel: (tabId, ids) => change(tabId, (tab) => ({ ...tab, files: cancelFiles(tab.files, ids) })),
    drop: (tabId) => change(tabId, () => null),
    resume: () => inOrder(() => readNext(listener)),
    hear: ({ tabId, navigationId, documentId, news }) => inOrder(async () => {
      const before = await loadFiles(tabId);
      const entry = before?.files.find((each) => each.documentId === documentId);
      if (before?.navigationId !== navigationId || entry === undefined || !inHand(entry)) return;
      await saveFiles(tabId, { ...before, files: tellFiles(before.files, documentId, news) });
      listener(tabId, navigationId, entry, news);
      if (news.stage === 'read' || news.stage === 'failed') await readNext(listener);
    }),
  };
}

/** Hands the reader the file that has waited the longest, if it is free; closes it when none waits. */
async function readNext(listener: FileListener): Promise<void> {
  const tabs = await Promise.all((await waitingTabs()).map(async (tabId) => ({ tabId, tab: await loadFiles(tabId) })));
  const all = tabs.flatMap(({ tabId, tab }) => (tab === null ? [] : tab.files.map((entry) => ({ tabId, tab, entry }))));
  const current = all.find(({ entry }) => inHand(entry));
  if (current !== undefined) {
    if (await readerIsOpen()) return;
    // The browser took the reader away, for want of memory: the file is not tried again by itself.
    const news = { stage: 'failed', failure: { kind: 'interrupted' } } as const;
    await saveFiles(current.tabId, { ...current.tab, files: tellFiles(current.tab.files, current.entry.documentId, news) });
    listener(current.tabId, current.tab.navigationId, current.entry, news);
    return readNext(listener);
  }
  const [next] = all.filter(({ entry }) => entry.stage === 'queued').sort((a, b) => a.entry.since - b.entry.since);
  if (next === undefined) return closeReader();
  const { tabId, tab, entry } = next;
  await saveFiles(tabId, { ...tab, files: tab.files.map((each) => (each === entry ? { ...each, stage: 'fetching', progress: 0 } : each)) });
  listener(tabId, tab.navigationId, entry, { stage: 'fetching', progress: 0 });
  try {
    await tellReader({ kind: 'reader-order', tabId, navigationId: tab.navigationId, documentId: entry.documentId, url: entry.url, title: entry.name, own: entry.own, asked: entry.asked === true });
  } catch (error) {
    console.error(error);
    const news = { stage: 'failed', failure: { kind: 'interrupted' } } as const;
    await saveFiles(tabId, { ...tab, files: tab.files.map((each) => (each === entry ? { ...each, stage: 'failed', failure: news.failure } : each)) });
    listener(tabId, tab.navigationId, entry, news);
    return readNext(listener);
  }
}
