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

async function openPopup(path: string) {
  const page = await browser.openPage(`${site}/${path}`);
  const popup = await browser.openPopup(page);
  await popup.waitFor('document.querySelector(".glance") !== null', 60_000);
  return { page, popup };
}

const unfold = (popup: PopupHandle) => popup.evaluate('document.querySelector(".glance > summary").click()');

describe('the accounts at a glance', () => {
  it('are folded up until the reader wants them, and stay as the reader leaves them', async () => {
    const { page, popup } = await openPopup('disclosure.html');
    expect(await popup.evaluate('document.querySelector(".glance").open')).toBe(false);
    await unfold(popup);
    await popup.waitFor('document.querySelector(".glance").open');
    await popup.close();
    const again = await browser.openPopup(page);
    await again.waitFor('document.querySelector(".glance")?.open === true');
  });

  it('name each bar by item, amount and unit, and say of a figure in doubt that it is', async () => {
    const { popup } = await openPopup('disclosure.html');
    await unfold(popup);
    const names = (await popup.evaluate(
      '[...document.querySelectorAll(".glance .bar")].map((bar) => bar.getAttribute("aria-label"))',
    )) as string[];
    expect(names).toContain('一般公共预算财政拨款 1,104.02 万元');
    expect(names).toContain('公务接待费 预算 1.20 万元');
    expect(names).toContain('公务用车购置及运行维护费 决算 不一致 0.00 万元');
    expect(await popup.evaluate('document.querySelectorAll(".glance .inconsistent .track").length')).toBe(0);
    for (const scheme of ['light', 'dark']) {
      await popup.evaluate('void document.querySelectorAll("details").forEach((details) => { details.open = true; })');
      await popup.emulateMedia({ 'prefers-color-scheme': scheme, 'prefers-reduced-motion': 'reduce' });
      expect(await violations((expression) => popup.evaluate(expression))).toEqual([]);
    }
    expect(await popup.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  it('lead from a bar to its cell in the page', async () => {
    const { page, popup } = await openPopup('disclosure.html');
    await unfold(popup);
    const cell = page
      .locator('td')
      .filter({ hasText: /^\s*331\.75\s*$/ })
      .first();
    const isSeen = () =>
      cell.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    await page.evaluate(() => scrollTo(0, 0));
    expect(await isSeen()).toBe(false);
    await popup.evaluate(
      '[...document.querySelectorAll(".glance .bar")].find((bar) => bar.getAttribute("aria-label").startsWith("项目支出 331.75")).click()',
    );
    await waitFor('the cell in view', async () => ((await isSeen()) ? true : undefined));
  });

  it('lead from a bar beside the pages of a PDF to its cell', async () => {
    const page = await browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(`${site}/disclosure.pdf`)}`);
    await page.locator('.glance > summary').click({ timeout: 60_000 });
    const number = () =>
      page.evaluate(() => document.querySelector<HTMLInputElement>('.page-number input')?.value ?? '');
    const before = await number();
    await page.locator('.glance .bar[aria-label^="公务接待费 决算"]').click();
    await page.locator('.flash').waitFor({ state: 'attached' });
    // The flash comes with the jump; the page's number once the scroll has been drawn.
    await waitFor('the number of another page', async () => ((await number()) === before ? undefined : true));
    expect(await violations((expression) => page.evaluate(expression), '{ include: [[".glance"]] }')).toEqual([]);
  });
});
