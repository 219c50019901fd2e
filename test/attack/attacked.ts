import type { Page } from 'playwright-core';
import { tabStateSchema, type TabState } from '../../entrypoints/shared/protocol/protocol.ts';
import type { Report } from '../../core/report/schema.ts';
import type { ExtensionBrowser } from '../e2e/harness.ts';
import { openHarness, site, waitFor } from '../e2e/harness.ts';

/** A browser with the production build, whose server answers every path with what `pages` makes of it; null: as for other tests. */
export function openAttacked(pages: (path: string) => string | null): Promise<ExtensionBrowser> {
  return openHarness({
    openLayer: false,
    handler: (_, response, url) => {
      const page = pages(decodeURIComponent(url.pathname + url.search));
      if (page === null) return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return true;
    },
  });
}

/** What the extension knows of a tab. */
export interface Tab {
  readonly page: Page;
  readonly id: number;
  /** The page's own report, if there is one. */
  report(): Promise<Report | undefined>;
  state(): Promise<TabState | undefined>;
  /** Waits until the page has been read. */
  read(timeout?: number): Promise<Report>;
}

/** Opens a path of the site in a tab of its own. */
export async function openTab(browser: ExtensionBrowser, path: string): Promise<Tab> {
  const page = await browser.openPage(`${site}${path}`);
  const id = await browser.tabId(page);
  const report = async () => (await browser.documents(id)).find(({ where }) => where === 'page')?.report;
  return {
    page,
    id,
    report,
    state: async () => tabStateSchema.safeParse(await browser.sessionItem(`tab:${id}`)).data,
    read: (timeout = 30_000) => waitFor(`the report of ${path}`, report, timeout),
  };
}

/** What a report says, without what differs from load to load: two pages that print the same say the same. */
export function saidBy({ findings, coverage }: Report): unknown {
  return {
    coverage,
    findings: findings.map(({ rule, verdict, statement, line, places }) => ({
      rule,
      verdict,
      statement,
      line,
      places,
    })),
  };
}

interface FlatNode {
  readonly nodeId: number;
  readonly localName: string;
  readonly attributes?: readonly string[];
  readonly shadowRootType?: string;
}

/** A node's attribute, as the devtools list it. */
function attributeOf({ attributes = [] }: FlatNode, name: string): string {
  const at = attributes.findIndex((value, index) => index % 2 === 0 && value === name);
  return at < 0 ? '' : (attributes[at + 1] ?? '');
}

/** Our layer in a page, as only the devtools see it: it is closed to everybody else. */
export interface LayerView {
  /** How many elements of ours have this name and class. */
  count(name: string, className: string): Promise<number>;
  /** Clicks the first of them as a reader does. */
  click(name: string, className: string): Promise<void>;
}

/** Looks into our layer. */
export async function layerOf(page: Page): Promise<LayerView> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  const find = async (name: string, className: string): Promise<FlatNode[]> => {
    const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
    return (nodes as FlatNode[]).filter(
      (node) => node.localName === name && attributeOf(node, 'class').split(' ').includes(className),
    );
  };
  return {
    count: async (name, className) => (await find(name, className)).length,
    click: async (name, className) => {
      const quad = await waitFor(`${name}.${className}`, async () => {
        const [first] = await find(name, className);
        if (first === undefined) return undefined;
        await session.send('DOM.scrollIntoViewIfNeeded', { nodeId: first.nodeId });
        return (await session.send('DOM.getContentQuads', { nodeId: first.nodeId })).quads[0];
      });
      const [left = 0, top = 0, , , right = 0, bottom = 0] = quad;
      await page.mouse.click((left + right) / 2, (top + bottom) / 2);
    },
  };
}

/** Opens the popup on a tab, which switches its marks on, and waits for so many of them at least. */
export async function markedBy(browser: ExtensionBrowser, tab: Tab): Promise<LayerView> {
  const popup = await browser.openPopup(tab.page);
  const layer = await layerOf(tab.page);
  await waitFor('the marks', async () => ((await layer.count('button', 'mark')) > 0 ? true : undefined), 30_000);
  await popup.close();
  return layer;
}

/** Lets everything that the page has set off come to rest: two turns of the page, and a word to the background and back. */
export async function settle(browser: ExtensionBrowser, tab: Tab): Promise<void> {
  await tab.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await browser.inWorker(`chrome.tabs.sendMessage(${tab.id}, { kind: 'hello' })`);
}
