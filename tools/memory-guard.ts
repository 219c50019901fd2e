import { Worker } from 'node:worker_threads';

/** Bytes: files of 500 pages have taken 900 million. */
const most = 2_500_000_000;

/** What the thread does: it is handed over as text, and knows nothing of what stands around it. */
function guard(bytes: number, waiting: number): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > bytes || process.ppid !== waiting) process.kill(process.pid, 'SIGKILL');
  }, 100);
}

/** Ends this process when it takes too much memory, even in the middle of a step, or when nobody is left who waits for it. */
export function guardMemory(): void {
  new Worker(`(${guard.toString()})(${most}, ${process.ppid})`, { eval: true, execArgv: [] }).unref();
}
