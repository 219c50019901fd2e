import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { bytesKind } from '../core/read/pdf/bytes.ts';
import { guarded } from '../core/read/pdf/guarded.ts';
import { largestPictureRead } from '../core/read/pdf/limits.ts';
import { NoPages } from '../core/read/pdf/read-pdf.ts';
import type { PdfOperators, PdfSource } from '../core/read/pdf/source.ts';

export type PdfFailure = 'empty' | 'html' | 'other' | 'truncated' | 'broken' | 'encrypted';

const sentences: Readonly<Record<PdfFailure, string>> = {
  empty: '文件是空的。 The file is empty.',
  html: '这是一个网页，不是 PDF：服务器用网页代替了文件。 This is a web page, not a PDF: the server sent a page in its place.',
  other: '这不是 PDF。 This is not a PDF.',
  truncated: 'PDF 不完整，缺少末尾，请重新下载。 The PDF is cut off: its end is missing. Download it again.',
  broken: 'PDF 已损坏，打不开。 The PDF is damaged and cannot be opened.',
  encrypted: 'PDF 有密码，打不开。 The PDF is locked with a password.',
};

/** A file that cannot be read as a PDF; the message is a sentence for the reader. */
export class PdfError extends Error {
  readonly failure: PdfFailure;

  constructor(failure: PdfFailure, cause?: unknown) {
    super(sentences[failure], { cause });
    this.name = 'PdfError';
    this.failure = failure;
  }
}

export interface OpenPdf {
  readonly pdf: PDFDocumentProxy;
  /** The same, for reading: a page at which pdf.js fails without telling is refused like one at which it says so. */
  readonly pages: PdfSource;
  /** pdf.js came upon damage while it opened the file, and went on with what it found: pages may lack something. */
  readonly damaged: boolean;
  readonly OPS: PdfOperators;
  /** Frees the document and its worker. */
  close(): Promise<void>;
}

/** What pdf.js failed at and told nobody who had asked: of a damaged file it drops promises that it has made. */
let faults = 0;
let isNoting = false;

/**
 * From now on such a failure counts against the file that is read, instead of ending the process (a batch of a hundred files had ended so
 * with the code for “something is inconsistent”). To be called once by a program; what the program itself does is awaited.
 */
export function noteFaults(): void {
  if (isNoting) return;
  isNoting = true;
  process.on('unhandledRejection', () => {
    faults += 1;
  });
}

/** How often a file would have unpacked to more than it may. */
let excesses = 0;

/** To be told by whoever caps what a file may unpack to (capBuffers): the page that is read has more than was read. */
export function noteExcess(): void {
  excesses += 1;
}

/** Does something, and tells whether pdf.js failed meanwhile at what nobody waited for. */
async function watched<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly isFaulty: boolean }> {
  const before = faults;
  const result = await work();
  // Node tells of rejections when the promises at hand are done.
  await new Promise((resolve) => setImmediate(resolve));
  return { result, isFaulty: faults > before };
}

/** Its pages for reading: one that is cut off is too much, and one at which pdf.js fails without telling is damaged. */
function pagesOf(pdf: PDFDocumentProxy): PdfSource {
  return guarded(pdf, {
    excesses: () => excesses,
    operatorsOf: async (page, number) => {
      const { result, isFaulty } = await watched(() => page.getOperatorList());
      if (isFaulty) throw new Error(`page ${number} is damaged`);
      return result;
    },
  });
}

/** What to say where no page could be read: pdf.js complains of each in words of its own. */
export const pagesFailure = (error: unknown): Error =>
  error instanceof NoPages ? error : new PdfError('broken', error);

/**
 * Opens a PDF's bytes with pdf.js in Node.
 * @param bytes the whole file; not kept, not changed
 * @param cutOff opens what there is of a file without its end
 * @throws {PdfError} when the file is empty, no PDF, cut off, damaged or locked
 */
export async function openPdfBytes(bytes: Uint8Array, cutOff = false): Promise<OpenPdf> {
  const kind = bytesKind(bytes);
  if (kind !== 'pdf' && !(cutOff && kind === 'truncated')) {
    throw new PdfError(kind);
  }
  if (!('DOMMatrix' in globalThis)) {
    // pdf.js makes one while it is imported; reading never uses it.
    Object.assign(globalThis, {
      DOMMatrix: class {
        readonly is2D = true;
      },
    });
  }
  const { getDocument, OPS, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: join(folder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    wasmUrl: join(folder, 'wasm') + sep,
    isEvalSupported: false,
    maxImageSize: largestPictureRead,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const { result, isFaulty } = await watched(() => task.promise);
    return { pdf: result, pages: pagesOf(result), damaged: isFaulty, OPS, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw new PdfError(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken', error);
  }
}

/**
 * Opens a PDF file with pdf.js in Node.
 * @param path the file
 * @throws {PdfError} when the file is empty, no PDF, cut off, damaged or locked
 * @throws the file system's error when there is no such file
 */
export async function openPdf(path: string): Promise<OpenPdf> {
  return openPdfBytes(await readFile(path));
}
