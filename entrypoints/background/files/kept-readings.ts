import { browser } from 'wxt/browser';
import type { Report } from '../../../core/report/schema.ts';
import type { Located } from '../../shared/protocol/kept-reading.ts';
import { keptReadingSchema, readingKey } from '../../shared/protocol/kept-reading.ts';

/** A reader goes to and fro between a few files. */
const most = 6;

/** storage.session has 10 MB for everything (store.ts); a reading larger than this is worth a second one. */
const largest = 2 * 1024 * 1024;

/** Keeps what was read of a file for the viewer that may show it; the oldest make room. */
export async function keepReading(report: Report, { fingerprint, spots }: Located): Promise<void> {
  const kept = keptReadingSchema.encode({ reading: { report, spots }, kept: Date.now() });
  if (kept.reading.length > largest) return;
  while ((await keptKeys()).filter((key) => key !== readingKey(fingerprint)).length >= most) await dropOldestReading();
  await browser.storage.session.set({ [readingKey(fingerprint)]: kept });
}

/** Forgets the reading that was kept first. @returns whether there was one */
export async function dropOldestReading(): Promise<boolean> {
  const keys = await keptKeys();
  const all = await browser.storage.session.get(keys);
  const age = (key: string) => keptReadingSchema.pick({ kept: true }).safeParse(all[key]).data?.kept ?? 0;
  const [oldest] = keys.sort((a, b) => age(a) - age(b));
  if (oldest === undefined) return false;
  await browser.storage.session.remove(oldest);
  return true;
}

async function keptKeys(): Promise<string[]> {
  return Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(readingKey('')));
}
