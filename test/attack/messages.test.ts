import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts, withCell } from '../core/accounts.ts';
import { drawnPage } from '../drawn-page.ts';
import type { ExtensionBrowser } from '../e2e/harness.ts';
import { openAttacked, openTab } from './attacked.ts';
import { holdsFor } from './cases.ts';

const accountsPage = drawnPage(withCell('income', 6, 2, '345.00', accounts), '示例市政务服务中心2024年度部门决算公开');

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openAttacked((path) => (path === '/page.html' ? accountsPage : null));
});
afterAll(() => browser.close());

/** What a page may shout: all of our own words. */
const words: readonly Readonly<Record<string, unknown>>[] = [
  { kind: 'show', marks: false, rounding: true },
  { kind: 'read-again' },
  { kind: 'hello' },
  { kind: 'step', by: 1 },
  { kind: 'returned', navigationId: '1', rounding: true, coverage: true },
  { kind: 'tieout-frame', nonce: 'x'.repeat(48) },
  { kind: 'failed', navigationId: '1', where: 'page', failure: { kind: 'broken' } },
  { kind: 'switched', tabId: 1, marks: false },
  { kind: 'report', navigationId: '1', documentId: 'page', where: 'page', report: {} },
  { kind: 'files', navigationId: '1', files: [], more: 0 },
];

describe('what a page says to us', () => {
  it('changes nothing, whatever it says and by whatever way', async (context) => {
    const tab = await openTab(browser, '/page.html');
    await tab.read();
    const before = JSON.stringify([await tab.report(), { ...(await tab.state()), changed: 0 }]);
    await holdsFor(
      context,
      words,
      ({ kind }) => String(kind),
      async (word) => {
        await tab.page.evaluate((message) => {
          window.postMessage(message, '*', [new MessageChannel().port1]);
          for (const target of [window, document, document.documentElement])
            for (const name of ['message', 'tieout', message.kind as string])
              target.dispatchEvent(new MessageEvent(name, { data: message, bubbles: true }));
        }, word);
        // Two turns of the page and one of the background: whoever listened has heard it.
        await tab.page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
        expect(JSON.stringify([await tab.report(), { ...(await tab.state()), changed: 0 }])).toBe(before);
      },
    );
  });
});
