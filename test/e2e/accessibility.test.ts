import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import type { ExtensionBrowser, PopupHandle } from './harness.ts';
import { openHarness, site, waitFor } from './harness.ts';

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openHarness();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (!page.url().startsWith('about:')) await page.close();
});

async function openPopup(address: string): Promise<{ page: Page; popup: PopupHandle }> {
  const page = await browser.openPage(address.includes(':') ? address : `${site}/${address}`);
  const popup = await browser.clickToolbar(page);
  if (popup === null) throw new Error('the toolbar button has no popup');
  await popup.waitFor('document.body.innerText.trim() !== "" && document.querySelector("[aria-busy=true]") === null', 60_000);
  return { page, popup };
}

const ofPage = (page: Page) => (expression: string) => page.evaluate(expression);
/** Our layer in a page, without the page. */
const layer = '[...document.documentElement.children].find((child) => child.shadowRoot !== null)';

describe('axe finds nothing', () => {
  for (const state of ['disclosure.html', 'two-sets.html', 'clean.html', 'attachments.html', 'empty.html', 'ordinary.html', 'scanned.pdf', 'broken.pdf', 'chrome://version/']) {
    it(`in the popup on ${state}, light and dark, with its parts unfolded`, async () => {
      const { popup } = await openPopup(state);
      await popup.evaluate('void document.querySelectorAll("details").forEach((details) => { details.open = true; })');
      for (const scheme of ['light', 'dark']) {
        await popup.emulateMedia({ 'prefers-color-scheme': scheme, 'prefers-reduced-motion': 'reduce' });
        expect(await violations((expression) => popup.evaluate(expression))).toEqual([]);
      }
    });
  }

  it('in the card, and in the marks', async () => {
    const { page, popup } = await openPopup('disclosure.html');
    await popup.close();
    const marks = page.locator('button.mark');
    await marks.first().waitFor({ state: 'attached' });
    const count = await marks.count();
    const card = page.getByRole('dialog');
    await marks.first().focus();
    for (let index = 0; index < count; index++) {
      await card.waitFor();
      await page.emulateMedia({ colorScheme: index % 2 === 0 ? 'light' : 'dark', reducedMotion: 'reduce' });
      await card.locator('details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
      expect(await violations(ofPage(page), layer)).toEqual([]);
      await page.keyboard.press('n');
    }
  });

  it('in the viewer, with a card open', async () => {
    const page = await browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(`${site}/disclosure.pdf`)}`);
    const finding = page.locator('button[data-finding]').first();
    await finding.waitFor({ timeout: 60_000 });
    await finding.click();
    await page.getByRole('dialog').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // The text layer is pdf.js's own, and transparent: it stands over the printed words.
      expect(await violations(ofPage(page), '{ exclude: [[".textLayer"]] }')).toEqual([]);
    }
  });

  it('beside the page', async () => {
    await browser.openPage(`${site}/disclosure.html`);
    const side = await browser.openExtensionPage('popup.html?side');
    await side.locator('h1').waitFor();
    expect(await violations(ofPage(side))).toEqual([]);
  });
});

describe('for every reader', () => {
  it('popup and card can be read at twice the text size, and with forced colours', async () => {
    const { page, popup } = await openPopup('disclosure.html');
    await popup.evaluate('document.documentElement.style.zoom = "2"');
    expect(await popup.evaluate('document.documentElement.scrollWidth <= innerWidth + 1 || getComputedStyle(document.body).width')).toBeTruthy();
    await popup.close();
    await page.emulateMedia({ forcedColors: 'active' });
    const mark = page.locator('button.mark').first();
    await mark.waitFor({ state: 'attached' });
    // A forced face would cover the digits.
    expect(await mark.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
    await mark.scrollIntoViewIfNeeded();
    await mark.focus();
    await page.getByRole('dialog').waitFor();
    expect(await mark.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  });

  it('the popup is worked by the keyboard alone', async () => {
    const { popup } = await openPopup('disclosure.html');
    await popup.waitFor('document.querySelector("[data-finding]") !== null');
    const seen: string[] = [];
    for (let index = 0; index < 6; index++) {
      await popup.press('Tab');
      seen.push(String(await popup.evaluate('(() => { const at = document.activeElement; return `${at.tagName} ${getComputedStyle(at).outlineStyle}`; })()')));
    }
    expect(seen.every((each) => /^(BUTTON|INPUT|SELECT|SUMMARY) (solid|auto)$/.test(each)), seen.join()).toBe(true);
    await popup.evaluate('document.querySelector("[data-finding]").focus()');
    await popup.press('Enter').catch(() => undefined);
    await waitFor('the card', async () => (await browser.context.pages().at(-1)?.getByRole('dialog').count() === 1 ? true : undefined));
  });
});
