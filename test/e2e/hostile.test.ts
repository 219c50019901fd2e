import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from './harness.ts';
import { openHarness, site, waitFor } from './harness.ts';

const table = (rows: string) =>
  `<table border=1><tr><td>项目</td><td>行次</td><td>金额</td><td>项目</td><td>行次</td><td>金额</td></tr>${rows}</table>`;
const summary = table(`
  <tr><td>一、一般公共预算财政拨款收入</td><td>1</td><td>100.00</td><td>一、教育支出</td><td>31</td><td>90.00</td></tr>
  <tr><td>二、其他收入</td><td>2</td><td>20.00</td><td>二、卫生健康支出</td><td>32</td><td>30.00</td></tr>
  <tr><td>本年收入合计</td><td>27</td><td>121.00</td><td>本年支出合计</td><td>57</td><td>120.00</td></tr>
  <tr><td>总计</td><td>30</td><td>121.00</td><td>总计</td><td>60</td><td>121.00</td></tr>`);
const around = (
  inner: string,
  head = '',
) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>示例局2024年度部门决算</title>${head}</head><body>
<h1>示例局2024年度部门决算</h1><p>收入支出决算总表</p><p>公开01表　部门：示例局　单位：万元</p>${inner}</body></html>`;

/** Listens and pokes before anything of ours runs. */
const spy = `<script>
  window.heard = [];
  for (const kind of ['message', 'wxt:content-script-started', 'tieout']) addEventListener(kind, (event) => heard.push(kind + ':' + JSON.stringify(event.data ?? event.detail ?? null)), true);
  window.before = new Set(Object.getOwnPropertyNames(window));
  window.changes = [];
  new MutationObserver((records) => changes.push(...records.map((record) => record.type + ' ' + record.target.nodeName))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
</script>`;

/** The page's own tools, turned against whoever uses them in its world. */
const tampered = `<script>
  const wreck = () => { throw new Error('wrecked'); };
  for (const name of ['map', 'filter', 'flatMap', 'forEach', 'find', 'some', 'push']) Array.prototype[name] = wreck;
  String.prototype.replace = String.prototype.normalize = RegExp.prototype.exec = RegExp.prototype.test = wreck;
  JSON.parse = JSON.stringify = Object.keys = Object.entries = Promise.prototype.then = wreck;
  Element.prototype.attachShadow = Element.prototype.getBoundingClientRect = Document.prototype.createElement = Range.prototype.getClientRects = wreck;
  window.fetch = window.setTimeout = window.MessageChannel = window.MutationObserver = wreck;
  Object.defineProperty(Object.prototype, 'kind', { get() { return 'show'; }, set: wreck, configurable: true });
</script>`;

const pages: Readonly<Record<string, string>> = {
  '/spy.html': around(summary, spy),
  '/tampered.html': around(summary, tampered),
  '/css.html': around(
    summary,
    `<style>
    * { visibility: visible; } div, body > div, html > div { display: none !important; opacity: 0 !important; transform: scale(0) !important; }
    ::highlight(tieout-inconsistent) { color: transparent; } button { display: none !important } .mark { position: fixed; left: -9999px !important }
    p::after { content: '✕ 不一致 999.99' }</style>`,
  ),
  '/markup.html': around(
    summary
      .replace(
        '二、其他收入',
        '二、其他收入&lt;img src=x onerror="window.hit=1"&gt;&lt;script&gt;window.hit=1&lt;/script&gt;',
      )
      .replace('示例局', '<b>示例局</b>'),
  ),
  '/bidi.html': around(
    summary.replace('121.00', '\u202e12\u200b1.\u200d00\u202c').replace('100.00', '\u2066100.00\u2069'),
  ),
  '/huge.html': around(summary.replace('二、其他收入', `二、其他收入${'长'.repeat(1_000_000)}`)),
  '/quirks.html': around(summary).replace('<!DOCTYPE html>', ''),
  '/unclosed.html': around(summary).replaceAll('</td>', '').replaceAll('</tr>', '').replace('</table>', ''),
  '/layout.html': around(`<table><tr><td><table width=100%><tr><td>${summary}</table></table>`),
};

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openHarness({
    handler: (_, response, url) => {
      const page = pages[url.pathname];
      if (page === undefined) return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return true;
    },
  });
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (!page.url().startsWith('about:')) await page.close();
});

async function open(path: string) {
  const page = await browser.openPage(`${site}/${path}`);
  const tabId = await browser.tabId(page);
  const report = await waitFor('the report', async () => (await browser.documents(tabId))[0]?.report, 30_000);
  return { page, tabId, report };
}

async function openMarked(path: string) {
  const opened = await open(path);
  const popup = await browser.openPopup(opened.page);
  await opened.page.locator('button.mark').first().waitFor({ state: 'attached' });
  return { ...opened, popup };
}

const wrong = (report: {
  readonly findings: readonly { readonly verdict: string; readonly reported?: string | null | undefined }[];
}) => report.findings.filter(({ verdict }) => verdict === 'inconsistent');
const shown = (page: Page) =>
  page.locator('button.mark').evaluateAll(
    (buttons) =>
      buttons.filter((button) => {
        const { width, height } = button.getBoundingClientRect();
        return button.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 0 && height > 0;
      }).length,
  );

describe('before the reader asks', () => {
  it('a page notices nothing: no globals, events, elements, attributes or files of ours', async () => {
    const { page } = await open('spy.html');
    const seen = await page.evaluate(`(async () => ({
      heard, changes: changes.filter((change) => !change.startsWith('childList HTML') || document.readyState === 'loading').filter((change) => change.startsWith('attributes')),
      globals: Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && !['before', 'changes', 'heard'].includes(name) && isNaN(name)),
      children: document.documentElement.children.length, highlights: CSS.highlights.size,
    }))()`);
    expect(seen).toEqual({ heard: [], changes: [], globals: [], children: 2, highlights: 0 });
    const reached = await page.evaluate(
      async (id) =>
        Promise.all(
          [
            'manifest.json',
            'viewer.html',
            'frame.html',
            'popup.html',
            'icon/16.png',
            'content-scripts/detect.js',
            'reader.html',
          ].map((path) =>
            fetch(`chrome-extension://${id}/${path}`).then(
              () => path,
              () => null,
            ),
          ),
        ),
      browser.extensionId,
    );
    expect(reached.filter((path) => path !== null)).toEqual([]);
    const messaging = await page.evaluate((id) => {
      const runtime = (
        globalThis as { chrome?: { runtime?: { sendMessage?: (id: string, message: unknown) => unknown } } }
      ).chrome?.runtime;
      try {
        runtime?.sendMessage?.(id, { kind: 'opened', tabId: 1 });
        return runtime?.sendMessage === undefined ? 'none' : 'sent';
      } catch {
        return 'refused';
      }
    }, browser.extensionId);
    expect(messaging).not.toBe('sent');
  });
});

describe('an active page', () => {
  it('is read in a world of our own: wrecked prototypes and globals change nothing', async () => {
    const plain = await open('quirks.html');
    const expected = wrong(plain.report).length;
    expect(expected).toBeGreaterThan(0);
    await plain.page.close();
    const { page, tabId, report } = await open('tampered.html');
    expect(wrong(report)).toHaveLength(expected);
    const popup = await browser.openPopup(page);
    await popup.waitForText(new RegExp(`${expected} 处不一致`));
    await waitFor('the badge', async () => ((await browser.badgeText(tabId)) === String(expected) ? true : undefined));
    // Asked of the browser: the page's world is of no use to the test either.
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await waitFor('the marks', async () => {
      const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
      return nodes.some(
        ({ localName, attributes }) =>
          localName === 'button' && attributes?.some((value) => value.startsWith('mark ')) === true,
      )
        ? true
        : undefined;
    });
  });

  it('cannot drive us with messages of its own', async () => {
    const { page, tabId } = await openMarked('spy.html');
    const before = JSON.stringify(await browser.sessionItem(`report:${tabId}`));
    await page.evaluate(() => {
      for (const message of [
        { kind: 'show', marks: false, rounding: true },
        { kind: 'read-again' },
        { kind: 'tieout-frame', nonce: 'x'.repeat(36) },
        { kind: 'report', navigationId: 'x', documentId: 'page', where: 'page', report: {} },
      ]) {
        window.postMessage(message, '*', [new MessageChannel().port1]);
        dispatchEvent(new CustomEvent('tieout', { detail: message }));
        document.dispatchEvent(new CustomEvent('message', { detail: message }));
      }
    });
    await page.waitForTimeout(300);
    expect(await shown(page)).toBeGreaterThan(0);
    expect(JSON.stringify(await browser.sessionItem(`report:${tabId}`))).toBe(before);
  });

  it('cannot hide or move the marks with its style, and its own signs are no marks', async () => {
    const { page, report } = await openMarked('css.html');
    expect(wrong(report).length).toBeGreaterThan(0);
    expect(await shown(page)).toBeGreaterThan(0);
    const inView = await page
      .locator('button.mark')
      .first()
      .evaluate((button) => button.getBoundingClientRect().left);
    expect(inView).toBeGreaterThan(0);
  });

  it('that removes our layer loses the marks and nothing else', async () => {
    const { page, popup } = await openMarked('spy.html');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.evaluate(() =>
      [...document.documentElement.children].find((child) => child.shadowRoot !== null)?.remove(),
    );
    await page.mouse.wheel(0, 300);
    await page.setViewportSize({ width: 900, height: 700 });
    await page.waitForTimeout(200);
    expect(errors).toEqual([]);
    await popup.waitForText(/不一致/);
    expect(await page.evaluate(() => document.querySelectorAll('table').length)).toBe(1);
  });

  it('shows markup in its words as words', async () => {
    const { page, popup, report } = await openMarked('markup.html');
    expect(wrong(report).length).toBeGreaterThan(0);
    await page.locator('button.mark').first().focus();
    const card = page.getByRole('dialog');
    await card.waitFor();
    expect(await card.locator('img, script').count()).toBe(0);
    expect(await page.evaluate(() => (globalThis as { hit?: number }).hit)).toBeUndefined();
    expect(await popup.evaluate('document.querySelectorAll("img[src=x], .finding script").length')).toBe(0);
  });

  it.each(['bidi.html', 'huge.html', 'quirks.html', 'unclosed.html', 'layout.html'])(
    'is read as it is printed: %s',
    async (path) => {
      const { page, report } = await openMarked(path);
      expect(wrong(report).length).toBeGreaterThan(0);
      expect(report.tables.some(({ form }) => form === 'income-expenditure-summary')).toBe(true);
      expect(await shown(page)).toBeGreaterThan(0);
    },
  );
});

describe('the viewer', () => {
  it.each([
    'javascript:alert(1)',
    'data:application/pdf;base64,JVBERi0=',
    'file:///etc/passwd',
    'chrome://settings',
    'http://user:word@www.shili.gov.cn/disclosure.pdf',
    'ftp://www.shili.gov.cn/a.pdf',
    '//www.shili.gov.cn/disclosure.pdf',
    'blob:http://www.shili.gov.cn/0',
    ' \u0000http:',
    'x'.repeat(100_000),
  ])('asks for nothing when its address says %s', async (address) => {
    const from = browser.server.requests.length;
    const viewer = await browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(address).slice(0, 50_000)}`);
    await waitFor('a sentence', async () =>
      (await viewer.locator('main').innerText()).trim().length > 5 ? true : undefined,
    );
    expect(browser.server.requests.slice(from)).toEqual([]);
    expect(await viewer.evaluate(() => document.querySelectorAll('iframe, embed, object').length)).toBe(0);
  });

  it('in a frame that the page put up itself shows nothing, whatever the page says to it', async () => {
    const { page } = await open('spy.html');
    const from = browser.server.requests.length;
    const state = await page.evaluate(async (id) => {
      const frame = document.createElement('iframe');
      frame.src = `chrome-extension://${id}/frame.html?file=${encodeURIComponent(`${location.origin}/disclosure.pdf`)}`;
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 800));
      for (let index = 0; index < 30; index += 1)
        frame.contentWindow?.postMessage({ kind: 'tieout-frame', nonce: `${index}`.padEnd(36, '0') }, '*', [
          new MessageChannel().port1,
        ]);
      await new Promise((resolve) => setTimeout(resolve, 500));
      try {
        return frame.contentDocument?.body.innerText ?? 'closed';
      } catch {
        return 'closed';
      }
    }, browser.extensionId);
    expect(state).toBe('closed');
    expect(browser.server.requests.slice(from).filter(({ path }) => path.includes('.pdf'))).toEqual([]);
  });
});
