import type { Document } from '../../../core/document/document.ts';
import { readPdf } from '../../../core/read/pdf/read-pdf.ts';
import type { Report } from '../../../core/report/schema.ts';
import { giveWay } from '../../shared/page/slices.ts';
import { findTextIn } from './find-text.ts';
import type { OpenDocument } from '../opening/open-document.ts';
import { guardExcess } from './excess.ts';
import { operators } from '../opening/pdfjs.ts';
import type { Spot } from './places.ts';
import { glancePlaces } from '../../shared/findings/cell-place.ts';
import { spotsOf } from './places.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { checkWithin, longestCheck, readWithin } from './reading-limits.ts';
import { untilWorkerGone } from '../opening/worker-watch.ts';

/** How far the reading has come. */
export type ReadingProgress =
  | { readonly phase: 'pages'; readonly page: number; readonly pages: number }
  | { readonly phase: 'checking'; readonly done: number; readonly total: number };

/** What came of it. */
export interface Reading {
  readonly document: Document;
  readonly report: Report;
  /** Where the findings' places stand, by `placeKey`. */
  readonly spots: Readonly<Record<string, Spot>>;
}

/**
 * Reads the tables of an open PDF and checks them, behind the pages that are shown. The operator lists are the reader's own: pdf.js
 * keeps those for painting apart (it replaces their paths by drawn ones). Where a limit ends it, the report says which pages were left out.
 * @param signal ends it between two pages or two slices of the check
 * @param tooMuch pages at which reading had to be ended before
 * @throws WorkerGone when pdf.js's worker no longer answers, CheckTookTooLong
 */
export async function readAndCheck(
  open: Pick<OpenDocument, 'pdf' | 'port' | 'incomplete'>,
  source: { readonly url: string; readonly title: string },
  limits: ReadingLimits,
  signal: AbortSignal,
  onProgress: (progress: ReadingProgress) => void,
  tooMuch?: ReadonlySet<number>,
): Promise<Reading> {
  const done = new AbortController();
  try {
    const { pdf, flooded } = guardExcess(open.pdf, open.port, done.signal);
    const reader = readPdf(pdf, operators, source, open.incomplete, tooMuch);
    return await Promise.race([
      read(open.pdf, reader, limits, signal, onProgress),
      untilWorkerGone(open.pdf, done.signal),
      flooded,
    ]);
  } finally {
    done.abort();
  }
}

async function read(
  pdf: OpenDocument['pdf'],
  reader: ReturnType<typeof readPdf>,
  limits: ReadingLimits,
  signal: AbortSignal,
  onProgress: (progress: ReadingProgress) => void,
): Promise<Reading> {
  const pages = Math.min(pdf.numPages, limits.pages);
  onProgress({ phase: 'pages', page: 0, pages });
  const document = await readWithin(
    reader,
    limits,
    () => performance.now(),
    signal,
    (page) => onProgress({ phase: 'pages', page, pages }),
  );
  const report = await checkWithin(document, longestCheck, signal, ({ done, total }) =>
    onProgress({ phase: 'checking', done, total }),
  );
  const spots = await spotsOf(
    { findings: [...report.findings, { places: glancePlaces(report) }] },
    document,
    findTextIn(pdf),
  );
  await giveWay();
  signal.throwIfAborted();
  return { document, report, spots };
}
