import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { Sender } from './sender.ts';
import { senderOf } from './sender.ts';
import { registerAddedSites } from './added-sites.ts';
import { lookAtOpenTabs } from './open-tabs.ts';
import { chosenInMenu, makeMenu } from './menu.ts';
import type { Tabs } from './tabs/tabs.ts';
import { startTabs } from './tabs/tabs.ts';
import { mayRead } from '../shared/files/fetch-bytes.ts';
import type { FrameGrant, ToBackground } from '../shared/protocol/protocol.ts';
import { toBackgroundSchema } from '../shared/protocol/protocol.ts';
import { loadSettings, settingsKey } from '../shared/settings/settings.ts';

function fromPopup(tabs: Tabs, message: ToBackground): void {
  switch (message.kind) {
    case 'open-viewer':
      void tabs.openViewer(message.tabId, message.documentId, message.finding, message.cell);
      return;
    case 'check-files':
      void tabs.files.want(message.tabId, message.documentIds);
      return;
    case 'cancel-files':
      void tabs.files.cancel(message.tabId, message.documentIds);
      return;
    case 'switched':
    case 'again':
      void tabs.take(message.tabId, message);
  }
}

/** The popup has opened on a tab. What we know may be of a page that has been left since, or of a reader that is no longer there. */
function popupOpened(tabs: Tabs, tabId: number): Promise<void> {
  void tabs.files.resume();
  void tabs.lookAgain(tabId);
  return tabs.take(tabId, { kind: 'opened' });
}

/** @returns once what the page says is kept, if that matters to it */
function fromPage(
  tabs: Tabs,
  { tabId, url, origin }: Extract<Sender, { readonly kind: 'page' }>,
  message: ToBackground,
): Promise<void> | undefined {
  switch (message.kind) {
    case 'detected':
      void loadSettings().then(({ automatic }) => {
        // A tab that is a PDF is known as one, so that the popup can open it; a page is left alone until the reader asks.
        if (automatic || message.page === 'pdf') void tabs.take(tabId, message);
        // What the PDF is called the browser says, not the page.
        if (message.page === 'pdf') void tabs.takePdf(tabId, message.navigationId, url);
      });
      return;
    case 'returned':
      void tabs.take(tabId, message);
      return;
    case 'files':
      void tabs.takeFiles(tabId, message.navigationId, origin, message.files, message.more);
      return;
    case 'reading':
    case 'failed':
      void tabs.take(tabId, { ...message, viewer: false });
      return;
    case 'report':
      if (message.where === 'page' || message.where === 'frame')
        return tabs.takeReport(tabId, message.navigationId, message, false);
  }
}

/**
 * The worker may stop at any moment: listeners are registered here and now, and everything they need to know lies in storage.session.
 */
export default defineBackground(() => {
  const tabs = startTabs();

  browser.runtime.onMessage.addListener((raw: unknown, from, answer: (answer: FrameGrant | boolean | null) => void) => {
    const sender = senderOf(from);
    const message = toBackgroundSchema.safeParse(raw).data;
    if (sender === null || message === undefined) return;
    /** Answers once something is done, so that who asked for it knows. */
    const acknowledge = (done: Promise<void> | undefined): true | undefined => {
      void done?.then(() => answer(true));
      return done && true;
    };
    switch (sender.kind) {
      case 'popup':
        if (message.kind === 'opened') return acknowledge(popupOpened(tabs, message.tabId));
        fromPopup(tabs, message);
        return;
      case 'reader':
        if (message.kind === 'may-read') {
          void mayRead(message.url).then(answer);
          return true;
        }
        if (message.kind === 'reader-alive') void tabs.files.alive(message.jobs);
        return message.kind === 'reader-news' ? acknowledge(tabs.files.hear(message)) : undefined;
      case 'framed-viewer':
        if (message.kind !== 'frame-claim') {
          // The page's script speaks for its files; nobody need say it again.
          answer(true);
          return;
        }
        void tabs.grantFrame(sender.tabId, message.nonces).then(answer);
        return true;
      case 'viewer':
        if (message.kind === 'switched' && message.tabId === sender.tabId) void tabs.take(sender.tabId, message);
        else if (message.kind === 'reading' || message.kind === 'failed')
          void tabs.take(sender.tabId, { ...message, viewer: true });
        else if (message.kind === 'report' && message.where === 'viewer')
          return acknowledge(tabs.takeReport(sender.tabId, message.navigationId, message, true));
        return;
      case 'page':
        if (message.kind === 'frame-offer') {
          // The page's script waits for this: what it does next makes our viewer claim it.
          void tabs
            .offerFrame(sender.tabId, message.navigationId, message.documentId, message.nonce)
            .then(() => answer(null));
          return true;
        }
        return acknowledge(fromPage(tabs, sender, message));
    }
  });

  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'complete') void tabs.lookAgain(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => void tabs.close(tabId));
  // A browser that saves memory may put a new tab in the place of one that nobody looks at.
  browser.tabs.onReplaced.addListener((_, tabId) => void tabs.close(tabId));
  // The reader's page keeps this open while it reads: should the browser take the page away, the file is not waited for.
  browser.runtime.onConnect.addListener((port) => {
    if (port.sender !== undefined && senderOf(port.sender)?.kind === 'reader')
      port.onDisconnect.addListener(() => void tabs.files.resume());
    else port.disconnect();
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    switch (command) {
      case 'toggle-marks':
        void tabs.take(tab.id, { kind: 'toggled' });
        return;
      case 'next-finding':
        void tabs.step(tab.id, 1);
        return;
      case 'previous-finding':
        void tabs.step(tab.id, -1);
    }
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: '/welcome.html' });
    void registerAddedSites();
    void makeMenu();
    if (reason === 'install' || reason === 'update') void lookAtOpenTabs();
  });
  browser.contextMenus.onClicked.addListener(chosenInMenu);
  browser.runtime.onStartup.addListener(() => void registerAddedSites());
  browser.permissions.onAdded.addListener(() => void registerAddedSites());
  browser.permissions.onRemoved.addListener(() => void registerAddedSites());
  browser.storage.local.onChanged.addListener((changes) => {
    if (!(settingsKey in changes)) return;
    void registerAddedSites();
    void makeMenu();
  });
  void tabs.files.resume();
});
