import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts, withCell } from '../core/accounts.ts';
import { drawnPage } from '../drawn-page.ts';
import type { ExtensionBrowser } from '../e2e/harness.ts';
import { waitFor } from '../e2e/harness.ts';
import type { LayerView, Tab } from './attacked.ts';
import { markedBy, openAttacked, openTab, settle } from './attacked.ts';
import { holdsFor } from './cases.ts';

const page = drawnPage(withCell('income', 6, 2, '345.00', accounts), '示例市政务服务中心2024年度部门决算公开');

let browser: ExtensionBrowser;
let tab: Tab;
let layer: LayerView;
let marks = 0;
beforeAll(async () => {
  browser = await openAttacked((path) => (path === '/page.html' ? page : null));
  tab = await openTab(browser, '/page.html');
  await tab.read();
  layer = await markedBy(browser, tab);
  marks = await layer.count('button', 'mark');
});
afterAll(() => browser.close());

const ignored = async () =>
  browser.inWorker('chrome.storage.local.get("ignored").then(({ ignored }) => ignored?.length ?? 0)');

/** What a page does to put our marks away, each an expression of its own world. */
const tricks: Readonly<Record<string, string>> = {
  'a look into the layer': `if ([...document.documentElement.children].some((child) => child.shadowRoot !== null)) throw new Error('open')`,
  'clicks on everything': `document.querySelectorAll('*').forEach((element) => element !== document.body && !element.closest('a') && element.click())`,
  'clicks at every point': `for (let x = 0; x < innerWidth; x += 40) for (let y = 0; y < innerHeight; y += 40) for (const element of document.elementsFromPoint(x, y)) for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) element.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y }))`,
  'keys': `for (const key of ['Escape', 'Enter', ' ', 'n', 'p', 'Tab']) for (const target of [window, document, document.documentElement.lastElementChild]) target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))`,
  'pagehide': `for (let turn = 0; turn < 50; turn += 1) window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))`,
  'pageshow': `for (let turn = 0; turn < 50; turn += 1) window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`,
  'both in turn': `for (let turn = 0; turn < 50; turn += 1) for (const type of ['pagehide', 'pageshow', 'freeze', 'resume', 'visibilitychange', 'beforeunload', 'unload']) { window.dispatchEvent(new PageTransitionEvent(type, { persisted: true })); document.dispatchEvent(new PageTransitionEvent(type, { persisted: true })); }`,
  'loads, scrolls and sizes': `for (let turn = 0; turn < 500; turn += 1) for (const type of ['load', 'scroll', 'resize', 'toggle', 'transitionend', 'animationend']) { document.dispatchEvent(new Event(type)); document.body.dispatchEvent(new Event(type, { bubbles: true })); }`,
  'the focus taken': `for (let turn = 0; turn < 50; turn += 1) { document.documentElement.lastElementChild.focus(); document.activeElement?.blur(); }`,
  'the clipboard': `document.dispatchEvent(new ClipboardEvent('copy', { bubbles: true }))`,
};

/** What sites do to keep their words from being copied. */
const against: Readonly<Record<string, string>> = {
  'an attribute': `document.body.setAttribute('oncopy', 'return false')`,
  'a handler of the page': `document.oncopy = () => false`,
  'one before all elements': `document.addEventListener('copy', (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true)`,
  'one before everything': `window.addEventListener('copy', (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true)`,
  'nothing to be selected': `document.head.insertAdjacentHTML('beforeend', '<style>* { user-select: none !important }</style>'); document.onselectstart = () => false; document.oncontextmenu = () => false`,
};

describe('page-driven events', () => {
  it('do not keep the reader from copying what we say', async (context) => {
    const own = await openTab(browser, '/page.html');
    await own.read();
    const view = await markedBy(browser, own);
    await own.page.evaluate(() => document.body.append(document.createElement('textarea')));
    await view.click('button', 'mark');
    await holdsFor(
      context,
      Object.entries(against),
      ([name]) => name,
      async ([, trick]) => {
        await own.page.evaluate(trick);
        await waitFor('the card', async () => ((await view.count('button', 'copy')) > 0 ? true : undefined));
        await view.click('button', 'copy');
        await settle(browser, own);
        await own.page.locator('textarea').fill('');
        await own.page.locator('textarea').focus();
        await own.page.keyboard.press('Control+V');
        expect(await own.page.locator('textarea').inputValue()).toContain('345.00');
        await own.page.keyboard.press('Escape');
        await view.click('button', 'mark');
      },
    );
    await own.page.close();
  });

  it('take no mark away, set nothing aside and change no setting', async (context) => {
    const state = JSON.stringify({ ...(await tab.state()), changed: 0 });
    const settings = JSON.stringify(await browser.inWorker('chrome.storage.local.get()'));
    await holdsFor(
      context,
      Object.entries(tricks),
      ([name]) => name,
      async ([, trick]) => {
        await tab.page.evaluate(trick);
        await settle(browser, tab);
        expect(await layer.count('button', 'mark')).toBe(marks);
        expect(await ignored()).toBe(0);
        expect(JSON.stringify({ ...(await tab.state()), changed: 0 })).toBe(state);
        expect(JSON.stringify(await browser.inWorker('chrome.storage.local.get()'))).toBe(settings);
      },
    );
  });

  it('do not close a card that the reader has opened, and do not ignore its finding; the reader does', async (context) => {
    await layer.click('button', 'mark');
    await waitFor('the card', async () => ((await layer.count('button', 'ignore')) > 0 ? true : undefined));
    await holdsFor(
      context,
      Object.entries(tricks).filter(([name]) => !name.startsWith('the focus')),
      ([name]) => name,
      async ([, trick]) => {
        await tab.page.evaluate(trick);
        await settle(browser, tab);
        expect(await layer.count('button', 'ignore')).toBe(1);
        expect(await ignored()).toBe(0);
      },
    );
    await layer.click('button', 'ignore');
    await waitFor('the finding to be ignored', async () => ((await ignored()) === 1 ? true : undefined));
  });
});
