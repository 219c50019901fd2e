import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { built } from './harness.ts';

// What a reader downloads, and what each page and each tab has to read. A pin is raised on purpose, with a reason, or not at all.

const kilobyte = 1024;

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A page's own scripts and all that they import. */
async function scriptsOf(page: string): Promise<number> {
  const seen = new Set<string>();
  const waiting = [
    ...(await readFile(join(built, page), 'utf8')).matchAll(/(?:src|href)="\/(chunks\/[^"]+\.js)"/g),
  ].map((match) => match[1] ?? '');
  let sum = 0;
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const text = await readFile(join(built, name), 'utf8');
    sum += Buffer.byteLength(text);
    waiting.push(
      ...[...text.matchAll(/(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g)].map((match) => `chunks/${match[1] ?? ''}`),
    );
  }
  return sum;
}

// Annotator, viewer and the reader's worker hold every rule, and grow with them: raised for the rules and the diagnosis of November 2026, for
// budgets at a glance, for what the text says against the forms, and for what keeps a piece, a rate, a rounded figure or a misreading from
// becoming an alarm. The popup holds the rules' words and none of the rules. The worker holds pdf.js and the core by itself: it can be ended
// alone.
it.each([
  ['the detector, on every page of gov.cn', 'content-scripts/detect.js', 8],
  ['the annotator, on a page that is a disclosure', 'content-scripts/annotate.js', 740],
  ['the background', 'background.js', 170],
])('%s: %s within %d KB', async (_, file, most) => {
  expect((await stat(join(built, file))).size / kilobyte).toBeLessThanOrEqual(most);
});

it.each([
  ['the viewer', 'viewer.html', 1520],
  ['the popup', 'popup.html', 360],
  ['the reader', 'reader.html', 120],
])('%s: %s with its scripts within %d KB', async (_, page, most) => {
  const size = await scriptsOf(page);
  expect(size).toBeGreaterThan(10 * kilobyte);
  expect(size / kilobyte).toBeLessThanOrEqual(most);
});

it('the reader’s worker within 960 KB', async () => {
  const name = (await readdir(join(built, 'assets'))).find((file) => /^work-.*\.js$/.test(file)) ?? '';
  expect((await stat(join(built, 'assets', name))).size / kilobyte).toBeLessThanOrEqual(960);
});

it('the package, unpacked, with the data of pdf.js, within 7.5 MB', async () => {
  expect((await sizeOf(built)) / kilobyte / kilobyte).toBeLessThanOrEqual(7.5);
});
