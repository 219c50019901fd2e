import type { Document } from '../../core/document/document.ts';

/** When a file is given up, and what was read of it is checked. */
export interface ReadingLimits {
  /** Pages of one file. */
  readonly pages: number;
  /** For reading, in milliseconds. */
  readonly time: number;
}

/** No accounts that anybody has published are as long as that. */
export const usualLimits: ReadingLimits = { pages: 500, time: 5 * 60_000 };

/** For a reader who wants the rest as well. */
export const noLimits: ReadingLimits = { pages: Infinity, time: Infinity };

/**
 * Reads on until the file or a limit ends; what was read until then is the document.
 * @param reader core's readPdf
 * @param now a clock in milliseconds
 * @param signal ends it between two pages, with its reason
 * @param onPage told of each page that has been read
 */
export async function readWithin(
  reader: AsyncGenerator<{ readonly page: number }, Document, boolean | undefined>,
  limits: ReadingLimits,
  now: () => number,
  signal: AbortSignal,
  onPage: (page: number) => void,
): Promise<Document> {
  const started = now();
  let step = await reader.next();
  while (step.done !== true) {
    signal.throwIfAborted();
    const { page } = step.value;
    onPage(page);
    step = await reader.next(page >= limits.pages || now() - started > limits.time);
  }
  signal.throwIfAborted();
  return step.value;
}
