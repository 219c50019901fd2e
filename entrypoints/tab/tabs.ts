import { browser } from 'wxt/browser';
import { countVerdicts } from '../ui/finding-text.ts';
import type { Words } from '../ui/messages.ts';
import { languageOf, words } from '../ui/messages.ts';
import type { DocumentRecord, TabReports, TabState, ToDocument } from '../ui/protocol.ts';
import { presenceSchema } from '../ui/protocol.ts';
import { badgeOf } from './badge.ts';
import { highlightCss } from './highlight-css.ts';
import { dropReports, loadState, saveReport, saveState } from './store.ts';
import type { Counts, TabEffect, TabEvent } from './tab-state.ts';
import { stateFor, stepTab } from './tab-state.ts';

const answerWithin = 2000;

/** The background's hold on the tabs. */
export interface Tabs {
  /** Something happened to a tab. */
  take(tabId: number, event: TabEvent): Promise<void>;
  /** A document of a tab has been read. */
  takeReport(tabId: number, navigationId: string, record: DocumentRecord, viewer: boolean): Promise<void>;
  /** The tab's PDF is to be shown in our viewer. */
  openViewer(tabId: number): Promise<void>;
  /** The tab finished loading something: is what we know of it still true? */
  lookAgain(tabId: number): Promise<void>;
}

/** Drives the state machine of each tab, one event after the other. */
export function startTabs(): Tabs {
  /** What each tab is at. Only order lives here: a stopped worker has nothing under way. */
  const queues = new Map<number, Promise<void>>();

  const inOrder = (tabId: number, task: () => Promise<void>): Promise<void> => {
    const done = (queues.get(tabId) ?? Promise.resolve()).then(task).catch((error: unknown) => console.error(error));
    queues.set(tabId, done);
    void done.then(() => {
      if (queues.get(tabId) === done) queues.delete(tabId);
    });
    return done;
  };

  const step = async (tabId: number, event: TabEvent): Promise<void> => {
    const before = await loadState(tabId);
    const { state, effects } = stepTab(before, event);
    if (state !== null || before !== null) await saveState(tabId, state);
    for (const effect of effects) {
      if (!await carryOut(tabId, effect, state)) {
        await step(tabId, { kind: 'restricted' });
        return;
      }
    }
    if (state !== null || before !== null) await setBadge(tabId, state);
  };

  const take = (tabId: number, event: TabEvent) => inOrder(tabId, () => step(tabId, event));

  return {
    take,
    takeReport: (tabId, navigationId, { documentId, where, report }, viewer) => inOrder(tabId, async () => {
      if (stateFor(await loadState(tabId), navigationId, viewer) === null) return;
      const reports = await saveReport(tabId, navigationId, { documentId, where, report }).catch(() => null);
      if (reports === null) await step(tabId, { kind: 'failed', navigationId, viewer, error: spoken().tooMuch });
      else await step(tabId, { kind: 'read', navigationId, viewer, counts: countsOf(reports) });
    }),
    openViewer: async (tabId) => {
      const { url } = await browser.tabs.get(tabId);
      if (url !== undefined) await browser.tabs.update(tabId, { url: `${browser.runtime.getURL('/')}viewer.html?file=${encodeURIComponent(url)}` });
    },
    lookAgain: (tabId) => inOrder(tabId, async () => {
      const state = await loadState(tabId);
      if (state !== null && !await stillThere(tabId, state)) await step(tabId, { kind: 'left' });
    }),
  };
}

/** Is the tab still where its state says? A page too busy to answer counts as there. */
async function stillThere(tabId: number, state: TabState): Promise<boolean> {
  if (state.stage === 'restricted') return false;
  const patience = new Promise<'busy'>((resolve) => setTimeout(() => resolve('busy'), answerWithin));
  const answer = await Promise.race([tell(tabId, { kind: 'hello' }), patience]);
  if (answer === 'busy') return true;
  const presence = presenceSchema.safeParse(answer).data;
  return presence !== undefined && (state.navigationId === '' || presence.navigationId === state.navigationId);
}

/** @returns false if the browser does not let us into the page */
async function carryOut(tabId: number, effect: TabEffect, state: TabState | null): Promise<boolean> {
  switch (effect) {
    case 'forget':
      await dropReports(tabId);
      return true;
    case 'inject':
      return browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/annotate.js'] }).then(() => true, () => false);
    case 'read-again':
      await tell(tabId, { kind: 'read-again' });
      return true;
    case 'show':
      if (state !== null) await show(tabId, state);
      return true;
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
  await tell(tabId, { kind: 'show', marks, rounding: state.rounding });
}

/** Sends to the document of a tab. @returns its answer; undefined if nobody of ours is there */
function tell(tabId: number, message: ToDocument): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}

async function setBadge(tabId: number, state: TabState | null): Promise<void> {
  const badge = badgeOf(state, spoken());
  // A tab that has just been closed has no badge to set.
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: badge.text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: badge.colour }),
    browser.action.setTitle({ tabId, title: badge.title }),
  ]).catch(() => undefined);
}

function spoken(): Words {
  return words[languageOf(browser.i18n.getUILanguage())];
}

function countsOf(reports: TabReports): Counts {
  const all = reports.documents.map((document) => document.report);
  return {
    inconsistent: countVerdicts(all).inconsistent,
    amounts: all.reduce((sum, report) => sum + report.coverage.amounts, 0),
    checked: all.reduce((sum, report) => sum + report.coverage.checked, 0),
  };
}

