import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentRecord } from '../../entrypoints/shared/protocol/protocol.ts';
import type { ExtensionBrowser, PopupHandle } from './harness.ts';
import { openHarness, otherSite, press, site, waitFor } from './harness.ts';

// The ways in and out: from the popup to the page, to files of the reader's own, to PDFs wherever they are; and what is said before all has been read.

const samples = join(import.meta.dirname, '../samples');
const longQuery = `key=${'k'.repeat(5000)}`;

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openHarness({
    handler: async (_request, response, url) => {
      if (url.pathname === '/download') {
        response
          .writeHead(200, { 'content-type': 'application/pdf' })
          .end(await readFile(join(samples, 'disclosure.pdf')));
        return true;
      }
      // A server that never comes to an end.
      if (url.pathname !== '/webpage.pdf') return false;
      response.writeHead(200, { 'content-type': 'application/pdf' }).write('%PDF-1.7\n');
      return true;
    },
  });
});
afterAll(() => browser.close());
afterEach(async () => {
  await browser.inWorker('chrome.storage.local.clear()');
  for (const page of browser.context.pages()) if (!page.url().startsWith('about:')) await page.close();
});

const opened = (path: string): Promise<Page> =>
  waitFor(path, () => Promise.resolve(browser.context.pages().find((page) => page.url().includes(path))));
const gone = (popup: PopupHandle) => waitFor('the popup to go', () => Promise.resolve(popup.open ? undefined : true));
const badge = (tabId: number, text: string) =>
  waitFor(`the badge ${text}`, async () => ((await browser.badgeText(tabId)) === text ? true : undefined), 60_000);
const titleOf = async (tabId: number): Promise<string> =>
  String(await browser.inWorker(`chrome.action.getTitle({ tabId: ${tabId} })`));

async function documentsOf(tabId: number): Promise<readonly DocumentRecord[]> {
  return waitFor(
    'the reports',
    async () => {
      const documents = await browser.documents(tabId);
      return documents.length > 0 ? documents : undefined;
    },
    60_000,
  );
}

describe('a finding chosen in the popup', () => {
  it('sends the popup away; its card stays, with the keyboard', async () => {
    const page = await browser.openPage(`${site}/disclosure.html`);
    const popup = await browser.openPopup(page);
    await press(popup, '[data-finding]');
    await gone(popup);
    const card = page.getByRole('dialog');
    await card.waitFor();
    await page.locator('button.mark[aria-expanded=true]:focus').waitFor();
    // Pinned: the pointer may be anywhere.
    await page.mouse.move(4, 4);
    await page.keyboard.press('Tab');
    expect(await card.locator(':focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
  });

  it('is one of many: the list that stays beside the page is offered first', async () => {
    const page = await browser.openPage(`${site}/disclosure.html`);
    const popup = await browser.openPopup(page);
    await popup.waitFor('document.activeElement?.matches("[data-action=side-panel]")');
    const few = await browser.openPage(`${site}/clean.html`);
    await (await browser.openPopup(few)).waitFor('document.activeElement?.matches("[role=switch]")');
  });
});

describe('a door for files of the reader’s own', () => {
  it('stands where the browser lets nobody in, and in every popup', async () => {
    const page = await browser.openPage('chrome://version/');
    const popup = await browser.openPopup(page);
    await popup.waitForText('浏览器不允许扩展读取本页');
    await popup.waitFor('document.activeElement?.matches("a[href=\\"/viewer.html\\"]")');
    await press(popup, 'a[data-first]');
    const viewer = await opened('/viewer.html');
    await viewer.locator('input[type=file]').first().setInputFiles(join(samples, 'disclosure.pdf'));
    await viewer.locator('[data-finding]').first().waitFor({ timeout: 60_000 });
    await viewer.close();

    const clean = await browser.openPage(`${site}/clean.html`);
    await press(await browser.openPopup(clean), '[data-action=local-file]');
    await opened('/viewer.html');
  });

  it('stands on the first page, in the settings and in the button’s menu', async () => {
    for (const path of ['welcome.html', 'options.html']) {
      const page = await browser.openExtensionPage(path);
      expect(await page.locator('[data-action=local-file]').getAttribute('href'), path).toBe('/viewer.html');
      await page.close();
    }
    // Fails where there is no such entry.
    expect(await browser.inWorker(`chrome.contextMenus.update('local-file', {}).then(() => 'there')`)).toBe('there');
  });

  it('says what to do with a web page, and that works', async () => {
    const viewer = await browser.openExtensionPage('viewer.html');
    await viewer.locator('input[type=file]').first().setInputFiles(join(samples, 'disclosure.html'));
    await viewer.getByText('这是网页文件，不是 PDF').waitFor();
    await viewer.locator('.file-access').getByText('用浏览器打开').waitFor();

    const page = await browser.openPage(pathToFileURL(join(samples, 'disclosure.html')).href);
    await (await browser.openPopup(page)).waitForText('处不一致');
    await page.locator('button.mark').first().waitFor({ state: 'attached' });
  });
});

describe('a PDF that the browser shows', () => {
  it('on a site outside gov.cn is known as one, and opened in our viewer', async () => {
    const page = await browser.openPage(`${otherSite}/disclosure.pdf`);
    const popup = await browser.openPopup(page);
    await popup.waitForText('这是一份 PDF');
    await press(popup, '[data-action=open-viewer]');
    await page.waitForURL(/viewer\.html\?file=http%3A%2F%2Fwww\.shili\.example%2Fdisclosure\.pdf/);
    await page.getByText('还没有读取这个网站的许可').waitFor();
  });

  it('from the reader’s disk is known as one, and leads to where it can be chosen', async () => {
    const page = await browser.openPage(pathToFileURL(join(samples, 'disclosure.pdf')).href);
    const popup = await browser.openPopup(page);
    await popup.waitForText('这是本机的一份 PDF');
    await press(popup, 'a[data-first]');
    await opened('/viewer.html');
  });
});

describe('no false comfort', () => {
  it('while the file with the accounts is unread', async () => {
    const page = await browser.openPage(`${site}/no-tables.html`);
    const tabId = await browser.tabId(page);
    await (await browser.openPopup(page)).waitForText('网页上的数对得上，文件还没有核对');
    await badge(tabId, '·');
    expect(await titleOf(tabId)).toBe('对得上：网页上的数对得上，文件还没有核对');
  });

  it('while one of several files is still being read', async () => {
    const page = await browser.openPage(`${site}/attachments.html`);
    const tabId = await browser.tabId(page);
    await press(await browser.openPopup(page), '[data-action=check-all]');
    await badge(tabId, '3/4');
  });

  it('from what the reader has set aside: in popup, badge and viewer', async () => {
    const viewer = await browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(`${site}/disclosure.pdf`)}`);
    await viewer.locator('[data-finding]').first().waitFor({ timeout: 60_000 });
    const viewerTab = await browser.tabId(viewer);
    const count = await viewer.locator('[data-finding]').count();
    for (let left = count; left > 0; left -= 1) {
      await viewer.locator('[data-finding]').first().click();
      await viewer.getByRole('dialog').getByRole('button', { name: '忽略此处' }).click();
      await waitFor('one less', async () =>
        (await viewer.locator('[data-finding]').count()) < left ? true : undefined,
      );
    }
    const told = `${count} 处已忽略，其余对得上`;
    await viewer.locator('.panel h2').getByText(told).waitFor();
    expect(await viewer.locator('.panel h2.green').count()).toBe(0);
    await badge(viewerTab, `(${count})`);
    const popup = await browser.openPopup(viewer);
    await popup.waitForText(told);
    expect(await popup.evaluate('document.querySelector(".verdict-line.agree")')).toBeNull();
  });
});

describe('an address of 5,000 characters', () => {
  it('is led to and exported from like any other', async () => {
    const address = `${site}/download?${longQuery}`;
    const viewer = await browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(address)}`);
    const tabId = await browser.tabId(viewer);
    const [document] = await documentsOf(tabId);
    expect(document?.documentId).toBe(address);
    const popup = await browser.openPopup(viewer);
    await popup.waitFor('document.querySelector("[data-finding]") !== null');
    const message = JSON.stringify({ kind: 'contents', documentId: document?.documentId });
    expect(
      await popup.evaluate(
        `chrome.tabs.sendMessage(${tabId}, ${message}).then((contents) => contents?.tables.length ?? 0)`,
      ),
    ).toBe(6);
    await press(popup, '[data-finding]');
    await viewer.getByRole('dialog').waitFor();
  });

  it('is one of a page’s files', async () => {
    const page = await browser.openPage(`${site}/clean.html`);
    const tabId = await browser.tabId(page);
    await documentsOf(tabId);
    await page.evaluate((href) => {
      const link = document.createElement('a');
      [link.href, link.type, link.textContent] = [href, 'application/pdf', '附件：部门决算'];
      document.querySelector('article')?.append(link);
    }, `/download?${longQuery}`);
    await press(await browser.openPopup(page), '[data-file*="/download"] [data-action=check]');
    await waitFor(
      'its report',
      async () =>
        (await documentsOf(tabId)).some(
          ({ documentId, where }) => where === 'attachment' && documentId.endsWith(longQuery),
        )
          ? true
          : undefined,
      60_000,
    );
  });
});
