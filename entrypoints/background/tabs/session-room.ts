import { browser } from 'wxt/browser';
import { reportsKey, stateKey, tabStateSchema } from '../../shared/protocol/protocol.ts';
import { dropOldestReading } from '../files/kept-readings.ts';

/**
 * Writes to storage.session, which holds 10 MB. Where they are full, what can be had again makes room: first what was read of files, then the
 * reports of the tabs that have been still the longest; their states stay, so that the popup can say so.
 * @param items what to write
 * @param keep the tab whose reports stay
 * @throws what the browser throws if there is no room even so
 */
export async function writeSession(items: Readonly<Record<string, unknown>>, keep?: number): Promise<void> {
  for (;;) {
    try {
      await browser.storage.session.set(items);
      return;
    } catch (error) {
      if (!(await makeRoom(keep))) throw error;
    }
  }
}

/** Forgets what can be spared the most easily. @returns whether there was anything */
export async function makeRoom(keep?: number): Promise<boolean> {
  if (await dropOldestReading()) return true;
  const [oldest] = await tabsByAge(keep);
  if (oldest === undefined) return false;
  await browser.storage.session.remove(reportsKey(oldest));
  return true;
}

/** Tabs that hold reports. */
export async function tabsWithReports(): Promise<number[]> {
  return tabsIn(await browser.storage.session.get(null));
}

function tabsIn(all: Record<string, unknown>): number[] {
  return Object.keys(all).flatMap((key) =>
    key.startsWith(reportsKey(0).slice(0, -1)) ? [Number(key.split(':')[1])] : [],
  );
}

/** Tabs that hold reports, except one, the one that has been still the longest first. */
async function tabsByAge(except: number | undefined): Promise<number[]> {
  const all = await browser.storage.session.get(null);
  return tabsIn(all)
    .filter((tabId) => tabId !== except)
    .map((tabId) => ({ tabId, changed: tabStateSchema.safeParse(all[stateKey(tabId)]).data?.changed ?? 0 }))
    .sort((a, b) => a.changed - b.changed)
    .map(({ tabId }) => tabId);
}
