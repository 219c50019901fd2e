/** So much of files that are fetched or wait for their turn is held at once; a single one may be half as large (fetch-bytes.ts). */
const mostBytes = 200 * 1024 * 1024;

/** What one file holds. */
export interface RoomShare {
  /**
   * Fetches, once more from the beginning whenever all files together had become too large, after another has left.
   * @param fetch ends when its signal says so
   */
  fill<Value>(fetch: (full: AbortSignal) => Promise<Value>): Promise<Value>;
  /** So many bytes have come. */
  hold(bytes: number): void;
  leave(): void;
}

/** Memory for files that have been fetched and are not yet read. */
export class Room {
  readonly #held = new Map<symbol, number>();
  #left: readonly (() => void)[] = [];

  /** A share of it for a file. */
  share(): RoomShare {
    const own = Symbol('share');
    let full = new AbortController();
    return {
      fill: async (fetch) => {
        for (;;) {
          full = new AbortController();
          try {
            return await fetch(full.signal);
          } catch (error) {
            if (!full.signal.aborted) throw error;
            this.#held.delete(own);
            await new Promise<void>((resolve) => {
              this.#left = [...this.#left, resolve];
            });
          }
        }
      },
      hold: (bytes) => {
        this.#held.set(own, bytes);
        const all = [...this.#held.values()].reduce((sum, each) => sum + each, 0);
        // A file that is alone has room: how large one may be is another's business.
        if (all > mostBytes && this.#held.size > 1) full.abort();
      },
      leave: () => {
        this.#held.delete(own);
        const waiting = this.#left;
        this.#left = [];
        for (const go of waiting) go();
      },
    };
  }
}
