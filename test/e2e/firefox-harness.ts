import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from '../../tools/browser.ts';
import { openBuild } from '../../tools/opened-build.ts';
import { serveSamples, type SamplesServer } from '../../tools/samples-server.ts';

const root = join(import.meta.dirname, '../..');

/** The extension's name for the session, which Firefox would otherwise choose. */
const uuid = '6f5b1c1e-2f0a-4f0e-9a39-0d3b8f7c2d11';

/** A step that takes longer has hung: Firefox's automation does. */
const patience = 20_000;

/** Firefox with the built extension, and the samples on a site of gov.cn. */
export interface FirefoxHarness {
  readonly site: string;
  /** A page of the extension: a hand on its API. */
  readonly hand: Page;
  open(url: string): Promise<Page>;
  /** Opens a page of the extension; Firefox does not tell when it has loaded. */
  openOwn(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** A promise with an end. @throws that it took too long for what was awaited */
export function within<Value>(what: string, promise: Promise<Value>, time = patience): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${time} ms in vain for ${what}`)), time);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

class Running implements FirefoxHarness {
  readonly site: string;
  readonly hand: Page;
  readonly #browser: Browser;
  readonly #server: SamplesServer;
  readonly #folder: string;

  constructor(browser: Browser, server: SamplesServer, hand: Page, folder: string) {
    this.site = `http://www.shili.gov.cn:${server.port}`;
    this.hand = hand;
    this.#browser = browser;
    this.#server = server;
    this.#folder = folder;
  }

  async open(url: string): Promise<Page> {
    const page = await within('a tab', this.#browser.newPage());
    await within(url, page.goto(url, { waitUntil: 'load' }));
    return page;
  }

  openOwn(path: string): Promise<Page> {
    return openOwn(this.#browser, path);
  }

  async close(): Promise<void> {
    await end(this.#browser);
    await this.#server.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

async function openOwn(browser: Browser, path: string): Promise<Page> {
  const page = await within('a tab', browser.newPage());
  // It does load, but nobody says so.
  await page.goto(`moz-extension://${uuid}/${path}`, { timeout: 3000 }).catch(() => undefined);
  return page;
}

async function end(browser: Browser): Promise<void> {
  await within('Firefox to close', browser.close(), 5000).catch(() => undefined);
  browser.process()?.kill('SIGKILL');
}

/** Opens Firefox with a copy of `.output/firefox-mv3`, into whose layer tests look, as a temporary add-on (`npm run build:firefox` first). */
export async function openFirefox(): Promise<FirefoxHarness> {
  const executablePath = await findFirefox();
  if (executablePath === null)
    throw new Error('没有找到 Firefox。 No Firefox found: install it or name its path in TIEOUT_FIREFOX.');
  const server = await serveSamples({ folders: { '/': join(root, 'test/samples') } });
  const browser = await within(
    'Firefox',
    puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      defaultViewport: { width: 1280, height: 900 },
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'network.dns.forceResolve': '127.0.0.1',
        'network.proxy.type': 0,
        'dom.security.https_first': false,
        'extensions.webextensions.uuids': JSON.stringify({ '{b3f2a6d4-8c1e-4f57-9a0b-6d2e71c45f90}': uuid }),
      },
    }),
    60_000,
  );
  try {
    const folder = await mkdtemp(join(tmpdir(), 'tieout-'));
    await within(
      'the add-on',
      browser.installExtension(await openBuild(join(root, '.output/firefox-mv3'), join(folder, 'extension'))),
    );
    return new Running(browser, server, await openOwn(browser, 'viewer.html'), folder);
  } catch (error) {
    await end(browser);
    await server.close();
    throw error;
  }
}
