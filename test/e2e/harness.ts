import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  openExtensionBrowser,
  type ExtensionBrowser,
  type ExtensionBrowserOptions,
} from '../../tools/extension-browser.ts';
import type { PopupHandle } from '../../tools/popup-handle.ts';

export { waitFor, type PopupHandle } from '../../tools/popup-handle.ts';
export type { ExtensionBrowser } from '../../tools/extension-browser.ts';

const root = join(import.meta.dirname, '../..');

/** The built extension. */
export const built = join(root, '.output/chrome-mv3');

/** Where the samples appear: `${site}/disclosure.html`. */
export const site = 'http://www.shili.gov.cn';

/** A site for which the extension has no permission, with the same files. */
export const otherSite = 'http://www.shili.example';

/**
 * A browser with the built extension (`npm run build` first), but for our layer in pages, into which tests look. Serves test/samples at `/`, the corpus at `/corpus/` where it
 * exists, and what a test adds.
 * @param options more folders, a handler, a viewport…
 */
export function openHarness(options: ExtensionBrowserOptions = {}): Promise<ExtensionBrowser> {
  const corpus = join(root, '../shared/corpus');
  return openExtensionBrowser({
    extension: built,
    openLayer: true,
    otherHosts: ['*.shili.example'],
    ...options,
    folders: { '/': join(root, 'test/samples'), ...(existsSync(corpus) && { '/corpus/': corpus }), ...options.folders },
  });
}

/** Presses a button of the popup once the popup has come to rest. */
export async function press(popup: PopupHandle, selector: string): Promise<void> {
  await popup.waitFor(
    `document.querySelector('[aria-busy="true"]') === null && document.querySelector(${JSON.stringify(selector)}) !== null`,
  );
  await popup.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
  await popup.click(selector);
}
