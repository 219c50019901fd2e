import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts, withCell } from '../core/accounts.ts';
import { drawnBody, drawnPage } from '../drawn-page.ts';
import type { ExtensionBrowser } from '../e2e/harness.ts';
import { waitFor } from '../e2e/harness.ts';
import type { Tab } from './attacked.ts';
import { markedBy, openAttacked, openTab } from './attacked.ts';

const title = '示例市政务服务中心2024年度部门决算公开';
const wrong = drawnPage(withCell('income', 6, 2, '345.00', accounts), title);
const right = drawnBody(accounts);
const wrongBody = drawnBody(withCell('income', 6, 2, '345.00', accounts));

/** A clock in a table that lays the page out, as many of these sites have: it changes for as long as the page is there. */
const clock =
  '<table><tr><td id="clock">15:03:27</td></tr></table><script>setInterval(() => { document.querySelector("#clock").innerHTML = "<b>" + new Date().toISOString().slice(11, 19) + "</b>"; }, 100);</script>';

/** What a year's money adds up to, in words; true with 30. */
const sentences = (last: number) =>
  `2024年度支出合计100.00万元，其中：基本支出70.00万元，占70%；项目支出${last}.00万元，占${last}%。`;

const pages: Readonly<Record<string, string>> = {
  '/wrong.html': wrong,
  '/clock.html': wrong.replace('</h1>', `</h1>${clock}`),
  '/late.html': `<!doctype html><meta charset="utf-8"><title>公开</title><h1>公开</h1>${clock}`,
  // As pages do whose forms lie in tabs: what a leaf shows is there from the start.
  '/leaves.html': `<!doctype html><meta charset="utf-8"><title>${title}</title><style>.leaf { display: none } .leaf.on { display: block }</style><h1>${title}</h1><div class="leaf" id="by-class">${wrongBody}</div><div id="by-style" style="display: none">${right}</div>`,
  // Sentences alone, in a leaf that a tick of a box shows.
  '/sentences.html': `<!doctype html><meta charset="utf-8"><title>${title}</title><style>.leaf { display: none } .leaf.on, :checked ~ .ticked { display: block }</style><h1>${title}</h1><table><tr><td>合计</td><td>1.00</td></tr></table><p>${sentences(30)}</p><p class="leaf" id="by-class">${sentences(40)}</p><input type="checkbox" id="box"><p class="leaf ticked">${sentences(45)}</p>`,
  '/framed.html': `<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${right}<iframe src="/in-frame.html"></iframe>`,
  '/in-frame.html': `<!doctype html><meta charset="utf-8"><style>.leaf { display: none } .leaf.on { display: block }</style><h1>${title}</h1><div class="leaf">${wrongBody}</div>`,
  '/late-still.html': '<!doctype html><meta charset="utf-8"><title>公开</title><h1>公开</h1>',
};

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openAttacked((path) => pages[path] ?? null);
});
afterAll(() => browser.close());

const alarms = async (tab: Tab) =>
  (await tab.report())?.findings.filter(({ verdict }) => verdict === 'inconsistent').length;
const show = (tab: Tab, body: string) =>
  tab.page.evaluate((html) => {
    document.body.innerHTML = html;
  }, `<h1>${title}</h1>${body}`);
/** Waits until there are so many alarms, or the page's verdict has been withdrawn. */
const says = (tab: Tab, count: number) =>
  waitFor(
    `${count} alarms`,
    async () => ((await tab.state())?.stage === 'read' && (await alarms(tab)) === count ? true : undefined),
    60_000,
  );

describe('pages that change without loading', () => {
  it('a page that mends its figures after many changes has no alarm left', async () => {
    const tab = await openTab(browser, '/wrong.html');
    const count = (await tab.read()).findings.filter(({ verdict }) => verdict === 'inconsistent').length;
    expect(count).toBeGreaterThan(0);
    for (let turn = 0; turn < 3; turn += 1) {
      await show(tab, right);
      await says(tab, 0);
      await show(tab, wrongBody);
      await says(tab, count);
    }
    // Six readings were the end of it.
    await show(tab, right);
    await says(tab, 0);
    await tab.page.close();
  });

  it('a new address is a new page, however many came before', async () => {
    const tab = await openTab(browser, '/wrong.html');
    const count = (await tab.read()).findings.filter(({ verdict }) => verdict === 'inconsistent').length;
    for (const [index, address] of ['#/a', '?b=1', '#!c'].entries()) {
      const isRight = index % 2 === 0;
      await tab.page.evaluate((to) => history.pushState(null, '', to), address);
      await show(tab, isRight ? right : wrongBody);
      await says(tab, isRight ? 0 : count);
    }
    await tab.page.close();
  });

  it('a clock keeps nothing from being read, and costs no verdict', async () => {
    const tab = await openTab(browser, '/clock.html');
    await tab.read();
    const readings = await tab.state();
    await markedBy(browser, tab);
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 6000)));
    expect((await tab.state())?.stage).toBe('read');
    expect((await tab.state())?.inconsistent).toBe(readings?.inconsistent);
    await tab.page.close();
  });

  it.each(['/late.html', '/late-still.html'])(
    'accounts that come later than 20 seconds are found: %s',
    async (path) => {
      const tab = await openTab(browser, path);
      await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 21_000)));
      await tab.page.evaluate(
        (html) => document.body.insertAdjacentHTML('beforeend', html),
        `<h1>${title}</h1>${wrongBody}`,
      );
      await tab.read(45_000);
      await tab.page.close();
    },
  );

  it('accounts that only come to be seen, by class or by style, are found; and gone when they are hidden', async () => {
    const tab = await openTab(browser, '/leaves.html');
    const known = async () => ((await tab.state())?.stage === 'read' ? ((await alarms(tab)) ?? 0) : undefined);
    await waitFor('the page without them', async () => ((await known()) === 0 ? true : undefined), 60_000);
    await tab.page.evaluate(() => document.querySelector('#by-class')?.classList.add('on'));
    await waitFor('the alarm', async () => (((await known()) ?? 0) > 0 ? true : undefined), 60_000);
    await tab.page.evaluate(() => {
      document.querySelector('#by-class')?.classList.remove('on');
      document.querySelector<HTMLElement>('#by-style')?.style.setProperty('display', 'block');
    });
    await waitFor(
      'the other leaf',
      async () => ((await known()) === 0 && ((await tab.report())?.coverage.checked ?? 0) > 0 ? true : undefined),
      60_000,
    );
    await tab.page.close();
  });

  it('sentences that only come to be seen are found, by class and by a box that is ticked', async () => {
    const tab = await openTab(browser, '/sentences.html');
    const known = async (count: (alarms: number) => boolean) =>
      waitFor(
        'so many alarms',
        async () => ((await tab.state())?.stage === 'read' && count((await alarms(tab)) ?? 0) ? true : undefined),
        60_000,
      );
    await known((count) => count === 0);
    await tab.page.evaluate(() => document.querySelector('#by-class')?.classList.add('on'));
    await known((count) => count > 0);
    await tab.page.evaluate(() => document.querySelector('#by-class')?.classList.remove('on'));
    await known((count) => count === 0);
    await tab.page.click('#box');
    await known((count) => count > 0);
    await tab.page.close();
  });

  it('what comes to be seen in a frame of the same site, or comes to stand there, is found', async () => {
    const tab = await openTab(browser, '/framed.html');
    await tab.read();
    await says(tab, 0);
    const frame = tab.page.frames().find((each) => each.url().endsWith('/in-frame.html'));
    const found = async () =>
      waitFor('the alarm', async () => (((await alarms(tab)) ?? 0) > 0 ? true : undefined), 60_000);
    await frame?.evaluate(() => document.querySelector('.leaf')?.classList.add('on'));
    await found();
    await frame?.evaluate(() => document.querySelector('.leaf')?.classList.remove('on'));
    await says(tab, 0);
    await frame?.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), wrongBody);
    await found();
    await tab.page.close();
  });

  it('a table that never rests has its verdict withdrawn, which is said', async () => {
    const tab = await openTab(browser, '/wrong.html');
    await tab.read();
    await tab.page.evaluate(() => {
      const cell = [...document.querySelectorAll('td')].find((each) => /^\d+\.\d\d$/.test(each.textContent.trim()));
      setInterval(() => {
        if (cell) cell.textContent = (Math.random() * 100).toFixed(2);
      }, 50);
    });
    await waitFor(
      'the verdict to be withdrawn',
      async () => ((await tab.state())?.failure?.kind === 'page-restless' ? true : undefined),
      150_000,
    );
    await waitFor('its report to be forgotten', async () => ((await tab.report()) === undefined ? true : undefined));
    expect((await tab.state())?.inconsistent).toBe(0);
    await tab.page.close();
  });
});
