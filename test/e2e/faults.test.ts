import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../core/report/schema.ts';
import type { FileEntry, TabState } from '../../entrypoints/shared/protocol/protocol.ts';
import { tabFilesSchema, tabReportsSchema, tabStateSchema } from '../../entrypoints/shared/protocol/protocol.ts';
import { expenditurePage } from '../../tools/bench/relations.ts';
import { longPdf } from '../pdf-files.ts';
import { openHarness, press, site, waitFor, type ExtensionBrowser } from './harness.ts';

// What goes wrong around us: nothing is lost that was shown, nothing stale is shown, and nothing is left behind.

const disclosurePdf = readFileSync(join(import.meta.dirname, '../samples/disclosure.pdf'));
const wrap = (inner: string) =>
  `<!DOCTYPE html><meta charset="utf-8"><title>部门决算公开</title><h1>2024 年度部门决算</h1>${inner}`;

/** Reading it takes a while. */
const largePage = expenditurePage(20_000);
const pages: Readonly<Record<string, string>> = {
  '/large.html': largePage,
  '/embedded.html': wrap('<embed src="/disclosure.pdf" type="application/pdf" width="800" height="500">'),
  '/attached.html': wrap(
    '<ul><li><a href="/slow.pdf">慢的.pdf</a></li><li><a href="/disclosure.pdf">决算.pdf</a></li></ul>',
  ),
  '/plain.html': wrap('').replace(/决算/g, '工作'),
};
const slow: ServerResponse[] = [];

let browser: ExtensionBrowser;
const complaints: string[] = [];
beforeAll(async () => {
  browser = await openHarness({
    handler: (_, response, url) => {
      const page = pages[url.pathname];
      if (page !== undefined) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      else if (url.pathname === '/long.pdf')
        response.writeHead(200, { 'content-type': 'application/pdf' }).end(longPdf(disclosurePdf, 12));
      else if (url.pathname === '/slow.pdf') {
        response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': disclosurePdf.length });
        response.write(disclosurePdf.subarray(0, 100_000));
        slow.push(response);
      } else return false;
      return true;
    },
  });
  browser.context.on('page', (page) => {
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
        complaints.push(message.text());
    });
  });
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const response of slow.splice(0)) response.destroy();
  await browser.inWorker(
    `Promise.all(['session', 'local'].map((area) => chrome.storage[area].get(null).then((all) => chrome.storage[area].remove(Object.keys(all).filter((key) => key.startsWith('junk'))))))`,
  );
  for (const page of browser.context.pages()) if (!page.url().startsWith('about:')) await page.close();
  expect(complaints.splice(0)).toEqual([]);
  // Of a tab that is closed nothing stays.
  await waitFor('nothing to be left behind', async () => ((await keys()).length === 0 ? true : undefined));
});

/** What is kept of tabs. */
async function keys(): Promise<string[]> {
  const all: unknown = await browser.inWorker('chrome.storage.session.get(null).then((all) => Object.keys(all))');
  return (Array.isArray(all) ? all : []).filter(
    (key): key is string => typeof key === 'string' && /^(tab|report|files|frames|view):/.test(key),
  );
}

const stateOf = async (tabId: number): Promise<TabState | undefined> =>
  tabStateSchema.safeParse(await browser.sessionItem(`tab:${tabId}`)).data;
const filesOf = async (tabId: number): Promise<readonly FileEntry[]> =>
  tabFilesSchema.safeParse(await browser.sessionItem(`files:${tabId}`)).data?.files ?? [];

function stage(tabId: number, wanted: TabState['stage'], timeout = 40_000): Promise<TabState> {
  return waitFor(
    `the tab to be ${wanted}`,
    async () => {
      const state = await stateOf(tabId);
      return state?.stage === wanted ? state : undefined;
    },
    timeout,
  );
}

function fileStage(tabId: number, name: string, wanted: FileEntry['stage']): Promise<FileEntry> {
  return waitFor(
    `${name} to be ${wanted}`,
    async () => (await filesOf(tabId)).find((entry) => entry.url.includes(name) && entry.stage === wanted),
    40_000,
  );
}

async function reportOf(tabId: number): Promise<Report> {
  return waitFor('the report', async () => (await browser.documents(tabId))[0]?.report, 40_000);
}

const badge = (tabId: number, text: string) =>
  waitFor(`the badge ${text}`, async () => ((await browser.badgeText(tabId)) === text ? true : undefined));
const inconsistent = ({ findings }: Report) =>
  String(findings.filter(({ verdict }) => verdict === 'inconsistent').length);

async function open(path: string): Promise<{ page: Page; tabId: number }> {
  const page = await browser.openPage(`${site}/${path}`);
  return { page, tabId: await browser.tabId(page) };
}

const viewerOf = (name: string) =>
  browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(`${site}/${name}`)}`);

describe('a worker that is stopped', () => {
  it('while a page is being read loses nothing of it', async () => {
    const { page, tabId } = await open('large.html');
    await stage(tabId, 'reading');
    await browser.stopServiceWorker();
    expect((await stage(tabId, 'read')).checked).toBeGreaterThan(0);
    await page.bringToFront();
    await badge(tabId, '✓');
  });

  it('before it could keep the result is told again when the popup opens', async () => {
    const { page, tabId } = await open('disclosure.html');
    const told = inconsistent(await reportOf(tabId));
    // As if it had stopped between hearing the report and keeping it.
    await browser.inWorker(
      `chrome.storage.session.get('tab:${tabId}').then((all) => chrome.storage.session.set({ 'tab:${tabId}': { ...all['tab:${tabId}'], stage: 'reading' } })).then(() => chrome.storage.session.remove('report:${tabId}'))`,
    );
    await browser.stopServiceWorker();
    const popup = await browser.openPopup(page);
    await popup.waitForText(`${told} 处不一致`);
  });

  it('while a PDF is shown and read loses nothing of it', async () => {
    const viewer = await viewerOf('long.pdf');
    await viewer.locator('.panel .progress').waitFor();
    await browser.stopServiceWorker();
    await viewer.locator('.panel .results').waitFor({ timeout: 60_000 });
    const tabId = await browser.tabId(viewer);
    await badge(
      tabId,
      await stage(tabId, 'read').then(({ inconsistent: count }) => (count > 99 ? '99+' : String(count))),
    );
  });
});

describe('a tab that goes while it is being read', () => {
  it.each(['large.html', 'long.pdf'])('leaves nothing behind when it is closed: %s', async (path) => {
    const { page, tabId } = await open(path);
    await stage(tabId, 'reading');
    await page.close();
    await waitFor('the tab to be forgotten', async () => ((await keys()).length === 0 ? true : undefined));
    // Nor comes anything late.
    await waitFor('the reader to be closed', async () =>
      (await browser.inWorker('chrome.offscreen.hasDocument()')) === false ? true : undefined,
    );
    expect(await keys()).toEqual([]);
  });

  it.each(['large.html', 'long.pdf'])('shows nothing of it on the page that comes after: %s', async (path) => {
    const { page, tabId } = await open(path);
    await stage(tabId, 'reading');
    await page.goto(`${site}/plain.html`);
    await waitFor('the page to be forgotten', async () => ((await stateOf(tabId)) === undefined ? true : undefined));
    const popup = await browser.openPopup(page);
    await popup.waitForText('没有找到');
    expect(await browser.badgeText(tabId)).toBe('');
  });

  it('is read anew when it is reloaded', async () => {
    const { page, tabId } = await open('large.html');
    const before = await stage(tabId, 'reading');
    await page.reload();
    const after = await stage(tabId, 'read');
    expect(after.navigationId).not.toBe(before.navigationId);
    const reports = tabReportsSchema.parse(await browser.sessionItem(`report:${tabId}`));
    expect(reports.navigationId).toBe(after.navigationId);
  });

  it('is read anew when the browser had put it aside', async () => {
    const { page, tabId } = await open('disclosure.html');
    const told = inconsistent(await reportOf(tabId));
    const other = await open('large.html');
    await stage(other.tabId, 'reading');
    await browser.openPage(`${site}/plain.html`);
    for (const id of [tabId, other.tabId]) await browser.inWorker(`chrome.tabs.discard(${id})`);
    const ids = await browser.inWorker(
      `chrome.tabs.query({ url: '${site}/*' }).then((tabs) => tabs.filter(({ url }) => !url.includes('plain')).map(({ id }) => id))`,
    );
    const [first = -1, second = -1] = Array.isArray(ids) ? ids.map(Number) : [];
    await browser.inWorker(`chrome.tabs.update(${second}, { active: true })`);
    await stage(second, 'read');
    await badge(second, '✓');
    await browser.inWorker(`chrome.tabs.update(${first}, { active: true })`);
    await stage(first, 'read');
    await badge(first, told);
    await page.close().catch(() => undefined);
    for (const id of [first, second]) await browser.inWorker(`chrome.tabs.remove(${id})`).catch(() => undefined);
  });
});

describe('an extension that is updated under a page', () => {
  it('takes its marks away, says so, and its successor knows the page at once', async () => {
    const { page, tabId } = await open('disclosure.html');
    const told = inconsistent(await reportOf(tabId));
    const popup = await browser.openPopup(page);
    await page.locator('button.mark').first().waitFor({ state: 'attached' });
    await popup.close();
    await page.locator('button.mark').first().click();
    await page.locator('.card .ignore').waitFor();
    await browser.reloadExtension();
    await page.getByText('刷新网页后可以重新标出').waitFor();
    expect(await page.locator('button.mark, .card').count()).toBe(0);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await badge(tabId, told);
    // It goes when the reader goes on.
    await page.mouse.click(300, 300);
    expect(
      await page.evaluate(() => [...document.documentElement.children].some((child) => child.shadowRoot !== null)),
    ).toBe(false);
    const again = await browser.openPopup(page);
    await again.waitForText(`${told} 处不一致`);
    await page.locator('button.mark').first().waitFor({ state: 'attached' });
  });

  it('leaves a page alone whose marks are off', async () => {
    const { page, tabId } = await open('disclosure.html');
    const told = inconsistent(await reportOf(tabId));
    await browser.reloadExtension();
    await badge(tabId, told);
    await page.evaluate(() => document.body.append(document.createElement('table')));
    await badge(tabId, told);
    expect(
      await page.evaluate(() => [...document.documentElement.children].some((child) => child.shadowRoot !== null)),
    ).toBe(false);
  });

  it('gives a page back the PDF in whose place our viewer stood', async () => {
    const { page, tabId } = await open('embedded.html');
    await fileStage(tabId, 'disclosure.pdf', 'read');
    const popup = await browser.openPopup(page);
    await page.frameLocator('iframe').locator('.pdfViewer .page').first().waitFor({ state: 'attached' });
    await popup.close();
    await browser.reloadExtension();
    await page.locator('iframe').waitFor({ state: 'detached' });
    expect(await page.locator('embed').count()).toBe(1);
    await fileStage(tabId, 'disclosure.pdf', 'read');
  });
});

describe('storage that is full', () => {
  /** Fills storage with something, up to a few bytes. */
  const fill = (area: 'session' | 'local', items: string) =>
    browser.inWorker(`(async () => {
    const area = chrome.storage.${area};
    ${items}
  })()`);
  const junk = `for (let size = 4 << 20, number = 0; size >= 64; number += 1) await area.set({ ['junk' + number]: 'x'.repeat(size) }).catch(() => { size >>= 1; });`;

  it('makes room from what can be had again', async () => {
    const { page, tabId } = await open('disclosure.html');
    const report = await reportOf(tabId);
    // Readings and reports of tabs that have been still for longer.
    await fill(
      'session',
      `const report = (await area.get('report:${tabId}'))['report:${tabId}'];
      const text = 'x'.repeat(100_000);
      for (let number = 0; number < 200; number += 1) await area.set({ ['report:' + (900_000 + number)]: { ...report, text }, ['tab:' + (900_000 + number)]: { changed: 1 } }).catch(() => undefined);`,
    );
    const other = await open('two-sets.html');
    await badge(other.tabId, inconsistent(await reportOf(other.tabId)));
    await page.bringToFront();
    await page.reload();
    await badge(tabId, inconsistent(report));
    await browser.inWorker(
      `chrome.storage.session.get(null).then((all) => chrome.storage.session.remove(Object.keys(all).filter((key) => /:9\\d{5}$/.test(key))))`,
    );
  });

  it('is told where nothing can be kept, and does not show what no longer holds', async () => {
    // Without what could make room.
    await browser.inWorker('chrome.storage.session.clear()');
    await fill('session', junk);
    const { page, tabId } = await open('disclosure.html');
    await badge(tabId, '!');
    const popup = await browser.openPopup(page);
    await popup.waitForText('没有地方记下结果');
    await browser.inWorker(
      `chrome.storage.session.get(null).then((all) => chrome.storage.session.remove(Object.keys(all).filter((key) => key.startsWith('junk'))))`,
    );
    await press(popup, 'button[data-first]');
    await popup.waitForText(`${inconsistent(await reportOf(tabId))} 处不一致`);
  });

  it('says that a finding could not be set aside', async () => {
    const { page } = await open('disclosure.html');
    const popup = await browser.openPopup(page);
    await page.locator('button.mark').first().waitFor({ state: 'attached' });
    await popup.close();
    await fill('local', junk);
    await page.locator('button.mark').first().click();
    await page.locator('.card .ignore').click();
    await page.getByText('没有存下来').waitFor();
    await browser.inWorker('chrome.storage.local.clear()');
    await page.locator('.card .ignore').click();
    await page.getByText('撤销').waitFor();
    await browser.inWorker('chrome.storage.local.clear()');
  });
});

describe('a reader that dies', () => {
  it('in the background says so, and the next file is read all the same', async () => {
    const { page, tabId } = await open('attached.html');
    const popup = await browser.openPopup(page);
    await press(popup, '[data-action="check-all"]');
    await fileStage(tabId, 'slow.pdf', 'fetching');
    await browser.closeHidden('reader.html');
    expect((await fileStage(tabId, 'slow.pdf', 'failed')).failure).toEqual({ kind: 'interrupted' });
    await popup.waitForText('浏览器中断了核对');
    await fileStage(tabId, 'disclosure.pdf', 'read');
  });

  it('in the viewer says so, and is started again by who asks', async () => {
    const viewer = await viewerOf('long.pdf');
    await viewer.getByText(/正在读表：第 \d+ 页/).waitFor();
    await Promise.all(viewer.workers().map((worker) => worker.evaluate('close()').catch(() => undefined)));
    await viewer.getByText('浏览器中断了核对').waitFor({ timeout: 60_000 });
    const tabId = await browser.tabId(viewer);
    expect((await stage(tabId, 'failed')).failure).toEqual({ kind: 'interrupted' });
    await viewer.getByRole('button', { name: '重试' }).click();
    await viewer.locator('.panel .results').waitFor({ timeout: 60_000 });
    expect((await stage(tabId, 'read')).failure).toBeUndefined();
  });
});

it('a network that goes half-way costs a file nothing but a second try, and the page nothing at all', async () => {
  const { page, tabId } = await open('attached.html');
  const popup = await browser.openPopup(page);
  await press(popup, '[data-file*="slow.pdf"] [data-action="check"]');
  await fileStage(tabId, 'slow.pdf', 'fetching');
  (await waitFor('a request', () => Promise.resolve(slow[0]))).destroy();
  expect((await fileStage(tabId, 'slow.pdf', 'failed')).failure).toEqual({ kind: 'cut-off' });
  await press(popup, '[data-file*="slow.pdf"] [data-action="check"]');
  await waitFor('a second request', () => Promise.resolve(slow[1]));
  slow[1]?.end(disclosurePdf.subarray(100_000));
  expect((await fileStage(tabId, 'slow.pdf', 'read')).result?.inconsistent).toBeGreaterThan(0);
});

it('two windows each tell of their own page', async () => {
  const first = await open('disclosure.html');
  const second = await browser.openWindow(`${site}/two-sets.html`);
  const ids = await waitFor('two windows', async () => {
    const tabs = await browser.inWorker(
      `chrome.tabs.query({ url: '${site}/*' }).then((tabs) => tabs.map(({ id, windowId }) => [id, windowId]))`,
    );
    return Array.isArray(tabs) && tabs.length === 2
      ? tabs.map((each: unknown) => (Array.isArray(each) ? each.map(Number) : []))
      : undefined;
  });
  expect(new Set(ids.map(([, windowId]) => windowId)).size).toBe(2);
  const otherId = ids.map(([id]) => id).find((id) => id !== first.tabId) ?? -1;
  const [here, there] = [inconsistent(await reportOf(first.tabId)), inconsistent(await reportOf(otherId))];
  await badge(first.tabId, here);
  await badge(otherId, there);
  const popup = await browser.openPopup(second);
  await popup.waitForText(`${there} 处不一致`);
  await second.locator('button.mark').first().waitFor({ state: 'attached' });
  // What is switched in one window stays in it.
  expect(await first.page.locator('button.mark').count()).toBe(0);
  await popup.close();
});

it('fifty tabs each have their badge, and what is kept of them is small', async () => {
  const tabs: { page: Page; tabId: number }[] = [];
  for (let number = 0; number < 50; number += 1) {
    const page = await browser.context.newPage();
    await page.goto(`${site}/${number % 2 === 0 ? 'disclosure' : 'clean'}.html?${number}`);
    tabs.push({ page, tabId: await browser.tabId(page) });
  }
  const told = inconsistent(await reportOf(tabs[0]?.tabId ?? -1));
  for (const [index, { tabId }] of tabs.entries()) await badge(tabId, index % 2 === 0 ? told : '✓');
  // There is room for 10 MB.
  expect(Number(await browser.inWorker('chrome.storage.session.getBytesInUse(null)'))).toBeLessThan(8 * 1024 * 1024);
  // The oldest still knows what it was.
  const [oldest] = tabs;
  if (oldest === undefined) throw new Error('no tab');
  const popup = await browser.openPopup(oldest.page);
  await popup.waitForText(`${told} 处不一致`);
  await popup.close();
}, 240_000);
