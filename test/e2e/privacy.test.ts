import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExtensionBrowser } from './harness.ts';
import { built, openHarness, press, site, waitFor } from './harness.ts';

describe('what leaves the device', () => {
  let browser: ExtensionBrowser;
  const asked: string[] = [];
  beforeAll(async () => {
    browser = await openHarness();
    // Of pages, frames, workers and extension pages alike; the server beside it hears whatever this misses.
    browser.context.on('request', (request) => asked.push(request.url()));
  });
  afterAll(() => browser.close());

  it('is nothing but requests for the documents themselves, on a tour through everything', async () => {
    const page = await browser.openPage(`${site}/attachments.html`);
    const popup = await browser.openPopup(page);
    await press(popup, '[data-action="check-all"]');
    await popup.waitForText(/\d+ 处不一致/, 60_000);
    await page.close();

    const disclosure = await browser.openPage(`${site}/disclosure.html`);
    const second = await browser.openPopup(disclosure);
    await disclosure.locator('button.mark').first().waitFor({ state: 'attached' });
    await disclosure.locator('button.mark').first().focus();
    await disclosure.getByRole('dialog').waitFor();
    for (const name of ['JSON', 'CSV', 'Markdown']) {
      await second.evaluate(
        `[...document.querySelectorAll('button')].find((button) => button.innerText.includes('${name}'))?.click()`,
      );
    }
    await disclosure.close();

    const viewer = await browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(`${site}/disclosure.pdf`)}`);
    await viewer.locator('.mark').first().waitFor({ state: 'attached', timeout: 60_000 });
    await viewer.close();
    const embedded = await browser.openPage(`${site}/embedded.html`);
    const tabId = await browser.tabId(embedded);
    await waitFor('the badge', async () => (/^\d+$/.test(await browser.badgeText(tabId)) ? true : undefined), 60_000);
    await embedded.close();

    const own = 'chrome-extension://';
    const foreign = asked.filter(
      (url) => !url.startsWith(own) && !url.startsWith(`${site}/`) && !/^(?:blob|data|about|chrome):/.test(url),
    );
    expect(foreign).toEqual([]);
    // The stand-in for the whole web: only the documents' own host, only what a reader could ask for.
    expect([...new Set(browser.server.requests.map(({ host }) => host))]).toEqual(['www.shili.gov.cn']);
    expect([...new Set(browser.server.requests.map(({ method }) => method))]).toEqual(['GET']);
    const paths = new Set(browser.server.requests.map(({ path }) => path));
    for (const path of paths) expect(path).toMatch(/^\/[\w%./-]+\.(?:html|pdf|ico|css|xlsx|doc|zip)$/);
    expect([...paths].filter((path) => path.includes('?'))).toEqual([]);
  });
});

async function* filesIn(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

describe('what is built', () => {
  it('has no code that makes code of text, and loads none from elsewhere', async () => {
    const found: string[] = [];
    for await (const path of filesIn(built)) {
      if (!/\.(?:js|mjs|html|css)$/.test(path)) continue;
      const text = await readFile(path, 'utf8');
      const name = path.slice(built.length + 1);
      for (const [what, pattern] of [
        ['eval', /(?<![\w.$])eval\s*\(/],
        ['Function', /(?<![\w.$])Function\s*\(/],
        ['importScripts of an address', /importScripts\(["'`]https?:/],
        ['import of an address', /\bimport\s*\(\s*["'`]https?:/],
        ['a script from elsewhere', /<script[^>]+src\s*=\s*["']?(?:https?:)?\/\//i],
        ['a style from elsewhere', /@import\s+(?:url\()?["']?https?:|<link[^>]+href\s*=\s*["']?(?:https?:)?\/\//i],
        ['a beacon', /\bsendBeacon\s*\(/],
        ['a socket', /new\s+WebSocket\s*\(|new\s+EventSource\s*\(|new\s+RTCPeerConnection\s*\(/],
      ] as const) {
        if (pattern.test(text)) found.push(`${name}: ${what}`);
      }
    }
    // pdf.js would compile PostScript functions, and zod its schemas; both are told not to (isEvalSupported: false, jitless: true), and the
    // CSP, pinned in the manifest's test, forbids it.
    expect(found.map((one) => one.replace(/-[\w-]{8}\.js/, '.js')).sort()).toEqual(
      [
        'assets/pdf-worker.js',
        'assets/work.js',
        'background.js',
        'chunks/schemas.js',
        'chunks/show.js',
        'content-scripts/annotate.js',
      ].map((name) => `${name}: Function`),
    );
  });

  it('asks pdf.js never to make code of text, wherever it opens a file', async () => {
    const openers: string[] = [];
    for await (const path of filesIn(join(import.meta.dirname, '../../entrypoints'))) {
      if (!/\.tsx?$/.test(path)) continue;
      const text = await readFile(path, 'utf8');
      if (text.includes('getDocument(')) openers.push(text);
    }
    expect(openers.length).toBeGreaterThan(0);
    for (const text of openers) expect(text).toContain('isEvalSupported: false');
  });
});
