import { browser } from 'wxt/browser';
import { allowedSites } from './added-sites.ts';

/**
 * Looks at the pages that were open before the extension came, or before it was updated: the browser runs content scripts in new pages only.
 * Firefox does it by itself.
 */
export async function lookAtOpenTabs(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  const tabs = await browser.tabs.query({ url: ['*://*.gov.cn/*', ...(await allowedSites())], discarded: false });
  await Promise.all(
    tabs.map(async ({ id }) => {
      // A page that the browser keeps from us, or that has just gone.
      if (id !== undefined)
        await browser.scripting
          .executeScript({ target: { tabId: id }, files: ['/content-scripts/detect.js'] })
          .catch(() => undefined);
    }),
  );
}
