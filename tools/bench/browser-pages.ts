import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { z } from 'zod';
import { ensureBrowser } from '../browser.ts';
import { median } from './measure.ts';
import { expenditurePage } from './relations.ts';
import type { Row } from './table.ts';

const root = join(import.meta.dirname, '..', '..');
const turnSchema = z.object({
  read: z.number(),
  check: z.number(),
  mark: z.number(),
  marks: z.number(),
  longest: z.number(),
});

/** Promised: of a page of 5,000 cells, read and check against the browser's own layout; the longest task; the detector's size. */
const mostOfLayout = 1;
const longestTask = 50;
const detectorKilobytes = 8;

const rounds = 5;

/** What runs in the page, as one script. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [preact()],
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'in-page.ts'), formats: ['iife'], name: 'tieoutBench' },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  if (output === undefined || !('output' in output)) throw new Error('nothing was bundled');
  return output.output[0].code;
}

/** A page without the extension, freshly laid out. @returns it, and how long the browser took to lay it out */
async function lay(browser: Browser, html: string): Promise<{ readonly page: Page; readonly layout: number }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.setContent(html, { waitUntil: 'load' });
  // A forced layout of all of it, as for a page that is looked at.
  await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
  const { metrics } = await devtools.send('Performance.getMetrics');
  const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { page, layout: 1000 * (seconds('LayoutDuration') + seconds('RecalcStyleDuration')) };
}

async function withBrowser<Value>(
  run: (browser: Browser) => AsyncGenerator<Row, Value>,
): Promise<AsyncGenerator<Row, Value>> {
  const { path } = await ensureBrowser();
  const browser = await chromium.launch({
    executablePath: path,
    headless: true,
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  return (async function* () {
    try {
      return yield* run(browser);
    } finally {
      await browser.close();
    }
  })();
}

/** A page of final accounts in a real browser: read, related, judged and marked, against the browser's own layout of it. */
export async function* browserPages(): AsyncGenerator<Row> {
  const script = await bundle();
  yield* await withBrowser(async function* (browser) {
    for (const cells of [1000, 5000, 20_000]) {
      const turns: (z.infer<typeof turnSchema> & { readonly layout: number })[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const { page, layout } = await lay(browser, expenditurePage(cells, true));
        await page.evaluate(script);
        const turn = turnSchema.parse(await page.evaluate('bench.turn()'));
        await page.close();
        if (round > 0) turns.push({ ...turn, layout });
      }
      const middle = (part: 'read' | 'check' | 'mark' | 'marks' | 'longest' | 'layout') =>
        median(turns.map((turn) => turn[part]));
      const ratio = median(turns.map(({ read, check, layout }) => (read + check) / layout));
      yield {
        what: `page of ${cells} cells: read + check / the browser's layout`,
        measured: `×${ratio.toFixed(2)}`,
        ...(cells === 5000 && { budget: { most: mostOfLayout, is: ratio } }),
        note: `layout ${middle('layout').toFixed(0)} ms, read ${middle('read').toFixed(0)}, check ${middle('check').toFixed(0)}, ${middle('marks')} marks ${middle('mark').toFixed(0)}`,
      };
      yield {
        what: `page of ${cells} cells: longest task`,
        measured: `${middle('longest').toFixed(0)} ms`,
        budget: { most: longestTask, is: middle('longest') },
      };
    }
  });
}

/** Pages of every day, without any accounts. */
const ordinary: Readonly<Record<string, string>> = {
  news: `<title>要闻</title>${'<p>市政府召开常务会议，研究部署近期重点工作。</p>'.repeat(200)}`,
  list: `<title>信息公开</title><ul>${Array.from({ length: 2000 }, (_, index) => `<li><a href="/${index}.html">2024年度部门决算公开（${index}）</a></li>`).join('')}</ul>`,
  tables: `<title>通讯录</title>${Array.from({ length: 40 }, () => `<table>${'<tr><td>处室</td><td>电话</td><td>12345</td></tr>'.repeat(50)}</table>`).join('')}`,
};

/** The detector, on pages that are no disclosures: its size, and how long it looks. */
export async function* detector(): AsyncGenerator<Row> {
  const size = (await stat(join(root, '.output', 'chrome-mv3', 'content-scripts', 'detect.js')).catch(() => null))
    ?.size;
  if (size !== undefined)
    yield {
      what: 'detector: size',
      measured: `${(size / 1024).toFixed(1)} KB`,
      budget: { most: detectorKilobytes, is: size / 1024 },
    };
  const script = await bundle();
  yield* await withBrowser(async function* (browser) {
    for (const [name, body] of Object.entries(ordinary)) {
      const looks: number[] = [];
      let elements = 0;
      for (let round = 0; round <= rounds; round += 1) {
        const { page } = await lay(browser, `<!DOCTYPE html><meta charset="utf-8">${body}`);
        await page.evaluate(script);
        const took = z.number().parse(await page.evaluate('bench.look()'));
        elements = z.number().parse(await page.evaluate('document.querySelectorAll("*").length'));
        await page.close();
        if (round > 0) looks.push(took);
      }
      yield {
        what: `detector: an ordinary page (${name})`,
        measured: `${median(looks).toFixed(1)} ms`,
        budget: { most: longestTask, is: Math.max(...looks) },
        note: `${elements} elements, longest look ${Math.max(...looks).toFixed(1)} ms`,
      };
    }
  });
}
