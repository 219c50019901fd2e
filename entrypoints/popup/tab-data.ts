import { serial } from '../shared/serial.ts';
import { loadFiles } from '../tab/file-store.ts';
import { loadReports, loadState } from '../tab/store.ts';
import { hearStorage } from '../ui/hear-storage.ts';
import { filesKey, reportsKey, stateKey } from '../ui/protocol.ts';
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
