import { browser } from 'wxt/browser';
import { loadFiles } from '../tab/file-store.ts';
import { loadReports, loadState } from '../tab/store.ts';
import { filesKey, reportsKey, stateKey } from '../ui/protocol.ts';
import type { TabData } from './view.ts';

/** Calls back with what is known of a tab, now and whenever it changes. */
export async function followTab(tabId: number, changed: (data: TabData) => void): Promise<void> {
  let reading = Promise.resolve();
  const read = () => {
    reading = reading.then(async () => changed({ state: await loadState(tabId), reports: await loadReports(tabId), files: await loadFiles(tabId) }));
    return reading;
  };
  browser.storage.session.onChanged.addListener((changes) => {
    if ([stateKey, reportsKey, filesKey].some((key) => key(tabId) in changes)) void read();
  });
  await read();
}
