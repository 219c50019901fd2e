import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './browser.ts';

// Prints the PDFs of test/samples from its pages; run it after write-samples.ts. encrypted.pdf needs qpdf, else the old one stays.

const folder = join(import.meta.dirname, '../test/samples');
const { path } = await ensureBrowser();
const browser = await chromium.launch({
  executablePath: path,
  headless: true,
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const printed = async (name: string): Promise<Buffer> => {
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false, outline: false });
    await writeFile(join(folder, `${name}.pdf`), bytes);
    return bytes;
  };
  await printed('every-verdict');
  const disclosure = await printed('disclosure');

  // A picture of one form on a page of its own: what a scanner leaves.
  await page.setViewportSize({ width: 1240, height: 900 });
  const form = page.locator('section.form').nth(4);
  const picture = await form.screenshot({ type: 'jpeg', quality: 60 });
  await page.setContent(`<style>@page { size: A4; margin: 0 } body { margin: 0 } img { width: 210mm; transform: rotate(0.4deg) }</style>
<img alt="" src="data:image/jpeg;base64,${picture.toString('base64')}">`);
  await writeFile(
    join(folder, 'scanned.pdf'),
    await page.pdf({ preferCSSPageSize: true, tagged: false, outline: false }),
  );

  // The head of a file whose download broke off: no catalogue, no cross-reference table.
  await writeFile(join(folder, 'broken.pdf'), disclosure.subarray(0, 6000));

  await page.goto(pathToFileURL(join(folder, 'empty.html')).href);
  const work = await mkdtemp(join(tmpdir(), 'tieout-'));
  try {
    const open = join(work, 'open.pdf');
    await writeFile(open, await page.pdf({ preferCSSPageSize: true, tagged: false, outline: false }));
    const locked = join(work, 'locked.pdf');
    const made = await promisify(execFile)('qpdf', ['--encrypt', 'tieout', 'tieout', '256', '--', open, locked]).then(
      () => true,
      () => false,
    );
    if (made) await writeFile(join(folder, 'encrypted.pdf'), await readFile(locked));
    else console.log('没有 qpdf，encrypted.pdf 未更新。qpdf is absent: encrypted.pdf stays as it is.');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
} finally {
  await browser.close();
}
