import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Report } from '../../core/report/schema.ts';
import { tinyPdf } from '../entrypoints/viewer/tiny-pdf.ts';
import { longPdf, printedLast, ruledPdf, wordlessPdf } from '../pdf-files.ts';
import { openHarness, otherSite, site, waitFor, type ExtensionBrowser } from './harness.ts';

const rectSchema = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });
type Rect = z.infer<typeof rectSchema>;

const samples = join(import.meta.dirname, '../samples');
const disclosure = `${site}/disclosure.pdf`;
/** A planted error of disclosure.pdf: 合计 of 收入决算表. */
const printed = '1,164.02';
const right = '1104.02';

let browser: ExtensionBrowser;
let complaints: string[] = [];

beforeAll(async () => {
  browser = await openHarness({
    handler: (_, response, url) => {
      if (url.pathname === '/locked-out.pdf') {
        response.writeHead(403).end('no');
        return true;
      }
      if (url.pathname === '/cut.pdf') {
        response
          .writeHead(200, { 'content-type': 'application/pdf' })
          .end(readFileSync(join(samples, 'disclosure.pdf')).subarray(0, -30));
        return true;
      }
      if (url.pathname === '/outlined.pdf') {
        const page = { mediaBox: [0, 0, 595, 842] } as const;
        response.writeHead(200, { 'content-type': 'application/pdf' }).end(
          tinyPdf(
            [page, page, page, page],
            [
              { title: '第一部分 部门概况', page: 1 },
              {
                title: '第二部分 决算表',
                page: 2,
                items: [
                  { title: '收入决算表', page: 3 },
                  { title: '支出决算表', page: 4 },
                ],
              },
            ],
          ),
        );
        return true;
      }
      if (url.pathname.startsWith('/hostile')) {
        response.writeHead(200, { 'content-type': 'application/pdf' }).end(
          ruledPdf(
            ['支出决算表', '公开03表　部门：某局　单位：万元'],
            [
              ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
              ['', '合计', '75.00', '60.00', '15.00'],
              ['205', '教育支出', '75.00', '60.00', '15.00'],
              ['20502', '普通教育', '75.00', '60.00', '15.00'],
              ['2050201', '学前<svg onload=hit=1>', '75.00', '60.00', '51.00'],
            ],
          ),
        );
        return true;
      }
      const long = /^\/long-(\d+)\.pdf$/.exec(url.pathname)?.[1];
      if (long !== undefined) {
        response
          .writeHead(200, { 'content-type': 'application/pdf' })
          .end(longPdf(readFileSync(join(samples, 'disclosure.pdf')), Number(long)));
        return true;
      }
      if (url.pathname === '/torn.pdf') {
        const bytes = printedLast(readFileSync(join(samples, 'disclosure.pdf')));
        response
          .writeHead(200, { 'content-type': 'application/pdf' })
          .end(bytes.subarray(0, Math.round(0.96 * bytes.length)));
        return true;
      }
      if (url.pathname === '/wordless.pdf') {
        response.writeHead(200, { 'content-type': 'application/pdf' }).end(wordlessPdf());
        return true;
      }
      if (url.pathname === '/login.pdf') {
        response.writeHead(302, { location: '/sso/login.html' }).end();
        return true;
      }
      if (url.pathname === '/sso/login.html') {
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<html><form>用户名 <input name="user"></form></html>');
        return true;
      }
      if (url.pathname === '/nothing.pdf') {
        response.writeHead(200, { 'content-type': 'application/pdf' }).end();
        return true;
      }
      if (url.pathname === '/failing.pdf') {
        response.writeHead(500).end('error');
        return true;
      }
      const announced = { '/large.pdf': 200, '/huge.pdf': 400 }[url.pathname];
      if (announced !== undefined) {
        response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': announced * 1024 * 1024 });
        response.write('%PDF-1.7');
        return true;
      }
      if (url.pathname === '/lost.pdf') {
        // The connection goes when the half of it has come.
        const bytes = readFileSync(join(samples, 'disclosure.pdf'));
        response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': bytes.length });
        response.write(bytes.subarray(0, 60_000));
        setTimeout(() => response.destroy(), 300);
        return true;
      }
      if (url.pathname !== '/slow.pdf') return false;
      // The bytes come in two parts, so that the progress can be seen.
      const bytes = readFileSync(join(samples, 'disclosure.pdf'));
      response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': bytes.length });
      response.write(bytes.subarray(0, 60_000));
      setTimeout(() => response.end(bytes.subarray(60_000)), 1500);
      return true;
    },
  });
});

afterAll(() => browser.close());

afterEach(async () => {
  const heard = complaints;
  complaints = [];
  for (const page of browser.context.pages().slice(1)) await page.close();
  expect(heard).toEqual([]);
});

/** Opens a page that remembers what the console says against us; a missing file is the test's own doing. */
async function newPage(): Promise<Page> {
  const page = await browser.context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !text.includes('Failed to load resource')) complaints.push(text);
    else if (text.includes('Content Security Policy')) complaints.push(text);
  });
  await page.bringToFront();
  return page;
}

const viewerOf = (url: string): string =>
  `chrome-extension://${browser.extensionId}/viewer.html?file=${encodeURIComponent(url)}`;

async function openViewer(url: string): Promise<Page> {
  const page = await newPage();
  await page.goto(viewerOf(url));
  return page;
}

async function checked(page: Page): Promise<void> {
  await page.locator('.panel .results').waitFor({ timeout: 30_000 });
}

const rectOf = async (locator: Locator): Promise<Rect> =>
  rectSchema.parse(
    await locator.evaluate((element) => {
      const { left, top, right: end, bottom } = element.getBoundingClientRect();
      return { left, top, right: end, bottom };
    }),
  );

/** The span of pdf.js's text layer that holds a figure: where the glyphs are, as pdf.js sees it. */
const glyphs = (page: Page, figure: string): Locator => page.locator(glyphsOf(figure)).first();
const glyphsOf = (figure: string): string => `.textLayer span:text-is(${JSON.stringify(figure)})`;

const markOf = (page: Page, figure: string): Locator => page.locator(`.mark[aria-label^="${figure}，"]`).first();

/** The mark stands over the figure's glyphs: it meets their middle and covers their width. */
async function expectCovered(page: Page, figure: string): Promise<void> {
  const [mark, text] = [await rectOf(markOf(page, figure)), await rectOf(glyphs(page, figure))];
  const wide = text.right - text.left >= text.bottom - text.top;
  const [from, to, markFrom, markTo] = wide
    ? [text.left, text.right, mark.left, mark.right]
    : [text.top, text.bottom, mark.top, mark.bottom];
  expect(markFrom).toBeLessThanOrEqual(from + 2);
  expect(markTo).toBeGreaterThanOrEqual(to - 2);
  // And nothing else: no wider than the figure and a little room.
  expect(markTo - markFrom).toBeLessThan((to - from) * 1.25 + 12);
  const [middleX, middleY] = [(text.left + text.right) / 2, (text.top + text.bottom) / 2];
  expect(mark.left < middleX && middleX < mark.right && mark.top < middleY && middleY < mark.bottom).toBe(true);
}

async function storedReport(page: Page): Promise<Report> {
  const tabId = await browser.tabId(page);
  const { report, ...entry } = await waitFor('the report', async () => (await browser.documents(tabId))[0]);
  expect(entry).toEqual({ where: 'viewer', documentId: disclosure });
  return report;
}

describe('a PDF in the viewer', () => {
  test('a click on the toolbar opens it, reads it and keeps the report', async () => {
    const page = await newPage();
    await page.goto(disclosure).catch(() => undefined);
    const popup = await browser.openPopup(page);
    await popup.waitForText('打开并核对');
    await popup.evaluate(
      '[...document.querySelectorAll("button")].find((button) => button.innerText.includes("打开并核对")).click()',
    );
    const viewer = await waitFor('the viewer', () =>
      Promise.resolve(browser.context.pages().find((each) => each.url().includes('/viewer.html'))),
    );
    await checked(viewer);
    const report = await storedReport(viewer);
    expect(report.source).toMatchObject({ kind: 'pdf', url: disclosure });
    expect(report.findings.some((finding) => finding.likely === right)).toBe(true);
    const inconsistent = report.findings.filter((finding) => finding.verdict === 'inconsistent').length;
    const tabId = await browser.tabId(viewer);
    await waitFor('the badge', async () =>
      (await browser.badgeText(tabId)) === String(inconsistent) ? true : undefined,
    );
    expect(await viewer.locator('.panel h2').innerText()).toContain(String(inconsistent));
  });

  test('progress is shown while it comes in and is read', async () => {
    const page = await openViewer(`${site}/slow.pdf`);
    await page.getByText(/正在下载：\d+ KB，共 \d+ KB/).waitFor();
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seenProgress: seen });
      new MutationObserver(() => seen.push(document.querySelector('.panel .progress p')?.textContent ?? '')).observe(
        document.body,
        { subtree: true, childList: true, characterData: true },
      );
    });
    await checked(page);
    const seen = z.array(z.string()).parse(await page.evaluate('seenProgress'));
    expect(seen.some((text) => /正在读表：第 \d+ 页，共 \d+ 页/.test(text))).toBe(true);
  });

  test('marks cover the figures at every zoom and rotation, and off takes them all away', async () => {
    const page = await openViewer(disclosure);
    await checked(page);
    await page.locator('.panel .finding', { hasText: printed }).first().click();
    await markOf(page, printed).waitFor();
    await glyphs(page, printed).waitFor();
    await page.keyboard.press('Escape');
    await expectCovered(page, printed);
    for (const step of ['放大', '放大', '缩小', '适合宽度', '旋转', '旋转', '旋转', '旋转']) {
      await page.getByRole('button', { name: step, exact: true }).click();
      // Marks lie on the pages at once; the text layer is drawn later.
      await waitFor(`the mark in its place after ${step}`, async () => {
        await markOf(page, printed).evaluate((element) =>
          element.scrollIntoView({ block: 'center', inline: 'center' }),
        );
        await expectCovered(page, printed);
        return true;
      });
    }
    // The marks' layer is no part of the text layer, and the text stays selectable.
    expect(await page.locator('.textLayer .mark').count()).toBe(0);
    await page.getByRole('switch', { name: '标出' }).uncheck();
    await waitFor('no trace', async () =>
      (await page.locator('.mark, .tieout-marks, .tieout-card').count()) === 0 ? true : undefined,
    );
    await page.getByRole('switch', { name: '标出' }).check();
    await markOf(page, printed).waitFor();
  });

  test('the card gives sentence, equation and likely value, and jumps', async () => {
    const page = await openViewer(disclosure);
    await checked(page);
    await page.locator('.panel .finding', { hasText: printed }).first().click();
    await markOf(page, printed).waitFor();
    await page.keyboard.press('Escape');
    const mark = markOf(page, printed);
    await mark.focus();
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog');
    await card.waitFor();
    const text = await card.innerText();
    expect(text).toContain('不一致');
    expect(text).toContain(printed);
    expect(text.replaceAll(',', '')).toContain(right);
    // The keyboard is in the card now.
    expect(await page.evaluate('document.activeElement.closest(".tieout-card") !== null')).toBe(true);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
  });

  test('a jump leads to the other table and shows the figure there', async () => {
    const page = await openViewer(disclosure);
    await checked(page);
    const report = await storedReport(page);
    const finding = report.findings.find(
      (each) => each.likely === right && new Set(each.places.map((place) => place.page)).size > 1,
    );
    await page.locator(`.panel .finding[data-finding="${finding?.id ?? ''}"]`).click();
    for (const [index, place] of (finding?.places ?? []).entries()) {
      await page.getByRole('dialog').locator(`.jump[data-place="${index}"]`).first().click();
      const flash = await rectOf(page.locator(`.page[data-page-number="${place.page ?? 0}"] .tieout-flash .flash`));
      expect(flash.top).toBeGreaterThan(48);
      expect(flash.bottom).toBeLessThan(900);
      const glyphs = page.locator(`.page[data-page-number="${place.page ?? 0}"] ${glyphsOf(place.text)}`);
      // The page's text may come after the page.
      await glyphs.first().waitFor({ state: 'attached' });
      const texts = await glyphs.all();
      const rects = await Promise.all(texts.map(rectOf));
      expect(
        rects.some(
          (text) =>
            flash.left < text.left && flash.right > text.right && flash.top < text.bottom && flash.bottom > text.top,
        ),
      ).toBe(true);
    }
  });

  test('a blank cell has an outline and no digits under it', async () => {
    const page = await openViewer(disclosure);
    await checked(page);
    await page.locator('.panel .finding', { hasText: '卫生健康支出' }).first().click();
    const blank = page.locator('.mark.blank').first();
    await blank.waitFor();
    // The marks of a page are put anew when it has been painted: its own text layer tells.
    await page.waitForFunction(() => {
      const mark = document.querySelector('.mark.blank');
      return (
        mark !== null &&
        mark.getBoundingClientRect().width > 20 &&
        mark.closest('.page')?.querySelector('.textLayer span') !== null
      );
    });
    expect(await blank.getAttribute('aria-label')).toContain('空白');
    const under = await blank.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return [...(element.closest('.page')?.querySelectorAll('.textLayer span') ?? [])]
        .filter((span) => {
          const text = span.getBoundingClientRect();
          return (
            span.textContent.trim() !== '' &&
            text.left < box.right - 2 &&
            text.right > box.left + 2 &&
            text.top < box.bottom - 4 &&
            text.bottom > box.top + 4
          );
        })
        .map((span) => span.textContent);
    });
    expect(under).toEqual([]);
  });

  test('a message from the popup brings a finding into view', async () => {
    const page = await openViewer(disclosure);
    await checked(page);
    const report = await storedReport(page);
    const finding = report.findings.find((each) => each.likely === right);
    const tabId = await browser.tabId(page);
    const message = JSON.stringify({ kind: 'find', documentId: disclosure, finding: finding?.id });
    await browser.inWorker(`chrome.tabs.sendMessage(${tabId}, ${message})`);
    await page.getByRole('dialog').waitFor();
    await browser.inWorker(
      `chrome.tabs.sendMessage(${tabId}, ${JSON.stringify({ kind: 'show', marks: false, rounding: false })})`,
    );
    await waitFor('no marks', async () => ((await page.locator('.tieout-marks').count()) === 0 ? true : undefined));
  });

  test('find, page number and a file of the reader’s own', async () => {
    const page = await openViewer(disclosure);
    await checked(page);
    await page.keyboard.press('Control+f');
    await page.locator('.find-bar').getByRole('searchbox').fill(printed);
    await page.locator('.find-bar .count', { hasText: /^1 \/ \d+$/ }).waitFor();
    await page.locator('.textLayer .highlight.selected').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: '页码' }).fill('2');
    await page.keyboard.press('Enter');
    await waitFor('page 2', async () =>
      (await page.getByRole('textbox', { name: '页码' }).inputValue()) === '2' ? true : undefined,
    );
    await page.locator('.toolbar input[type=file]').setInputFiles(join(samples, 'scanned.pdf'));
    await page.locator('.panel h2', { hasText: '扫描件，无法核对' }).waitFor();
    expect(await page.locator('.page-note').innerText()).toBe('扫描件，无法核对');
    expect(await page.title()).toContain('scanned.pdf');
    expect(await page.getByRole('link', { name: '原文件' }).getAttribute('href')).toMatch(/^blob:chrome-extension:/);
  });

  test('reading can be stopped; the pages stay', async () => {
    const page = await newPage();
    // Reading is over within a second: the button is pressed as soon as it is there, once.
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        const button = document.querySelector<HTMLButtonElement>('.panel .progress button');
        if (!button) return;
        observer.disconnect();
        button.click();
      });
      observer.observe(document, { subtree: true, childList: true });
    });
    await page.goto(viewerOf(disclosure));
    await page.getByText('已停止，未核对').waitFor();
    await page.locator('.page canvas').first().waitFor();
    await page.getByRole('button', { name: '重新核对' }).click();
    await checked(page);
  });
});

describe('the table of contents', () => {
  const pageNumber = (page: Page) => page.getByRole('textbox', { name: '页码' }).inputValue();

  test('is the file’s own, and the keyboard goes through it', async () => {
    const page = await openViewer(`${site}/outlined.pdf`);
    await page.getByRole('button', { name: '目录' }).click();
    const lines = page.getByRole('treeitem');
    await lines.nth(3).waitFor();
    // A screen reader hears the page's number after the title.
    expect(await page.getByRole('tree').innerText()).toMatch(
      /第一部分 部门概况\s*1\s*第二部分 决算表\s*2\s*收入决算表\s*3\s*支出决算表\s*4/,
    );
    await lines.first().waitFor();
    for (const key of ['Home', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await waitFor('page 4', async () => ((await pageNumber(page)) === '4' ? true : undefined));
    expect(await page.locator('[role=treeitem][aria-current]').innerText()).toContain('支出决算表');
    // To the line above, which folds; one line is in the tab order, whatever is folded.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await waitFor('the folded lines to go', async () => ((await lines.count()) === 2 ? true : undefined));
    expect(await page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.locator('.contents').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('目录');
  });

  test('is that of the tables where the file has none', async () => {
    const page = await openViewer(disclosure);
    await checked(page);
    await page.getByRole('button', { name: '目录' }).click();
    const table = page.getByRole('treeitem', { name: /^收入决算表/ });
    const wanted = /\d+$/.exec((await table.innerText()).trim())?.[0];
    await table.click();
    await waitFor('the table’s page', async () => ((await pageNumber(page)) === wanted ? true : undefined));
  });
});

test('print and save lead to the original', async () => {
  const page = await openViewer(disclosure);
  await checked(page);
  const opened = browser.context.waitForEvent('page');
  await page.keyboard.press('Control+p');
  expect((await opened).url()).toBe(disclosure);
});

test('the panel prints what a file’s author wrote into labels and its name as text', async () => {
  const page = await openViewer(`${site}/hostile-${encodeURIComponent('<img src=x onerror=hit=1>')}.pdf`);
  await checked(page);
  const panel = page.locator('.panel');
  await page.emulateMedia({ media: 'print' });
  expect(await panel.innerText()).toContain('学前<svg onload=hit=1>');
  expect(await panel.locator('svg[onload], img[src="x"], script, a[href^="javascript"]').count()).toBe(0);
  await page.pdf();
  expect(await page.evaluate(() => (globalThis as { hit?: number }).hit)).toBeUndefined();
  await page.emulateMedia({ media: 'screen' });
});

test('the debug view draws runs, rules, grid and cells, each of which can be switched off', async () => {
  const page = await newPage();
  await page.goto(`${viewerOf(disclosure)}&areas#page=2`);
  await checked(page);
  await page.getByRole('textbox', { name: '页码' }).fill('3');
  await page.keyboard.press('Enter');
  const drawn = (layer: string) => page.locator(`.page[data-page-number="3"] .tieout-areas .${layer}`);
  for (const layer of ['runs', 'rules', 'grid', 'cells']) await drawn(layer).first().waitFor({ state: 'attached' });
  // What is drawn lies where pdf.js paints it: a run around the glyphs of 年初结转和结余.
  const text = await rectOf(
    page.locator('.page[data-page-number="3"] .textLayer span', { hasText: '年初结转和结余' }).first(),
  );
  const runs = await Promise.all((await drawn('runs').all()).map(rectOf));
  expect(
    runs.some(
      (run) =>
        Math.abs(run.left - text.left) < 4 &&
        Math.abs(run.right - text.right) < 4 &&
        run.top < text.bottom &&
        run.bottom > text.top,
    ),
  ).toBe(true);
  await page.getByRole('checkbox', { name: '线' }).uncheck();
  await waitFor('no rules', async () =>
    (await drawn('rules').count()) === 0 && (await drawn('cells').count()) > 0 ? true : undefined,
  );
});

describe('files of the reader’s own', () => {
  /** Drops files on the page, as from the desktop. */
  const drop = async (
    page: Page,
    files: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[],
  ): Promise<void> => {
    const data = await page.evaluateHandle(
      (all) => {
        const transfer = new DataTransfer();
        for (const { name, type, bytes } of all)
          transfer.items.add(
            new File([Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))], name, { type }),
          );
        return transfer;
      },
      files.map(({ bytes, ...rest }) => ({ ...rest, bytes: bytes.toString('base64') })),
    );
    await page.dispatchEvent('.viewer', 'dragover', { dataTransfer: data });
    await page.getByText('松开即打开').waitFor();
    await page.dispatchEvent('.viewer', 'drop', { dataTransfer: data });
  };
  const sample = (name: string, type = 'application/pdf') => ({ name, type, bytes: readFileSync(join(samples, name)) });
  const openEmpty = async (): Promise<Page> => {
    const page = await newPage();
    await page.goto(`chrome-extension://${browser.extensionId}/viewer.html`);
    await page.getByRole('heading', { name: '打开一份 PDF 来核对' }).waitFor();
    return page;
  };

  test('one that is dropped is read and checked, without a request', async () => {
    const page = await openEmpty();
    const before = browser.server.requests.length;
    await drop(page, [sample('disclosure.pdf')]);
    await checked(page);
    expect(await page.locator('.panel h2').innerText()).toMatch(/\d+ 处不一致/);
    expect(await page.title()).toContain('disclosure.pdf');
    expect(browser.server.requests.length).toBe(before);
  });

  test('one that is chosen is, too', async () => {
    const page = await openEmpty();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('main').getByRole('button', { name: '打开本机文件' }).click();
    await (await chooser).setFiles(join(samples, 'disclosure.pdf'));
    await checked(page);
  });

  test('several stand side by side; the first PDF is opened', async () => {
    const page = await openEmpty();
    await drop(page, [sample('ordinary.html', 'text/html'), sample('disclosure.pdf'), sample('scanned.pdf')]);
    await checked(page);
    const tabs = page.getByRole('navigation', { name: '3 个文件' }).getByRole('button');
    expect(await tabs.allInnerTexts()).toEqual(['ordinary.html', 'disclosure.pdf', 'scanned.pdf']);
    expect(await page.locator('.file-tab[aria-current]').innerText()).toBe('disclosure.pdf');
    await tabs.nth(2).click();
    await page.locator('.panel h2', { hasText: '扫描件，无法核对' }).waitFor();
    await tabs.nth(0).click();
    await page.getByRole('alert').getByText('这是网页文件，不是 PDF').waitFor();
    await tabs.nth(1).click();
    await checked(page);
  });

  test.each([
    ['决算.docx', 'PK\x03\x04\x14\x00\x06\x00[Content_Types].xml', '这是 Office 或 WPS 文件，不是 PDF'],
    ['决算.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '这是 Office 或 WPS 文件，不是 PDF'],
    ['决算.ofd', 'PK\x03\x04\x14\x00\x00\x00OFD.xml', '这是 OFD 文件，不是 PDF'],
    ['附件.zip', 'PK\x03\x04\x14\x00\x00\x00a.pdf', '这是压缩包，不是 PDF'],
    ['决算.html', '<!DOCTYPE html><table>', '这是网页文件，不是 PDF'],
    ['决算.jpg', '\xff\xd8\xff\xe0', '这是图片，不是 PDF'],
    ['决算.pdf', '', '文件是空的'],
    ['说明.txt', '部门决算', '这不是 PDF'],
  ])('%s: says what it is', async (name, content, sentence) => {
    const page = await openEmpty();
    await drop(page, [{ name, type: '', bytes: Buffer.from(content, 'latin1') }]);
    await page.getByRole('alert').getByText(sentence).waitFor();
  });
});

test('a file without its end is shown as far as it goes, and says so', async () => {
  const page = await openViewer(`${site}/cut.pdf`);
  await checked(page);
  await page.getByText('文件结尾缺失').waitFor();
});

test('of a file that lacks the end of its pages the rest is checked, and the gaps are named', async () => {
  const page = await openViewer(`${site}/torn.pdf`);
  await checked(page);
  await page.getByText(/第 .*页有缺损，跨到这些页的表未核对。/).waitFor();
  expect(await page.locator('.panel h2').innerText()).toMatch(/\d+ 处不一致/);
});

test('of a page in a font that does not say what its letters are, it says so, and guesses nothing', async () => {
  const page = await openViewer(`${site}/wordless.pdf`);
  await page.getByText('第 1 页的文字无法识别').waitFor({ timeout: 30_000 });
  expect(await page.locator('.mark').count()).toBe(0);
  expect(await page.locator('.panel').innerText()).not.toContain('对得上');
  const popup = await browser.openPopup(await browser.openPage(`${site}/wordless.pdf`));
  await popup.waitForText('文字无法识别，没有核对', 30_000);
});

describe('a long file', () => {
  test('opens at once, is read behind the pages, and can be read in the meantime; reading can be stopped', async () => {
    const page = await openViewer(`${site}/long-24.pdf`);
    await page.locator('.page canvas').first().waitFor();
    await page.getByText(/正在读表：第 \d+ 页，共 312 页/).waitFor();
    await page.getByRole('textbox', { name: '页码' }).fill('200');
    await page.keyboard.press('Enter');
    await page.locator('.page[data-page-number="200"] .textLayer span').first().waitFor();
    // Still at it: the page did not wait for the reading.
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText('已停止，未核对').waitFor();
  });

  test('is checked up to page 500, and says so', async () => {
    const page = await openViewer(`${site}/long-39.pdf`);
    await page.getByText('文件太长，只核对了前 500 页，后面 7 页没有读。').waitFor({ timeout: 110_000 });
    expect(await page.locator('.panel h2').innerText()).toMatch(/\d+ 处不一致/);
    expect(await page.getByRole('button', { name: '读完全部' }).isEnabled()).toBe(true);
  });
});

describe('what cannot be opened says why', () => {
  test.each([
    ['webpage.pdf', '这个地址给的是网页，不是 PDF'],
    ['broken.pdf', 'PDF 不完整，打不开'],
    ['nowhere.pdf', '网站上没有这份文件'],
    ['locked-out.pdf', '网站拒绝了下载：403'],
    ['failing.pdf', '网站出错，没能下载：500'],
    ['nothing.pdf', '文件是空的'],
    ['login.pdf', '这个地址给的是网页，不是 PDF'],
    ['lost.pdf', '下载到一半断了'],
    ['large.pdf', '文件超过 100 MB，没有打开'],
    ['huge.pdf', '文件太大，打不开'],
  ])('%s', async (name, sentence) => {
    const page = await openViewer(`${site}/${name}`);
    await page.getByRole('alert').getByText(sentence).waitFor();
    expect(await page.getByRole('main').getByRole('link', { name: '原文件' }).getAttribute('href')).toBe(
      `${site}/${name}`,
    );
    const tabId = await browser.tabId(page);
    await waitFor('the badge', async () => ((await browser.badgeText(tabId)) === '!' ? true : undefined));
  });

  test('an encrypted file asks for its password', async () => {
    const page = await openViewer(`${site}/encrypted.pdf`);
    await page.getByText('这份 PDF 加了密').waitFor();
    await page.getByLabel('密码').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('密码不对').waitFor();
    await page.getByLabel('密码').fill('tieout');
    await page.keyboard.press('Enter');
    await checked(page);
  });

  test('without permission for the site nothing is fetched until the reader agrees', async () => {
    const page = await openViewer(`${otherSite}/disclosure.pdf`);
    await page.getByRole('button', { name: '允许并打开' }).waitFor();
    await page.getByText('文件在 www.shili.example').waitFor();
    expect(browser.server.requests.filter((request) => request.host.includes('shili.example'))).toEqual([]);
  });

  test('an address that is not of the web is not followed', async () => {
    const page = await openViewer('javascript:document.title="hit"');
    await page.getByRole('heading', { name: '打开一份 PDF 来核对' }).waitFor();
    expect(await page.getByRole('link').count()).toBe(0);
  });
});
