import { browser } from 'wxt/browser';
import { loadReports, loadState } from '../tab/store.ts';
import { reportsKey, stateKey } from '../ui/protocol.ts';
import type { TabData } from './view.ts';

/** Calls back with what is known of a tab, now and whenever it changes. */
export async function followTab(tabId: number, changed: (data: TabData) => void): Promise<void> {
  let reading = Promise.resolve();
  const read = () => {
    reading = reading.then(async () => changed({ state: await loadState(tabId), reports: await loadReports(tabId) }));
    return reading;
  };
  browser.storage.session.onChanged.addListener((changes) => {
    if (stateKey(tabId) in changes || reportsKey(tabId) in changes) void read();
  });
  await read();
}
