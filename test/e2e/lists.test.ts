import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { manyFindings } from '../core/accounts.ts';
import { budgetSet, budgetTitle, threePublic } from '../core/budgets.ts';
import { drawnPage } from '../drawn-page.ts';
import type { ExtensionBrowser, PopupHandle } from './harness.ts';
import { openHarness, press, site, waitFor } from './harness.ts';

const pages: Readonly<Record<string, string>> = {
  '/many.html': drawnPage(manyFindings()),
  '/budget.html': drawnPage([...budgetSet, threePublic], budgetTitle),
};

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openHarness({
    handler: (_, response, url) => {
      const page = pages[url.pathname];
      if (page !== undefined) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return page !== undefined;
    },
  });
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (!page.url().startsWith('about:')) await page.close();
});

async function open(path: string): Promise<{ page: Page; tabId: number; popup: PopupHandle }> {
  const page = await browser.openPage(`${site}/${path}`);
  const tabId = await browser.tabId(page);
  const popup = await browser.openPopup(page);
  await popup.waitFor(
    'document.querySelector(".switch") !== null && document.querySelector("[aria-busy=true]") === null',
    60_000,
  );
  return { page, tabId, popup };
}

const listed = (popup: PopupHandle) =>
  popup.evaluate('[...document.querySelectorAll(".finding")].map((each) => each.innerText)') as Promise<string[]>;
const type = (popup: PopupHandle, text: string) =>
  popup.evaluate(`(() => {
  const input = document.querySelector('.filter-bar input');
  input.focus();
  input.value = ${JSON.stringify(text)};
  input.dispatchEvent(new Event('input', { bubbles: true }));
})()`);

describe('a list of many findings', () => {
  it('can be searched and narrowed to a rule, says how much is left, and stays so when the popup closes', async () => {
    const { page, tabId, popup } = await open('many.html');
    const all = await listed(popup);
    expect(all.length).toBeGreaterThan(20);
    await type(popup, '345.00');
    await waitFor('fewer findings', async () => ((await listed(popup)).length < all.length ? true : undefined));
    const found = await listed(popup);
    expect(found.length).toBeGreaterThanOrEqual(8);
    await popup.waitForText(`${all.length} 条中的 ${found.length} 条`);
    // Each of them speaks of the amount, in its sentence or in a place of its equation.
    const report = await waitFor('the report', async () => (await browser.documents(tabId))[0]?.report);
    const ids = (await popup.evaluate(
      '[...document.querySelectorAll(".finding")].map((each) => each.dataset.finding)',
    )) as string[];
    for (const id of ids)
      expect(JSON.stringify(report.findings.find((finding) => finding.id === id))).toContain('345.00');
    await popup.close();

    const again = await browser.openPopup(page);
    await again.waitFor('document.querySelector(".filter-bar input")?.value === "345.00"');
    expect(await listed(again)).toEqual(found);
    await type(again, '没有这样的字');
    await again.waitForText('没有符合条件的结果');
    await press(again, '.found .link');
    await waitFor('all findings', async () => ((await listed(again)).length === all.length ? true : undefined));

    const families = (await again.evaluate(
      '[...document.querySelectorAll(".filter-bar select option")].map(({ value }) => value)',
    )) as string[];
    expect(families.length).toBeGreaterThan(2);
    await again.evaluate(`(() => {
      const select = document.querySelector('.filter-bar select');
      select.value = ${JSON.stringify(families[1])};
      select.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    const expected = report.findings
      .filter(({ rule, verdict }) => verdict !== 'rounding' && rule.startsWith(`${families[1] ?? ''}/`))
      .map(({ id }) => id);
    await waitFor('findings of one family', async () =>
      JSON.stringify(
        await again.evaluate('[...document.querySelectorAll(".finding")].map((each) => each.dataset.finding).sort()'),
      ) === JSON.stringify([...expected].sort())
        ? true
        : undefined,
    );
  });

  it('switches verdicts off and on by their counts', async () => {
    const { popup } = await open('many.html');
    const all = await listed(popup);
    await press(popup, '.chip.inconsistent');
    await waitFor('no inconsistencies', async () =>
      (await popup.evaluate('document.querySelectorAll(".finding.inconsistent").length')) === 0 ? true : undefined,
    );
    await press(popup, '.chip.inconsistent');
    await waitFor('all findings', async () => ((await listed(popup)).length === all.length ? true : undefined));
  });

  it('is the only one with a search', async () => {
    const { popup } = await open('clean.html');
    expect(await popup.evaluate('document.querySelector(".filter-bar input")')).toBeNull();
  });
});

describe('a budget at a glance', () => {
  it('tells what is planned, and leads to the cell', async () => {
    const { page, popup } = await open('budget.html');
    await popup.waitFor('document.querySelector(".glance") !== null');
    await popup.evaluate('document.querySelector(".glance > summary").click()');
    const names = (await popup.evaluate(
      '[...document.querySelectorAll(".glance .bar")].map((bar) => bar.getAttribute("aria-label"))',
    )) as string[];
    expect(names).toContain('一般公共预算财政拨款 100.000000 万元');
    expect(names).toContain('项目支出 60.000000 万元');
    expect(names).toContain('公务接待费 3.500000 万元');
    const text = await popup.text();
    for (const heading of ['收入预算', '支出预算', '“三公”经费：预算']) expect(text).toContain(heading);
    expect(text).not.toContain('决算');
    const cell = page.locator('td').filter({ hasText: /^3\.500000$/ });
    const isSeen = () =>
      cell.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    expect(await isSeen()).toBe(false);
    await popup.evaluate(
      '[...document.querySelectorAll(".glance .bar")].find((bar) => bar.getAttribute("aria-label").startsWith("公务接待费")).click()',
    );
    await waitFor('the cell in view', async () => ((await isSeen()) ? true : undefined));
  });
});
