import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { layer, sampleBar, violations, viewerParts } from './axe.ts';
import { outOfSight } from './out-of-sight.ts';
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
  const popup = await browser.openPopup(page);
  await popup.waitFor(
    'document.body.innerText.trim() !== "" && document.querySelector("[aria-busy=true]") === null',
    60_000,
  );
  return { page, popup };
}

const ofPage = (page: Page) => (expression: string) => page.evaluate(expression);

describe('axe finds nothing', () => {
  for (const state of [
    'disclosure.html',
    'two-sets.html',
    'clean.html',
    'attachments.html',
    'empty.html',
    'ordinary.html',
    'scanned.pdf',
    'broken.pdf',
    'chrome://version/',
  ]) {
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
      expect(await violations(ofPage(page), viewerParts)).toEqual([]);
    }
  });

  for (const path of ['options.html', 'welcome.html', 'rules.html', 'sample.html']) {
    it(`in ${path}, light and dark, and English`, async () => {
      const page = await browser.openExtensionPage(path);
      // The sample is printed before it is read; our bar comes last.
      await page
        .locator(path === 'sample.html' ? '.sample-bar' : 'h1')
        .first()
        .waitFor();
      for (const [language, colorScheme] of [
        ['zh', 'light'],
        ['en', 'dark'],
      ] as const) {
        await page.evaluate(`chrome.storage.local.set({ settings: { language: '${language}' } })`);
        await page.locator(`html[lang^=${language}]`).waitFor({ state: 'attached' });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await violations(ofPage(page), path === 'sample.html' ? sampleBar : 'document')).toEqual([]);
      }
      await page.evaluate('chrome.storage.local.clear()');
    });
  }

  it('beside the page', async () => {
    await browser.openPage(`${site}/disclosure.html`);
    const side = await browser.openExtensionPage('popup.html?side');
    await side.locator('h1').waitFor();
    expect(await violations(ofPage(side))).toEqual([]);
  });
});

describe('for every reader', () => {
  // A window of 640 pixels at 200 % leaves a page half of them; the popup is as wide as Chrome lets it be.
  for (const path of [
    'options.html',
    'welcome.html',
    'rules.html',
    'popup.html?side',
    `viewer.html?file=${encodeURIComponent(`${site}/disclosure.pdf`)}`,
  ]) {
    it(`${path.replace(/\?.*/, '')} loses nothing at twice the text size in a small window, in either language`, async () => {
      const page = await browser.openExtensionPage(path);
      await page
        .locator(path.startsWith('viewer') ? '.panel h2, .tool.show-contents' : 'h1')
        .first()
        .waitFor();
      await page.setViewportSize({ width: 320, height: 450 });
      for (const language of ['zh', 'en']) {
        await page.evaluate(`chrome.storage.local.set({ settings: { language: '${language}' } })`);
        await page.locator(`html[lang^=${language}]`).waitFor({ state: 'attached' });
        expect(await page.evaluate(outOfSight())).toEqual([]);
      }
      await page.evaluate('chrome.storage.local.clear()');
    });
  }

  it('the popup loses nothing at twice the text size', async () => {
    const { popup } = await openPopup('disclosure.html');
    await popup.waitFor('document.querySelector("[data-finding]") !== null');
    // Chrome gives a popup 800 pixels at most.
    expect(Number(await popup.evaluate('document.body.offsetWidth'))).toBeLessThanOrEqual(400);
    await popup.evaluate('void (document.documentElement.style.zoom = "2")');
    await popup.evaluate('new Promise((resolve) => setTimeout(resolve, 300))');
    expect(await popup.evaluate(outOfSight())).toEqual([]);
  });

  it('the card stays in a small window at twice the text size', async () => {
    const { page, popup } = await openPopup('disclosure.html');
    await popup.close();
    await page.setViewportSize({ width: 320, height: 400 });
    const mark = page.locator('button.mark.inconsistent').first();
    await mark.waitFor({ state: 'attached' });
    await mark.focus();
    const card = page.getByRole('dialog');
    await card.waitFor();
    const box = await card.boundingBox();
    expect(box).not.toBeNull();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(400);
    expect(await card.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  });

  it('popup, card and marks can be read with forced colours', async () => {
    const { page, popup } = await openPopup('disclosure.html');
    await popup.emulateMedia({ 'forced-colors': 'active' });
    // What a switch says by colour alone is lost: it has to have an edge, and a knob that differs from its ground.
    const knob = 'getComputedStyle(document.querySelector(".switch .knob"))';
    expect(await popup.evaluate(`${knob}.borderTopStyle`)).toBe('solid');
    const on = await popup.evaluate(`${knob}.backgroundColor`);
    await popup.click('.switch[aria-checked=true]');
    await popup.waitFor('document.querySelector(".switch.switch[aria-checked=true]") === null');
    expect(await popup.evaluate(`${knob}.backgroundColor`)).not.toBe(on);
    expect(
      await popup.evaluate(
        '(() => { const { backgroundColor, color } = getComputedStyle(document.querySelector(".finding .verdict-glyph")); return backgroundColor !== color; })()',
      ),
    ).toBe(true);
    await popup.click('.switch');
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
      seen.push(
        String(
          await popup.evaluate(
            '(() => { const at = document.activeElement; return `${at.tagName} ${getComputedStyle(at).outlineStyle}`; })()',
          ),
        ),
      );
    }
    expect(
      seen.every((each) => /^(BUTTON|INPUT|SELECT|SUMMARY) (solid|auto)$/.test(each)),
      seen.join(),
    ).toBe(true);
    await popup.evaluate('document.querySelector("[data-finding]").focus()');
    await popup.press('Enter').catch(() => undefined);
    await waitFor('the card', async () =>
      (await browser.context.pages().at(-1)?.getByRole('dialog').count()) === 1 ? true : undefined,
    );
  });
});
