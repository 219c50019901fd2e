import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { check } from '../core/check.ts';
import type { Document } from '../core/document/document.ts';
import { readHtml } from '../core/read/html/read-html.ts';
import { readPdf } from '../core/read/pdf/read-pdf.ts';
import type { PdfProgress } from '../core/read/pdf/source.ts';
import type { Report } from '../core/report/schema.ts';
import { openHtml } from './html.ts';
import { ended, longest } from './limits.ts';

/** A check that is ended because it takes too long; the message is a sentence for the reader. */
export class TookTooLong extends Error {
  constructor() {
    super(ended.slow);
    this.name = 'TookTooLong';
  }
}

/**
 * Runs a generator to its end.
 * @param most milliseconds that it may take
 * @throws TookTooLong
 */
export function drain<T>(steps: Generator<unknown, T>, most = longest): T {
  const end = performance.now() + most;
  let step = steps.next();
  for (; !step.done; step = steps.next()) if (performance.now() > end) throw new TookTooLong();
  return step.value;
}

/** How a check is looked after from outside. */
export interface CheckWatch {
  /** Pages that are not to be asked for: the check was ended at them before. */
  readonly tooMuch: ReadonlySet<number>;
  /** Told before each step; and, while a PDF's pages are read, which one is next. */
  readonly onStep: (page?: number) => void;
}

const unwatched: CheckWatch = { tooMuch: new Set(), onStep: () => undefined };

function* told<Value, Result>(steps: Generator<Value, Result>, { onStep }: CheckWatch): Generator<Value, Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    onStep();
    yield step.value;
  }
}

async function readPages(
  steps: AsyncGenerator<PdfProgress, Document, boolean | undefined>,
  { onStep }: CheckWatch,
): Promise<Document> {
  const end = performance.now() + longest;
  onStep(1);
  let step = await steps.next();
  for (; !step.done; step = await steps.next()) {
    if (performance.now() > end) throw new TookTooLong();
    onStep(step.value.page < step.value.pages ? step.value.page + 1 : undefined);
  }
  return step.value;
}

/** Whether a file calls itself a PDF: by its first bytes, whatever its name. */
async function looksLikePdf(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(1024);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return (
      head.subarray(0, bytesRead).includes('%PDF-') ||
      (/\.pdf$/i.test(path) && !/<\s*(?:!doctype|html)/i.test(head.toString('latin1')))
    );
  } finally {
    await file.close();
  }
}

/**
 * Reads an HTML or PDF file.
 * @param path the file
 * @param watch who looks after it
 * @throws an error with a plain sentence when it cannot be read
 */
export async function readFileAsDocument(path: string, watch = unwatched): Promise<Document> {
  const url = basename(path);
  if (await looksLikePdf(path)) {
    // pdf.js takes a quarter of a second to load, which a folder of pages need not wait for.
    const { openPdf, pagesFailure } = await import('./pdf.ts');
    const opened = await openPdf(path);
    try {
      const document = await readPages(
        readPdf(opened.pages, opened.OPS, { url, title: url.replace(/\.pdf$/i, '') }, opened.damaged, watch.tooMuch),
        watch,
      );
      if (opened.damaged && document.blocks.length === 0) throw new Error('nothing can be read of a damaged file');
      return document;
    } catch (error) {
      throw pagesFailure(error);
    } finally {
      await opened.close();
    }
  }
  const { root, title } = await openHtml(path);
  return drain(told(readHtml(root, { url, title: title || url }), watch)).document;
}

/**
 * Reads and checks a file.
 * @param path the file
 * @param watch who looks after it
 * @throws as readFileAsDocument
 */
export async function checkFile(path: string, watch = unwatched): Promise<{ document: Document; report: Report }> {
  const document = await readFileAsDocument(path, watch);
  return { document, report: drain(told(check(document), watch)) };
}
