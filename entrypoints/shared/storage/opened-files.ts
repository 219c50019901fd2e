import { browser } from 'wxt/browser';
import { z } from 'zod';

/**
 * Our viewer's address says which file it shows, and a page that knows the address can lead a tab there. So cookies go with its request only
 * if a word in the address is one that we gave out for this very file: as the tab's own PDF, or one of its page's own origin.
 */
const key = 'opened-files';

const openedSchema = z.record(z.string(), z.string());

/** Nobody has more viewers open. */
const most = 200;

async function openedFiles(): Promise<Record<string, string>> {
  return openedSchema.safeParse((await browser.storage.session.get(key))[key]).data ?? {};
}

/** Gives out a word for a file that our viewer is to be opened with. */
export async function wordFor(url: string): Promise<string> {
  const word = crypto.randomUUID();
  const known = Object.entries(await openedFiles()).slice(1 - most);
  await browser.storage.session.set({ [key]: { ...Object.fromEntries(known), [word]: url } });
  return word;
}

/** Was this word given out for this file? */
export async function isWordFor(word: string | null, url: string): Promise<boolean> {
  const opened = await openedFiles();
  return word !== null && Object.hasOwn(opened, word) && opened[word] === url;
}
