import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../core/report/schema.ts';
import { sentence } from '../../core/report/tell.ts';
import { tabStateSchema } from '../../entrypoints/shared/protocol/protocol.ts';
import type { ExtensionBrowser, PopupHandle } from './harness.ts';
import { openHarness, site, waitFor } from './harness.ts';

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openHarness();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (!page.url().startsWith('about:')) await page.close();
  await browser.inWorker('chrome.storage.local.clear()');
});

/** Of an inconsistent figure's underline (highlight-css.ts). */
const markColour = '#d0161f';

const marks = (page: Page): Locator => page.locator('button.mark');
const card = (page: Page): Locator => page.getByRole('dialog');

async function openPopup(page: Page): Promise<PopupHandle> {
  const popup = await browser.openPopup(page);
  await popup.waitFor('document.querySelector("[data-finding]") !== null');
  return popup;
}

/** Opens a sample with its marks on, and nothing in front of it. */
async function openMarked(path: string): Promise<{ page: Page; tabId: number; report: Report }> {
  const page = await browser.openPage(`${site}/${path}`);
  const tabId = await browser.tabId(page);
  const popup = await openPopup(page);
  await marks(page).first().waitFor({ state: 'attached' });
  await popup.close();
  const report = await waitFor('the report', async () => (await browser.documents(tabId))[0]?.report);
  return { page, tabId, report };
}

const inconsistent = ({ findings }: Report) => findings.filter(({ verdict }) => verdict === 'inconsistent').length;
const frames = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
/** Names of the marks, in order, and which of them has the focus. */
const focused = (page: Page) =>
  page.evaluate(
    () =>
      [...document.documentElement.children]
        .find((child) => child.shadowRoot !== null)
        ?.shadowRoot?.activeElement?.getAttribute('aria-label') ?? null,
  );

describe('from finding to finding', () => {
  it('goes by the keyboard through all marks and round the end, each with its card', async () => {
    const { page } = await openMarked('disclosure.html');
    const names = await marks(page).evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
    await marks(page).first().focus();
    for (const [index, name] of names.entries()) {
      expect(await focused(page)).toBe(name);
      expect(name).toContain(`第 ${index + 1} 处，共 ${names.length} 处`);
      await waitFor('the card of this mark', async () =>
        (await card(page).innerText()).includes(`${index + 1} / ${names.length}`) ? true : undefined,
      );
      await page.keyboard.press('n');
    }
    expect(await focused(page)).toBe(names[0]);
    await page.keyboard.press('p');
    expect(await focused(page)).toBe(names.at(-1));
  });

  it('goes by the buttons of the card, and by the browser’s own shortcut', async () => {
    const { page, tabId } = await openMarked('disclosure.html');
    const command = (name: string) =>
      browser.inWorker(`chrome.tabs.get(${tabId}).then((tab) => chrome.commands.onCommand.dispatch('${name}', tab))`);
    await command('next-finding');
    await waitFor('the first card', async () => ((await card(page).innerText()).includes('1 / ') ? true : undefined));
    await card(page).getByRole('button', { name: '下一处' }).click();
    await waitFor('the second card', async () => ((await card(page).innerText()).includes('2 / ') ? true : undefined));
    await command('previous-finding');
    await waitFor('the first card again', async () =>
      (await card(page).innerText()).includes('1 / ') ? true : undefined,
    );
  });

  it('leaves keys alone that the page may want', async () => {
    const { page } = await openMarked('disclosure.html');
    await page.keyboard.press('n');
    expect(await card(page).count()).toBe(0);
  });
});

it('lights up the other figures of the equation while its card is open', async () => {
  const { page } = await openMarked('disclosure.html');
  const mark = page.getByRole('button', { name: /^1,164\.02，/ });
  await mark.scrollIntoViewIfNeeded();
  await mark.click();
  await card(page).waitFor();
  const lit = page.locator('.lit:visible');
  expect(await lit.count()).toBeGreaterThan(2);
  const over = await lit.evaluateAll((all) =>
    all.map((ring) => {
      const box = ring.getBoundingClientRect();
      // What is out of sight has its ring there, where nothing can be asked.
      if (box.top < 0 || box.bottom > innerHeight) return '0';
      const under = document
        .elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        .find((element) => element.closest('td') !== null);
      return under?.closest('td')?.textContent.trim() ?? 'nothing';
    }),
  );
  expect(
    over.every((text) => /^[\d,.]+$/.test(text)),
    over.join(),
  ).toBe(true);
  await card(page).locator('.equation .jump').first().hover();
  expect(await page.locator('.lit.pointed').count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await page.locator('.lit').count()).toBe(0);
});

it('sets a finding aside, takes it back, and remembers it', async () => {
  const { page, tabId, report } = await openMarked('disclosure.html');
  const before = inconsistent(report);
  const mark = page.getByRole('button', { name: /^1,164\.02，/ });
  await mark.scrollIntoViewIfNeeded();
  await mark.click();
  await card(page).getByRole('button', { name: '忽略此处' }).click();
  await waitFor('the badge', async () => ((await browser.badgeText(tabId)) === String(before - 1) ? true : undefined));
  // In the open card it can be taken back.
  await card(page).getByRole('button', { name: '撤销忽略' }).click();
  await waitFor('the badge', async () => ((await browser.badgeText(tabId)) === String(before) ? true : undefined));
  await card(page).getByRole('button', { name: '忽略此处' }).click();
  await card(page).getByRole('button', { name: '撤销忽略' }).waitFor();
  await page.keyboard.press('Escape');
  await mark.waitFor({ state: 'detached' });

  await page.reload();
  const popup = await openPopup(page);
  await popup.waitForText('已忽略 1 条');
  await popup.waitForText(`${before - 1} 处不一致`);
  expect(await mark.count()).toBe(0);
  await popup.evaluate('void (document.querySelector("details.ignored").open = true)');
  await popup.click('[data-restore]');
  await popup.waitForText(`${before} 处不一致`);
  await mark.waitFor({ state: 'attached' });
});

it('copies a finding and a note for the publisher, and says so', async () => {
  const { page, report } = await openMarked('disclosure.html');
  const mark = page.getByRole('button', { name: /^1,164\.02，/ });
  await mark.scrollIntoViewIfNeeded();
  for (const [name, holds] of [
    ['复制反馈文字', '烦请核实'],
    ['复制', '【不一致】'],
  ] as const) {
    await mark.click();
    await card(page).getByRole('button', { name, exact: true }).click();
    await card(page).getByRole('button', { name: '已复制' }).waitFor();
    await page.evaluate(() => {
      document.querySelector('textarea')?.remove();
      document.body.prepend(document.createElement('textarea'));
      document.querySelector('textarea')?.focus();
    });
    await page.keyboard.press('Control+V');
    const text = await page.locator('textarea').inputValue();
    expect(text).toContain(holds);
    expect(text).toContain('1,164.02');
    expect(text).toContain(report.source.url);
    await page.locator('textarea').evaluate((area) => area.remove());
    await page.mouse.click(2, 300);
    await card(page).waitFor({ state: 'hidden' });
  }
});

it('shows on request what was checked and what was not, without moving or covering anything', async () => {
  const { page, report } = await openMarked('disclosure.html');
  const size = () => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  const before = await size();
  const popup = await openPopup(page);
  await popup.click('[role=switch][aria-label="显示已核对的数"]');
  await popup.close();
  const quiet = page.locator('.quiet');
  await quiet.first().waitFor({ state: 'attached' });
  const table = page.locator('table').first();
  await table.scrollIntoViewIfNeeded();
  await frames(page);
  expect(await page.locator('.quiet.checked:visible').count()).toBeGreaterThan(3);
  expect(await page.locator('.quiet.checked').first().getAttribute('title')).toMatch(/，已核对：在 \d+ 条等式里$/);
  expect(report.coverage.checked).toBeGreaterThan(0);
  expect(await size()).toEqual(before);
  // Each strip lies at the foot of a figure: nothing of it over the digits' upper nine tenths.
  const over = await page.locator('.quiet:visible').evaluateAll((all) =>
    all.map((strip) => {
      const box = strip.getBoundingClientRect();
      const cell = document
        .elementsFromPoint(box.left + box.width / 2, box.top + 1)
        .find((element) => element.closest('td, p') !== null)
        ?.closest('td, p');
      const range = document.createRange();
      if (cell) range.selectNodeContents(cell);
      const lines = [...range.getClientRects()].filter(
        (line) => line.width > 0 && line.left < box.right && line.right > box.left && line.top < box.top,
      );
      return Math.max(0, ...lines.map((line) => (line.bottom - box.top) / line.height));
    }),
  );
  expect(Math.max(...over)).toBeLessThan(0.15);
});

it('hides a mark whose figure is under a sticky head', async () => {
  const { page } = await openMarked('disclosure.html');
  await page.addStyleTag({
    content:
      'table { border-collapse: separate; } thead th, tr:nth-child(-n+2) > * { position: sticky; top: 0; background: #fff; z-index: 3; } .scroll-box { overflow: visible; } body::before { content: none; }',
  });
  await page.evaluate(() => {
    const bar = document.createElement('div');
    bar.id = 'bar';
    bar.style.cssText = 'position: fixed; inset: 0 0 auto; height: 120px; background: #eee; z-index: 9';
    document.body.append(bar);
  });
  const mark = page.getByRole('button', { name: /^1,164\.02，/ });
  const to = (y: number) =>
    mark.evaluate((_, top) => {
      const cell = [...document.querySelectorAll('td')].find((each) => each.textContent.trim() === '1,164.02');
      scrollBy({ top: (cell?.getBoundingClientRect().top ?? 0) - top, behavior: 'instant' });
    }, y);
  await to(400);
  await frames(page);
  expect(await mark.isVisible()).toBe(true);
  await to(60);
  await frames(page);
  expect(await page.locator('button.mark[aria-label^="1,164.02，"]').isVisible()).toBe(false);
});

it('comes back into a page that rewrites itself, and leaves with the switch', async () => {
  const { page } = await openMarked('disclosure.html');
  await page.evaluate(() =>
    [...document.documentElement.children].find((child) => child.shadowRoot !== null)?.remove(),
  );
  await marks(page).first().waitFor({ state: 'attached' });
  const popup = await openPopup(page);
  await popup.click('[role=switch]');
  await marks(page).first().waitFor({ state: 'detached' });
  expect(
    await page.evaluate(
      () => [...document.documentElement.children].filter((child) => child.shadowRoot !== null).length,
    ),
  ).toBe(0);
});

it('prints a list of what its cards say after the page, and no cards', async () => {
  const { page, report } = await openMarked('disclosure.html');
  const list = page.locator('.print-list');
  expect(await list.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await list.isVisible()).toBe(true);
  expect(await marks(page).first().isVisible()).toBe(false);
  expect(await list.locator('li').count()).toBe(report.findings.filter(({ verdict }) => verdict !== 'rounding').length);
  const { end, start } = await page.evaluate(() => ({
    end: document.body.getBoundingClientRect().bottom,
    start:
      [...document.documentElement.children].find((child) => child.shadowRoot !== null)?.getBoundingClientRect().top ??
      0,
  }));
  expect(start).toBeGreaterThanOrEqual(end - 1);
  expect(
    await page.evaluate(() => getComputedStyle(document.body, '::highlight(tieout-inconsistent)').textDecorationLine),
  ).toBe('underline');
  await page.emulateMedia({ media: 'screen' });
});

it('prints what a page’s author wrote into titles and labels as text', async () => {
  const { page } = await openMarked('disclosure.html');
  const hostile =
    '<img src=x onerror="document.documentElement.dataset.hit=1"><script>document.documentElement.dataset.hit=1</script>\u202e&lt;';
  await page.evaluate((text) => {
    document.title = text;
    for (const cell of document.querySelectorAll('td:first-child'))
      if (/支出|收入/.test(cell.textContent)) cell.append(document.createTextNode(text));
  }, hostile);
  const list = page.locator('.print-list');
  await waitFor('the title in the list', async () =>
    (await list.count()) > 0 && (await list.first().textContent())?.includes('<img') === true ? true : undefined,
  );
  await page.emulateMedia({ media: 'print' });
  expect(await list.locator('img, script, iframe, a[href^="javascript"]').count()).toBe(0);
  expect(await list.isVisible()).toBe(true);
  expect(await page.evaluate(() => document.documentElement.dataset.hit)).toBeUndefined();
  await page.pdf();
  expect(await page.evaluate(() => document.documentElement.dataset.hit)).toBeUndefined();
  await page.emulateMedia({ media: 'screen' });
});

it('comes back with its marks when the browser had kept the page, and without where they were off', async () => {
  const keeping = await openHarness({ keepsPages: true });
  try {
    const page = await keeping.openPage(`${site}/disclosure.html`);
    const tabId = await keeping.tabId(page);
    const inPage = (expression: string) =>
      keeping.inWorker(
        `chrome.scripting.executeScript({ target: { tabId: ${tabId} }, func: () => ${expression} }).then(([{ result }]) => result)`,
      );
    const count =
      '[...document.documentElement.children].find((child) => child.shadowRoot !== null)?.shadowRoot.querySelectorAll("button.mark").length ?? 0';
    const stage = async () => tabStateSchema.safeParse(await keeping.sessionItem(`tab:${tabId}`)).data;
    const leaveAndReturn = async () => {
      await inPage('void (document.documentElement.dataset.kept = "yes")');
      await keeping.inWorker(`chrome.tabs.update(${tabId}, { url: '${site}/ordinary.html' })`);
      await waitFor('the other page', async () => ((await stage()) === undefined ? true : undefined));
      // The browser's own button skips pages on which nobody has clicked.
      await inPage('history.back()');
      await waitFor('the page', async () => ((await stage())?.stage === 'read' ? true : undefined));
      // Loaded anew it would prove nothing.
      expect(await inPage('document.documentElement.dataset.kept')).toBe('yes');
    };
    await waitFor('the report', async () => ((await stage())?.stage === 'read' ? true : undefined));
    await leaveAndReturn();
    expect(await inPage(count)).toBe(0);
    const popup = await keeping.openPopup(page);
    await waitFor('the marks', async () => (Number(await inPage(count)) > 0 ? true : undefined));
    await popup.close();
    const before = await inPage(count);
    await leaveAndReturn();
    await waitFor('the marks', async () => ((await inPage(count)) === before ? true : undefined));
    expect((await stage())?.marks).toBe('on');
  } finally {
    await keeping.close();
  }
});

describe('on paper', () => {
  /** The words of each page of a PDF, and the colours in which it draws. */
  async function paper(bytes: Buffer): Promise<{ readonly text: string; readonly colours: readonly string[] }[]> {
    const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const pages = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const { fnArray, argsArray } = await page.getOperatorList();
      const colours = fnArray.flatMap((operation, index) =>
        operation === OPS.setFillRGBColor || operation === OPS.setStrokeRGBColor
          ? [String((argsArray[index] as unknown[] | null)?.[0])]
          : [],
      );
      pages.push({
        text: items
          .map((item) => ('str' in item ? item.str : ''))
          .join('')
          .replace(/\s+/g, ''),
        colours,
      });
    }
    await pdf.destroy();
    return pages;
  }

  it('a marked page prints as it would without us, its figures underlined, and the list of what was found after it', async () => {
    const plain = await browser.openPage(`${site}/disclosure.html`);
    const before = await paper(await plain.pdf({ preferCSSPageSize: true }));
    await plain.close();
    const { page, report } = await openMarked('disclosure.html');
    const after = await paper(await page.pdf({ preferCSSPageSize: true }));
    const textOf = (pages: typeof before) => pages.map(({ text }) => text).join('');
    // Page by page the same; the list begins below the last line.
    for (const [index, { text }] of before.slice(0, -1).entries()) expect(after[index]?.text).toBe(text);
    expect(textOf(after).startsWith(textOf(before))).toBe(true);
    const list = textOf(after).slice(textOf(before).length);
    // Some fonts give back radicals in place of characters; digits are digits.
    for (const finding of report.findings) {
      if (finding.verdict === 'inconsistent')
        for (const [amount] of sentence(finding, 'zh').matchAll(/[\d,]+\.\d+/g)) expect(list).toContain(amount);
    }
    expect(before.flatMap(({ colours }) => colours)).not.toContain(markColour);
    expect(after.slice(0, before.length).flatMap(({ colours }) => colours)).toContain(markColour);
  });
});

describe('in our viewer', () => {
  it('the other figures of an equation are lit while its card is open', async () => {
    const page = await browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(`${site}/disclosure.pdf`)}`);
    const mark = page.locator('.tieout-marks .mark.inconsistent').nth(1);
    await mark.waitFor({ timeout: 60_000 });
    await mark.click();
    const lit = page.locator('.tieout-lights .lit');
    await lit.first().waitFor({ state: 'attached' });
    const figures = await card(page).locator('.equation .jump:not([aria-current])').count();
    expect(figures).toBeGreaterThan(0);
    expect(await lit.count()).toBeGreaterThanOrEqual(figures);
    await card(page).locator('.equation .jump:not([aria-current])').first().hover();
    expect(await page.locator('.tieout-lights .lit.pointed').count()).toBe(1);
    await page.keyboard.press('Escape');
    await waitFor('the lights to go out', async () => ((await lit.count()) === 0 ? true : undefined));
  });

  it('every figure says on request whether it was checked, from the popup’s switch and from its own', async () => {
    const page = await browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(`${site}/disclosure.pdf`)}`);
    const tabId = await browser.tabId(page);
    await marks(page).first().waitFor({ timeout: 60_000 });
    const report = await waitFor('the report', async () => (await browser.documents(tabId))[0]?.report);
    const quiet = page.locator('.tieout-quiet .quiet');
    expect(await quiet.count()).toBe(0);
    await page.locator('.on-request').click();
    await quiet.first().waitFor({ state: 'attached' });
    const state = await waitFor('the switch to be known', async () => {
      const known = tabStateSchema.safeParse(await browser.sessionItem(`tab:${tabId}`)).data;
      return known?.coverage === true ? known : undefined;
    });
    expect(state.marks).toBe('on');
    const all = (await quiet.count()) + (await marks(page).count());
    expect(all).toBeGreaterThanOrEqual(report.coverage.amounts * 0.95);
    await browser.inWorker(
      `chrome.tabs.sendMessage(${tabId}, { kind: 'show', marks: true, rounding: false, coverage: false })`,
    );
    await waitFor('the marks to go', async () => ((await quiet.count()) === 0 ? true : undefined));
  });
});

it('is right again after going away and back', async () => {
  const { page, tabId, report } = await openMarked('disclosure.html');
  await page.goto(`${site}/ordinary.html`);
  await waitFor('the tab to be forgotten', async () => ((await browser.badgeText(tabId)) === '' ? true : undefined));
  await page.goBack();
  await waitFor('the badge', async () =>
    (await browser.badgeText(tabId)) === String(inconsistent(report)) ? true : undefined,
  );
  const popup = await openPopup(page);
  await marks(page).first().waitFor({ state: 'attached' });
  await popup.close();
  expect(
    await page.evaluate(
      () => [...document.documentElement.children].filter((child) => child.shadowRoot !== null).length,
    ),
  ).toBe(1);
});

describe('the list of the popup', () => {
  it('is narrowed by verdict, rule and words, and is as it was left when the popup opens again', async () => {
    const { page, report } = await openMarked('disclosure.html');
    const popup = await openPopup(page);
    const count = (handle: PopupHandle) => handle.evaluate('document.querySelectorAll("[data-finding]").length');
    expect(await count(popup)).toBe(report.findings.filter(({ verdict }) => verdict !== 'rounding').length);
    // With rounding shown there are enough to search among.
    await popup.click('[data-verdict=rounding]');
    await popup.waitFor('document.querySelector("input[type=search]") !== null');
    await popup.evaluate(`(() => {
      const input = document.querySelector('input[type=search]');
      input.value = '1164.02';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    await popup.waitForText(/\d+ 条中的 1 条/);
    expect(await count(popup)).toBe(1);
    await popup.evaluate('void (document.querySelector(".coverage-details").open = true)');
    await popup.waitFor('document.querySelector(".coverage-details").open');
    await page.waitForTimeout(300);
    await popup.close();

    const again = await openPopup(page);
    await again.waitForText(/\d+ 条中的 1 条/);
    expect(await again.evaluate('document.querySelector("input[type=search]").value')).toBe('1164.02');
    expect(await again.evaluate('document.querySelector(".coverage-details").open')).toBe(true);
    await again.click('.filter-bar .link');
    await again.click('[data-verdict=rounding]');
    await again.waitFor('document.querySelectorAll(".finding.rounding").length === 0');
    await again.click('[data-verdict=inconsistent]');
    await again.waitForText('没有符合条件的结果');
    await again.click('[data-verdict=inconsistent]');
    await again.click('[data-verdict=rounding]');
    await waitFor('rounding in the list', async () =>
      (await again.evaluate('document.querySelectorAll(".finding.rounding").length > 0')) === true ? true : undefined,
    );
    await page.locator('.mark.rounding').first().waitFor({ state: 'attached' });
  });

  it('is grouped by set where a page holds several', async () => {
    const { page } = await openMarked('two-sets.html');
    const popup = await openPopup(page);
    expect(
      await popup.evaluate(
        '[...document.querySelectorAll(".finding-list .set")].map((head) => head.textContent).join()',
      ),
    ).toContain('单位本级');
    expect(await popup.evaluate('document.querySelectorAll(".finding-list .group").length')).toBeGreaterThan(2);
  });

  it('stands beside the page, too, and follows the tab in front', async () => {
    const { page } = await openMarked('disclosure.html');
    const side = await browser.openExtensionPage('popup.html?side');
    await page.bringToFront();
    await waitFor('the list', async () => ((await side.locator('[data-finding]').count()) > 0 ? true : undefined));
    expect(await side.locator('.verdict-line').innerText()).toMatch(/\d+ 处不一致/);
    // A click there finds the place here, and the panel stays.
    await side.evaluate(() => document.querySelector<HTMLElement>('[data-finding]')?.click());
    await card(page).waitFor();
    expect(side.isClosed()).toBe(false);
  });
});
