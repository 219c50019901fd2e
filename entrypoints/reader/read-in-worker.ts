import { mostSilent, signOfLife } from '../ui/sign-of-life.ts';
import type { Outcome } from './read-bytes.ts';
import type { FromWork, ToWork } from './work-messages.ts';

/** In so many turns it has to come a step further: a minute for a page, or for a slice of the check. */
const mostStill = 12;

const stuck: Outcome = { stage: 'failed', failure: { kind: 'stuck' } };

/**
 * Reads a file in a worker of its own, which is ended when it no longer answers or gets no further.
 * @param bytes handed over: empty afterwards
 * @param signal ends it, with its reason
 * @param onProgress told how far it is, 0 to 1
 * @returns the report, or why there is none
 */
export function readInWorker(bytes: Uint8Array<ArrayBuffer>, source: Omit<ToWork, 'bytes'>, signal: AbortSignal, onProgress: (progress: number) => void): Promise<Outcome> {
  const worker = new Worker(new URL('./work.ts', import.meta.url), { type: 'module' });
  return new Promise<Outcome>((resolve, reject) => {
    let silent = 0;
    let still = 0;
    const timer = setInterval(() => {
      silent += 1;
      still += 1;
      if (silent > mostSilent || still > mostStill) end(() => resolve(stuck));
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
        onProgress(data.progress);
      } else if (data.kind === 'outcome') end(() => resolve(data.outcome));
    });
    worker.addEventListener('error', ({ message }) => {
      console.error('Tieout: reading failed', message);
      end(() => resolve({ stage: 'failed', failure: { kind: 'read-failed' } }));
    });
    const give = () => end(() => reject(new Error('ended')));
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
    const order: ToWork = { ...source, bytes: bytes.buffer };
    worker.postMessage(order, [order.bytes]);
  });
}
