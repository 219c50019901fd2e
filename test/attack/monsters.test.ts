import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts, withCell } from '../core/accounts.ts';
import { drawnBody, drawnPage } from '../drawn-page.ts';
import type { ExtensionBrowser } from '../e2e/harness.ts';
import { waitFor } from '../e2e/harness.ts';
import { openAttacked, openTab } from './attacked.ts';
import { holdsFor, share } from './cases.ts';

const title = '示例市政务服务中心2024年度部门决算公开';
const wrong = withCell('income', 6, 2, '345.00', accounts);
const page = (inner: string, head = '') =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><h1>${title}</h1>${inner}</body></html>`;
const body = drawnBody(wrong);
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

/** Pages made to be too much for who reads them, in a browser that shows them. Each has the same accounts among the rest. */
const monsters: Readonly<Record<string, () => string>> = {
  'ten thousand rows of accounts': () =>
    page(
      `${body}<p>收入决算表<table><tr><td>科目编码<td>科目名称${'<td>合计'.repeat(8)}${times(10_000, (row) => `<tr><td>${2_010_000 + row}<td>科目${row}${times(8, (column) => `<td>${row * column}.${column}0`)}`)}</table>`,
    ),
  'elements 100,000 deep': () => page(`${body}${'<div>'.repeat(100_000)}合计`),
  'a table of a million cells': () =>
    page(`${body}<table style="display:none">${times(100_000, (row) => `<tr>${`<td>${row}.00`.repeat(10)}`)}</table>`),
  'ten thousand paragraphs': () =>
    page(
      `${body}${times(10_000, (index) => `<p>${index}.其中：支出${index}.5万元，占${index % 100}%，比上年增加1.20万元。`)}`,
    ),
  'spans beyond all bounds': () =>
    page(
      `${body}<table>${times(200, () => '<tr><td colspan=1000000000 rowspan=0>合计<td rowspan=65534>1.00<td colspan=-7>x')}</table>`,
    ),
  'three hundred thousand texts': () =>
    page(
      `${body}<p id="p"></p><script>const p = document.querySelector('#p'); for (let i = 0; i < 300000; i += 1) p.append(document.createTextNode('1'));</script>`,
    ),
  'an attribute of ten megabytes': () =>
    page(body.replace('<table', `<table title="${'合计 1.00 '.repeat(1_000_000)}"`)),
  'tables 400 deep': () => page(`${body}${'<table><tr><td>'.repeat(400)}合计 1${'</table>'.repeat(400)}`),
  'accounts in shadow roots': () =>
    page(
      `${body}<div id="open"></div><div id="closed"></div><script>for (const mode of ['open', 'closed']) document.querySelector('#' + mode).attachShadow({ mode }).innerHTML = document.querySelector('table').outerHTML.repeat(50);</script>`,
    ),
  'frames in frames': () =>
    page(
      `${body}<script>let inner = ${JSON.stringify(body.slice(0, 2000))}; for (let i = 0; i < 12; i += 1) { const frame = document.createElement('iframe'); frame.srcdoc = inner; inner = frame.outerHTML; } document.body.insertAdjacentHTML('beforeend', inner);</script>`,
    ),
  'all of it editable': () => page(`<div contenteditable>${body}</div>`),
  'from right to left': () => page(`<div dir="rtl">\u202e${body}\u202c</div>`),
  'a hundred thousand rules of style': () =>
    page(
      body,
      `<style>${times(100_000, (index) => `td:nth-child(${index % 50}) > .c${index}, table .x${index} { color: #${(index % 4096).toString(16).padStart(3, '0')} }`)}</style>`,
    ),
  'rows without end': () =>
    page(
      `${body}<table id="grows"><tr><td>合计<td>1.00</table><script>setInterval(() => document.querySelector('#grows').insertAdjacentHTML('beforeend', '<tr><td>项<td>1.00'), 5);</script>`,
    ),
  'a paragraph of 20,000 amounts': () => page(`${body}<p>${'2024年度收入总计1234.56万元，'.repeat(20_000)}</p>`),
  'figures of thirty digits': () =>
    page(
      `${body}<table><tr><td>项目<td>金额${times(
        120,
        (index) =>
          `<tr><td>项${index}<td>${String(index + 1)
            .repeat(30)
            .slice(0, 30)}.00`,
      )}<tr><td>合计<td>123456789012345678901234567890.00</table>`,
    ),
  'a body that is replaced all the time': () =>
    page(
      `${body}<script>const html = document.body.innerHTML; setInterval(() => { document.body.innerHTML = html; }, 50);</script>`,
    ),
};

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openAttacked((path) => {
    if (path === '/witness.html') return drawnPage(wrong, title);
    const name = /^\/monster\/(.+)\.html$/.exec(path)?.[1];
    return name === undefined ? null : (monsters[name]?.() ?? null);
  });
});
afterAll(() => browser.close());

describe('pages made to be too much', () => {
  it('come to an end that is said, and the next tab is read', async (context) => {
    await holdsFor(
      context,
      share(Object.keys(monsters), 5),
      (name) => name,
      async (name) => {
        const tab = await openTab(browser, `/monster/${encodeURIComponent(name)}.html`);
        const witness = await openTab(browser, '/witness.html');
        // The other tab goes on within thirty seconds.
        expect((await witness.read(30_000)).findings.length).toBeGreaterThan(0);
        await witness.page.close();
        // What can be read is read; what cannot is said.
        const state = await waitFor(
          `an end of ${name}`,
          async () => {
            const now = await tab.state();
            return now?.stage === 'read' || now?.stage === 'failed' ? now : undefined;
          },
          120_000,
        );
        if (state.stage === 'read') expect(state.inconsistent).toBeGreaterThan(0);
        else expect(['page-too-long', 'page-too-deep', 'page-restless']).toContain(state.failure?.kind);
        // The page itself still answers.
        expect(
          await Promise.race([
            tab.page.evaluate(() => document.title),
            new Promise((resolve) => setTimeout(resolve, 30_000)),
          ]),
        ).toBe(title);
        await tab.page.close();
      },
    );
  });
});
