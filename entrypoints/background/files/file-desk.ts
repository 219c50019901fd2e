import { browser } from 'wxt/browser';
import { serial } from '../../shared/storage/serial.ts';
import type { FileEntry, ReaderAlive, ReaderNews, TabFiles } from '../../shared/protocol/protocol.ts';
import { loadSettings } from '../../shared/settings/settings.ts';
import { mostSilent, signOfLife } from '../../shared/protocol/sign-of-life.ts';
import type { ListedFile } from './files.ts';
import { cancelFiles, inHand, listFiles, tellFiles, wantFiles, withoutReader } from './files.ts';
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
  /** The reader says that it is there, and what it has in hand. */
  alive(jobs: ReaderAlive['jobs']): Promise<void>;
  /** The tab has gone elsewhere. */
  drop(tabId: number): Promise<void>;
  /** Goes on with what a stopped worker left. */
  resume(): Promise<void>;
}

/** So many files are in the reader's hands at once, and so many of one tab: a slow server keeps only its own page waiting. It reads them one after the other. */
const mostInHand = 50;
const mostOfTab = 2;

const interrupted = { stage: 'failed', failure: { kind: 'interrupted' } } as const;

/** Files are fetched a few at a time and read one after the other, whatever tab they are of. Only order lives here; what is to be read lies in storage.session. */
export function startFileDesk(listener: FileListener): FileDesk {
  const queue = serial();
  const inOrder = (task: () => Promise<void>): Promise<void> =>
    queue(task).catch((error: unknown) => console.error(error));

  let silent = 0;
  let missed = new Set<string>();
  let watch: ReturnType<typeof setInterval> | undefined;

  /** Hands the reader what has waited the longest; closes it when there is nothing; keeps an eye on it in between. */
  const goOn = async () => {
    const isBusy = await handOut(listener);
    if (isBusy && watch === undefined) {
      silent = 0;
      // Each turn asks the browser for something: it stops no worker that does.
      watch = setInterval(() => void inOrder(lookAfterReader), signOfLife);
    } else if (!isBusy) {
      clearInterval(watch);
      watch = undefined;
    }
  };

  const lookAfterReader = async () => {
    silent += 1;
    if (silent > mostSilent) {
      silent = 0;
      await closeReader();
    }
    await goOn();
  };

  /** Changes the files of a tab; then goes on reading, and stops what nobody waits for any more. */
  const change = (tabId: number, step: (before: TabFiles) => TabFiles | null) =>
    inOrder(async () => {
      const before = await loadFiles(tabId);
      if (before === null) return;
      const after = step(before);
      await saveFiles(tabId, after);
      const still = new Set(after?.files.filter(inHand).map(({ documentId }) => documentId));
      const stopped = before.files
        .filter((entry) => inHand(entry) && !still.has(entry.documentId))
        .map(({ documentId }) => documentId);
      if (stopped.length > 0 && (await readerIsOpen()))
        await tellReader({ kind: 'reader-stop', tabId, documentIds: stopped }).catch((error: unknown) =>
          console.error(error),
        );
      await goOn();
    });

  return {
    list: (tabId, navigationId, found, more) =>
      inOrder(async () => {
        const before = await loadFiles(tabId);
        const known = before?.navigationId === navigationId ? before.files : [];
        const origins = new Map<string, boolean>();
        for (const { url } of found) {
          const { protocol, hostname, origin } = new URL(url);
          if (!origins.has(origin))
            origins.set(origin, await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] }));
        }
        const { automatic, readPdfs } = await loadSettings();
        const files = listFiles(known, found, {
          now: Date.now(),
          allowed: (url) => origins.get(new URL(url).origin) === true,
          atOnce: automatic && readPdfs,
        });
        await saveFiles(tabId, { navigationId, files, more });
        await goOn();
      }),
    want: (tabId, ids) => change(tabId, (tab) => ({ ...tab, files: wantFiles(tab.files, ids, Date.now()) })),
    cancel: (tabId, ids) => change(tabId, (tab) => ({ ...tab, files: cancelFiles(tab.files, ids) })),
    drop: (tabId) => change(tabId, () => null),
    resume: () => inOrder(goOn),
    hear: ({ tabId, navigationId, documentId, news }) =>
      inOrder(async () => {
        silent = 0;
        const before = await loadFiles(tabId);
        const entry = before?.files.find((each) => each.documentId === documentId);
        if (before?.navigationId !== navigationId || entry === undefined || !inHand(entry)) return;
        await saveFiles(tabId, { ...before, files: tellFiles(before.files, documentId, news) });
        listener(tabId, navigationId, entry, news);
        if (news.stage === 'read' || news.stage === 'failed') await goOn();
      }),
    alive: (jobs) =>
      inOrder(async () => {
        silent = 0;
        // What came of a file may have been lost on its way, or been too much for a message.
        const missing = new Map(
          (await waitingFiles())
            .filter(
              ({ tabId, tab, entry }) =>
                inHand(entry) &&
                !jobs.some(
                  (job) =>
                    job.tabId === tabId && job.documentId === entry.documentId && job.navigationId === tab.navigationId,
                ),
            )
            .map((each) => [`${each.tabId} ${each.entry.documentId}`, each]),
        );
        // Twice: an order may have crossed the first of these words.
        for (const [key, { tabId, entry }] of missing)
          if (missed.has(key))
            await settle(tabId, (files) => tellFiles(files, entry.documentId, interrupted), listener);
        missed = new Set(missing.keys());
        await goOn();
      }),
  };
}

/** A file of a tab. */
interface TabFile {
  readonly tabId: number;
  readonly tab: TabFiles;
  readonly entry: FileEntry;
}

/** The files of the tabs that wait for some. */
async function waitingFiles(): Promise<TabFile[]> {
  const tabs = await Promise.all((await waitingTabs()).map(async (tabId) => ({ tabId, tab: await loadFiles(tabId) })));
  return tabs.flatMap(({ tabId, tab }) => (tab === null ? [] : tab.files.map((entry) => ({ tabId, tab, entry }))));
}

/** Changes files of a tab without the reader, and tells of those that failed. */
async function settle(
  tabId: number,
  step: (files: readonly FileEntry[]) => FileEntry[],
  listener: FileListener,
): Promise<void> {
  const tab = await loadFiles(tabId);
  if (tab === null) return;
  const files = step(tab.files);
  await saveFiles(tabId, { ...tab, files });
  for (const [index, entry] of tab.files.entries())
    if (inHand(entry) && files[index]?.stage === 'failed') listener(tabId, tab.navigationId, entry, interrupted);
}

/** Hands the reader the files that have waited the longest, as many as it may hold. @returns whether it holds any */
async function handOut(listener: FileListener): Promise<boolean> {
  const before = await waitingFiles();
  if (before.some(({ entry }) => inHand(entry)) && !(await readerIsOpen())) {
    // The browser took the reader away, for want of memory, or it no longer answered.
    const inReading = before.some(({ entry }) => entry.stage === 'reading');
    for (const tabId of new Set(before.map((each) => each.tabId)))
      await settle(tabId, (files) => withoutReader(files, inReading), listener);
  }
  for (;;) {
    const all = await waitingFiles();
    const held = all.filter(({ entry }) => inHand(entry));
    const queued = all.filter(
      ({ tabId, entry }) => entry.stage === 'queued' && held.filter((each) => each.tabId === tabId).length < mostOfTab,
    );
    const [next] = queued.sort((a, b) => a.entry.since - b.entry.since);
    if (next === undefined || held.length >= mostInHand) {
      if (held.length === 0) await closeReader();
      return held.length > 0;
    }
    const {
      tabId,
      tab: { navigationId },
      entry,
    } = next;
    await settle(
      tabId,
      (files) =>
        files.map((each) =>
          each.documentId === entry.documentId ? { ...each, stage: 'fetching', progress: 0 } : each,
        ),
      listener,
    );
    listener(tabId, navigationId, entry, { stage: 'fetching', progress: 0 });
    try {
      await tellReader({
        kind: 'reader-order',
        tabId,
        navigationId,
        documentId: entry.documentId,
        url: entry.url,
        title: entry.name,
        own: entry.own,
        asked: entry.asked === true,
      });
    } catch (error) {
      console.error(error);
      await settle(tabId, (files) => tellFiles(files, entry.documentId, interrupted), listener);
    }
  }
}
