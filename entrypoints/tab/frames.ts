import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { FrameGrant } from '../ui/protocol.ts';
import { loadFiles } from './file-store.ts';
import { writeSession } from './session-room.ts';
import { loadState } from './store.ts';

/** Several frames of a page come at once; each change waits for the one before. */
let turn: Promise<unknown> = Promise.resolve();

function inOrder<Value>(task: () => Promise<Value>): Promise<Value> {
  const done = turn.then(task);
  turn = done.catch(() => undefined);
  return done;
}

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
 * What the viewer in a page's frame may know for the word that it was given. A word serves once, and only in its tab.
 * @returns null if the word is none of ours
 */
export async function grantFrame(tabId: number, nonce: string): Promise<FrameGrant | null> {
  const documentId = await inOrder(async () => {
    const { [nonce]: offered, ...rest } = await loadOffers(tabId);
    if (offered !== undefined) await browser.storage.session.set({ [offersKey(tabId)]: rest });
    return offered;
  });
  if (documentId === undefined) return null;
  const [tab, state] = await Promise.all([loadFiles(tabId), loadState(tabId)]);
  const file = tab?.files.find((entry) => entry.documentId === documentId && entry.where === 'embedded');
  return file === undefined ? null : { documentId, name: file.name, rounding: state?.rounding ?? false };
}

/** Forgets the words of a tab. */
export async function dropFrames(tabId: number): Promise<void> {
  await browser.storage.session.remove(offersKey(tabId));
}
