/** A file at which reading takes longer than this, in milliseconds, no longer keeps the others waiting. */
const long = 20_000;

/** So many files are read at once at the most; only one tab's each. */
const most = 3;

interface Sitting {
  readonly tabId: number;
  readonly since: number;
}

interface Waiting {
  readonly tabId: number;
  readonly begin: (leave: () => void) => void;
}

/**
 * Who may read: one file at a time while that goes as it should. One that takes long goes on beside the next, so that no file of a
 * page stops those of other tabs; a tab that is at it already waits for itself.
 */
export class Seats {
  #sitting: readonly Sitting[] = [];
  #waiting: readonly Waiting[] = [];

  /** Waits for a seat. @param signal gives up waiting, with its reason @returns to be called when done */
  take(tabId: number, signal: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { tabId, begin: resolve };
      this.#waiting = [...this.#waiting, waiting];
      signal.addEventListener(
        'abort',
        () => {
          this.#waiting = this.#waiting.filter((each) => each !== waiting);
          reject(new Error('ended'));
        },
        { once: true },
      );
      this.#fill();
    });
  }

  #fill(): void {
    const next = this.#waiting.find(({ tabId }) => !this.#sitting.some((sitting) => sitting.tabId === tabId));
    const isFree = this.#sitting.length < most && this.#sitting.every(({ since }) => performance.now() - since >= long);
    if (next === undefined || !isFree) return;
    const sitting = { tabId: next.tabId, since: performance.now() };
    this.#sitting = [...this.#sitting, sitting];
    this.#waiting = this.#waiting.filter((each) => each !== next);
    const timer = setTimeout(() => this.#fill(), long + 1);
    next.begin(() => {
      clearTimeout(timer);
      this.#sitting = this.#sitting.filter((each) => each !== sitting);
      this.#fill();
    });
    this.#fill();
  }
}
