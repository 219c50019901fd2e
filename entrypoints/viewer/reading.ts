import { check } from '../../core/check.ts';
import type { Document } from '../../core/document/document.ts';
import { readPdf } from '../../core/read/pdf/read-pdf.ts';
import type { Report } from '../../core/report/schema.ts';
import { runInSlices } from '../annotate.content/slices.ts';
import type { OpenDocument } from './open-document.ts';
import { operators } from './pdfjs.ts';

/** How far the reading has come. */
export type ReadingProgress =
  | { readonly phase: 'pages'; readonly page: number; readonly pages: number }
  | { readonly phase: 'checking'; readonly done: number; readonly total: number };

/** What came of it. */
export interface Reading {
  readonly document: Document;
  readonly report: Report;
}

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
 * Reads the tables of an open PDF and checks them, behind the pages that are shown. The operator lists are the reader's own: pdf.js
 * keeps those for painting apart (it replaces their paths by drawn ones). Where a limit ends it, the report says which pages were left out.
 * @param signal ends it between two pages or two slices of the check
 */
export async function readAndCheck(
  { pdf, incomplete }: Pick<OpenDocument, 'pdf' | 'incomplete'>, source: { readonly url: string; readonly title: string }, limits: ReadingLimits,
  signal: AbortSignal, onProgress: (progress: ReadingProgress) => void,
): Promise<Reading> {
  const started = performance.now();
  const reader = readPdf(pdf, operators, source, incomplete);
  const pages = Math.min(pdf.numPages, limits.pages);
  onProgress({ phase: 'pages', page: 0, pages });
  let step = await reader.next();
  while (step.done !== true) {
    signal.throwIfAborted();
    const { page } = step.value;
    onProgress({ phase: 'pages', page, pages });
    step = await reader.next(page >= pages || performance.now() - started > limits.time);
  }
  signal.throwIfAborted();
  const document = step.value;
  const report = await runInSlices(check(document), signal, ({ done, total }) => onProgress({ phase: 'checking', done, total }));
  return { document, report };
}
