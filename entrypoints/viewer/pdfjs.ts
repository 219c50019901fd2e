/**
 * pdf.js for this page. The legacy build: the modern one calls functions newer than the browsers we support
 * (Map.getOrInsertComputed, RegExp.escape). pdf_viewer.mjs reads globalThis.pdfjsLib when it is imported, so whoever
 * needs it imports this module first.
 */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
Object.assign(globalThis, { pdfjsLib: pdfjs });

/**
 * What pdf.js has to be told where there is no page around it: in a worker of ours (reader/work.ts) it asks for the address of the document,
 * for its fonts, and whether its own worker is of the same origin. Text and rules are read there, nothing is painted.
 */
export function surroundings(): object {
  if ('document' in globalThis) return {};
  pdfjs.GlobalWorkerOptions.workerPort = new Worker(workerUrl, { type: 'module' });
  return { useWorkerFetch: true, ownerDocument: { fonts: { add: () => undefined, delete: () => undefined } } };
}

/** The operator codes of this pdf.js, for the reader. */
export const operators: Readonly<Record<string, number>> = pdfjs.OPS;

export { pdfjs };
