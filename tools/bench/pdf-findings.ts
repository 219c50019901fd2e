import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check } from '../../core/check.ts';
import { readPdf } from '../../core/read/pdf/read-pdf.ts';
import { longPdf } from '../../test/pdf-files.ts';
import { openPdfBytes } from '../pdf.ts';
import { compare, median } from './measure.ts';
import { bare } from './pdf-reading.ts';
import type { Row } from './table.ts';

/** Promised: bytes to findings against bare pdf.js. */
const most = 1.5;

/** The sample's pages over and over: about 20, 60 and 300. What is short is measured more often: one pause of the machine weighs more there. */
const files = [
  { times: 2, rounds: 9 },
  { times: 5, rounds: 7 },
  { times: 23, rounds: 3 },
];

/** Bytes to findings. @returns how many there are, the most memory that was used on the way, in megabytes, and how long the reading took of it */
async function findings(
  bytes: Uint8Array,
): Promise<{ readonly found: number; readonly memory: number; readonly reading: number }> {
  const before = process.memoryUsage().heapUsed;
  let memory = 0;
  const look = () => {
    memory = Math.max(memory, process.memoryUsage().heapUsed - before);
  };
  const start = performance.now();
  const opened = await openPdfBytes(bytes);
  const pages = readPdf(opened.pdf, opened.OPS, { url: '', title: '' });
  let read = await pages.next();
  while (read.done !== true) {
    look();
    read = await pages.next();
  }
  const reading = performance.now() - start;
  const checking = check(read.value);
  let checked = checking.next();
  while (checked.done !== true) {
    look();
    checked = checking.next();
  }
  await opened.close();
  return { found: checked.value.findings.length, memory: memory / 1024 / 1024, reading };
}

/** PDFs of some length, from bytes to findings. Findings come all at once, at the end: tables that go on over pages are whole only then. */
export async function* pdfFindings(): AsyncGenerator<Row> {
  const sample = await readFile(join(import.meta.dirname, '..', '..', 'test', 'samples', 'disclosure.pdf'));
  for (const { times, rounds } of files) {
    const bytes = longPdf(sample, times);
    const opened = await openPdfBytes(bytes);
    const pages = opened.pdf.numPages;
    await opened.close();
    const outcomes: Awaited<ReturnType<typeof findings>>[] = [];
    const { own, ratio } = await compare(
      async () => outcomes.push(await findings(bytes)),
      () => bare(bytes),
      rounds,
    );
    yield {
      what: `PDF of ${pages} pages: bytes to findings / bare pdf.js`,
      measured: `×${ratio.toFixed(2)}`,
      budget: { most, is: ratio },
      note: `${own.toFixed(0)} ms to the first finding and to all ${outcomes[0]?.found ?? 0}, ${(own / pages).toFixed(0)} ms a page, ${median(outcomes.map(({ reading }) => reading)).toFixed(0)} ms of it reading, heap at most ${median(outcomes.map(({ memory }) => memory)).toFixed(0)} MB`,
    };
  }
}
