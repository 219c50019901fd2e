import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page, type Worker } from 'playwright-core';
import { z } from 'zod';
import { reportsKey, tabReportsSchema, type DocumentRecord } from '../entrypoints/shared/protocol/protocol.ts';
import { ensureBrowser } from './browser.ts';
import { openBuild } from './opened-build.ts';
import { NestedSession, PopupHandle, waitFor } from './popup-handle.ts';
import { serveSamples, type SamplesServer, type ServerOptions } from './samples-server.ts';

export interface ExtensionBrowserOptions extends ServerOptions {
  /** The built extension; `.output/chrome-mv3` unless told. */
  readonly extension?: string;
  /** Lets the driver look into our layer in pages, in a copy of the build; else that is closed to everybody, as for readers. */
  readonly openLayer?: boolean;
  /** False shows the window. */
  readonly headless?: boolean;
  /**
   * Host patterns, besides `*.gov.cn`, that lead to the server (port 80): a site for which the extension has no permission.
   * Every other name fails to resolve.
   */
  readonly otherHosts?: readonly string[];
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Pages that are left stay in the back/forward cache, as for readers; Playwright does not follow a page back from there. */
  readonly keepsPages?: boolean;
  /** Leaves the page open that greets after installing. */
  readonly keepWelcome?: boolean;
  /** The browser's interface language; zh-CN unless told. */
  readonly language?: string;
}

/** A browser with the built extension, and a server that stands for every gov.cn site. */
export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly server: SamplesServer;
  /** The extension's service worker; starts it when the browser has stopped it. */
  serviceWorker(): Promise<Worker>;
  /** Stops the service worker, as the browser does after half a minute of rest. */
  stopServiceWorker(): Promise<void>;
  /** Loads the extension anew, as an update does: what runs of the old one is cut off. */
  reloadExtension(): Promise<void>;
  /** Takes a page of the extension away that nobody sees. (One that crashes takes the whole extension with it.) @param path e.g. 'reader.html' */
  closeHidden(path: string): Promise<void>;
  /** Opens an address in a new window. */
  openWindow(url: string): Promise<Page>;
  /** Evaluates an expression in the service worker; a promise is awaited. */
  inWorker(expression: string): Promise<unknown>;
  /** Opens an address in a new tab, in front. */
  openPage(url: string): Promise<Page>;
  /** Opens a page of the extension, e.g. 'options.html'. */
  openExtensionPage(path: string): Promise<Page>;
  /** The browser's number for the page's tab. */
  tabId(page: Page): Promise<number>;
  /** A real click on the toolbar button while this page is in front (grants activeTab). @returns the true popup @throws if the extension has none for this tab */
  openPopup(page: Page): Promise<PopupHandle>;
  /** The badge on the toolbar button for a tab. */
  badgeText(tabId: number): Promise<string>;
  /** What the extension keeps under a key of storage.session, e.g. `report:12`. */
  sessionItem(key: string): Promise<unknown>;
  /** What the extension has read in a tab so far. */
  documents(tabId: number): Promise<readonly DocumentRecord[]>;
  close(): Promise<void>;
}

const targetSchema = z.object({ targetInfo: z.object({ targetId: z.string() }) });
const tabsSchema = z.array(z.object({ id: z.number(), url: z.string().optional(), active: z.boolean() }));

/** The tab target that holds a page: of those with its address, the one whose child it is. */
async function tabTargetOf(browser: CDPSession, page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const candidates = targetInfos.filter((target) => target.url === targetInfo.url);
  if (candidates.length === 1 && candidates[0] !== undefined) return candidates[0].targetId;
  for (const candidate of candidates.length > 0 ? candidates : targetInfos) {
    const tab = await NestedSession.attach(browser, candidate.targetId);
    await tab.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    const children = tab
      .events('Target.attachedToTarget')
      .map((event) => targetSchema.parse(event).targetInfo.targetId);
    await tab.detach();
    if (children.includes(targetInfo.targetId)) return candidate.targetId;
  }
  throw new Error(`no tab holds ${page.url()}`);
}

class Running implements ExtensionBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly server: SamplesServer;
  readonly #browser: CDPSession;
  readonly #profile: string;
  readonly #folder: string;
  /** The worker of the extension as it was loaded last: the one before may still run for a moment. */
  #worker: Worker | undefined;

  constructor(
    context: BrowserContext,
    browser: CDPSession,
    extensionId: string,
    server: SamplesServer,
    profile: string,
    folder: string,
  ) {
    this.context = context;
    this.#browser = browser;
    this.extensionId = extensionId;
    this.server = server;
    this.#profile = profile;
    this.#folder = folder;
  }

  /** Playwright lists a worker that was stopped, too (its handle serves again when the worker does): the browser knows. */
  async #runningWorker(): Promise<Worker | undefined> {
    const { targetInfos } = await this.#browser.send('Target.getTargets');
    const runs = targetInfos.some(
      (target) => target.type === 'service_worker' && target.url.includes(this.extensionId),
    );
    return runs
      ? (this.#worker ?? this.context.serviceWorkers().findLast((worker) => worker.url().includes(this.extensionId)))
      : undefined;
  }

  async serviceWorker(): Promise<Worker> {
    const running = await this.#runningWorker();
    if (running !== undefined) return running;
    const waker = await this.openExtensionPage('manifest.json');
    try {
      return await waitFor('the service worker', async () => {
        // Any message wakes it; that nobody answers this one does not matter.
        await waker.evaluate('void chrome.runtime.sendMessage("wake").catch(() => undefined)');
        return this.#runningWorker();
      });
    } finally {
      await waker.close();
    }
  }

  async stopServiceWorker(): Promise<void> {
    // An attached debugger keeps a worker alive and deaf to other ways; Chromium's own page for workers does stop it.
    await (await this.#runningWorker())?.evaluate('globalThis.beforeTheStop = true');
    const internals = await this.openPage('chrome://serviceworker-internals/');
    try {
      await internals.getByText('Stop', { exact: true }).click();
      // A reader that is busy may start another at once, whose globals are new.
      await waitFor('the service worker to stop', async () => {
        const worker = await this.#runningWorker();
        if (worker === undefined) return true;
        // One that is just stopping never answers.
        const silence = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 300));
        const isNew = worker.evaluate<boolean>('globalThis.beforeTheStop === undefined').catch(() => false);
        return (await Promise.race([isNew, silence])) ? true : undefined;
      });
    } finally {
      await internals.close();
    }
  }

  async reloadExtension(): Promise<void> {
    const worker = this.context.waitForEvent('serviceworker', { timeout: 20_000 });
    await this.#browser.send('Extensions.loadUnpacked', { path: this.#folder });
    this.#worker = await worker;
  }

  async closeHidden(path: string): Promise<void> {
    const { targetId } = await waitFor(`something to show ${path}`, async () => {
      const { targetInfos } = await this.#browser.send('Target.getTargets', { filter: [{}] });
      return targetInfos.find(
        ({ type, url }) => type !== 'tab' && url === `chrome-extension://${this.extensionId}/${path}`,
      );
    });
    await this.#browser.send('Target.closeTarget', { targetId });
  }

  async openWindow(url: string): Promise<Page> {
    const opened = this.context.waitForEvent('page');
    await this.#browser.send('Target.createTarget', { url, newWindow: true });
    const page = await opened;
    await page.waitForLoadState();
    return page;
  }

  async inWorker(expression: string): Promise<unknown> {
    const worker = await this.serviceWorker();
    return worker.evaluate(expression);
  }

  async openPage(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.bringToFront();
    await page.goto(url, { waitUntil: 'load' });
    return page;
  }

  openExtensionPage(path: string): Promise<Page> {
    return this.openPage(`chrome-extension://${this.extensionId}/${path}`);
  }

  async tabId(page: Page): Promise<number> {
    await page.bringToFront();
    const tabs = tabsSchema.parse(await this.inWorker('chrome.tabs.query({})'));
    const here = tabs.filter((tab) => tab.url === page.url());
    const found = here.length === 1 ? here[0] : (here.length > 0 ? here : tabs).find((tab) => tab.active);
    if (found === undefined) throw new Error(`no tab shows ${page.url()}`);
    return found.id;
  }

  async #popupTargets(): Promise<string[]> {
    const { targetInfos } = await this.#browser.send('Target.getTargets', { filter: [{}] });
    const popups = targetInfos.filter(
      (target) => target.type !== 'tab' && target.url.startsWith(`chrome-extension://${this.extensionId}/popup.html`),
    );
    return popups.map((target) => target.targetId);
  }

  async openPopup(page: Page): Promise<PopupHandle> {
    const tabId = await this.tabId(page);
    if ((await this.inWorker(`chrome.action.getPopup({ tabId: ${tabId} })`)) === '')
      throw new Error('the toolbar button has no popup');
    const before = await this.#popupTargets();
    await page.bringToFront();
    await this.#browser.send('Extensions.triggerAction', {
      id: this.extensionId,
      targetId: await tabTargetOf(this.#browser, page),
    });
    const targetId = await waitFor('the popup', async () =>
      (await this.#popupTargets()).find((target) => !before.includes(target)),
    );
    const popup = new PopupHandle(this.#browser, await NestedSession.attach(this.#browser, targetId), targetId);
    await popup.waitFor('document.readyState === "complete"');
    return popup;
  }

  async badgeText(tabId: number): Promise<string> {
    return z.string().parse(await this.inWorker(`chrome.action.getBadgeText({ tabId: ${tabId} })`));
  }

  async sessionItem(key: string): Promise<unknown> {
    return this.inWorker(
      `chrome.storage.session.get(${JSON.stringify(key)}).then((items) => items[${JSON.stringify(key)}])`,
    );
  }

  async documents(tabId: number): Promise<readonly DocumentRecord[]> {
    return tabReportsSchema.safeParse(await this.sessionItem(reportsKey(tabId))).data?.documents ?? [];
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.server.close();
    // Chromium may still write to its profile while it leaves.
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** The flags under which Chromium takes our extension and finds no name but the server's. */
function flags(extension: string, port: number, options: ExtensionBrowserOptions): string[] {
  const hosts = ['*.gov.cn', ...(options.otherHosts ?? [])];
  const rules = [
    ...hosts.map((host) => `MAP ${host}:80 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE localhost',
    'EXCLUDE 127.0.0.1',
  ];
  return [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--ignore-certificate-errors',
    '--enable-unsafe-extension-debugging',
    // Typed addresses without a scheme, and HTTPS-First: the samples are plain http, like many of these sites.
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    `--lang=${options.language ?? 'zh-CN'}`,
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    `--host-resolver-rules=${rules.join(', ')}`,
    // Chromium's sandbox can't start for root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/**
 * Opens a browser that has the built extension; any http address below gov.cn leads to the given folders and handler.
 * @param options what to serve, and how to show it
 * @throws a plain sentence if the extension is not built or did not start
 */
export async function openExtensionBrowser(options: ExtensionBrowserOptions): Promise<ExtensionBrowser> {
  const build = resolve(options.extension ?? '.output/chrome-mv3');
  await access(join(build, 'manifest.json')).catch(() => {
    throw new Error(
      '扩展还没有构建：请先运行 npm run build。 The extension is not built yet: run npm run build first.',
    );
  });
  const found = await ensureBrowser();
  const server = await serveSamples(options);
  const profile = await mkdtemp(join(tmpdir(), 'tieout-'));
  let context: BrowserContext | undefined;
  try {
    const extension = options.openLayer === true ? await openBuild(build, join(profile, 'extension')) : build;
    const language = options.language ?? 'zh-CN';
    context = await chromium.launchPersistentContext(profile, {
      executablePath: found.path,
      headless: options.headless ?? true,
      args: flags(extension, server.port, options),
      // Without these Playwright itself would switch extensions off.
      ignoreDefaultArgs: [
        '--disable-extensions',
        ...(options.keepsPages === true ? ['--disable-back-forward-cache'] : []),
      ],
      viewport: options.headless === false ? null : (options.viewport ?? { width: 1280, height: 900 }),
      locale: language,
      // A locale that is not installed would cost downloads their Chinese names.
      env: { ...process.env, LANGUAGE: language.replace('-', '_'), LC_ALL: 'C.UTF-8' },
      chromiumSandbox: process.getuid?.() !== 0,
    });
    const worker =
      context.serviceWorkers()[0] ??
      (await context.waitForEvent('serviceworker', { timeout: 20_000 }).catch(() => {
        throw new Error(
          `浏览器没有载入扩展${found.branded ? '（Chrome 137 以后的正式版和 Edge 不再接受命令行载入，请安装 Chromium）' : ''}。` +
            ` The browser did not load the extension${found.branded ? ' (branded Chrome since 137 and Edge refuse it: install Chromium)' : ''}.`,
        );
      }));
    const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
    const greeting =
      context.pages().find(isWelcome) ??
      (await context.waitForEvent('page', { predicate: isWelcome, timeout: 10_000 }).catch(() => undefined));
    if (options.keepWelcome !== true) await greeting?.close();
    const browser = context.browser();
    if (browser === null) throw new Error('no devtools session with the browser');
    return new Running(
      context,
      await browser.newBrowserCDPSession(),
      new URL(worker.url()).host,
      server,
      profile,
      extension,
    );
  } catch (error) {
    await context?.close();
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    throw error;
  }
}
