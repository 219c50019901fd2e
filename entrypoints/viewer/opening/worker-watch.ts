import type { PDFDocumentProxy } from 'pdfjs-dist';

/** pdf.js's worker has died, or is lost in a file: nothing more will come of it. */
export class WorkerGone extends Error {
  constructor() {
    super('pdf.js no longer answers');
    this.name = 'WorkerGone';
  }
}

/** How often the worker is asked, and how many times it may owe the answer. Turns are counted, not time: a computer may sleep. */
const interval = 5000;
const most = 6;

/**
 * Watches the worker of an open document, which the browser may take away without a word.
 * @param signal ends the watch
 * @returns never; rejects with WorkerGone
 */
export function untilWorkerGone(pdf: Pick<PDFDocumentProxy, 'getPageMode'>, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    let silent = 0;
    const timer = setInterval(() => {
      if (silent >= most) {
        clearInterval(timer);
        reject(new WorkerGone());
        return;
      }
      silent += 1;
      void pdf.getPageMode().then(
        () => {
          silent = 0;
        },
        () => undefined,
      );
    }, interval);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  });
}
