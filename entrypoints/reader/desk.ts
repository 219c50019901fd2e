import type { ReaderNews, ReaderOrder, ToReader } from '../ui/protocol.ts';
import { readFile } from './read-file.ts';

/** Told often enough for a bar that moves. */
const often = 150;

/** Where files are read, one at a time. */
export class Desk {
  readonly #tell: (news: ReaderNews) => Promise<void>;
  #current: AbortController | null = null;
  #turn: Promise<void> = Promise.resolve();

  /** @param tell outcomes are told until they are acknowledged */
  constructor(tell: (news: ReaderNews) => Promise<void>) {
    this.#tell = tell;
  }

  /** Is there a file that is being read? */
  get isBusy(): boolean {
    return this.#current !== null;
  }

  /** Begins with a file, or stops. What was under way ends first. */
  take(message: ToReader): void {
    this.#current?.abort();
    this.#current = null;
    if (message.kind === 'reader-stop') return;
    const work = new AbortController();
    this.#current = work;
    this.#turn = this.#turn.then(() => this.#work(message, work.signal)).then(() => {
      if (this.#current === work) this.#current = null;
    });
  }

  async #work({ tabId, navigationId, documentId, ...order }: ReaderOrder, signal: AbortSignal): Promise<void> {
    const tell = (news: ReaderNews['news']) => this.#tell({ kind: 'reader-news', tabId, navigationId, documentId, news });
    let latest: ReaderNews['news'] | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tellLatest = () => {
      timer = undefined;
      if (latest !== null && !signal.aborted) void tell(latest);
      latest = null;
    };
    const outcome = signal.aborted ? null : await readFile(order, signal, (news) => {
      latest = news;
      timer ??= setTimeout(tellLatest, often);
    });
    clearTimeout(timer);
    if (outcome !== null && !signal.aborted) await tell(outcome);
  }
}
