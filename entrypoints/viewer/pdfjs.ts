/**
 * pdf.js for this page. The legacy build: the modern one calls functions newer than the browsers we support
 * (Map.getOrInsertComputed, RegExp.escape). pdf_viewer.mjs reads globalThis.pdfjsLib when it is imported, so whoever
 * needs it imports this module first.
 */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
Object.assign(globalThis, { pdfjsLib: pdfjs });

/** The operator codes of this pdf.js, for the reader. */
export const operators: Readonly<Record<string, number>> = pdfjs.OPS;

export { pdfjs };
