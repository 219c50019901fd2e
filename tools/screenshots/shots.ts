import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { manyFindings } from '../../test/core/accounts.ts';
import { budgetSet, budgetTitle, threePublic } from '../../test/core/budgets.ts';
import { drawnPage } from '../../test/drawn-page.ts';
import type { Finding, Report } from '../../core/report/schema.ts';
import { equationText, sentence } from '../../core/report/tell.ts';
import { ignoredEntry } from '../../entrypoints/shared/findings/ignored-entry.ts';
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
const otherPages: Readonly<Record<string, () => string>> = {
  '/many.html': () => drawnPage(manyFindings()),
  '/budget.html': () => drawnPage([...budgetSet, threePublic], budgetTitle),
};

/** Files beside the samples: one that never arrives whole, one that lacks its last pages, one that is too long, one whose letters are unknown. */
export const otherFiles: Handler = async (_request, response, url) => {
  const page = otherPages[url.pathname];
  if (page !== undefined || url.pathname === '/wordless.pdf') {
    response
      .writeHead(200, { 'content-type': page === undefined ? 'application/pdf' : 'text/html; charset=utf-8' })
      .end(page?.() ?? wordlessPdf());
    return true;
  }
  if (!['/slow.pdf', '/torn.pdf', '/long.pdf'].includes(url.pathname)) return false;
  const bytes = await readFile(join(samples, 'disclosure.pdf'));
  if (url.pathname !== '/slow.pdf') {
    const torn = printedLast(bytes);
    response
      .writeHead(200, { 'content-type': 'application/pdf' })
      .end(url.pathname === '/long.pdf' ? longPdf(bytes, 40) : torn.subarray(0, Math.round(0.96 * torn.length)));
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
  await waitFor(
    `the state of ${path}`,
    async () => {
      const state = await browser.sessionItem(`tab:${tabId}`);
      return typeof state === 'object' && state !== null && 'stage' in state && stage.test(String(state.stage))
        ? true
        : undefined;
    },
    60_000,
  );
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
  return {
    name: `viewer/${name}`,
    take: async (camera) => {
      const page = await camera.browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(`${site}/${file}`)}`);
      await page.locator(selector).first().waitFor({ timeout: 90_000 });
      await camera.page(`viewer/${name}`, page);
    },
  };
}

function popupOf(name: string, path: string, stage?: RegExp): Shot {
  return {
    name: `popup/${name}`,
    take: async (camera) => camera.popup(`popup/${name}`, await open(camera, path, stage)),
  };
}

/** One finding of each kind of every-verdict.html and .pdf, by words of its sentence. */
const kinds: Readonly<Record<string, RegExp>> = {
  contradiction: /本年支出合计”为 27\.78|row “[^”]{0,60}” is 27\.78/,
  rounding: /63\.72/,
  separators: /1,110,16/,
  text: /313\.75/,
  comparison: /公务接待费/,
  people: /实有/,
};

/** A tab's first report, and a finding of each kind in it. */
async function findingsOf(
  { browser }: Camera,
  tabId: number,
): Promise<{ report: Report; kinds: [kind: string, finding: Finding][] }> {
  const report = (await browser.documents(tabId))[0]?.report;
  if (report === undefined) throw new Error('the tab has no report');
  return {
    report,
    kinds: Object.entries(kinds).map(([kind, words]) => {
      const found = report.findings.find((finding) =>
        [sentence(finding, 'zh'), equationText(finding, 'zh')].some((text) => words.test(text)),
      );
      if (found === undefined) throw new Error(`the sample has no finding of the kind ${kind}`);
      return [kind, found];
    }),
  };
}

/** A shot of a page in which a finding of each kind is ignored. */
function withIgnored(name: string, take: Shot['take']): Shot {
  return {
    name,
    take: async (camera) => {
      const page = await open(camera, 'every-verdict.html');
      const { report, kinds: found } = await findingsOf(camera, await camera.browser.tabId(page));
      await page.close();
      await camera.browser.inWorker(
        `chrome.storage.local.set({ ignored: ${JSON.stringify(found.map(([, finding], index) => ignoredEntry(finding, report, index)))} })`,
      );
      await take(camera).finally(() => camera.browser.inWorker('chrome.storage.local.clear()'));
    },
  };
}

/** The card of a finding of each kind, opened as the lists open it. */
async function takeCards(camera: Camera, name: string, page: Page, documentId: string): Promise<void> {
  const tabId = await camera.browser.tabId(page);
  for (const [kind, { id }] of (await findingsOf(camera, tabId)).kinds) {
    await camera.page(`${name}/card-${kind}`, page, async () => {
      await page.keyboard.press('Escape');
      await camera.browser.inWorker(
        `chrome.tabs.sendMessage(${tabId}, ${JSON.stringify({ kind: 'find', documentId, finding: id })})`,
      );
      await page.getByRole('dialog').waitFor();
    });
  }
}

/** A page of the extension's own, whole unless told. */
function ownPage(name: string, path: string, whole = true, shown = 'h1'): Shot {
  return {
    name,
    take: async (camera) => {
      const page = await camera.browser.openExtensionPage(path);
      await page.locator(shown).first().waitFor();
      await camera.page(name, page, undefined, whole);
    },
  };
}

/** Our viewer with a file of the samples. */
async function openViewer(camera: Camera, file: string): Promise<Page> {
  return camera.browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(`${site}/${file}`)}`);
}

/** What a shot shows under some settings of the reader's. */
function under(settings: Readonly<Record<string, unknown>>, take: Shot['take']): Shot['take'] {
  return async (camera) => {
    const before = JSON.stringify(await camera.browser.inWorker("chrome.storage.local.get('settings')"));
    await camera.browser.inWorker(
      `chrome.storage.local.get('settings').then(({ settings }) => chrome.storage.local.set({ settings: { ...settings, ...${JSON.stringify(settings)} } }))`,
    );
    await take(camera).finally(() =>
      camera.browser.inWorker(`chrome.storage.local.clear().then(() => chrome.storage.local.set(${before}))`),
    );
  };
}

/** What another shot shows, in English. */
function inEnglish({ name, take }: Shot): Shot {
  return { name: `english/${name}`, take: under({ language: 'en' }, (camera) => take(camera.in('english'))) };
}

/** A shot in which differences of rounding are to be seen with the rest. */
function withRounding(name: string, take: Shot['take']): Shot {
  return { name, take: under({ showRounding: true }, take) };
}

/** Every state that a reader meets. A new page or state is one more entry. */
const states: readonly Shot[] = [
  withRounding('popup/every-verdict', async (camera) =>
    camera.popup('popup/every-verdict', await open(camera, 'every-verdict.html'), (popup) =>
      popup
        .evaluate('void document.querySelectorAll(".coverage-details").forEach((details) => { details.open = true; })')
        .then(() => undefined),
    ),
  ),
  popupOf('all-agree', 'clean.html'),
  popupOf('several-sets', 'two-sets.html'),
  {
    name: 'popup/attachments',
    take: async (camera) =>
      camera.popup('popup/attachments', await camera.browser.openPage(`${site}/attachments.html`), async (popup) => {
        await popup.click('[data-action=check-all]');
        await popup.waitFor(
          'document.querySelector("[data-action=cancel-all], [data-stage=queued], [data-stage=fetching], [data-stage=reading]") === null && document.querySelector("[data-stage=read]") !== null',
          60_000,
        );
      }),
  },
  {
    name: 'popup/embedded',
    take: async (camera) =>
      camera.popup('popup/embedded', await open(camera, 'embedded.html'), async (popup) => {
        await popup.waitFor('document.querySelector("[data-finding]") !== null', 60_000);
      }),
  },
  popupOf('empty-forms', 'empty.html'),
  popupOf('scanned', 'scanned.pdf'),
  popupOf('unknown-letters', 'wordless.pdf'),
  popupOf('torn', 'torn.pdf'),
  popupOf('failed', 'broken.pdf'),
  popupOf('encrypted', 'encrypted.pdf'),
  popupOf('pdf', 'disclosure.pdf'),
  popupOf('reading', 'slow.pdf', /^(waiting|reading)$/),
  {
    name: 'popup/filtered',
    take: async (camera) =>
      camera.popup('popup/filtered', await open(camera, 'many.html'), async (popup) => {
        await popup.waitFor('document.querySelector(".filter-bar") !== null');
        await popup.evaluate(`(() => {
      const input = document.querySelector('.filter-bar input');
      if (input) { input.value = '合计'; input.dispatchEvent(new Event('input', { bubbles: true })); }
      const details = document.querySelector('.coverage-details');
      if (details) details.open = true;
    })()`);
      }),
  },
  ...(['glance', 'budget'] as const).map((name): Shot => ({
    name: `popup/${name}`,
    take: async (camera) =>
      camera.popup(
        `popup/${name}`,
        await open(camera, name === 'budget' ? 'budget.html' : 'disclosure.html'),
        async (popup) => {
          await popup.waitFor('document.querySelector(".glance") !== null');
          await popup.evaluate(
            'void document.querySelectorAll(".glance, .glance figure:last-of-type details").forEach((details) => { details.open = true; })',
          );
        },
      ),
  })),
  {
    name: 'popup/not-a-disclosure',
    take: async (camera) =>
      camera.popup('popup/not-a-disclosure', await camera.browser.openPage(`${site}/ordinary.html`), (popup) =>
        popup.waitFor('document.querySelector("[aria-busy=true]") === null'),
      ),
  },
  {
    name: 'popup/no-tables',
    take: async (camera) =>
      camera.popup('popup/no-tables', await camera.browser.openPage(`${site}/no-tables.html`), (popup) =>
        popup.waitFor('document.querySelector("[aria-busy=true]") === null'),
      ),
  },
  {
    name: 'popup/restricted',
    take: async (camera) =>
      camera.popup('popup/restricted', await camera.browser.openPage('chrome://version/'), (popup) =>
        popup.waitFor('document.querySelector("[aria-busy=true]") === null'),
      ),
  },
  withRounding('page/marks', async (camera) => {
    const page = await openMarked(camera, 'every-verdict.html');
    for (const [part, heading] of [
      ['tables', '公开02表'],
      ['text', '七、机构人员情况'],
    ] as const) {
      await camera.page(`page/marks-in-${part}`, page, (shown) =>
        shown
          .getByText(heading)
          .first()
          .evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' })),
      );
    }
  }),
  withRounding('page/cards', async (camera) =>
    takeCards(camera, 'page', await openMarked(camera, 'every-verdict.html'), 'page'),
  ),
  withRounding('page/checked-figures', async (camera) => {
    const page = await openMarked(camera, 'every-verdict.html');
    const tabId = await camera.browser.tabId(page);
    const popup = await camera.browser.openPopup(page);
    await popup.evaluate(`chrome.runtime.sendMessage({ kind: 'switched', tabId: ${tabId}, coverage: true })`);
    await popup.close();
    await page.locator('.quiet').first().waitFor({ state: 'attached' });
    await camera.page('page/checked-figures', page, (shown) =>
      shown
        .getByText('公开05表')
        .first()
        .evaluate((element) => element.scrollIntoView({ behavior: 'instant' })),
    );
  }),
  withRounding('side-panel', async (camera) => {
    const panel = await camera.browser.openExtensionPage('popup.html?side');
    // It shows what stands in the tab before it, as in a window of its own.
    await camera.browser.openPage(`${site}/every-verdict.html`);
    await panel.locator('.finding').first().waitFor({ state: 'attached', timeout: 60_000 });
    await camera.page('side-panel', panel);
  }),
  withRounding('viewer', async (camera) => {
    const page = await openViewer(camera, 'every-verdict.pdf');
    await page.locator('button[data-finding]').first().waitFor({ timeout: 60_000 });
    await camera.page('viewer/list', page);
    await takeCards(camera, 'viewer', page, `${site}/every-verdict.pdf`);
  }),
  viewerOf('torn', 'torn.pdf', '.panel .results'),
  viewerOf('long', 'long.pdf', '.panel .results'),
  viewerOf('scanned', 'scanned.pdf', '.panel .state h2'),
  viewerOf('password', 'encrypted.pdf', 'form.password'),
  viewerOf('broken', 'broken.pdf', '.instead h1'),
  viewerOf('fetching', 'slow.pdf', '.instead progress[value]'),
  {
    name: 'viewer/several-files',
    take: async (camera) => {
      const page = await camera.browser.openExtensionPage('viewer.html');
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles(['disclosure.pdf', 'scanned.pdf', 'encrypted.pdf'].map((file) => join(samples, file)));
      await page.locator('button[data-finding]').first().waitFor({ timeout: 60_000 });
      await camera.page('viewer/several-files', page);
    },
  },
  withRounding('viewer/checked-figures', async (camera) => {
    const page = await openViewer(camera, 'every-verdict.pdf');
    await page.locator('.on-request').click({ timeout: 60_000 });
    await page.locator('.quiet').first().waitFor({ state: 'attached' });
    await camera.page('viewer/checked-figures', page, (shown) =>
      shown.locator('[data-page-number="3"]').evaluate((sheet) => sheet.scrollIntoView()),
    );
  }),
  viewerOf('not-found', 'missing.pdf', '.instead h1'),
  {
    name: 'viewer/start',
    take: async (camera) => camera.page('viewer/start', await camera.browser.openExtensionPage('viewer.html')),
  },
  ownPage('welcome', 'welcome.html'),
  ownPage('options', 'options.html'),
  withIgnored('options-ignored', ownPage('options-ignored', 'options.html').take),
  withIgnored('popup/ignored', popupOf('ignored', 'every-verdict.html').take),
  ownPage('rules', 'rules.html', false),
  ownPage('sample', 'sample.html', false, '.sample-bar'),
];

const spokenToo = new Set([
  'popup/every-verdict',
  'popup/attachments',
  'page/cards',
  'viewer',
  'welcome',
  'options',
  'rules',
]);

/** Every state in Chinese, and what has most words in English as well. */
export const shots: readonly Shot[] = [...states, ...states.filter(({ name }) => spokenToo.has(name)).map(inEnglish)];
