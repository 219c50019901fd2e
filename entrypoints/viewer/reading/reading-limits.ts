import { check, type CheckProgress } from '../../../core/check.ts';
import type { Document } from '../../../core/document/document.ts';
import type { Report } from '../../../core/report/schema.ts';
import { runInSlices } from '../../shared/page/slices.ts';

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

/** For checking a file, in milliseconds: the longest that was met takes two seconds. */
export const longestCheck = 60_000;

/** A check that was ended because it took too long. */
export class CheckTookTooLong extends Error {
  constructor() {
    super('checking took too long');
    this.name = 'CheckTookTooLong';
  }
}

/**
 * Checks what was read, in short tasks, and ends a check that does not come to an end.
 * @param most milliseconds that it may take
 * @param signal ends it between two tasks, with its reason
 * @throws CheckTookTooLong
 */
export async function checkWithin(
  document: Document,
  most: number,
  signal: AbortSignal,
  onProgress: (progress: CheckProgress) => void,
): Promise<Report> {
  const late = AbortSignal.timeout(most);
  try {
    return await runInSlices(check(document), AbortSignal.any([signal, late]), onProgress);
  } catch (error) {
    throw late.aborted && !signal.aborted ? new CheckTookTooLong() : error;
  }
}
