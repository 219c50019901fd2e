import { browser } from 'wxt/browser';
import { webAddress } from '../../shared/page/pdf-address.ts';
import { serialByKey } from '../../shared/storage/serial.ts';
import { headDocuments } from '../../shared/findings/head-documents.ts';
import type { Ignored } from '../../shared/findings/ignored.ts';
import { ignoredKey, loadIgnored } from '../../shared/findings/ignored.ts';
import { listViewKey } from '../../shared/findings/list-view-key.ts';
import type { Language } from '../../shared/locale/messages.ts';
import { words } from '../../shared/locale/messages.ts';
import type {
  CellAddress,
  DocumentRecord,
  FoundFile,
  FrameGrant,
  TabReports,
  TabState,
  ToDocument,
} from '../../shared/protocol/protocol.ts';
import { presenceSchema, tabFilesSchema, tabOfFilesKey } from '../../shared/protocol/protocol.ts';
import { tallyOf } from '../../shared/findings/outcome.ts';
import { wordFor } from '../../shared/storage/opened-files.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { asChosen, languageFor, loadSettings, parseSettings, settingsKey } from '../../shared/settings/settings.ts';
import { cellQuery, fileName } from '../../shared/files/target.ts';
import { badgeOf } from '../badge.ts';
import type { FileDesk } from '../files/file-desk.ts';
import { startFileDesk } from '../files/file-desk.ts';
import { loadFiles } from '../files/file-store.ts';
import { isNamedHere, nameNavigation, pdfInTab, stillShowsPdf } from './own-pdf-viewer.ts';
import { filesToSwap } from '../files/files.ts';
import { dropFrames, grantFrame, offerFrame } from './frames.ts';
import { highlightCss } from '../../shared/page/highlight-css.ts';
import { keepReading } from '../files/kept-readings.ts';
import { tabsWithReports } from './session-room.ts';
import { dropReports, keepOnly, loadReports, loadState, saveReport, saveState, withoutPage } from './store.ts';
import type { Counts, TabEffect, TabEvent } from './tab-state.ts';
import { stateFor, stepTab } from './tab-state.ts';

const answerWithin = 2000;

/** The background's hold on the tabs. */
export interface Tabs {
  /** Something happened to a tab. */
  take(tabId: number, event: TabEvent): Promise<void>;
  /** The tab is no longer there. */
  close(tabId: number): Promise<void>;
  /** A document of a tab has been read. */
  takeReport(tabId: number, navigationId: string, record: DocumentRecord, viewer: boolean): Promise<void>;
  /** The files that a page shows and links to. @param origin the page's, as the browser tells it */
  takeFiles(
    tabId: number,
    navigationId: string,
    origin: string,
    found: readonly FoundFile[],
    more: number,
  ): Promise<void>;
  /** The tab shows a PDF, in the browser's viewer. */
  takePdf(tabId: number, navigationId: string, url: string): Promise<void>;
  /** The files of the tabs, and who reads them. */
  readonly files: FileDesk;
  /** A page's script puts our viewer in the place of a file. */
  offerFrame(tabId: number, navigationId: string, documentId: string, nonce: string): Promise<void>;
  /** Our viewer in a frame of this tab has been given these words. */
  grantFrame(tabId: number, nonces: readonly string[]): Promise<FrameGrant | null>;
  /** The tab's PDF, or one of its files, is to be shown in our viewer, at a finding or a cell if there is one. */
  openViewer(tabId: number, documentId?: string, finding?: string, cell?: CellAddress): Promise<void>;
  /** The reader asks for the next mark, or the one before; marks that are off are switched on first. */
  step(tabId: number, by: 1 | -1): Promise<void>;
  /** The tab finished loading something: is what we know of it still true? */
  lookAgain(tabId: number): Promise<void>;
}

/** Drives the state machine of each tab, one event after the other. */
export function startTabs(): Tabs {
  /** What each tab is at. Only order lives here: a stopped worker has nothing under way. */
  const queue = serialByKey();

  const inOrder = (tabId: number, task: () => Promise<void>): Promise<void> =>
    queue(tabId, task).catch((error: unknown) => console.error(error));

  const step = async (tabId: number, event: TabEvent): Promise<void> => {
    const before = await loadState(tabId);
    const { state, effects } = stepTab(before, event, (await loadSettings()).showRounding);
    // The last words of a page may come after its tab has been closed.
    if (before === null && state !== null && !(await isOpen(tabId))) return;
    try {
      if (state !== null || before !== null) await saveState(tabId, state);
    } catch {
      // What is stored is no longer true; the popup says why there is nothing.
      await saveState(tabId, null);
      await dropReports(tabId);
      if (state !== null) await setBadge(tabId, { ...state, stage: 'failed', failure: { kind: 'no-room' } });
      return;
    }
    for (const effect of effects) {
      const came = await carryOut(tabId, effect, state, files);
      if (came === 'done') continue;
      if (came === 'page-shadows' && state !== null)
        await step(tabId, {
          kind: 'failed',
          navigationId: state.navigationId,
          viewer: false,
          failure: { kind: 'page-shadows' },
        });
      else if (!(await takePdfInTab(tabId))) await step(tabId, { kind: 'restricted' });
      return;
    }
    if (state !== null || before !== null) await setBadge(tabId, state);
  };

  /** A PDF in a viewer of the browser's own that lets nobody in is listed by its address. @returns whether there is one */
  const takePdfInTab = async (tabId: number): Promise<boolean> => {
    const url = await pdfInTab(tabId);
    if (url === null) return false;
    const navigationId = nameNavigation();
    await step(tabId, { kind: 'detected', navigationId, page: 'pdf' });
    await files.list(tabId, navigationId, [{ where: 'page', url, name: fileName(url), format: 'pdf', own: true }], 0);
    return true;
  };

  const take = (tabId: number, event: TabEvent) =>
    inOrder(tabId, () => (event.kind === 'failed' ? fail(tabId, event) : step(tabId, event)));

  /** A verdict that no longer holds is no longer counted from the moment that this is said, and then nowhere told. */
  const fail = async (tabId: number, event: TabEvent & { readonly kind: 'failed' }): Promise<void> => {
    const { navigationId } = event;
    if (!(await isAt(tabId, navigationId))) {
      await step(tabId, event);
      return;
    }
    const reports = await loadReports(tabId);
    const left = withoutPage(reports?.navigationId === navigationId ? reports : { navigationId, documents: [] });
    await step(tabId, { ...event, counts: countsOf(left, await loadIgnored(), await loadSettings()) });
    if (reports?.navigationId === navigationId) await keepOnly(tabId, left);
  };

  /** What becomes of a file matters only to the page that listed it: its last words may come after the tab has left that page. */
  const takeOfFile = (tabId: number, event: TabEvent & { readonly navigationId: string }) =>
    inOrder(tabId, async () => {
      if (!(await isAt(tabId, event.navigationId))) return;
      await (event.kind === 'failed' ? fail(tabId, event) : step(tabId, event));
    });

  const keepReport = async (
    tabId: number,
    navigationId: string,
    { documentId, where, report }: DocumentRecord,
    viewer: boolean,
  ): Promise<void> => {
    if (!(await isOpen(tabId))) return;
    const reports = await saveReport(tabId, navigationId, { documentId, where, report }).catch(() => null);
    const ofFile = where === 'embedded' || where === 'attachment';
    if (reports !== null)
      await step(tabId, {
        kind: ofFile ? 'counted' : 'read',
        navigationId,
        viewer,
        counts: countsOf(reports, await loadIgnored(), await loadSettings()),
      });
    else if (!ofFile) await fail(tabId, { kind: 'failed', navigationId, viewer, failure: { kind: 'no-room' } });
  };

  const takeReport: Tabs['takeReport'] = (tabId, navigationId, record, viewer) =>
    inOrder(tabId, async () => {
      if (stateFor(await loadState(tabId), navigationId, viewer) !== null)
        await keepReport(tabId, navigationId, record, viewer);
    });

  const takeReportOfFile = (tabId: number, navigationId: string, record: DocumentRecord) =>
    inOrder(tabId, async () => {
      if (await isAt(tabId, navigationId)) await keepReport(tabId, navigationId, record, false);
    });

  // Nobody waits here for the tabs' queues, which may be waiting for the desk.
  const files = startFileDesk((tabId, navigationId, { documentId, where }, news) => {
    if (news.stage === 'read') {
      const { report, located } = news;
      // Kept before anybody hears of it: the viewer that is opened then finds it.
      const kept =
        located === undefined
          ? Promise.resolve()
          : keepReading(report, located).catch((error: unknown) => console.error(error));
      void kept.then(() => takeReportOfFile(tabId, navigationId, { documentId, where, report }));
    } else if (where !== 'page') return;
    else if (news.stage === 'failed')
      void takeOfFile(tabId, { kind: 'failed', navigationId, viewer: false, failure: news.failure });
    else
      void takeOfFile(tabId, {
        kind: 'reading',
        navigationId,
        viewer: false,
        progress: news.stage === 'reading' ? news.progress : 0,
      });
  });

  // What the reader ignores, or has switched off, is no longer counted, in whatever tab it shows; badges change their language.
  browser.storage.local.onChanged.addListener((changes) => {
    if (!(ignoredKey in changes) && !(settingsKey in changes)) return;
    const change = changes[settingsKey];
    const [before, after] = [parseSettings(change?.oldValue), parseSettings(change?.newValue)];
    void Promise.all([loadIgnored(), loadSettings(), tabsWithReports()]).then(([ignored, settings, tabIds]) => {
      for (const tabId of tabIds)
        void inOrder(tabId, async () => {
          const reports = await loadReports(tabId);
          if (change !== undefined && before.showRounding !== after.showRounding)
            await step(tabId, { kind: 'switched', rounding: after.showRounding });
          if (reports !== null)
            await step(tabId, {
              kind: 'counted',
              navigationId: reports.navigationId,
              counts: countsOf(reports, ignored, settings),
            });
        });
    });
  });

  // The badge tells how far a page's files have come, and is not at rest before they are read.
  browser.storage.session.onChanged.addListener((changes) => {
    for (const tabId of tabsWithFilesIn(changes))
      void inOrder(tabId, async () => setBadge(tabId, await loadState(tabId)));
  });

  const lookAgain = (tabId: number): Promise<void> =>
    inOrder(tabId, async () => {
      const state = await loadState(tabId);
      // A page too busy to answer counts as there until it does.
      if (state !== null && !(await stillThere(tabId, state, () => void lookAgain(tabId))))
        await step(tabId, { kind: 'left' });
      // In Chromium the detector runs in a PDF's tab and tells.
      if (import.meta.env.FIREFOX && (await loadState(tabId)) === null) await takePdfInTab(tabId);
    });

  return {
    take,
    close: (tabId) =>
      inOrder(tabId, async () => {
        await step(tabId, { kind: 'left' });
        await browser.storage.session.remove(listViewKey(tabId));
      }),
    takeReport,
    files,
    takeFiles: (tabId, navigationId, origin, found, more) =>
      inOrder(tabId, async () => {
        if (stateFor(await loadState(tabId), navigationId, false) !== null)
          await files.list(
            tabId,
            navigationId,
            found.map((file) => ({ ...file, own: new URL(file.url).origin === origin })),
            more,
          );
      }),
    takePdf: (tabId, navigationId, url) =>
      inOrder(tabId, async () => {
        const address = webAddress(url, url);
        // One of the reader's own files: no extension may fetch it.
        if (address === null || !(await isAt(tabId, navigationId))) return;
        await files.list(
          tabId,
          navigationId,
          [{ where: 'page', url: address.href, name: fileName(address.href), format: 'pdf', own: true }],
          0,
        );
      }),
    offerFrame: async (tabId, navigationId, documentId, nonce) => {
      if (await isAt(tabId, navigationId)) await offerFrame(tabId, documentId, nonce);
    },
    grantFrame,
    openViewer: openViewerFor,
    step: (tabId, by) =>
      inOrder(tabId, async () => {
        const state = await loadState(tabId);
        if (state?.marks !== 'on') await step(tabId, { kind: 'toggled' });
        await tell(tabId, { kind: 'step', by });
      }),
    lookAgain,
  };
}

/** Shows the tab's PDF, or one of its files, in our viewer. */
async function openViewerFor(tabId: number, documentId?: string, finding?: string, cell?: CellAddress): Promise<void> {
  const tab = await browser.tabs.get(tabId);
  const file = (await loadFiles(tabId))?.files.find((entry) => entry.documentId === documentId);
  const url = file?.url ?? tab.url;
  if (url === undefined || (documentId !== undefined && file === undefined)) return;
  // The tab's own PDF, or a file of its page's own origin, is asked for as the reader; any other without cookies.
  const word = file?.own === false ? '' : `&own=${await wordFor(url)}`;
  const address = `${browser.runtime.getURL('/')}viewer.html?file=${encodeURIComponent(url)}${word}${finding === undefined ? '' : `&finding=${encodeURIComponent(finding)}`}${cell === undefined ? '' : `&cell=${cellQuery(cell)}`}`;
  // What a page shows or links to opens beside it; a PDF that is the tab gives way to our viewer.
  if (file === undefined || file.where === 'page') await browser.tabs.update(tabId, { url: address });
  else await browser.tabs.create({ url: address, index: tab.index + 1, openerTabId: tabId });
}

/** Is the tab known, and on this page? */
async function isAt(tabId: number, navigationId: string): Promise<boolean> {
  return (await loadState(tabId))?.navigationId === navigationId;
}

/** The tabs whose files have changed, other than by a file's coming a little further. */
function tabsWithFilesIn(
  changes: Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>,
): number[] {
  const standing = (value: unknown) =>
    JSON.stringify(
      tabFilesSchema.safeParse(value).data?.files.map(({ documentId, where, stage }) => [documentId, where, stage]),
    );
  return Object.entries(changes).flatMap(([key, { oldValue, newValue }]) => {
    const tabId = tabOfFilesKey(key);
    return tabId === null || standing(oldValue) === standing(newValue) ? [] : [tabId];
  });
}

/** Is there such a tab? */
function isOpen(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}

/**
 * Is the tab still where its state says? A page too busy to answer counts as there.
 * @param later called once such a page has answered after all, or has gone
 */
async function stillThere(tabId: number, state: TabState, later: () => void): Promise<boolean> {
  if (state.stage === 'restricted') return false;
  if (isNamedHere(state.navigationId)) return stillShowsPdf(tabId);
  const patience = new Promise<'busy'>((resolve) => setTimeout(() => resolve('busy'), answerWithin));
  const told = tell(tabId, { kind: 'hello' });
  const answer = await Promise.race([told, patience]);
  if (answer === 'busy') {
    void told.then(later);
    return true;
  }
  const presence = presenceSchema.safeParse(answer).data;
  return presence !== undefined && (state.navigationId === '' || presence.navigationId === state.navigationId);
}

/**
 * Whether a page has left our script there the browser's interfaces: where a frame is named `chrome` or `browser`, Chromium gives none to a script
 * that comes after it, which then can tell nobody.
 */
async function hasVoice(tabId: number): Promise<boolean> {
  const runs = await browser.scripting
    .executeScript({
      target: { tabId },
      func: () => typeof (globalThis as { chrome?: { runtime?: { id?: unknown } } }).chrome?.runtime?.id === 'string',
    })
    .catch(() => []);
  return runs[0]?.result !== false;
}

/** @returns `restricted` if the browser does not let us into the page, `page-shadows` if the page leaves us no voice there */
async function carryOut(
  tabId: number,
  effect: TabEffect,
  state: TabState | null,
  files: FileDesk,
): Promise<'done' | 'restricted' | 'page-shadows'> {
  switch (effect) {
    case 'forget':
      await Promise.all([dropReports(tabId), dropFrames(tabId), files.drop(tabId)]);
      return 'done';
    case 'read-file': {
      const tab = await loadFiles(tabId);
      await files.want(
        tabId,
        tab?.files.filter(({ where }) => where === 'page').map(({ documentId }) => documentId) ?? [],
      );
      return 'done';
    }
    case 'open-viewer':
      await openViewerFor(tabId);
      return 'done';
    case 'inject':
      return browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/annotate.js'] }).then(
        // Where the detector spoke, our world there has its interfaces.
        async () => (state?.page !== 'asked' || (await hasVoice(tabId)) ? 'done' : 'page-shadows'),
        () => 'restricted',
      );
    case 'read-again':
      await tell(tabId, { kind: 'read-again' });
      return 'done';
    case 'show':
      if (state !== null) await show(tabId, state);
      return 'done';
  }
}

async function show(tabId: number, state: TabState): Promise<void> {
  const marks = state.marks === 'on';
  if (state.page !== 'viewer') {
    const injection = { target: { tabId, allFrames: true }, css: highlightCss };
    // Once too often removed does no harm; twice inserted would outlive one removal.
    await browser.scripting.removeCSS(injection).catch(() => undefined);
    if (marks) await browser.scripting.insertCSS(injection).catch(() => undefined);
  }
  const swap = marks ? filesToSwap((await loadFiles(tabId))?.files ?? []) : [];
  await tell(tabId, { kind: 'show', marks, rounding: state.rounding, coverage: state.coverage, swap });
}

/** Sends to the document of a tab. @returns its answer; undefined if nobody of ours is there */
function tell(tabId: number, message: ToDocument): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}

async function setBadge(tabId: number, state: TabState | null): Promise<void> {
  const listed = await loadFiles(tabId);
  const badge = badgeOf(
    state,
    listed !== null && listed.navigationId === state?.navigationId ? listed.files : [],
    words[await spokenLanguage()],
  );
  // A tab that has just been closed has no badge to set.
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: badge.text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: badge.colour }),
    browser.action.setTitle({ tabId, title: badge.title }),
  ]).catch(() => undefined);
}

async function spokenLanguage(): Promise<Language> {
  return languageFor(await loadSettings());
}

function countsOf(reports: TabReports, ignored: readonly Ignored[], settings: Settings): Counts {
  return tallyOf(
    headDocuments(reports.documents).map(({ report }) => asChosen(report, settings)),
    ignored,
  );
}
