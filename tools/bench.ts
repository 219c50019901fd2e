import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readPdf } from '../core/read/pdf/read-pdf.ts';
import { openPdfBytes } from './pdf.ts';

// Reading a PDF (bytes to document) against bare pdf.js (text and operator list of every page) on the same file, by turns in one run.

/** The first round warms up the compiler and is not counted. */
const rounds = 5;

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** What any reader built on pdf.js pays. */
async function bare(bytes: Uint8Array): Promise<void> {
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
  const root = join(import.meta.dirname, '..');
  const corpus = join(root, '..', 'shared', 'corpus');
  if (!existsSync(corpus)) {
    return [join(root, 'test', 'samples', 'disclosure.pdf')];
  }
  return readdirSync(corpus).flatMap((id) => ['P1a', 'P2', 'P4', 'P6a', 'P7b'].map((style) => join(corpus, id, `${id}.${style}.pdf`))).filter((path) => existsSync(path));
}

const wanted = process.argv.slice(2);
for (const path of wanted.some((word) => existsSync(word)) ? wanted : files().filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))) {
  const bytes = await readFile(path);
  const ratios: number[] = [];
  let best = Infinity;
  for (let round = 0; round <= rounds; round += 1) {
    const base = await timed(() => bare(bytes));
    const own = await timed(() => read(bytes));
    if (round > 0) {
      ratios.push(own / base);
      best = Math.min(best, own);
    }
  }
  const [least = 0, , middle = 0, , most = 0] = ratios.toSorted((a, b) => a - b);
  console.log(`${basename(path).padEnd(32)} ${best.toFixed(0).padStart(6)} ms  ×${least.toFixed(2)} / ${middle.toFixed(2)} / ${most.toFixed(2)} of bare pdf.js (min / median / max)`);
}
