/**
 * pdf.js for this page. The legacy build: the modern one calls functions newer than the browsers we support
 * (Map.getOrInsertComputed, RegExp.escape). pdf_viewer.mjs reads globalThis.pdfjsLib when it is imported, so whoever
 * needs it imports this module first.
 */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from './pdf-worker.ts?worker&url';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
Object.assign(globalThis, { pdfjsLib: pdfjs });

/** A worker of pdf.js for one document. Where there is no page around it (reader/work.ts), pdf.js cannot start one itself. */
export function openWorker(): pdfjs.PDFWorker {
  return new pdfjs.PDFWorker(
    'document' in globalThis ? {} : { port: new Worker(workerUrl, { type: 'module' }) as unknown as null },
  );
}

/**
 * What pdf.js has to be told where there is no page around it: in a worker of ours (reader/work.ts) it asks for the address of the document,
 * and for its fonts. Text and rules are read there, nothing is painted.
 */
export function surroundings(): object {
  if ('document' in globalThis) return {};
  return { useWorkerFetch: true, ownerDocument: { fonts: { add: () => undefined, delete: () => undefined } } };
}

/** The operator codes of this pdf.js, for the reader. */
export const operators: Readonly<Record<string, number>> = pdfjs.OPS;

export { pdfjs };
