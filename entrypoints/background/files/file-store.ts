import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { TabFiles } from '../../shared/protocol/protocol.ts';
import { filesKey, tabFilesSchema } from '../../shared/protocol/protocol.ts';
import { underWay } from './files.ts';
import { writeSession } from '../tabs/session-room.ts';

/** Tabs that wait for files: the list of all keys would bring all reports with it. */
const waitingKey = 'waiting-tabs';

/** The files of a tab, or null. */
export async function loadFiles(tabId: number): Promise<TabFiles | null> {
  const key = filesKey(tabId);
  return tabFilesSchema.safeParse((await browser.storage.session.get(key))[key]).data ?? null;
}

/** Keeps or forgets the files of a tab. */
export async function saveFiles(tabId: number, files: TabFiles | null): Promise<void> {
  const waiting = await waitingTabs();
  const waits = files?.files.some(underWay) === true;
  if (files === null) await browser.storage.session.remove(filesKey(tabId));
  if (files !== null || waits !== waiting.includes(tabId)) {
    await writeSession({
      ...(files !== null && { [filesKey(tabId)]: files }),
      ...(waits !== waiting.includes(tabId) && {
        [waitingKey]: waits ? [...waiting, tabId] : waiting.filter((id) => id !== tabId),
      }),
    });
  }
}

/** Tabs with files that are being read or wait for it. */
export async function waitingTabs(): Promise<number[]> {
  return z.array(z.int()).safeParse((await browser.storage.session.get(waitingKey))[waitingKey]).data ?? [];
}
