import type { PDFDocumentProxy } from 'pdfjs-dist';
import { check } from '../../core/check.ts';
import type { Document } from '../../core/document/document.ts';
import { readPdf } from '../../core/read/pdf/read-pdf.ts';
import type { Report } from '../../core/report/schema.ts';
import { runInSlices } from '../annotate.content/slices.ts';
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

/**
 * Reads the tables of an open PDF and checks them, behind the pages that are shown. The operator lists are the reader's own: pdf.js
 * keeps those for painting apart (it replaces their paths by drawn ones).
 * @param signal ends it between two pages or two slices of the check
 */
export async function readAndCheck(
  pdf: PDFDocumentProxy, source: { readonly url: string; readonly title: string }, signal: AbortSignal, onProgress: (progress: ReadingProgress) => void,
): Promise<Reading> {
  const reader = readPdf(pdf, operators, source);
  onProgress({ phase: 'pages', page: 0, pages: pdf.numPages });
  let step = await reader.next();
  while (step.done !== true) {
    signal.throwIfAborted();
    onProgress({ phase: 'pages', page: step.value.page, pages: step.value.pages });
    step = await reader.next();
  }
  signal.throwIfAborted();
  const document = step.value;
  const report = await runInSlices(check(document), signal, ({ done, total }) => onProgress({ phase: 'checking', done, total }));
  return { document, report };
}
