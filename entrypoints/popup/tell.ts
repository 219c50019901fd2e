import { browser } from 'wxt/browser';
import type { Contents } from '../../core/report/export/contents.ts';
import { contentsSchema } from '../../core/report/export/contents.ts';
import type { ToBackground, ToDocument } from '../shared/protocol/protocol.ts';

/** Tells the background; it answers by changing what storage.session says of the tab. Of the popup's opening it says when that has been done. */
export async function tell(message: ToBackground): Promise<void> {
  await browser.runtime.sendMessage(message).catch(() => undefined);
}

/** Tells the script or viewer in a tab. */
export async function tellTab(tabId: number, message: ToDocument): Promise<void> {
  await browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}

/** Asks the script or viewer in a tab for what is printed in its document; null if nobody there has it. */
export async function askContents(tabId: number, documentId: string): Promise<Contents | null> {
  const message: ToDocument = { kind: 'contents', documentId };
  return contentsSchema.safeParse(await browser.tabs.sendMessage(tabId, message).catch(() => null)).data ?? null;
}
