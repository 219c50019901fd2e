import { marksOf } from '../../entrypoints/annotate.content/marks.ts';
import { drawOverlay } from '../../entrypoints/annotate.content/overlay.ts';
import { DomNode } from '../../entrypoints/annotate.content/dom-node.ts';
import { giveWay, runInSlices } from '../../entrypoints/shared/page/slices.ts';
import { embeddedPdfs } from '../../entrypoints/shared/page/embedded.ts';
import { looksLikeDisclosure } from '../../entrypoints/detect.content/look.ts';
import { check } from '../../core/check.ts';
import { readHtml } from '../../core/read/html/read-html.ts';

// Bundled and run in a page of a real browser: the product's own reading, checking and marking, with a clock beside it.

/** What one turn took, in milliseconds. */
export interface PageTurn {
  readonly read: number;
  readonly check: number;
  readonly mark: number;
  readonly marks: number;
  /** The longest stretch in which the page had to wait. */
  readonly longest: number;
}

/** Runs a piece of work and says how long it took. */
async function clocked<Value>(
  run: () => Value | Promise<Value>,
): Promise<{ readonly value: Value; readonly took: number }> {
  const start = performance.now();
  const value = await run();
  return { value, took: performance.now() - start };
}

/** Measures how long the page's own messages have to wait for their turn while something runs. */
function watchWaits(signal: AbortSignal): () => number {
  let longest = 0;
  let last = performance.now();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!signal.aborted) port2.postMessage(null);
  };
  port2.postMessage(null);
  return () => longest;
}

const shown = ['inconsistent', 'notice'] as const;

/** Reads, checks and marks the page once, as the extension does; the marks are taken away again. */
export async function turn(): Promise<PageTurn> {
  const ended = new AbortController();
  const { signal } = ended;
  const longest = watchWaits(signal);
  const read = await clocked(() =>
    runInSlices(readHtml(new DomNode(document.body), { url: location.href, title: document.title }), signal),
  );
  const checked = await clocked(() => runInSlices(check(read.value.document), signal));
  // The page hears of the report before it is marked.
  await giveWay();
  const mark = await clocked(() =>
    drawOverlay(
      {
        reading: read.value,
        report: checked.value,
        language: 'zh',
        coverage: false,
        shown,
        stepKeys: false,
        ignoring: { isIgnored: () => false, onIgnore: () => Promise.resolve(true) },
        onCard: () => undefined,
      },
      signal,
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  const marks = marksOf(checked.value, read.value, shown).length;
  const waited = longest();
  ended.abort();
  return { read: read.took, check: checked.took, mark: mark.took, marks, longest: waited };
}

/** One look of the detector at the page, in milliseconds. */
export async function look(): Promise<number> {
  return (await clocked(() => looksLikeDisclosure(document) || embeddedPdfs(document).length > 0)).took;
}

Object.assign(globalThis, { bench: { turn, look } });
