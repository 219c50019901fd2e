import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readPdf } from '../../core/read/pdf/read-pdf.ts';
import { openPdfBytes } from '../pdf.ts';
import { compare } from './measure.ts';
import type { Row } from './table.ts';

/** Promised: bytes to document against bare pdf.js. */
const most = 1.5;

/** What any reader built on pdf.js pays: text and operator list of every page. */
export async function bare(bytes: Uint8Array): Promise<void> {
  const opened = await openPdfBytes(bytes);
  const { pdf } = opened;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  await opened.close();
}

async function read(bytes: Uint8Array): Promise<void> {
  const opened = await openPdfBytes(bytes);
  const steps = readPdf(opened.pdf, opened.OPS, { url: '', title: '' });
  while ((await steps.next()).done !== true);
  await opened.close();
}

function files(): string[] {
  const root = join(import.meta.dirname, '..', '..');
  const corpus = join(root, '..', 'shared', 'corpus');
  if (!existsSync(corpus)) return [join(root, 'test', 'samples', 'disclosure.pdf')];
  return readdirSync(corpus)
    .flatMap((id) => ['P1a', 'P2', 'P4', 'P6a', 'P7b'].map((style) => join(corpus, id, `${id}.${style}.pdf`)))
    .filter((path) => existsSync(path));
}

/**
 * Reading a PDF (bytes to document) against bare pdf.js on the same file.
 * @param words paths of files, or parts of the names of the corpus's; none: all of the corpus
 */
export async function* pdfReading(words: readonly string[]): AsyncGenerator<Row> {
  const named = words.filter((word) => existsSync(word));
  for (const path of named.length > 0
    ? named
    : files().filter((file) => words.length === 0 || words.some((word) => file.includes(word)))) {
    const bytes = await readFile(path);
    const { own, ratio } = await compare(
      () => read(bytes),
      () => bare(bytes),
    );
    yield {
      what: `read ${basename(path)} / bare pdf.js`,
      measured: `×${ratio.toFixed(2)}`,
      budget: { most, is: ratio },
      note: `${own.toFixed(0)} ms`,
    };
  }
}
