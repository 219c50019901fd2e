import { browser } from 'wxt/browser';
import type { ToBackground, ToDocument } from '../ui/protocol.ts';

/** Tells the background; it answers by changing what storage.session says of the tab. */
export async function tell(message: ToBackground): Promise<void> {
  await browser.runtime.sendMessage(message).catch(() => undefined);
}

/** Tells the script or viewer in a tab. */
export async function tellTab(tabId: number, message: ToDocument): Promise<void> {
  await browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}
