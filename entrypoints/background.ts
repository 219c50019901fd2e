import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { senderOf } from './tab/sender.ts';
import { startTabs } from './tab/tabs.ts';
import { toBackgroundSchema } from './ui/protocol.ts';

/**
 * The worker may stop at any moment: listeners are registered here and now, and everything they need to know lies in storage.session.
 */
export default defineBackground(() => {
  const tabs = startTabs();

  browser.runtime.onMessage.addListener((raw: unknown, from) => {
    const sender = senderOf(from);
    const message = toBackgroundSchema.safeParse(raw).data;
    if (sender === null || message === undefined) return;
    if (sender.kind === 'popup') {
      if (message.kind === 'open-viewer') void tabs.openViewer(message.tabId);
      // What we know may be of a page that has been left since.
      if (message.kind === 'opened') void tabs.lookAgain(message.tabId);
      if (message.kind === 'opened' || message.kind === 'switched' || message.kind === 'again') void tabs.take(message.tabId, message);
      return;
    }
    const viewer = sender.kind === 'viewer';
    if (message.kind === 'detected' && !viewer) void tabs.take(sender.tabId, message);
    else if (message.kind === 'switched' && viewer && message.tabId === sender.tabId) void tabs.take(sender.tabId, message);
    else if (message.kind === 'reading' || message.kind === 'failed') void tabs.take(sender.tabId, { ...message, viewer });
    else if (message.kind === 'report' && viewer === (message.where === 'viewer')) {
      void tabs.takeReport(sender.tabId, message.navigationId, message, viewer);
    }
  });

  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'complete') void tabs.lookAgain(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => void tabs.take(tabId, { kind: 'left' }));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'toggle-marks' && tab?.id !== undefined) void tabs.take(tab.id, { kind: 'toggled' });
  });
});
