import type { PDFDocumentProxy } from 'pdfjs-dist';
import { openWorker, pdfjs, surroundings } from './pdfjs.ts';
import { OpenFailure } from '../../shared/files/failure.ts';
import { fileKind } from './file-kind.ts';

/** An open PDF. */
export interface OpenDocument {
  readonly pdf: PDFDocumentProxy;
  /** What its worker says. */
  readonly port: Pick<EventTarget, 'addEventListener'>;
  /** The file lacks its end: what is shown may not be all. */
  readonly incomplete: boolean;
  /** Frees the document and its worker. */
  close(): void;
}

/** Pixels of a picture that is decoded where it is shown: A3 at 600 dots to the inch has 70 million. */
const largestPicture = 100_000_000;

/** Where the build has put pdf.js's data (wxt.config.ts). */
function dataFolder(name: string): string {
  return new URL(`/pdfjs/${name}/`, location.origin).href;
}

/**
 * Opens the bytes of a file as a PDF.
 * @param bytes handed over to the worker: empty afterwards
 * @param askPassword asks the reader; told whether the last one was wrong
 * @param signal closes the document
 * @param largest pixels of a picture that is decoded
 * @throws OpenFailure when the bytes are something else, or broken
 */
export async function openDocument(
  bytes: Uint8Array,
  askPassword: (wrong: boolean) => Promise<string>,
  signal: AbortSignal,
  largest = largestPicture,
): Promise<OpenDocument> {
  const kind = fileKind(bytes);
  // pdf.js may still find pages in a file whose end is missing.
  if (kind !== 'pdf' && kind !== 'truncated') throw new OpenFailure(kind);
  const worker = openWorker();
  const task = pdfjs.getDocument(
    Object.assign(
      {
        data: bytes,
        worker,
        cMapUrl: dataFolder('cmaps'),
        cMapPacked: true,
        standardFontDataUrl: dataFolder('standard_fonts'),
        wasmUrl: dataFolder('wasm'),
        iccUrl: dataFolder('iccs'),
        isEvalSupported: false,
        enableXfa: false,
        maxImageSize: largest,
        verbosity: pdfjs.VerbosityLevel.ERRORS,
      },
      surroundings(),
    ),
  );
  const close = () => void task.destroy().finally(() => worker.destroy());
  signal.addEventListener('abort', close, { once: true });
  task.onPassword = (give: (password: string) => void, reason: number) => {
    void askPassword(reason === pdfjs.PasswordResponses.INCORRECT_PASSWORD).then(give);
  };
  try {
    const pdf = await task.promise;
    if (!(pdf.numPages > 0)) throw new OpenFailure('broken');
    return { pdf, port: worker.port, incomplete: kind === 'truncated', close };
  } catch (error) {
    if (signal.aborted) throw error;
    close();
    throw new OpenFailure(kind === 'truncated' ? 'truncated' : 'broken');
  }
}
