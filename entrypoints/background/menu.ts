import { browser } from 'wxt/browser';
import { words } from '../shared/locale/messages.ts';
import { languageFor, loadSettings } from '../shared/settings/settings.ts';

const localFile = 'local-file';

/** What the menu of the toolbar button offers besides the browser's own, in the reader's language; the browser keeps it. */
export async function makeMenu(): Promise<void> {
  const title = words[languageFor(await loadSettings())].localFile;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: localFile, title, contexts: ['action'] });
}

/** The reader has chosen something in that menu. */
export function chosenInMenu({ menuItemId }: { readonly menuItemId: string | number }): void {
  if (menuItemId === localFile) void browser.tabs.create({ url: '/viewer.html' });
}
