import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileEntry } from '../../entrypoints/shared/protocol/protocol.ts';
import type { ExtensionBrowser } from '../e2e/harness.ts';
import { openHarness, site, waitFor } from '../e2e/harness.ts';
import { holdsFor, share } from './cases.ts';
import type { TabFiles } from './tab-files.ts';
import { openHand } from './tab-files.ts';

/** Another body: gov.cn is a public suffix, so it is a site of its own. */
const other = 'http://www.bieju.gov.cn';

const pdf = readFileSync(join(import.meta.dirname, '../samples/disclosure.pdf'));

const embed = (address: string) => `<embed src="${address}" type="application/pdf" width="600" height="300">`;
const own = embed(`${site}/own.pdf`);
/** The page's own file comes last: once it has been read, whatever was to be fetched unasked has been. */
const around = (inner: string) =>
  `<!DOCTYPE html><meta charset="utf-8"><title>部门决算公开</title><h1>2024 年度部门决算</h1><div id="bait">${inner}</div><div id="own">${own}</div>`;

/** Ways of a page to make us ask another site: what the page holds, and the address that comes to be listed. */
const baits: Readonly<Record<string, readonly [inner: string, listed: string]>> = {
  'embed': [embed(`${other}/secret.pdf`), `${other}/secret.pdf`],
  'object': [
    `<object data="${other}/secret.pdf" type="application/pdf" width="600" height="300"></object>`,
    `${other}/secret.pdf`,
  ],
  'iframe': [`<iframe src="${other}/secret.pdf" width="600" height="300"></iframe>`, `${other}/secret.pdf`],
  'viewer': [
    `<iframe src="/web/viewer.html?file=${encodeURIComponent(`${other}/secret.pdf`)}" width="600" height="300"></iframe>`,
    `${other}/secret.pdf`,
  ],
  'a host in other letters': [embed('//WWW.BieJu.gov.cn/secret.pdf'), `${other}/secret.pdf`],
  'a subdomain of its own': [
    embed('http://shili.gov.cn.bieju.gov.cn/secret.pdf'),
    'http://shili.gov.cn.bieju.gov.cn/secret.pdf',
  ],
  'a base elsewhere': [`<base href="${other}/">${embed('secret.pdf')}`, `${other}/secret.pdf`],
  'a redirect': [embed('/redirect.pdf'), `${site}/redirect.pdf`],
  'two redirects': [embed('/redirect-twice.pdf'), `${site}/redirect-twice.pdf`],
  'there and back again': [embed(`${other}/back.pdf`), `${other}/back.pdf`],
  'a refresh of the document': [embed('/refresh.pdf'), `${site}/refresh.pdf`],
  'a link': [`<p><a href="${other}/secret.pdf">附件：部门决算.pdf</a></p>`, `${other}/secret.pdf`],
};

const redirects: Readonly<Record<string, string>> = {
  '/redirect.pdf': `${other}/secret.pdf`,
  '/redirect-twice.pdf': `${site}/redirect.pdf`,
  '/back.pdf': `${site}/own.pdf`,
};

let browser: ExtensionBrowser;
let files: TabFiles;
/** Requests with cookies to sites that are not the page's, but for those of the visit that set them. */
const leaked = () =>
  browser.server.requests.filter(
    ({ host, path, headers }) =>
      !host.startsWith('www.shili.') && path !== '/login' && path !== '/favicon.ico' && headers.cookie !== undefined,
  );

beforeAll(async () => {
  browser = await openHarness({
    handler: (_, response, url) => {
      const cookies = ['strict=1; path=/; SameSite=Strict', 'lax=1; path=/; SameSite=Lax', 'plain=1; path=/'];
      if (url.pathname === '/login')
        response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': cookies }).end('<title>login</title>');
      else if (url.pathname === '/web/viewer.html')
        response.writeHead(200, { 'content-type': 'text/html' }).end('<title>viewer</title><canvas></canvas>');
      else if (url.pathname === '/refresh.pdf')
        response
          .writeHead(200, { 'content-type': 'application/pdf', 'refresh': `0; url=${other}/secret.pdf` })
          .end(pdf);
      else if (url.pathname in redirects) response.writeHead(302, { location: redirects[url.pathname] }).end();
      else if (url.pathname.endsWith('.pdf'))
        response.writeHead(200, { 'content-type': 'application/pdf', 'cache-control': 'no-store' }).end(pdf);
      else {
        const bait = baits[decodeURIComponent(url.pathname).slice(1)];
        if (bait === undefined) return false;
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(around(bait[0]));
      }
      return true;
    },
  });
  for (const host of [site, other, 'http://shili.gov.cn.bieju.gov.cn'])
    await (await browser.openPage(`${host}/login`)).close();
  files = await openHand(browser);
});
afterAll(() => browser.close());

describe('cookies of other sites', () => {
  it('are sent by nothing that a page shows or links to: not unasked, not when the reader asks for the file, and the page does not see what came of it', async (context) => {
    await holdsFor(
      context,
      share(Object.entries(baits), 4),
      ([name]) => name,
      async ([name, [, listed]]) => {
        const from = browser.server.requests.length;
        const page = await browser.openPage(`${site}/${encodeURIComponent(name)}`);
        try {
          const tabId = await browser.tabId(page);
          expect((await files.ended(tabId, `${site}/own.pdf`)).stage).toBe('read');
          // The browser asks for what the page embeds, as somebody whom the other site does not know.
          expect(leaked()).toEqual([]);
          const bait = (await files.of(tabId)).find(({ url }) => url === listed);
          expect(bait?.stage === 'read' && new URL(listed).origin !== site).toBe(false);
          if (name.includes('redirect'))
            expect(bait).toMatchObject({
              stage: 'failed',
              failure: { kind: 'redirected' },
            } satisfies Partial<FileEntry>);
          // Its own file was asked for as the reader.
          expect(
            browser.server.requests
              .slice(from)
              .filter(({ path }) => path === '/own.pdf')
              .every(({ headers }) => headers.cookie?.includes('strict=1')),
          ).toBe(true);

          await files.say({ kind: 'check-files', tabId, documentIds: [listed] });
          await waitFor('the file to be taken up', async () =>
            (await files.of(tabId)).find(({ url }) => url === listed)?.asked === true ? true : undefined,
          );
          const asked = await files.ended(tabId, listed);
          expect([asked.stage, asked.failure]).toEqual(['read', undefined]);
          expect(leaked()).toEqual([]);
          if (name.includes('redirect')) expect(asked.from).toBe(`${other}/secret.pdf`);

          await files.say({ kind: 'switched', tabId, marks: true });
          const isOfPage = new URL(listed).origin === site && asked.from === undefined;
          // Our viewers stand in closed roots: only the browser itself counts them.
          const viewers = () =>
            page.frames().filter((frame) => /^chrome-extension:.*\/frame\.html/.test(frame.url())).length;
          await waitFor('our viewer in the place of the page’s own file', () =>
            Promise.resolve(viewers() >= (isOfPage ? 2 : 1) ? true : undefined),
          );
          expect(viewers()).toBe(isOfPage ? 2 : 1);
          expect(leaked()).toEqual([]);
        } finally {
          await page.close();
        }
      },
    );
  });

  it('are sent by no viewer that somebody else led to a file; one that we opened on the page’s own sends its own', async (context) => {
    const viewers = ['', '&own=', `&own=${crypto.randomUUID()}`, '&own=constructor', '&own=__proto__'];
    await holdsFor(
      context,
      viewers,
      (query) => `a viewer with ${query}`,
      async (query) => {
        for (const address of [`${other}/secret.pdf`, `${site}/own.pdf`, `${site}/redirect.pdf`]) {
          const from = browser.server.requests.length;
          const viewer = await browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(address)}${query}`);
          await viewer.locator('.page canvas').first().waitFor({ timeout: 60_000 });
          expect(browser.server.requests.slice(from).filter(({ headers }) => headers.cookie !== undefined)).toEqual([]);
          if (address.includes('redirect')) await viewer.getByText('www.bieju.gov.cn').first().waitFor();
          await viewer.close();
        }
      },
    );
    const page = await browser.openPage(`${site}/embed`);
    const tabId = await browser.tabId(page);
    await files.ended(tabId, `${site}/own.pdf`);
    const from = browser.server.requests.length;
    for (const documentId of [`${site}/own.pdf`, `${other}/secret.pdf`]) {
      const opened = browser.context.waitForEvent('page');
      await files.say({ kind: 'open-viewer', tabId, documentId });
      const viewer = await opened;
      await viewer.locator('.page canvas').first().waitFor({ timeout: 60_000 });
      await viewer.close();
    }
    const cookies = browser.server.requests
      .slice(from)
      .map(({ path, headers }) => `${path} ${headers.cookie?.includes('strict=1') === true}`);
    expect(cookies).toEqual(['/own.pdf true', '/secret.pdf false']);
    await page.close();
  });
});
