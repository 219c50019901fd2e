import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Report } from '../core/report/schema.ts';
import { sentence } from '../core/report/tell.ts';
import { ensureBrowser } from './browser.ts';
import { openExtensionBrowser, type ExtensionBrowser } from './extension-browser.ts';
import { waitFor, type PopupHandle } from './popup-handle.ts';
import { runTool } from './run-tool.ts';

const root = join(import.meta.dirname, '..');
const demo = join(root, '.output/demo');
const site = 'http://www.shili.gov.cn';

/** A headless demonstration that has not ended by then has gone wrong. */
const limit = 180_000;

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((display) => display !== undefined && display !== '');
}

/** Waits for the report that the extension keeps for a tab. */
async function reportOf(browser: ExtensionBrowser, tabId: number): Promise<Report> {
  return waitFor(
    `核对结果 the report of tab ${tabId}`,
    async () => (await browser.documents(tabId))[0]?.report,
    60_000,
  );
}

/** Clicks the toolbar button and waits until the popup has something to say. */
async function openPopup(browser: ExtensionBrowser, page: Page): Promise<PopupHandle> {
  const popup = await browser.openPopup(page);
  await popup.waitFor(
    'document.body.innerText.trim() !== "" && document.querySelector("[aria-busy=true]") === null',
    60_000,
  );
  return popup;
}

/** Opens the sample page, checks it and turns the marks on by a real click on the toolbar button. */
async function showPage(browser: ExtensionBrowser): Promise<{ page: Page; popup: PopupHandle; report: Report }> {
  const page = await browser.openPage(`${site}/disclosure.html`);
  const report = await reportOf(browser, await browser.tabId(page));
  const popup = await openPopup(browser, page);
  await page.locator('.mark').first().waitFor({ state: 'visible', timeout: 30_000 });
  return { page, popup, report };
}

/** Opens the sample PDF, and from the popup our viewer on it. */
async function showPdf(browser: ExtensionBrowser): Promise<{ page: Page; report: Report }> {
  const page = await browser.openPage(`${site}/disclosure.pdf`);
  const tabId = await browser.tabId(page);
  await waitFor('工具栏角标 the badge of the PDF', async () =>
    (await browser.sessionItem(`tab:${tabId}`)) === undefined ? undefined : true,
  );
  const popup = await openPopup(browser, page);
  await popup.click('[data-action=open-viewer]');
  await page.waitForURL(/^chrome-extension:/, { timeout: 30_000 });
  const report = await reportOf(browser, tabId);
  const finding = page.locator('button[data-finding]').first();
  // A clean report has nothing to show; the caller says so.
  if (report.findings.some(({ verdict }) => verdict === 'inconsistent')) {
    await finding.click();
    await page.locator('.mark').first().waitFor({ state: 'visible', timeout: 30_000 });
    await page.locator('.page:has(.mark) canvas').first().waitFor({ state: 'visible', timeout: 30_000 });
  }
  return { page, report };
}

function summary(title: string, report: Report): string {
  const inconsistent = report.findings.filter(({ verdict }) => verdict === 'inconsistent');
  const count = (verdict: string): number => report.findings.filter((finding) => finding.verdict === verdict).length;
  const { amounts, checked, relations, tables, recognised } = report.coverage;
  const lines = inconsistent.map((finding) => {
    const [place] = finding.places;
    const table =
      place !== undefined && 'table' in place ? report.tables.find(({ id }) => id === place.table)?.title : undefined;
    return `  ✕ ${table ?? '文字'}：${sentence(finding, 'zh')}`;
  });
  return [
    `${title}：不一致 ${inconsistent.length}，尾差 ${count('rounding')}，提示 ${count('notice')}；` +
      `认出 ${recognised}/${tables} 张表，${checked}/${amounts} 个数参加了核对，${relations} 个关系`,
    ...lines,
  ].join('\n');
}

async function demonstrate(browser: ExtensionBrowser): Promise<void> {
  await mkdir(demo, { recursive: true });
  const { page, popup, report } = await showPage(browser);
  await writeFile(join(demo, 'popup.png'), await popup.screenshot());
  await popup.close();
  await page.screenshot({ path: join(demo, 'page.png'), fullPage: true });
  const mark = page.locator('.mark').first();
  await mark.scrollIntoViewIfNeeded();
  await mark.click();
  await page.locator('.tieout-card, .card-holder').first().waitFor({ state: 'visible', timeout: 10_000 });
  await page.screenshot({ path: join(demo, 'card.png') });
  await writeFile(join(demo, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  console.log(summary('网页 disclosure.html', report));

  const pdf = await showPdf(browser);
  await pdf.page.screenshot({ path: join(demo, 'viewer.png') });
  await writeFile(join(demo, 'report-pdf.json'), `${JSON.stringify(pdf.report, null, 2)}\n`);
  console.log(summary('PDF disclosure.pdf', pdf.report));
  console.log('截图和结果在 .output/demo/ 里。 Pictures and reports are in .output/demo/.');

  for (const [name, each] of [
    ['disclosure.html', report],
    ['disclosure.pdf', pdf.report],
  ] as const) {
    if (!each.findings.some(({ verdict }) => verdict === 'inconsistent'))
      throw new Error(`${name} 里应有的不一致没有标出。 Nothing was found in ${name}, which has planted errors.`);
  }
}

async function main(): Promise<void> {
  const headless = process.argv.includes('--headless') || !hasDisplay();
  await ensureBrowser();
  if ((await runTool('wxt', ['build', '-b', 'chrome'])) !== 0) throw new Error('构建失败。 The build failed.');
  const browser = await openExtensionBrowser({
    // The demonstration points at marks and cards, which the layer of the build shows to no script.
    openLayer: true,
    extension: join(root, '.output/chrome-mv3'),
    headless,
    folders: { '/': join(root, 'test/samples') },
  });
  try {
    if (headless) {
      await demonstrate(browser);
    } else {
      await showPage(browser);
      console.log(
        '浏览器已打开样例网页，标记已显示；关上窗口即结束。 The sample is open and marked; close the window to end.',
      );
      await new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
    }
  } finally {
    await browser.close();
  }
}

const overdue = setTimeout(() => {
  console.error(`演示在 ${limit / 1000} 秒内没有完成。 The demonstration did not end within ${limit / 1000} seconds.`);
  process.exit(1);
}, limit);
if (hasDisplay() && !process.argv.includes('--headless')) clearTimeout(overdue);

main().then(
  () => clearTimeout(overdue),
  (error: unknown) => {
    clearTimeout(overdue);
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
