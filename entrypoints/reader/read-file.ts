import type { FileFailure, ReaderNews, ReaderOrder } from '../ui/protocol.ts';
import { OpenFailure } from '../viewer/failure.ts';
import { fetchBytes } from '../viewer/fetch-bytes.ts';
import { fingerprint } from '../viewer/fingerprint.ts';
import { openDocument } from '../viewer/open-document.ts';
import { readAndCheck } from '../viewer/reading.ts';
import { usualLimits } from '../viewer/reading-limits.ts';
import { WorkerGone } from '../viewer/worker-watch.ts';

/** A file that takes longer than this is given up: reading ends earlier by itself and keeps what it has, fetching and checking do not. */
const patience = 2 * usualLimits.time;

/** The share of the work that is reading; the rest is checking. */
const readingShare = 0.9;

type News = ReaderNews['news'];

/**
 * Fetches a PDF, reads its tables and checks them.
 * @param signal ends it; what is returned then does not matter
 * @param onProgress told how far it is
 * @returns the report, or why there is none
 */
export async function readFile(
  { url, title, own, asked }: Pick<ReaderOrder, 'url' | 'title' | 'own' | 'asked'>, signal: AbortSignal, onProgress: (news: Extract<News, { readonly progress: number }>) => void,
): Promise<Extract<News, { readonly stage: 'read' | 'failed' }>> {
  const ended = new AbortController();
  const late = AbortSignal.timeout(patience);
  const limit = AbortSignal.any([signal, late, ended.signal]);
  let failure: FileFailure = { kind: 'read-failed' };
  try {
    onProgress({ stage: 'fetching', progress: 0 });
    const { bytes, from } = await fetchBytes(url, { own, asked }, limit, ({ received, total }) => {
      onProgress({ stage: 'fetching', progress: total === undefined ? 0 : Math.min(1, received / total), received, total });
    });
    // Before pdf.js takes the bytes away.
    const print = await fingerprint(bytes);
    const opening = openDocument(bytes, () => {
      // Nobody is there to be asked.
      failure = { kind: 'encrypted' };
      ended.abort();
      return new Promise(() => undefined);
    }, limit);
    // pdf.js says nothing more of a document that was closed while it asked for a password.
    const file = await Promise.race([opening, aborted(limit)]);
    const { report, spots } = await readAndCheck(file, { url, title }, usualLimits, limit, (progress) => {
      onProgress({ stage: 'reading', progress: progress.phase === 'pages'
        ? (readingShare * progress.page) / Math.max(1, progress.pages)
        : Math.min(1, readingShare + ((1 - readingShare) * progress.done) / Math.max(1, progress.total)) });
    });
    return { stage: 'read', report, ...(from !== url && { from }), ...(print !== null && { located: { fingerprint: print, spots } }) };
  } catch (error) {
    if (late.aborted) failure = { kind: 'too-long' };
    else if (error instanceof OpenFailure) failure = error.reason;
    else if (error instanceof WorkerGone) failure = { kind: 'interrupted' };
    else if (!limit.aborted) console.error('Tieout: reading failed', error);
    return { stage: 'failed', failure };
  } finally {
    // Closes the document, and its worker with it.
    ended.abort();
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(new Error('ended'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
