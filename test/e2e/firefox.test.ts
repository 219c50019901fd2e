import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tabReportsSchema, tabStateSchema } from '../../entrypoints/shared/protocol/protocol.ts';
import { openFirefox, within, type FirefoxHarness } from './firefox-harness.ts';
import { waitFor } from './harness.ts';

const root = join(import.meta.dirname, '../..');

describe('the add-on for Firefox', () => {
  let firefox: FirefoxHarness;
  beforeAll(async () => {
    firefox = await openFirefox();
  });
  afterAll(() => firefox.close());

  const evaluate = (page: Page, expression: string): Promise<unknown> => within(expression, page.evaluate(expression));
  const tabOf = (url: string) =>
    waitFor(
      `the tab of ${url}`,
      async () =>
        z
          .number()
          .safeParse(
            await evaluate(
              firefox.hand,
              `browser.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url === ${JSON.stringify(url)})?.id)`,
            ),
          ).data,
    );
  const stored = (key: string) =>
    evaluate(
      firefox.hand,
      `browser.storage.session.get(${JSON.stringify(key)}).then((items) => items[${JSON.stringify(key)}])`,
    );
  const inconsistent = (tabId: number) =>
    waitFor(
      'the report',
      async () => {
        const [document] = tabReportsSchema.safeParse(await stored(`report:${tabId}`)).data?.documents ?? [];
        return document?.report.findings.filter(({ verdict }) => verdict === 'inconsistent').length;
      },
      30_000,
    );
  const text = (page: Page, what: RegExp) =>
    waitFor(
      `${what} in the page`,
      async () => {
        const all = z.string().parse(await evaluate(page, 'document.body.innerText'));
        return what.test(all) ? all : undefined;
      },
      30_000,
    );

  /** The popup on a tab: a page of its own here, which asks for the tab in front when it loads. */
  const popupOn = async (tabId: number): Promise<Page> => {
    const popup = await firefox.openOwn('popup.html');
    await evaluate(firefox.hand, `browser.tabs.update(${tabId}, { active: true }).then(() => true)`);
    await evaluate(popup, 'void setTimeout(() => location.reload(), 50)');
    return popup;
  };

  it('reads a page at once, and marks it when its popup opens, which lists what was found', async () => {
    const url = `${firefox.site}/disclosure.html`;
    const page = await firefox.open(url);
    const tabId = await tabOf(url);
    const count = await inconsistent(tabId);
    expect(count).toBeGreaterThan(0);
    await waitFor('the badge', async () =>
      (await evaluate(firefox.hand, `browser.action.getBadgeText({ tabId: ${tabId} })`)) === String(count)
        ? true
        : undefined,
    );
    expect(
      await evaluate(
        page,
        '[...document.documentElement.children].filter((child) => child.shadowRoot !== null).length',
      ),
    ).toBe(0);
    const popup = await popupOn(tabId);
    await text(popup, new RegExp(`${count} (处不一致|inconsistencies)`));
    expect(await evaluate(popup, 'document.querySelectorAll(".finding").length')).toBeGreaterThan(0);
    await waitFor('the marks', async () =>
      (await evaluate(
        page,
        '[...document.documentElement.children].some((child) => child.shadowRoot?.querySelector("button.mark") != null)',
      )) === true
        ? true
        : undefined,
    );
  });

  it('reads a PDF in Firefox’s own viewer, and opens ours from the popup at what was found', async () => {
    const url = `${firefox.site}/disclosure.pdf`;
    await firefox.open(url);
    const tabId = await tabOf(url);
    const count = await inconsistent(tabId);
    expect(count).toBeGreaterThan(0);
    expect(tabStateSchema.parse(await stored(`tab:${tabId}`))).toMatchObject({
      page: 'pdf',
      stage: 'read',
      inconsistent: count,
    });
    const popup = await popupOn(tabId);
    await text(popup, new RegExp(`${count} (处不一致|inconsistencies)`));
    await evaluate(popup, 'void setTimeout(() => document.querySelector("[data-action=open-viewer]").click(), 50)');
    const viewer = await waitFor('our viewer in the tab', async () => {
      const address = z
        .string()
        .safeParse(await evaluate(firefox.hand, `browser.tabs.get(${tabId}).then((tab) => tab.url)`)).data;
      return address?.includes('/viewer.html?file=') === true ? address : undefined;
    });
    expect(decodeURIComponent(viewer)).toContain(url);
  });

  it('shows a PDF in our viewer, with its marks and its list', async () => {
    const viewer = await firefox.openOwn(`viewer.html?file=${encodeURIComponent(`${firefox.site}/disclosure.pdf`)}`);
    const all = await text(viewer, /\d+ (处不一致|inconsistencies)/);
    expect(all).not.toContain('undefined');
    expect(await evaluate(viewer, 'document.querySelectorAll(".panel .finding").length')).toBeGreaterThan(0);
    await waitFor('a mark', async () =>
      (await evaluate(
        viewer,
        'document.querySelectorAll(".mark").length > 0 && document.querySelector(".page canvas") !== null',
      )) === true
        ? true
        : undefined,
    );
  });
});

it('satisfies the linter of Firefox’s store', async () => {
  const linter = join(root, 'node_modules/.bin/addons-linter');
  // It exits with 1 when there are warnings; minified code of the libraries has some.
  const { stdout } = await promisify(execFile)(linter, ['--output', 'json', join(root, '.output/firefox-mv3')], {
    timeout: 280_000,
    maxBuffer: 16 * 1024 * 1024,
  }).catch((error: unknown) => z.object({ stdout: z.string() }).parse(error));
  const { errors } = z
    .object({ errors: z.array(z.object({ code: z.string(), message: z.string() })) })
    .parse(JSON.parse(stdout));
  expect(errors).toEqual([]);
}, 300_000);
