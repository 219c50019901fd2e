import type { ReaderNews, ReaderOrder, ToReader } from '../shared/protocol/protocol.ts';
import { readerNewsSchema } from '../shared/protocol/protocol.ts';
import type { Shared } from './read-file.ts';
import { readFile } from './read-file.ts';
import { Room } from './room.ts';
import { Seats } from './seats.ts';

/** Told often enough for a bar that moves. */
const often = 250;

/** A file in hand. */
export type Job = Pick<ReaderOrder, 'tabId' | 'navigationId' | 'documentId'>;

/** Where files are fetched, several at a time, and read. */
export class Desk {
  readonly #tell: (news: ReaderNews) => Promise<void>;
  readonly #jobs = new Map<AbortController, Job>();
  readonly #shared: Shared = { room: new Room(), seats: new Seats() };

  /** @param tell outcomes are told until they are acknowledged */
  constructor(tell: (news: ReaderNews) => Promise<void>) {
    this.#tell = tell;
  }

  /** The files that are in hand. */
  get jobs(): readonly Job[] {
    return [...this.#jobs.values()];
  }

  /** Begins with a file, or stops some. */
  take(message: ToReader): void {
    const ids = message.kind === 'reader-stop' ? message.documentIds : [message.documentId];
    for (const [work, job] of this.#jobs) {
      if (job.tabId !== message.tabId || !ids.includes(job.documentId)) continue;
      this.#jobs.delete(work);
      work.abort();
    }
    if (message.kind === 'reader-stop') return;
    const work = new AbortController();
    const { tabId, navigationId, documentId } = message;
    this.#jobs.set(work, { tabId, navigationId, documentId });
    void this.#work(message, work.signal).finally(() => this.#jobs.delete(work));
  }

  async #work(order: ReaderOrder, signal: AbortSignal): Promise<void> {
    const { tabId, navigationId, documentId } = order;
    const messageOf = (news: ReaderNews['news']): ReaderNews => ({
      kind: 'reader-news',
      tabId,
      navigationId,
      documentId,
      news,
    });
    let latest: ReaderNews['news'] | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tellLatest = () => {
      timer = undefined;
      if (latest !== null && !signal.aborted) void this.#tell(messageOf(latest));
      latest = null;
    };
    const outcome = await readFile(order, this.#shared, signal, (news) => {
      latest = news;
      timer ??= setTimeout(tellLatest, often);
    });
    clearTimeout(timer);
    if (signal.aborted) return;
    // What the background would not take is no outcome: it would wait for one for ever.
    const checked = readerNewsSchema.safeParse(messageOf(outcome));
    if (!checked.success) console.error('Tieout: no report', checked.error.issues.slice(0, 3));
    await this.#tell(checked.success ? checked.data : messageOf({ stage: 'failed', failure: { kind: 'read-failed' } }));
  }
}
