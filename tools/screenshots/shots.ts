import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { manyFindings } from '../../test/core/accounts.ts';
import { budgetSet, budgetTitle, threePublic } from '../../test/core/budgets.ts';
import { drawnPage } from '../../test/drawn-page.ts';
import { longPdf, printedLast, wordlessPdf } from '../../test/pdf-files.ts';
import type { Handler } from '../samples-server.ts';
import { waitFor } from '../popup-handle.ts';
import type { Camera } from './camera.ts';

const site = 'http://www.shili.gov.cn';
const samples = join(import.meta.dirname, '../../test/samples');

/** One state of the product, and how to get there. */
export interface Shot {
  readonly name: string;
  readonly take: (camera: Camera) => Promise<void>;
}

/** Pages beside the samples: one with many findings, a budget. */
const otherPages: Readonly<Record<string, () => string>> = { '/many.html': () => drawnPage(manyFindings()), '/budget.html': () => drawnPage([...budgetSet, threePublic], budgetTitle) };

/** Files beside the samples: one that never arrives whole, one that lacks its last pages, one that is too long, one whose letters are unknown. */
export const otherFiles: Handler = async (_request, response, url) => {
  const page = otherPages[url.pathname];
  if (page !== undefined || url.pathname === '/wordless.pdf') {
    response.writeHead(200, { 'content-type': page === undefined ? 'application/pdf' : 'text/html; charset=utf-8' }).end(page?.() ?? wordlessPdf());
    return true;
  }
  if (!['/slow.pdf', '/torn.pdf', '/long.pdf'].includes(url.pathname)) return false;
  const bytes = await readFile(join(samples, 'disclosure.pdf'));
  if (url.pathname !== '/slow.pdf') {
    const torn = printedLast(bytes);
    response.writeHead(200, { 'content-type': 'application/pdf' }).end(url.pathname === '/long.pdf' ? longPdf(bytes, 40) : torn.subarray(0, Math.round(0.96 * torn.length)));
    return true;
  }
  response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.round(bytes.length * 0.4)));
  return true;
};

/** Opens a page and waits until the extension has come to a state there. */
async function open({ browser }: Camera, path: string, stage = /^(read|failed)$/): Promise<Page> {
  const page = await browser.openPage(path.includes(':') ? path : `${site}/${path}`);
  const tabId = await browser.tabId(page);
  await waitFor(`the state of ${path}`, async () => {
    const state = await browser.sessionItem(`tab:${tabId}`);
    return typeof state === 'object' && state !== null && 'stage' in state && stage.test(String(state.stage)) ? true : undefined;
  }, 60_000);
  return page;
}

/** Opens a page, has its marks on, and nothing in front of them. */
async function openMarked(camera: Camera, path: string): Promise<Page> {
  const page = await open(camera, path);
  const popup = await camera.browser.openPopup(page);
  await page.locator('button.mark').first().waitFor({ state: 'attached' });
  await popup.close();
  return page;
}

function viewerOf(name: string, file: string, selector: string): Shot {
  return { name: `viewer/${name}`, take: async (camera) => {
    const page = await camera.browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(`${site}/${file}`)}`);
    await page.locator(selector).first().waitFor({ timeout: 90_000 });
    await camera.page(`viewer/${name}`, page);
  } };
}

function popupOf(name: string, path: string, stage?: RegExp): Shot {
  return { name: `popup/${name}`, take: async (camera) => camera.popup(`popup/${name}`, await open(camera, path, stage)) };
}

async function openCard(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  const mark = page.locator('button.mark.inconsistent').first();
  await mark.evaluate((element) => (element as HTMLElement).focus({ preventScroll: true }));
  await page.evaluate(() => {
    const host = [...document.documentElement.children].find((child) => child.shadowRoot !== null);
    const top = host?.shadowRoot?.querySelector('button.mark.inconsistent')?.getBoundingClientRect().top ?? 0;
    scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
  });
  await mark.click();
  await page.getByRole('dialog').waitFor();
}

/** A page of the extension's own, whole unless told. */
function ownPage(name: string, path: string, whole = true, shown = 'h1'): Shot {
  return { name, take: async (camera) => {
    const page = await camera.browser.openExtensionPage(path);
    await page.locator(shown).first().waitFor();
    await camera.page(name, page, undefined, whole);
  } };
}

/** Our viewer with a file of the samples. */
async function openViewer(camera: Camera, file: string): Promise<Page> {
  return camera.browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(`${site}/${file}`)}`);
}

/** What another shot shows, in English. */
function inEnglish({ name, take }: Shot): Shot {
  return { name: `english/${name}`, take: async (camera) => {
    await camera.browser.inWorker("chrome.storage.local.set({ settings: { language: 'en' } })");
    await take(camera.in('english')).finally(() => camera.browser.inWorker('chrome.storage.local.clear()'));
  } };
}

/** Every state that a reader meets. A new page or state is one more entry. */
const states: readonly Shot[] = [
  popupOf('contradictions', 'disclosure.html'),
  popupOf('all-agree', 'clean.html'),
  popupOf('several-sets', 'two-sets.html'),
  { name: 'popup/attachments', take: async (camera) => camera.popup('popup/attachments', await camera.browser.openPage(`${site}/attachments.html`), async (popup) => {
    await popup.click('[data-action=check-all]');
    await popup.waitFor('document.querySelector("[data-action=cancel-all], [data-stage=queued], [data-stage=fetching], [data-stage=reading]") === null && document.querySelector("[data-stage=read]") !== null', 60_000);
  }) },
  { name: 'popup/embedded', take: async (camera) => camera.popup('popup/embedded', await open(camera, 'embedded.html'), async (popup) => {
    await popup.waitFor('document.querySelector("[data-finding]") !== null', 60_000);
  }) },
  popupOf('empty-forms', 'empty.html'),
  popupOf('scanned', 'scanned.pdf'),
  popupOf('unknown-letters', 'wordless.pdf'),
  popupOf('torn', 'torn.pdf'),
  popupOf('failed', 'broken.pdf'),
  popupOf('encrypted', 'encrypted.pdf'),
  popupOf('pdf', 'disclosure.pdf'),
  popupOf('reading', 'slow.pdf', /^(waiting|reading)$/),
  { name: 'popup/filtered', take: async (camera) => camera.popup('popup/filtered', await open(camera, 'many.html'), async (popup) => {
    await popup.waitFor('document.querySelector(".filter-bar") !== null');
    await popup.evaluate(`(() => {
      const input = document.querySelector('.filter-bar input');
      if (input) { input.value = '合计'; input.dispatchEvent(new Event('input', { bubbles: true })); }
      const details = document.querySelector('.coverage-details');
      if (details) details.open = true;
    })()`);
  }) },
  ...(['glance', 'budget'] as const).map((name): Shot => ({ name: `popup/${name}`, take: async (camera) => camera.popup(`popup/${name}`, await open(camera, name === 'budget' ? 'budget.html' : 'disclosure.html'), async (popup) => {
    await popup.waitFor('document.querySelector(".glance") !== null');
    await popup.evaluate('void document.querySelectorAll(".glance, .glance figure:last-of-type details").forEach((details) => { details.open = true; })');
  }) })),
  { name: 'popup/not-a-disclosure', take: async (camera) => camera.popup('popup/not-a-disclosure', await camera.browser.openPage(`${site}/ordinary.html`), (popup) => popup.waitFor('document.querySelector("[aria-busy=true]") === null')) },
  { name: 'popup/no-tables', take: async (camera) => camera.popup('popup/no-tables', await camera.browser.openPage(`${site}/no-tables.html`), (popup) => popup.waitFor('document.querySelector("[aria-busy=true]") === null')) },
  { name: 'popup/restricted', take: async (camera) => camera.popup('popup/restricted', await camera.browser.openPage('chrome://version/'), (popup) => popup.waitFor('document.querySelector("[aria-busy=true]") === null')) },
  { name: 'page/marks', take: async (camera) => camera.page('page/marks', await openMarked(camera, 'disclosure.html'), (page) => page.evaluate(() => scrollTo(0, 900))) },
  { name: 'page/card', take: async (camera) => camera.page('page/card', await openMarked(camera, 'disclosure.html'), openCard) },
  { name: 'page/checked-figures', take: async (camera) => {
    const page = await openMarked(camera, 'disclosure.html');
    const tabId = await camera.browser.tabId(page);
    const popup = await camera.browser.openPopup(page);
    await popup.evaluate(`chrome.runtime.sendMessage({ kind: 'switched', tabId: ${tabId}, coverage: true })`);
    await popup.close();
    await page.locator('.quiet').first().waitFor({ state: 'attached' });
    await camera.page('page/checked-figures', page, (shown) => shown.evaluate(() => scrollTo(0, 900)));
  } },
  { name: 'side-panel', take: async (camera) => {
    const panel = await camera.browser.openExtensionPage('popup.html?side');
    // It shows what stands in the tab before it, as in a window of its own.
    await camera.browser.openPage(`${site}/disclosure.html`);
    await panel.locator('.finding').first().waitFor({ state: 'attached', timeout: 60_000 });
    await camera.page('side-panel', panel);
  } },
  { name: 'viewer', take: async (camera) => {
    const page = await openViewer(camera, 'disclosure.pdf');
    await page.locator('button[data-finding]').first().waitFor({ timeout: 60_000 });
    await camera.page('viewer/list', page);
    await page.locator('button[data-finding]').first().click();
    await page.getByRole('dialog').waitFor();
    await camera.page('viewer/card', page);
  } },
  viewerOf('torn', 'torn.pdf', '.panel .results'),
  viewerOf('long', 'long.pdf', '.panel .results'),
  viewerOf('scanned', 'scanned.pdf', '.panel .state h2'),
  viewerOf('password', 'encrypted.pdf', 'form.password'),
  viewerOf('broken', 'broken.pdf', '.notice h1'),
  viewerOf('fetching', 'slow.pdf', '.notice progress[value]'),
  { name: 'viewer/several-files', take: async (camera) => {
    const page = await camera.browser.openExtensionPage('viewer.html');
    await page.locator('input[type=file]').first().setInputFiles(['disclosure.pdf', 'scanned.pdf', 'encrypted.pdf'].map((file) => join(samples, file)));
    await page.locator('button[data-finding]').first().waitFor({ timeout: 60_000 });
    await camera.page('viewer/several-files', page);
  } },
  { name: 'viewer/checked-figures', take: async (camera) => {
    const page = await openViewer(camera, 'disclosure.pdf');
    await page.locator('.on-request').click({ timeout: 60_000 });
    await page.locator('.quiet').first().waitFor({ state: 'attached' });
    await camera.page('viewer/checked-figures', page, (shown) => shown.locator('[data-page-number="2"]').evaluate((sheet) => sheet.scrollIntoView()));
  } },
  viewerOf('not-found', 'missing.pdf', '.notice h1'),
  { name: 'viewer/start', take: async (camera) => camera.page('viewer/start', await camera.browser.openExtensionPage('viewer.html')) },
  ownPage('welcome', 'welcome.html'),
  ownPage('options', 'options.html'),
  ownPage('rules', 'rules.html', false),
  ownPage('sample', 'sample.html', false, '.sample-bar'),
];

const spokenToo = new Set(['popup/contradictions', 'popup/attachments', 'page/card', 'viewer', 'welcome', 'options', 'rules']);

/** Every state in Chinese, and what has most words in English as well. */
export const shots: readonly Shot[] = [...states, ...states.filter(({ name }) => spokenToo.has(name)).map(inEnglish)];
