import { browser } from 'wxt/browser';
import { z } from 'zod';
import { serial } from '../../shared/storage/serial.ts';
import type { FrameGrant } from '../../shared/protocol/protocol.ts';
import { loadFiles } from '../files/file-store.ts';
import { isOfPage } from '../files/files.ts';
import { writeSession } from './session-room.ts';
import { loadState } from './store.ts';

/** Several frames of a page come at once; each change waits for the one before. */
const inOrder = serial();

const offersSchema = z.record(z.string(), z.string());

/** More than this no page waits for. */
const most = 40;

function offersKey(tabId: number): string {
  return `frames:${tabId}`;
}

async function loadOffers(tabId: number): Promise<Record<string, string>> {
  const key = offersKey(tabId);
  return offersSchema.safeParse((await browser.storage.session.get(key))[key]).data ?? {};
}

/** Keeps in mind which file the viewer that brings this word belongs to. */
export function offerFrame(tabId: number, documentId: string, nonce: string): Promise<void> {
  return inOrder(async () => {
    const offers = Object.entries(await loadOffers(tabId)).slice(-most);
    await writeSession({ [offersKey(tabId)]: { ...Object.fromEntries(offers), [nonce]: documentId } });
  });
}

/**
 * What the viewer in a page's frame may know for the words that it was given. A word serves once, and only in its tab.
 * @param nonces what anybody in the page may have said, too
 * @returns null if none of them is ours
 */
export async function grantFrame(tabId: number, nonces: readonly string[]): Promise<FrameGrant | null> {
  const offer = await inOrder(async () => {
    const offers = Object.entries(await loadOffers(tabId));
    const found = offers.find(([nonce]) => nonces.includes(nonce));
    if (found !== undefined)
      await browser.storage.session.set({
        [offersKey(tabId)]: Object.fromEntries(offers.filter((each) => each !== found)),
      });
    return found;
  });
  if (offer === undefined) return null;
  const [nonce, documentId] = offer;
  const [tab, state] = await Promise.all([loadFiles(tabId), loadState(tabId)]);
  const file = tab?.files.find(
    (entry) => entry.documentId === documentId && entry.where === 'embedded' && isOfPage(entry),
  );
  return file === undefined ? null : { nonce, documentId, name: file.name, rounding: state?.rounding ?? false };
}

/** Forgets the words of a tab. */
export async function dropFrames(tabId: number): Promise<void> {
  await browser.storage.session.remove(offersKey(tabId));
}
