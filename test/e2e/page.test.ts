import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../core/report/schema.ts';
import { sentence } from '../../core/report/tell.ts';
import type { ExtensionBrowser } from './harness.ts';
import { openHarness, otherSite, site, waitFor } from './harness.ts';

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openHarness();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (!page.url().startsWith('about:')) await page.close();
});

/** Opens a sample and waits for its report. */
async function openRead(path: string, from = site): Promise<{ page: Page; tabId: number; report: Report }> {
  const page = await browser.openPage(`${from}/${path}`);
  const tabId = await browser.tabId(page);
  return { page, tabId, report: await reportOf(tabId) };
}

function reportOf(tabId: number): Promise<Report> {
  return waitFor('the report', async () => (await browser.documents(tabId))[0]?.report);
}

/** Opens a sample, clicks the toolbar button and waits for the marks. */
async function openMarked(path: string, from = site) {
  const page = await browser.openPage(`${from}/${path}`);
  const tabId = await browser.tabId(page);
  const popup = await browser.openPopup(page);
  await marks(page).first().waitFor({ state: 'attached' });
  return { page, tabId, popup, report: await reportOf(tabId) };
}

function marks(page: Page): Locator {
  return page.locator('button.mark');
}

interface Covered {
  readonly name: string;
  readonly blank: boolean;
  /** The figure under the mark, and how far it sticks out of the mark's box. */
  readonly text: string;
  readonly outside: number;
}

/** What each visible mark stands over. */
function covered(page: Page): Promise<Covered[]> {
  return page.evaluate(() => {
    const host = [...document.documentElement.children].find((child) => child.shadowRoot !== null);
    const buttons = [...(host?.shadowRoot?.querySelectorAll<HTMLElement>('button.mark') ?? [])];
    return buttons
      .filter((button) => button.checkVisibility())
      .map((button) => {
        let box = button.getBoundingClientRect();
        if (box.top < 0 || box.bottom > innerHeight) {
          scrollBy(0, box.top - innerHeight / 2);
          box = button.getBoundingClientRect();
        }
        const under = document
          .elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2)
          .find((element) => element.closest('td, th, p') !== null && element !== host);
        const cell = under?.closest('td, th, p');
        const range = document.createRange();
        if (cell) range.selectNodeContents(cell);
        const blank = cell?.textContent.trim() === '';
        const figures =
          cell === undefined || cell === null
            ? []
            : blank
              ? []
              : [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
        const cellBox = cell?.getBoundingClientRect();
        const outside =
          blank && cellBox
            ? Math.max(
                box.left - cellBox.left,
                cellBox.right - box.right,
                box.top - cellBox.top,
                cellBox.bottom - box.bottom,
              ) - 2
            : Math.max(
                ...figures.map((rect) =>
                  Math.max(box.left - rect.left, rect.right - box.right, box.top - rect.top, rect.bottom - box.bottom),
                ),
              );
        return {
          name: button.getAttribute('aria-label') ?? '',
          blank,
          text: cell?.textContent.trim() ?? 'nothing',
          outside,
        };
      });
  });
}

/** The fill of marked figures, as the browser paints it. */
function fill(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body, '::highlight(tieout-inconsistent)').backgroundColor);
}

const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
const traces = (page: Page) =>
  page.evaluate(() => ({
    hosts: [...document.documentElement.children].filter((child) => child.shadowRoot !== null).length,
    highlights: CSS.highlights.size,
    sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
  }));

describe('a page of final accounts', () => {
  it('is read at once: the badge tells, and the page is as it was', async () => {
    const { page, tabId, report } = await openRead('disclosure.html');
    const inconsistent = report.findings.filter(({ verdict }) => verdict === 'inconsistent').length;
    expect(inconsistent).toBeGreaterThan(0);
    await waitFor('the badge', async () =>
      (await browser.badgeText(tabId)) === String(inconsistent) ? true : undefined,
    );
    expect(await traces(page)).toMatchObject({ hosts: 0, highlights: 0 });
    expect(await fill(page)).toBe('rgba(0, 0, 0, 0)');
  });

  it('is marked by a click on the toolbar button, each mark over its figure', async () => {
    const { page, report } = await openMarked('disclosure.html');
    const all = await covered(page);
    const places = report.findings
      .filter(({ verdict }) => verdict !== 'rounding')
      .flatMap((finding) => finding.places.map(({ text }) => text.trim()));
    expect(all.length).toBeGreaterThan(3);
    expect(all.some(({ blank }) => blank)).toBe(true);
    const count = await marks(page).count();
    for (const mark of all) {
      expect(mark.outside, `${mark.name} over “${mark.text}”`).toBeLessThanOrEqual(0.5);
      expect(places).toContain(mark.text);
      if (!mark.blank) expect(mark.name.startsWith(mark.text)).toBe(true);
      expect(mark.name).toMatch(new RegExp(`(第 \\d+ 处，共 ${count} 处|\\d+ of ${count})$`));
    }
    expect(await fill(page)).toBe('rgba(224, 36, 46, 0.17)');
    expect(await page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
  });

  it('keeps its marks on their figures while a wide table scrolls sideways, and clips them', async () => {
    const { page } = await openMarked('disclosure.html');
    const box = page.locator('.scroll-box');
    const inside = async () => {
      const area = await box.boundingBox();
      const boxes = await Promise.all((await marks(page).all()).map((mark) => mark.boundingBox()));
      return boxes
        .filter((mark) => area && mark && mark.y > area.y && mark.y < area.y + area.height)
        .map((mark) => ({
          left: mark?.x ?? 0,
          right: (mark?.x ?? 0) + (mark?.width ?? 0),
          from: area?.x ?? 0,
          to: (area?.x ?? 0) + (area?.width ?? 0),
        }));
    };
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    let seen = 0;
    for (const left of [0, 150, 300, 450, 600]) {
      await box.evaluate((element, to) => {
        element.scrollLeft = to;
      }, left);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const there = await inside();
      seen += there.length;
      for (const mark of there) {
        expect(mark.left).toBeGreaterThanOrEqual(mark.from - 0.5);
        expect(mark.right).toBeLessThanOrEqual(mark.to + 0.5);
      }
      const whole = (await covered(page)).filter(({ outside }) => outside > 0.5);
      // Only a mark that the container cuts may show less than its figure.
      expect(whole.length).toBeLessThanOrEqual(
        there.filter((mark) => mark.right > mark.to - 1 || mark.left < mark.from + 1).length,
      );
    }
    expect(seen).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it('explains a mark in a card: hover, focus, click, jumps, Escape', async () => {
    const { page, popup, report } = await openMarked('disclosure.html');
    await popup.close();
    const finding = report.findings.find(
      ({ places, verdict }) =>
        verdict === 'inconsistent' && places.some(({ role, text }) => role === 'suspect' && text === '1,164.02'),
    );
    if (finding === undefined) throw new Error('no finding about the wrong digit');
    const mark = page.getByRole('button', { name: /^1,164\.02[，,]/ });
    const card = page.getByRole('dialog');
    await mark.scrollIntoViewIfNeeded();
    await mark.hover();
    await card.waitFor();
    const text = await card.innerText();
    for (const term of finding.terms) expect(text).toContain(term.text.trim() === '' ? '' : term.text.trim());
    // From the mark into the card: it stays.
    await card.hover();
    await page.waitForTimeout(500);
    expect(await card.isVisible()).toBe(true);
    const view = page.viewportSize();
    const box = await card.boundingBox();
    expect(
      box && view && box.x >= 0 && box.y >= 0 && box.x + box.width <= view.width && box.y + box.height <= view.height,
    ).toBe(true);
    await page.mouse.move(2, 2);
    await card.waitFor({ state: 'hidden' });

    const scrolled = await page.evaluate(() => scrollY);
    await mark.click();
    await card.waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await card
      .getByRole('button', { name: /(跳到|Go to)/ })
      .last()
      .click();
    await page.locator('.flash').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });

    // With the keyboard, focus is enough, and Tab leads on into the card.
    await mark.blur();
    await mark.focus();
    await card.waitFor();
    await page.keyboard.press('Tab');
    expect(
      await card.evaluate(
        (element) => (element.getRootNode() as ShadowRoot).activeElement?.closest('[role=dialog]') === element,
      ),
    ).toBe(true);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    expect(await mark.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(
      true,
    );
  });

  it('says the same in the popup, which finds each finding on the page', async () => {
    const { page, tabId, popup, report } = await openMarked('disclosure.html');
    const inconsistent = report.findings.filter(({ verdict }) => verdict === 'inconsistent');
    const text = await popup.waitForText(new RegExp(`${inconsistent.length} (处不一致|inconsistenc)`));
    expect(text).toContain(report.document.publisher);
    expect(text).toMatch(
      new RegExp(
        `${report.coverage.amounts} 个数中核对了 ${report.coverage.checked} 个|${report.coverage.checked} of ${report.coverage.amounts} figures`,
      ),
    );
    // Below its table's name a sentence does not repeat it; its title is the whole.
    const titles = String(
      await popup.evaluate('[...document.querySelectorAll("[data-finding]")].map(({ title }) => title).join()'),
    );
    for (const finding of inconsistent) {
      const message = sentence(finding, 'zh');
      expect(titles).toContain(message);
      const head = report.tables.find(({ title }) => message.startsWith(`${title}“`))?.title ?? '';
      expect(text).toContain(message.slice(head.length));
    }
    await waitFor('the badge', async () =>
      (await browser.badgeText(tabId)) === String(inconsistent.length) ? true : undefined,
    );
    expect(await popup.evaluate('document.querySelector("[role=switch]").getAttribute("aria-checked")')).toBe('true');
    const last = inconsistent.at(-1);
    await popup.click(`[data-finding="${last?.id ?? ''}"]`);
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });

  it('exports the report from the popup, the very one that is stored', async () => {
    const { popup, report } = await openMarked('disclosure.html');
    await popup.waitFor('document.querySelector("[data-action=export]") !== null');
    await popup.evaluate(
      'void (() => { const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.exported = blob; return make.call(URL, blob); }; })()',
    );
    await popup.click('.export-menu summary');
    await popup.click('[data-action=export]');
    await popup.waitFor('window.exported !== undefined');
    await popup.evaluate('void window.exported.text().then((text) => { window.exportedText = text; })');
    await popup.waitFor('window.exportedText !== undefined');
    expect(JSON.parse(String(await popup.evaluate('window.exportedText')))).toEqual(report);
  });

  it('is as it was when the marks are switched off, and stays so when the popup opens again', async () => {
    const { page } = await openRead('disclosure.html');
    const before = { html: await html(page), traces: await traces(page) };
    const popup = await browser.openPopup(page);
    await marks(page).first().waitFor({ state: 'attached' });
    await marks(page).first().focus();
    await popup.click('[role=switch]');
    await marks(page).first().waitFor({ state: 'detached' });
    await waitFor('the fill to go', async () => ((await fill(page)) === 'rgba(0, 0, 0, 0)' ? true : undefined));
    expect({ html: await html(page), traces: await traces(page) }).toEqual(before);
    await popup.close();
    const again = await browser.openPopup(page);
    await again.waitFor('document.querySelector("[role=switch][aria-checked=false]")');
    await page.waitForTimeout(300);
    expect(await traces(page)).toEqual(before.traces);
    await again.evaluate('document.querySelector("[role=switch]").focus()');
    await again.press(' ');
    await marks(page).first().waitFor({ state: 'attached' });
  });

  it('obeys the keyboard shortcut', async () => {
    const { page, tabId } = await openRead('disclosure.html');
    // Key presses do not reach commands in a headless browser: this is what the browser does with one.
    const press = () =>
      browser.inWorker(
        `chrome.tabs.get(${tabId}).then((tab) => chrome.commands.onCommand.dispatch('toggle-marks', tab))`,
      );
    await press();
    await marks(page).first().waitFor({ state: 'attached' });
    await press();
    await marks(page).first().waitFor({ state: 'detached' });
  });

  it('keeps its marks on their figures when the page zooms or shifts its root element', async () => {
    const { page } = await openMarked('disclosure.html');
    for (const style of [
      'zoom: 1.25',
      'transform: translate(30px, 12px)',
      'position: relative; margin: 40px',
      'zoom: 1',
    ]) {
      await page.evaluate((css) => {
        document.documentElement.style.cssText = css;
        dispatchEvent(new Event('resize'));
      }, style);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const all = await covered(page);
      expect(all.length).toBeGreaterThan(3);
      for (const mark of all) expect(mark.outside, `${style}: ${mark.name} over “${mark.text}”`).toBeLessThanOrEqual(1);
    }
  });

  it('survives a worker that stops, and forgets a page that is left', async () => {
    const { page, tabId, popup } = await openMarked('disclosure.html');
    await browser.stopServiceWorker();
    await page.bringToFront();
    if (popup.open) await popup.close();
    const again = await browser.openPopup(page);
    await again.waitFor('document.querySelector("[role=switch][aria-checked=true]")');
    await again.click('[role=switch]');
    await marks(page).first().waitFor({ state: 'detached' });
    if (again.open) await again.close();
    await page.goto(`${site}/ordinary.html`);
    await waitFor('the tab to be forgotten', async () =>
      (await browser.sessionItem(`tab:${tabId}`)) === undefined ? true : undefined,
    );
    expect(await browser.sessionItem(`report:${tabId}`)).toBeUndefined();
    await waitFor('the badge to go', async () => ((await browser.badgeText(tabId)) === '' ? true : undefined));
  });
});

it('marks the figures of a frame of the same site through the frame', async () => {
  const { page } = await openMarked('framed.html');
  const frame = page.frameLocator('iframe');
  const figure = frame.locator('td', { hasText: /^1,164\.02$/ }).first();
  await figure.scrollIntoViewIfNeeded();
  const mark = page.getByRole('button', { name: /^1,164\.02[，,]/ }).first();
  await mark.waitFor();
  const [over, cell] = [await mark.boundingBox(), await figure.boundingBox()];
  expect(over && cell && over.x >= cell.x - 0.5 && over.x + over.width <= cell.x + cell.width + 0.5).toBe(true);
  expect(over && cell && over.y >= cell.y - 0.5 && over.y + over.height <= cell.y + cell.height + 0.5).toBe(true);
  expect(
    await frame
      .locator('body')
      .evaluate((body) => getComputedStyle(body, '::highlight(tieout-inconsistent)').backgroundColor),
  ).toBe('rgba(224, 36, 46, 0.17)');
});

it('marks a page whose policy forbids every style and script', async () => {
  const page = await browser.context.newPage();
  await page.route('**/disclosure.html', async (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': "default-src 'none'" },
      body: await readFile(join(import.meta.dirname, '../samples/disclosure.html'), 'utf8'),
    }),
  );
  const violations: string[] = [];
  page.on('console', (message) => violations.push(message.text()));
  await page.goto(`${site}/disclosure.html`);
  const before = violations.length;
  await browser.openPopup(page);
  const mark = marks(page).first();
  await mark.waitFor({ state: 'attached' });
  expect(await mark.evaluate((element) => getComputedStyle(element).borderBottomColor)).toBe('rgb(208, 22, 31)');
  expect(await fill(page)).toBe('rgba(224, 36, 46, 0.17)');
  await mark.click();
  expect(await page.getByRole('dialog').evaluate((card) => getComputedStyle(card).borderTopLeftRadius)).toBe('10px');
  expect(violations.slice(before)).toEqual([]);
});

it('finds tables that a script draws late, and follows a page that draws them anew', async () => {
  const page = await browser.openPage(`${site}/no-tables.html`);
  const tabId = await browser.tabId(page);
  await page.evaluate(async () => {
    const late = new DOMParser().parseFromString(await (await fetch('disclosure.html')).text(), 'text/html');
    document.querySelector('article')?.replaceWith(late.querySelector('article') ?? '');
  });
  await reportOf(tabId);
  const popup = await browser.openPopup(page);
  await marks(page).first().waitFor({ state: 'attached' });
  await popup.close();
  const before = await marks(page).count();
  await page.evaluate(() => {
    for (const table of document.querySelectorAll('table')) table.replaceWith(table.cloneNode(true));
  });
  await waitFor('the marks of the new tables', async () => {
    const all = await covered(page);
    return all.length >= before - 1 && all.every(({ outside }) => outside <= 0.5) ? true : undefined;
  });
});

it('offers our viewer for a PDF, and goes there by a click only', async () => {
  const page = await browser.openPage(`${site}/disclosure.pdf`);
  const popup = await browser.openPopup(page);
  await popup.waitFor('document.activeElement?.matches("[data-action=open-viewer]")');
  expect(page.url()).toBe(`${site}/disclosure.pdf`);
  // The popup closes itself under the key.
  await popup.press('Enter').catch(() => undefined);
  await page.waitForURL(/viewer\.html\?file=http%3A%2F%2Fwww\.shili\.gov\.cn%2Fdisclosure\.pdf(?:&|$)/);
});

it('leaves an ordinary page of gov.cn untouched', async () => {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    addEventListener('load', () => {
      const changes: string[] = [];
      Object.assign(globalThis, { changes });
      new MutationObserver((records) => changes.push(...records.map(({ type }) => type))).observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
  });
  await page.goto(`${site}/ordinary.html`);
  const tabId = await browser.tabId(page);
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => (globalThis as unknown as { changes: string[] }).changes)).toEqual([]);
  expect(await traces(page)).toMatchObject({ hosts: 0, highlights: 0 });
  expect(await browser.sessionItem(`tab:${tabId}`)).toBeUndefined();
  expect(await browser.badgeText(tabId)).toBe('');
});

it('checks a page of another site by a click only', async () => {
  const page = await browser.openPage(`${otherSite}/disclosure.html`);
  const tabId = await browser.tabId(page);
  await page.waitForTimeout(500);
  expect(await browser.sessionItem(`tab:${tabId}`)).toBeUndefined();
  const popup = await browser.openPopup(page);
  await marks(page).first().waitFor({ state: 'attached' });
  await popup.waitForText(/(处不一致|inconsistenc)/);
});

it('says so where the browser does not let it in', async () => {
  const page = await browser.openPage('chrome://version/');
  await (await browser.openPopup(page)).waitForText(/(浏览器不允许|does not let)/);
});

it('ticks a page where all figures agree', async () => {
  const { page, tabId } = await openRead('clean.html');
  await waitFor('the tick', async () => ((await browser.badgeText(tabId)) === '✓' ? true : undefined));
  await (await browser.openPopup(page)).waitForText(/(核对过的数都对得上|All checked figures agree)/);
  expect(await marks(page).count()).toBe(0);
});
