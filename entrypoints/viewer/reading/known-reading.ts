import { browser } from 'wxt/browser';
import type { KeptReading } from '../../shared/protocol/kept-reading.ts';
import { keptReadingSchema, readingKey } from '../../shared/protocol/kept-reading.ts';

/**
 * What the reader in the background has read of these very bytes at this address.
 * @param fingerprint of the bytes; null: unknown
 * @returns null if nobody has read them, or it is forgotten
 */
export async function knownReading(fingerprint: string | null, url: string): Promise<KeptReading | null> {
  if (fingerprint === null) return null;
  const key = readingKey(fingerprint);
  const reading = keptReadingSchema.safeParse((await browser.storage.session.get(key))[key]).data?.reading;
  return reading?.report.source.url === url ? reading : null;
}
