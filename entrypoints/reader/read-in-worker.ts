import { mostTooMuch } from '../../core/read/pdf/limits.ts';
import { mostSilent, signOfLife } from '../shared/protocol/sign-of-life.ts';
import type { FileOutcome } from './read-bytes.ts';
import type { FromWork, ToWork } from './work-messages.ts';

/** In so many turns it has to come a step further: a minute for a page, or for a slice of the check. */
const mostStill = 12;

const stuck: FileOutcome = { stage: 'failed', failure: { kind: 'stuck' } };

/** What came of one attempt, and the page that was read last. */
interface Attempt {
  readonly outcome: FileOutcome;
  readonly page: number | null;
}

/**
 * Reads a file in a worker of its own, which is ended when it no longer answers or gets no further. Where that was at a page, the file is
 * read anew without it.
 * @param bytes the file; each attempt has a copy
 * @param signal ends it, with its reason
 * @param onProgress told how far it is, 0 to 1
 * @returns the report, or why there is none
 */
export async function readInWorker(
  bytes: Uint8Array<ArrayBuffer>,
  source: Pick<ToWork, 'url' | 'title'>,
  signal: AbortSignal,
  onProgress: (progress: number) => void,
): Promise<FileOutcome> {
  const tooMuch: number[] = [];
  for (;;) {
    const { outcome, page } = await attempt({ ...source, bytes, tooMuch }, signal, onProgress);
    const isStuck = outcome.stage === 'failed' && outcome.failure.kind === 'stuck';
    if (!isStuck || page === null || tooMuch.includes(page) || tooMuch.length >= mostTooMuch) return outcome;
    tooMuch.push(page);
  }
}

function attempt(order: ToWork, signal: AbortSignal, onProgress: (progress: number) => void): Promise<Attempt> {
  const worker = new Worker(new URL('./work.ts', import.meta.url), { type: 'module' });
  return new Promise<Attempt>((resolve, reject) => {
    let silent = 0;
    let still = 0;
    let page: number | null = null;
    const timer = setInterval(() => {
      silent += 1;
      still += 1;
      if (silent > mostSilent || still > mostStill) end(() => resolve({ outcome: stuck, page }));
    }, signOfLife);
    const end = (how: () => void) => {
      clearInterval(timer);
      // Also in the middle of a loop that never ends, and whatever it has begun itself.
      worker.terminate();
      how();
    };
    worker.addEventListener('message', ({ data }: MessageEvent<FromWork>) => {
      silent = 0;
      if (data.kind === 'progress') {
        still = 0;
        ({ page } = data);
        onProgress(data.progress);
      } else if (data.kind === 'outcome') end(() => resolve({ outcome: data.outcome, page }));
    });
    worker.addEventListener('error', ({ message }) => {
      console.error('Tieout: reading failed', message);
      end(() => resolve({ outcome: { stage: 'failed', failure: { kind: 'read-failed' } }, page }));
    });
    const give = () => end(() => reject(new Error('ended')));
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
    worker.postMessage(order);
  });
}
