import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { fileEntrySchema, tabFilesSchema, tabReportsSchema } from '../../entrypoints/ui/protocol.ts';
import type { ExtensionBrowser } from './harness.ts';
import { openHarness, site, waitFor } from './harness.ts';

type Entry = z.infer<typeof fileEntrySchema>;

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openHarness();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (!page.url().startsWith('about:')) await page.close();
});

async function filesOf(tabId: number): Promise<Entry[]> {
  return tabFilesSchema.parse(await browser.sessionItem(`files:${tabId}`)).files;
}

async function documentsOf(tabId: number) {
  return tabReportsSchema.parse(await browser.sessionItem(`report:${tabId}`)).documents;
}

describe('a PDF opened directly', () => {
  it('is read in the background: the badge tells without a click', async () => {
    const page = await browser.openPage(`${site}/disclosure.pdf`);
    const tabId = await browser.tabId(page);
    await waitFor('the badge', async () => (/^\d+$/.test(await browser.badgeText(tabId)) ? true : undefined), 30_000);
    const [document] = await documentsOf(tabId);
    expect(document).toMatchObject({ where: 'page', documentId: `${site}/disclosure.pdf`, report: { source: { kind: 'pdf' } } });
    expect(await filesOf(tabId)).toMatchObject([{ where: 'page', stage: 'read' }]);
    await waitFor('the reader to be closed', async () => (await browser.inWorker('chrome.offscreen.hasDocument()') === false ? true : undefined));
  });
});
