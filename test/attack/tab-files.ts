import type { Page } from 'playwright-core';
import type { FileEntry } from '../../entrypoints/shared/protocol/protocol.ts';
import type { Report } from '../../core/report/schema.ts';
import { tabFilesSchema } from '../../entrypoints/shared/protocol/protocol.ts';
import type { ExtensionBrowser } from '../e2e/harness.ts';
import { waitFor } from '../e2e/harness.ts';

/** How files of tabs stand, and a hand that asks for them as the popup does. */
export interface TabFiles {
  /** Says something to the background as the popup does. */
  say(message: unknown): Promise<unknown>;
  of(tabId: number): Promise<readonly FileEntry[]>;
  /** What was found in one of them, if it was read. */
  report(tabId: number, url: string): Promise<Report | undefined>;
  /** Waits until something has come of a file. */
  ended(tabId: number, url: string, patience?: number): Promise<FileEntry>;
}

/** Opens the popup's page in a tab, which speaks for whatever tab. */
export async function openHand(browser: ExtensionBrowser): Promise<TabFiles> {
  const hand: Page = await browser.openExtensionPage('popup.html');
  const of = async (tabId: number) =>
    tabFilesSchema.safeParse(await browser.sessionItem(`files:${tabId}`)).data?.files ?? [];
  return {
    of,
    report: async (tabId, url) =>
      (await browser.documents(tabId)).find(({ report }) => report.source.url === url)?.report,
    say: (message) =>
      hand.evaluate(
        (word) =>
          (
            globalThis as unknown as { chrome: { runtime: { sendMessage(word: unknown): Promise<unknown> } } }
          ).chrome.runtime.sendMessage(word),
        message,
      ),
    ended: (tabId, url, patience = 60_000) =>
      waitFor(
        `something to come of ${url}`,
        async () => (await of(tabId)).find((entry) => entry.url === url && ['read', 'failed'].includes(entry.stage)),
        patience,
      ),
  };
}
