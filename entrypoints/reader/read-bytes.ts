import { largestPictureRead } from '../../core/read/pdf/limits.ts';
import type { FileFailure, ReaderNews } from '../shared/protocol/protocol.ts';
import { OpenFailure } from '../shared/files/failure.ts';
import { fingerprint } from '../viewer/opening/fingerprint.ts';
import { openDocument } from '../viewer/opening/open-document.ts';
import { readAndCheck } from '../viewer/reading/reading.ts';
import { CheckTookTooLong, usualLimits } from '../viewer/reading/reading-limits.ts';
import { WorkerGone } from '../viewer/opening/worker-watch.ts';

/** The share of the work that is reading; the rest is checking. */
const readingShare = 0.9;

type News = ReaderNews['news'];

/** What comes of a file. */
export type FileOutcome = Extract<News, { readonly stage: 'read' | 'failed' }>;

/**
 * Reads a PDF's tables and checks them.
 * @param tooMuch pages at which reading had to be ended before
 * @param onProgress told how far it is, 0 to 1, and which page is next
 * @returns the report, or why there is none
 */
export async function readBytes(
  bytes: Uint8Array<ArrayBuffer>,
  source: { readonly url: string; readonly title: string },
  tooMuch: ReadonlySet<number>,
  onProgress: (progress: number, page: number | null) => void,
): Promise<FileOutcome> {
  const ended = new AbortController();
  let failure: FileFailure = { kind: 'read-failed' };
  try {
    // Before pdf.js takes the bytes away.
    const print = await fingerprint(bytes);
    const opening = openDocument(
      bytes,
      () => {
        // Nobody is there to be asked.
        failure = { kind: 'encrypted' };
        ended.abort();
        return new Promise(() => undefined);
      },
      ended.signal,
      largestPictureRead,
    );
    // pdf.js says nothing more of a document that was closed while it asked for a password.
    const file = await Promise.race([opening, aborted(ended.signal)]);
    const { report, spots } = await readAndCheck(
      file,
      source,
      usualLimits,
      ended.signal,
      (progress) => {
        if (progress.phase === 'pages')
          onProgress(
            (readingShare * progress.page) / Math.max(1, progress.pages),
            progress.page < progress.pages ? progress.page + 1 : null,
          );
        else
          onProgress(
            Math.min(1, readingShare + ((1 - readingShare) * progress.done) / Math.max(1, progress.total)),
            null,
          );
      },
      tooMuch,
    );
    return { stage: 'read', report, ...(print !== null && { located: { fingerprint: print, spots } }) };
  } catch (error) {
    if (error instanceof OpenFailure) failure = error.reason;
    else if (error instanceof WorkerGone || error instanceof CheckTookTooLong) failure = { kind: 'stuck' };
    else if (!ended.signal.aborted) console.error('Tieout: reading failed', error);
    return { stage: 'failed', failure };
  } finally {
    // Closes the document, and its worker with it.
    ended.abort();
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('ended')), { once: true });
  });
}
