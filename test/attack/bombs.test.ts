import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExtensionBrowser } from '../e2e/harness.ts';
import { openHarness, site, waitFor } from '../e2e/harness.ts';
import { bombs, overfull } from './bombs.ts';
import { holdsFor, share } from './cases.ts';
import type { TabFiles } from './tab-files.ts';
import { openHand } from './tab-files.ts';

const sample = readFileSync(join(import.meta.dirname, '../samples/disclosure.pdf'));
/** A file by its name in the address; each is made when it is asked for. */
const names = Object.keys(bombs);

let browser: ExtensionBrowser;
let files: TabFiles;
beforeAll(async () => {
  browser = await openHarness({
    handler: (_, response, url) => {
      // In the browser's own viewer it would be the browser's business: a page links to it.
      const listed = /^\/list-(\d+)\.html$/.exec(url.pathname)?.[1];
      if (listed !== undefined) {
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(
            `<!DOCTYPE html><meta charset="utf-8"><title>部门决算公开</title><table><tr><td>合计</td><td>1.00</td></tr></table><p><a href="/bomb-${listed}.pdf">附件：部门决算.pdf</a></p>`,
          );
        return true;
      }
      const [, kind = '', at = ''] = /^\/(bomb|good)-(\d+)\.pdf$/.exec(url.pathname) ?? [];
      if (kind === '') return false;
      const bomb = kind === 'bomb' ? bombs[names[Number(at)] ?? ''] : undefined;
      response
        .writeHead(200, { 'content-type': 'application/pdf', 'cache-control': 'no-store' })
        .end(bomb === undefined ? sample : Buffer.from(bomb()));
      return true;
    },
  });
  files = await openHand(browser);
});
afterAll(() => browser.close());

describe('PDFs made to be too much', () => {
  it('come to an end that is said, and the next tab’s file is read', async (context) => {
    await holdsFor(
      context,
      share(names, 5),
      (name) => name,
      async (name) => {
        const at = names.indexOf(name);
        const page = await browser.openPage(`${site}/list-${at}.html`);
        const tabId = await browser.tabId(page);
        await waitFor('the list of files', async () => ((await files.of(tabId)).length > 0 ? true : undefined), 30_000);
        await files.say({ kind: 'check-files', tabId, documentIds: [`${site}/bomb-${at}.pdf`] });
        const other = await browser.openPage(`${site}/good-${at}.pdf`);
        const otherTab = await browser.tabId(other);
        // It is in hand by now, or done with: the other tab's file does not wait for its end.
        expect((await files.ended(otherTab, `${site}/good-${at}.pdf`, 90_000)).stage).toBe('read');
        const { stage, failure } = await files.ended(tabId, `${site}/bomb-${at}.pdf`, 150_000);
        expect(stage === 'read' || failure !== undefined).toBe(true);
        if (overfull.includes(name))
          expect((await files.report(tabId, `${site}/bomb-${at}.pdf`))?.source.tooMuchPages).toEqual([1]);
        await page.close();
        await other.close();
      },
    );
    await waitFor(
      'the reader to be closed',
      async () => ((await browser.inWorker('chrome.offscreen.hasDocument()')) === false ? true : undefined),
      90_000,
    );
  }, 1_500_000);
});
