import type { Page } from 'playwright-core';
import { tabReportsSchema, tabStateSchema, type TabState } from '../../entrypoints/ui/protocol.ts';
import type { Report } from '../../core/report/schema.ts';
import type { ExtensionBrowser } from '../e2e/harness.ts';
import { openHarness, site, waitFor } from '../e2e/harness.ts';

/** A browser with the production build, whose server answers every path with what `pages` makes of it; null: as for other tests. */
export function openAttacked(pages: (path: string) => string | null): Promise<ExtensionBrowser> {
  return openHarness({
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
  const report = async () => tabReportsSchema.safeParse(await browser.sessionItem(`report:${id}`)).data?.documents.find(({ where }) => where === 'page')?.report;
  return {
    page, id, report,
    state: async () => tabStateSchema.safeParse(await browser.sessionItem(`tab:${id}`)).data,
    read: (timeout = 30_000) => waitFor(`the report of ${path}`, report, timeout),
  };
}

/** What a report says, without what differs from load to load: two pages that print the same say the same. */
export function saidBy({ findings, coverage }: Report): unknown {
  return { coverage, findings: findings.map(({ rule, verdict, message, equation, places }) => ({ rule, verdict, message, equation, places })) };
}
