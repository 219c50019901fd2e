import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FileEntry } from '../../entrypoints/shared/protocol/protocol.ts';
import { tabFilesSchema } from '../../entrypoints/shared/protocol/protocol.ts';
import type { ExtensionBrowser } from './harness.ts';
import { openHarness, otherSite, press, site, waitFor } from './harness.ts';

const samples = join(import.meta.dirname, '../samples');

/** A page with something around a PDF, so that a shift would be seen. */
const around = (
  inner: string,
) => `<!DOCTYPE html><meta charset="utf-8"><title>部门决算公开</title><style>iframe { width: 40px !important; border: 9px solid red }</style>
<h1>2024 年度部门决算</h1><p id="before">全文如下：</p><div>${inner}</div><p id="after">以上。</p>`;

const pages: Readonly<Record<string, string>> = {
  '/object.html': around(
    '<object data="disclosure.pdf#toolbar=0" type="application/pdf" width="90%" height="600"><a href="disclosure.pdf">点击下载</a></object>',
  ),
  '/frame.html': around(
    '<iframe src="disclosure.pdf#view=FitH" style="width: 800px !important; height: 500px; border: 2px solid green; margin: 7px"></iframe>',
  ),
  '/own-viewer.html': around(
    '<iframe src="own/web/viewer.html?file=..%2F..%2Fdisclosure.pdf" style="width: 800px !important" height="500"></iframe>',
  ),
  '/own/web/viewer.html': '<!DOCTYPE html><title>viewer</title><canvas></canvas>',
  '/late.html':
    around('') +
    `<script>setTimeout(() => { document.querySelector('div').innerHTML = '<embed src="disclosure.pdf" width="800" height="500">'; }, 700);</script>`,
  '/guarded.html': around('<embed src="/members/disclosure.pdf" type="application/pdf" width="800" height="500">'),
  '/elsewhere.html': around(
    `<ul><li><a href="${otherSite}/disclosure.pdf">决算.pdf</a></li><li><a href="http://name:word@www.shili.gov.cn/disclosure.pdf">别的.pdf</a></li></ul>`,
  ),
  '/changing.html': around('<embed src="/changing.pdf" type="application/pdf" width="800" height="500">'),
  '/slow.html': around('<ul><li><a href="/slow/disclosure.pdf">慢的附件.pdf</a></li></ul>'),
  '/trouble.html': around(
    `<ul>${['missing', 'failing', 'nothing', 'truncated', 'half', 'login', 'locked', 'announced', 'endless'].map((name) => `<li><a href="/trouble/${name}.pdf">${name}：部门决算.pdf</a></li>`).join('')}</ul>`,
  ),
  '/named.html': around(
    '<ul><li><a href="/download.jsp?id=7">附件：部门决算</a></li><li><a href="/get?file=disclosure.pdf">下载</a></li></ul>',
  ),
};

const slow: ServerResponse[] = [];
let changing: 'disclosure.pdf' | 'scanned.pdf' = 'disclosure.pdf';
/** Answers of a server that does not give the file. */
const trouble: Readonly<Record<string, (response: ServerResponse) => void>> = {
  missing: (response) => response.writeHead(404).end('<h1>404</h1>'),
  failing: (response) => response.writeHead(500).end(),
  nothing: (response) => response.writeHead(200, { 'content-length': 0 }).end(),
  truncated: (response) =>
    response
      .writeHead(200, { 'content-type': 'application/pdf' })
      .end(readFileSync(join(samples, 'disclosure.pdf')).subarray(0, 60_000)),
  half: (response) => {
    const bytes = readFileSync(join(samples, 'disclosure.pdf'));
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, 60_000), () => setTimeout(() => response.destroy(), 200));
  },
  login: (response) => response.writeHead(302, { location: '/clean.html' }).end(),
  locked: (response) => response.writeHead(200).end(readFileSync(join(samples, 'encrypted.pdf'))),
  announced: (response) => {
    response.writeHead(200, { 'content-length': 100 * mega + 1 });
    response.write('%PDF-1.7\n');
  },
  // Says nothing of its length, and never ends by itself.
  endless: (response) => {
    const part = Buffer.alloc(mega, '%PDF-1.7\n');
    const more = () => {
      sent += 1;
      response.write(part);
    };
    response.writeHead(200).on('drain', more);
    more();
  },
};
const mega = 1024 * 1024;
let sent = 0;
let endless: Promise<unknown> | null = null;

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openHarness({
    handler: (request, response, url) => {
      const page = pages[url.pathname];
      if (page !== undefined) {
        // A page that frames only its own site.
        const policy =
          url.pathname === '/frame.html' ? { 'content-security-policy': "frame-src 'self'; connect-src 'none'" } : {};
        response
          .writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'visitor=1; path=/; SameSite=Lax', ...policy })
          .end(page);
        return true;
      }
      if (url.pathname === '/changing.pdf') {
        response
          .writeHead(200, { 'content-type': 'application/pdf', 'cache-control': 'no-store' })
          .end(readFileSync(join(samples, changing)));
        return true;
      }
      const name = /^\/trouble\/(\w+)\.pdf$/.exec(url.pathname)?.[1] ?? '';
      if (name in trouble) {
        if (name === 'endless') endless = once(response, 'close');
        trouble[name]?.(response);
        return true;
      }
      const bytes = () => readFileSync(join(samples, 'disclosure.pdf'));
      const isGuarded = url.pathname === '/members/disclosure.pdf';
      if (isGuarded && request.headers.cookie?.includes('visitor=1') !== true) {
        response.writeHead(403).end();
        return true;
      }
      if (isGuarded || url.pathname === '/download.jsp' || url.pathname === '/get') {
        response
          .writeHead(200, { 'content-type': isGuarded ? 'application/pdf' : 'application/octet-stream' })
          .end(bytes());
        return true;
      }
      if (url.pathname !== '/slow/disclosure.pdf') return false;
      // Half of it now, the rest when the test says so.
      response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': bytes().length });
      response.write(bytes().subarray(0, 100_000));
      slow.push(response);
      return true;
    },
  });
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const response of slow.splice(0)) response.destroy();
  for (const page of browser.context.pages()) if (!page.url().startsWith('about:')) await page.close();
});

async function filesOf(tabId: number): Promise<FileEntry[]> {
  return tabFilesSchema.safeParse(await browser.sessionItem(`files:${tabId}`)).data?.files ?? [];
}

/** Waits until a file of the tab stands so. */
function stage(tabId: number, name: string, wanted: FileEntry['stage']): Promise<FileEntry> {
  return waitFor(
    `${name} to be ${wanted}`,
    async () => (await filesOf(tabId)).find((entry) => entry.url.includes(name) && entry.stage === wanted),
    12_000,
  );
}

const numberBadge = (tabId: number) =>
  waitFor(
    'the badge',
    async () => {
      const text = await browser.badgeText(tabId);
      return /^\d+$/.test(text) ? text : undefined;
    },
    30_000,
  );

async function open(path: string): Promise<{ page: Page; tabId: number }> {
  const page = await browser.openPage(`${site}/${path}`);
  return { page, tabId: await browser.tabId(page) };
}

const ourFrame = 'iframe[title^="对得上"]';
const newPage = (path: string): Promise<Page> =>
  waitFor(path, () => Promise.resolve(browser.context.pages().find((page) => page.url().includes(path))));
const button = (name: string, action: string) => `[data-file*="${name}"] [data-action="${action}"]`;

describe('a PDF opened directly', () => {
  it('is read in the background: the badge tells without a click', async () => {
    const { page, tabId } = await open('disclosure.pdf');
    const badge = await numberBadge(tabId);
    const [document] = await browser.documents(tabId);
    expect(document).toMatchObject({
      where: 'page',
      documentId: `${site}/disclosure.pdf`,
      report: { source: { kind: 'pdf' } },
    });
    expect(document?.report.findings.filter(({ verdict }) => verdict === 'inconsistent')).toHaveLength(Number(badge));
    await waitFor('the reader to be closed', async () =>
      (await browser.inWorker('chrome.offscreen.hasDocument()')) === false ? true : undefined,
    );

    // The popup tells what was found, and opens our viewer at a finding.
    const popup = await browser.openPopup(page);
    await popup.waitForText(new RegExp(`${badge} 处不一致`));
    await press(popup, '.finding');
    await page.getByRole('dialog').waitFor({ timeout: 30_000 });
    expect(page.url()).toContain(`viewer.html?file=${encodeURIComponent(`${site}/disclosure.pdf`)}&own=`);
    expect(page.url()).toContain('&finding=');
  });

  it('is left alone when the reader does not want that', async () => {
    await browser.inWorker('chrome.storage.local.set({ settings: { readPdfs: false } })');
    try {
      const { page, tabId } = await open('disclosure.pdf');
      await stage(tabId, 'disclosure.pdf', 'idle');
      const popup = await browser.openPopup(page);
      await popup.waitForText('这是一份 PDF');
      expect(await browser.badgeText(tabId)).toBe('');
    } finally {
      await browser.inWorker('chrome.storage.local.remove("settings")');
    }
  });

  it('says why it was not read', async () => {
    const { page, tabId } = await open('encrypted.pdf');
    await waitFor('the badge', async () => ((await browser.badgeText(tabId)) === '!' ? true : undefined), 30_000);
    await (await browser.openPopup(page)).waitForText('文件加了密，需要密码');
  });
});

describe('an embedded PDF', () => {
  const box = (page: Page, selector: string) =>
    page.evaluate((what) => {
      const rect = document.querySelector(what)?.getBoundingClientRect();
      return rect === undefined ? null : [rect.x + scrollX, rect.y + scrollY, rect.width, rect.height];
    }, selector);
  const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

  it.each([
    ['embedded.html', 'embed', 'footer'],
    ['object.html', 'object', '#after'],
    ['frame.html', 'iframe', '#after'],
    ['own-viewer.html', 'iframe', '#after'],
    ['late.html', 'embed', '#after'],
    ['guarded.html', 'embed', '#after'],
  ])('%s: is read, swapped in place and swapped back', async (path, element, below) => {
    const { page, tabId } = await open(path);
    const badge = await numberBadge(tabId);
    expect(await browser.documents(tabId)).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ where: 'embedded' })]) as object,
    );
    const before = { html: await html(page), box: await box(page, `div > ${element}`), below: await box(page, below) };

    const popup = await browser.openPopup(page);
    await popup.waitForText(new RegExp(`${badge} 处不一致`));
    const frame = page.frameLocator('iframe[title^="对得上"]');
    await frame.locator('.mark').first().waitFor({ state: 'attached' });
    expect(
      await page.locator(ourFrame).evaluate((each) => {
        const { x, y, width, height } = (each.getRootNode() as ShadowRoot).host.getBoundingClientRect();
        return [x + scrollX, y + scrollY, width, height];
      }),
    ).toEqual(before.box);
    expect(await box(page, below)).toEqual(before.below);
    expect(await page.evaluate(() => location.ancestorOrigins.length)).toBe(0);

    await press(popup, '.finding');
    await frame.getByRole('dialog').waitFor();
    // A chosen finding closes the popup.
    await press(await browser.openPopup(page), '[role="switch"]');
    await waitFor('the page as it was', async () => ((await html(page)) === before.html ? true : undefined));
    expect(await box(page, `div > ${element}`)).toEqual(before.box);
  });

  it('can be driven by nobody in the page', async () => {
    const { page, tabId } = await open('embedded.html');
    await numberBadge(tabId);
    await browser.openPopup(page);
    const frame = page.frameLocator('iframe[title^="对得上"]');
    await frame.locator('.mark').first().waitFor({ state: 'attached' });
    // The page finds no frame of ours; should it come to know the viewer's address even so, it puts one up for a file of its choice.
    const address = (await page.locator(ourFrame).getAttribute('src')) ?? '';
    expect(
      await page.evaluate(
        () => window.length + performance.getEntries().filter(({ name }) => name.includes('extension')).length,
      ),
    ).toBe(0);
    await page.evaluate(
      ({ file, source }) => {
        const own = document.createElement('iframe');
        own.id = 'own';
        own.src = `${source}?file=${encodeURIComponent(file)}`;
        own.addEventListener('load', () =>
          own.contentWindow?.postMessage({ kind: 'tieout-frame', nonce: 'x'.repeat(36) }, '*', [
            new MessageChannel().port1,
          ]),
        );
        document.body.append(own);
      },
      { file: `${site}/clean.pdf`, source: address },
    );
    const tab = await browser
      .openPage(`${address}?file=${encodeURIComponent(`${site}/clean.pdf`)}`)
      .catch(() => undefined);
    await page.waitForTimeout(1000);
    await tab?.close();
    expect(browser.server.requests.filter(({ path }) => path.includes('clean.pdf'))).toEqual([]);
    expect(await page.frameLocator('#own').locator('body').innerText()).toBe('');
  });
});

describe('a file that was read in the background', () => {
  /** Writes into what was kept, so that it can be told from what a second reading would find. */
  const sign = () =>
    browser.inWorker(`chrome.storage.session.get(null).then(async (all) => {
    const readings = Object.entries(all).filter(([key]) => key.startsWith('reading:'));
    for (const [key, kept] of readings) {
      const reading = JSON.parse(kept.reading);
      const mark = (said) => {
        for (const [name, value] of Object.entries(said))
          if (name === 'row' || name === 'claim') said[name] = '读过一次：' + value;
          else if (value !== null && typeof value === 'object') mark(value);
      };
      for (const { statement } of reading.report.findings) mark(statement);
      await chrome.storage.session.set({ [key]: { ...kept, reading: JSON.stringify(reading) } });
    }
    return readings.length;
  })`);

  it('is not read again by the viewer in its place', async () => {
    const { page, tabId } = await open('embedded.html');
    await numberBadge(tabId);
    expect(await sign()).toBeGreaterThan(0);
    const from = browser.server.requests.length;
    await browser.openPopup(page);
    const frame = page.frameLocator('iframe[title^="对得上"]');
    await frame.locator('.mark').first().click();
    expect(await frame.getByRole('dialog').innerText()).toContain('读过一次');
    expect(browser.server.requests.slice(from).filter(({ path }) => path.endsWith('.pdf')).length).toBeLessThanOrEqual(
      1,
    );
  });

  it('is not read again by the viewer that takes its tab', async () => {
    const { page, tabId } = await open('disclosure.pdf');
    const badge = await numberBadge(tabId);
    await sign();
    await press(await browser.openPopup(page), '.finding');
    expect(await page.getByRole('dialog').innerText()).toContain('读过一次');
    // The tab's badge is that of the viewer's report.
    expect(await numberBadge(tabId)).toBe(badge);
  });

  it('is read again when the site sends another file by now', async () => {
    changing = 'scanned.pdf';
    const { page, tabId } = await open('changing.html');
    await stage(tabId, 'changing.pdf', 'read');
    changing = 'disclosure.pdf';
    await sign();
    await press(await browser.openPopup(page), button('changing.pdf', 'open'));
    const viewer = await newPage('viewer.html?file=');
    await viewer.locator('.mark').first().waitFor({ state: 'attached' });
    expect(await viewer.locator('.panel').innerText()).not.toContain('读过一次');
  });
});

describe('attachments', () => {
  it('are listed without being fetched, with what cannot be checked, and nothing of the site’s', async () => {
    const { page, tabId } = await open('attachments.html');
    const from = browser.server.requests.length;
    const popup = await browser.openPopup(page);
    const text = await popup.waitForText('全部核对');
    for (const part of [
      '附件1：示例市政务服务中心2024年度部门决算.pdf',
      '暂不能核对：XLSX 格式',
      '暂不能核对：DOC 格式',
      '暂不能核对：ZIP 格式',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('使用指南');
    expect((await filesOf(tabId)).map(({ format }) => format)).toEqual([
      'pdf',
      'pdf',
      'pdf',
      'pdf',
      'xlsx',
      'doc',
      'zip',
    ]);
    expect(browser.server.requests.slice(from)).toEqual([]);
  });

  it('are checked all together, each with its result or its reason', async () => {
    const { page, tabId } = await open('attachments.html');
    const popup = await browser.openPopup(page);
    await popup.waitForText('全部核对');
    await press(popup, '[data-action="check-all"]');
    const read = await stage(tabId, 'disclosure.pdf', 'read');
    expect(read.result?.inconsistent).toBeGreaterThan(0);
    await stage(tabId, 'scanned.pdf', 'read');
    expect((await stage(tabId, 'encrypted.pdf', 'failed')).failure).toEqual({ kind: 'encrypted' });
    expect((await stage(tabId, 'webpage.pdf', 'failed')).failure).toEqual({ kind: 'web-page' });
    const text = await popup.waitForText('这个地址给的是网页，不是 PDF');
    for (const part of [`${read.result?.inconsistent ?? 0} 处不一致`, '扫描件，无法核对', '文件加了密，需要密码'])
      expect(text).toContain(part);
    expect(await browser.documents(tabId)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ where: 'attachment', documentId: `${site}/disclosure.pdf` }),
      ]) as object,
    );

    // One of its findings leads to its place in our viewer, beside the page.
    await press(popup, '[data-file*="disclosure.pdf"] summary');
    await press(popup, '[data-file*="disclosure.pdf"] .finding');
    const viewer = await newPage('viewer.html?file=');
    await viewer.getByRole('dialog').waitFor({ timeout: 30_000 });
    expect(page.isClosed()).toBe(false);
  });

  it('show their progress, can be cancelled, and tried again', async () => {
    const { page, tabId } = await open('slow.html');
    const popup = await browser.openPopup(page);
    await popup.waitForText('慢的');
    await press(popup, button('slow/', 'check'));
    await popup.waitForText(/正在下载 \d\d%/);
    await popup.waitFor('document.querySelector(".file progress[value]")');
    const closed = slow[0] && once(slow[0], 'close');
    await press(popup, button('slow/', 'cancel'));
    await popup.waitForText('已取消');
    // The server need not go on sending.
    await closed;
    await waitFor('the reader to be closed', async () =>
      (await browser.inWorker('chrome.offscreen.hasDocument()')) === false ? true : undefined,
    );
    await press(popup, button('slow/', 'check'));
    await waitFor('a second request', () => Promise.resolve(slow[1]));
    slow[1]?.end(readFileSync(join(samples, 'disclosure.pdf')).subarray(100_000));
    await stage(tabId, 'slow/', 'read');
    await popup.waitForText(/\d+ 处不一致/);
  });

  it('outlive a worker that stops while one is being read', async () => {
    const { page, tabId } = await open('slow.html');
    const popup = await browser.openPopup(page);
    await press(popup, button('slow/', 'check'));
    await stage(tabId, 'slow/', 'fetching');
    await browser.stopServiceWorker();
    slow[0]?.end(readFileSync(join(samples, 'disclosure.pdf')).subarray(100_000));
    await stage(tabId, 'slow/', 'read');
  });

  it('each say why they could not be read, and the next one is read all the same', async () => {
    const { page, tabId } = await open('trouble.html');
    const popup = await browser.openPopup(page);
    await popup.waitForText('全部核对');
    await press(popup, '[data-action="check-all"]');
    const expected = {
      missing: [{ kind: 'not-found', status: 404 }, '网站上没有这份文件'],
      failing: [{ kind: 'server', status: 500 }, '500'],
      nothing: [{ kind: 'empty' }, '文件是空的'],
      truncated: [{ kind: 'truncated' }, 'PDF 不完整，打不开'],
      half: [{ kind: 'cut-off' }, '下载到一半断了'],
      login: [{ kind: 'web-page' }, '这个地址给的是网页，不是 PDF'],
      locked: [{ kind: 'encrypted' }, '点“打开”，输入密码后核对。'],
      announced: [{ kind: 'too-large' }, '文件超过 100 MB，没有核对'],
      endless: [{ kind: 'too-large' }, '仍可打开核对'],
    } as const;
    for (const [name, [failure, sentence]] of Object.entries(expected)) {
      expect(
        (
          await waitFor(
            `${name} to fail`,
            async () => (await filesOf(tabId)).find((entry) => entry.url.includes(name) && entry.stage === 'failed'),
            30_000,
          )
        ).failure,
      ).toEqual(failure);
      expect(await popup.waitForText(sentence)).toContain(sentence);
    }
    // It was left in the middle, not swallowed whole: what had been sent is what was counted, and what lay in the pipes.
    await endless;
    expect(sent).toBeGreaterThanOrEqual(100);
    expect(sent).toBeLessThan(140);
  }, 120_000);

  it('that are too large are opened in the viewer by who insists', async () => {
    const viewer = await browser.openExtensionPage(
      `viewer.html?file=${encodeURIComponent(`${site}/trouble/announced.pdf`)}`,
    );
    await viewer.getByText('文件超过 100 MB，没有打开').waitFor();
    await viewer.getByRole('button', { name: '仍然打开' }).click();
    await viewer.getByText(/正在下载：.*，共 100\.0 MB/).waitFor();
    await viewer.getByRole('button', { name: '停止' }).click();
    await viewer.getByText('已停止下载').waitFor();
    await viewer.getByRole('button', { name: '重试' }).waitFor();
  });

  it('are found behind addresses that do not end like a file', async () => {
    const { page, tabId } = await open('named.html');
    const popup = await browser.openPopup(page);
    await popup.waitForText('附件：部门决算');
    await press(popup, '[data-action="check-all"]');
    await stage(tabId, 'download.jsp', 'read');
    await stage(tabId, 'get?file=', 'read');
  });

  it('on another site wait for the reader’s permission; an address with a password is none', async () => {
    const { page, tabId } = await open('elsewhere.html');
    const popup = await browser.openPopup(page);
    await popup.waitForText('还没有读取这个网站的许可');
    await popup.waitFor('document.querySelector("[data-action=allow]")');
    expect(await filesOf(tabId)).toHaveLength(1);
    expect(browser.server.requests.filter(({ host }) => host.includes('shili.example'))).toEqual([]);
  });
});
