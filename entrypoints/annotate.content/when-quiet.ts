/** A page that changed is looked at when nothing has changed for so long, in milliseconds. */
const quiet = 800;

/** One that never rests is looked at after so long. */
const longest = 5000;

/** What is looked for may take a twentieth of the page's time. */
const share = 20;

/** The longest pause that a costly look makes. */
const latest = 60_000;

/**
 * Looks at what has changed once it is quiet again, or after the longest wait; never twice at once, and the less often the longer a look takes.
 * @returns to be called for each change
 */
export function whenQuiet(look: () => Promise<void>, signal: AbortSignal): () => void {
  /** When the first change came that was not looked at; null: there is none. */
  let since: number | null = null;
  let earliest = 0;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const arm = () => {
    clearTimeout(timer);
    if (since === null || busy || signal.aborted) return;
    const now = performance.now();
    timer = setTimeout(() => void run(), Math.max(earliest - now, Math.min(quiet, since + longest - now), 0));
  };
  const run = async () => {
    since = null;
    busy = true;
    const began = performance.now();
    try {
      await look();
    } finally {
      const now = performance.now();
      earliest = now + Math.min(latest, share * (now - began));
      busy = false;
      arm();
    }
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return () => {
    since ??= performance.now();
    arm();
  };
}
