import { guarded } from '../../../core/read/pdf/guarded.ts';
import type { PdfSource } from '../../../core/read/pdf/source.ts';
import { WorkerGone } from '../opening/worker-watch.ts';

/** Said by pdf.js's worker when a file would have unpacked to more than it may (capped.ts). */
export const excessWord = 'tieout-excess';

/** So many messages for one page are more than it can hold: each brings a thousand steps, a font or a picture. */
const mostMessages = 5000;

/** A document whose pages are too much rather than empty where their streams were cut off. */
export interface Guarded {
  readonly pdf: PdfSource;
  /** Rejects with WorkerGone when the worker does not come to an end of a page. */
  readonly flooded: Promise<never>;
}

/**
 * Watches what pdf.js's worker sends while a document's pages are read, one after the other.
 * @param pdf the document
 * @param port its worker
 * @param signal ends the watch
 */
export function guardExcess(pdf: PdfSource, port: Pick<EventTarget, 'addEventListener'>, signal: AbortSignal): Guarded {
  let excesses = 0;
  let messages = 0;
  const flooded = new Promise<never>((_, reject) => {
    port.addEventListener(
      'message',
      (event) => {
        if ((event as MessageEvent<unknown>).data === excessWord) excesses += 1;
        messages += 1;
        if (messages > mostMessages) reject(new WorkerGone());
      },
      { signal },
    );
  });
  return {
    flooded,
    pdf: guarded(pdf, {
      excesses: () => excesses,
      begins: () => {
        messages = 0;
      },
    }),
  };
}
