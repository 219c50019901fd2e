import { browser } from 'wxt/browser';
import { webAddress } from '../../shared/page/pdf-address.ts';
import { loadFiles } from '../files/file-store.ts';

/** Tells a navigation that no script of ours in the tab has named. */
const mark = 'pdf-';

/** A name for what a tab shows where no script of ours can say one. */
export function nameNavigation(): string {
  return `${mark}${crypto.randomUUID()}`;
}

/** Was it named here? */
export function isNamedHere(navigationId: string): boolean {
  return navigationId.startsWith(mark);
}

/**
 * The PDF that a tab shows, as its address tells. Firefox shows PDFs in a viewer of its own, into which it lets no script of ours.
 * @returns null for anything else, and where the browser does not tell us the address
 */
export async function pdfInTab(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const url = tab?.url === undefined ? null : webAddress(tab.url, tab.url);
  return url !== null && /\.pdf$/i.test(url.pathname) ? url.href : null;
}

/** Does the tab still show the PDF that it was named for? */
export async function stillShowsPdf(tabId: number): Promise<boolean> {
  const shown = await pdfInTab(tabId);
  return (
    shown !== null &&
    (await loadFiles(tabId))?.files.some(({ where, url }) => where === 'page' && url === shown) === true
  );
}
