import { serial } from '../shared/storage/serial.ts';
import { loadFiles } from '../background/files/file-store.ts';
import { loadReports, loadState } from '../background/tabs/store.ts';
import { hearStorage } from '../shared/storage/hear-storage.ts';
import { filesKey, reportsKey, stateKey } from '../shared/protocol/protocol.ts';
import type { TabData } from './view.ts';

/** Calls back with what is known of a tab, now and whenever it changes, until the signal aborts. */
export async function followTab(tabId: number, changed: (data: TabData) => void, signal: AbortSignal): Promise<void> {
  const inOrder = serial();
  const read = () =>
    inOrder(async () => {
      const data: TabData = {
        state: await loadState(tabId),
        reports: await loadReports(tabId),
        files: await loadFiles(tabId),
      };
      if (!signal.aborted) changed(data);
    });
  const hear = (changes: Record<string, unknown>) => {
    if ([stateKey, reportsKey, filesKey].some((key) => key(tabId) in changes)) void read();
  };
  hearStorage('session', hear, signal);
  await read();
}
