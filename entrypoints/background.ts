import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { senderOf } from './tab/sender.ts';
import { registerAddedSites } from './tab/added-sites.ts';
import type { Tabs } from './tab/tabs.ts';
import { startTabs } from './tab/tabs.ts';
import type { FrameGrant, ToBackground } from './ui/protocol.ts';
import { toBackgroundSchema } from './ui/protocol.ts';
import { loadSettings, settingsKey } from './ui/settings.ts';

function fromPopup(tabs: Tabs, message: ToBackground): void {
  switch (message.kind) {
    case 'open-viewer': void tabs.openViewer(message.tabId, message.documentId, message.finding, message.cell); return;
    case 'check-files': void tabs.files.want(message.tabId, message.documentIds); return;
    case 'cancel-files': void tabs.files.cancel(message.tabId, message.documentIds); return;
    case 'opened':
    case 'switched':
    case 'again':
      // What we know may be of a page that has been left since.
      if (message.kind === 'opened') void tabs.lookAgain(message.tabId);
      void tabs.take(message.tabId, message);
  }
}

function fromPage(tabs: Tabs, tabId: number, url: string, message: ToBackground): void {
  switch (message.kind) {
    case 'detected':
      void loadSettings().then(({ automatic }) => {
        // A tab that is a PDF is known as one, so that the popup can open it; a page is left alone until the reader asks.
        if (automatic || message.page === 'pdf') void tabs.take(tabId, message);
        // What the PDF is called the browser says, not the page.
        if (message.page === 'pdf') void tabs.takePdf(tabId, message.navigationId, url);
      });
      return;
    case 'returned': void tabs.take(tabId, message); return;
    case 'files': void tabs.takeFiles(tabId, message.navigationId, message.files, message.more); return;
    case 'reading':
    case 'failed': void tabs.take(tabId, { ...message, viewer: false }); return;
    case 'report':
      if (message.where === 'page' || message.where === 'frame') void tabs.takeReport(tabId, message.navigationId, message, false);
  }
}

/**
 * The worker may stop at any moment: listeners are registered here and now, and everything they need to know lies in storage.session.
 */
export default defineBackground(() => {
  const tabs = startTabs();

  browser.runtime.onMessage.addListener((raw: unknown, from, answer: (grant: FrameGrant | null) => void) => {
    const sender = senderOf(from);
    const message = toBackgroundSchema.safeParse(raw).data;
    if (sender === null || message === undefined) return;
    switch (sender.kind) {
      case 'popup':
        fromPopup(tabs, message);
        return;
      case 'reader':
        if (message.kind === 'reader-news') void tabs.files.hear(message);
        return;
      case 'framed-viewer':
        if (message.kind !== 'frame-claim') return;
        void tabs.grantFrame(sender.tabId, message.nonce).then(answer);
        return true;
      case 'viewer':
        if (message.kind === 'switched' && message.tabId === sender.tabId) void tabs.take(sender.tabId, message);
        else if (message.kind === 'reading' || message.kind === 'failed') void tabs.take(sender.tabId, { ...message, viewer: true });
        else if (message.kind === 'report' && message.where === 'viewer') void tabs.takeReport(sender.tabId, message.navigationId, message, true);
        return;
      case 'page':
        if (message.kind === 'frame-offer') {
          // The page's script waits for this: what it does next makes our viewer claim it.
          void tabs.offerFrame(sender.tabId, message.navigationId, message.documentId, message.nonce).then(() => answer(null));
          return true;
        }
        fromPage(tabs, sender.tabId, sender.url, message);
    }
  });

  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'complete') void tabs.lookAgain(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => void tabs.take(tabId, { kind: 'left' }));
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    switch (command) {
      case 'toggle-marks': void tabs.take(tab.id, { kind: 'toggled' }); return;
      case 'next-finding': void tabs.step(tab.id, 1); return;
      case 'previous-finding': void tabs.step(tab.id, -1);
    }
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: '/welcome.html' });
    void registerAddedSites();
  });
  browser.runtime.onStartup.addListener(() => void registerAddedSites());
  browser.permissions.onAdded.addListener(() => void registerAddedSites());
  browser.permissions.onRemoved.addListener(() => void registerAddedSites());
  browser.storage.local.onChanged.addListener((changes) => {
    if (settingsKey in changes) void registerAddedSites();
  });
  void tabs.files.resume();
});
