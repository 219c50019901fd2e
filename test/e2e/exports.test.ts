import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSchema, type Report } from '../../core/report/schema.ts';
import { equationText, sentence } from '../../core/report/tell.ts';
import { dumpTables } from '../../core/report/tables.ts';
import { checkFile } from '../../tools/run.ts';
import { readCsv, readXlsx } from '../exported.ts';
import type { ExtensionBrowser } from './harness.ts';
import { openHarness, site, waitFor } from './harness.ts';

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openHarness();
});
afterAll(() => browser.close());

const verdict = { inconsistent: '不一致', rounding: '尾差', notice: '提示' } as const;

async function reportOf(page: Page): Promise<Report> {
  const tabId = await browser.tabId(page);
  return waitFor('the report', async () => (await browser.documents(tabId))[0]?.report, 60_000);
}

/** The bytes that a button of the export menu gives, and their name. */
async function exported(page: Page, action: string): Promise<{ readonly bytes: Buffer; readonly name: string }> {
  const button = page.locator(`[data-action="${action}"]`);
  await button.waitFor({ state: 'attached', timeout: 60_000 });
  // Not by the mouse: a page behind another takes no clicks.
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button.evaluate((element) => (element as HTMLElement).click()),
  ]);
  return { bytes: await readFile(await file.path()), name: file.suggestedFilename() };
}

/** Columns of a table of text by their names. */
function columnsOf([head = [], ...rows]: readonly (readonly string[])[]): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(head.map((name, column) => [name, row[column] ?? ''])));
}

/** Every finding as a row that agrees with the report, in its order. */
function expectFindings(bytes: Buffer, report: Report): void {
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = columnsOf(readCsv(bytes.toString()));
  expect(
    rows.map((row) => [
      row['结论'],
      row['规则'],
      row['说明'],
      row['表中'],
      row['应为'],
      row['相差'],
      row['多处印证的数'],
    ]),
  ).toEqual(
    report.findings.map((finding) => [
      verdict[finding.verdict],
      finding.rule,
      sentence(finding, 'zh'),
      finding.reported ?? '',
      finding.expected ?? '',
      finding.difference ?? '',
      finding.likely ?? '',
    ]),
  );
  expect(new Set(rows.map((row) => row['地址']))).toEqual(new Set([report.source.url]));
}

/** Each recognised amount of the tidy table stands where it says, and bears the verdict of the report. */
function expectFigures(
  rows: readonly (readonly string[])[],
  report: Report,
  tables: Report['tables'],
  grids: ReturnType<typeof dumpTables>['tables'],
): void {
  const figures = columnsOf(rows);
  const key = (row: Record<string, string>): string =>
    `${row['表号']}:${Number(row['行号']) - 1}:${Number(row['列号']) - 1}`;
  expect(new Set(figures.map(key)).size).toBe(figures.length);
  const checked = new Set(
    tables.flatMap(({ id, coverage }) => coverage.checkedCells.map(([row, column]) => `${id}:${row}:${column}`)),
  );
  const wrong = new Set(
    report.findings
      .filter((finding) => finding.verdict === 'inconsistent')
      .flatMap(({ places }) =>
        places.flatMap((place) => ('table' in place ? [`${place.table}:${place.row}:${place.column}`] : [])),
      ),
  );
  for (const row of figures) {
    expect(
      grids.find(({ id }) => id === row['表号'])?.rows[Number(row['行号']) - 1]?.[Number(row['列号']) - 1]?.trim(),
    ).toBe(row['原文']);
    expect(Number(row['金额'])).toBe(Number((row['原文'] ?? '').replaceAll(',', '')));
    expect(row['年度']).toBe(String(report.document.year));
    if (wrong.has(key(row))) expect(row['结论']).toBe('不一致');
    else if (row['结论'] === '未核对') expect(checked.has(key(row))).toBe(false);
    else expect(checked.has(key(row))).toBe(true);
  }
  expect(figures.filter((row) => row['结论'] !== '未核对').length).toBeGreaterThan(100);
}

describe('the files of a page', () => {
  let panel: Page;
  let report: Report;
  let grids: ReturnType<typeof dumpTables>['tables'];
  beforeAll(async () => {
    panel = await browser.openExtensionPage('popup.html?side');
    const page = await browser.openPage(`${site}/disclosure.html`);
    report = await reportOf(page);
    const { document } = await checkFile(join(import.meta.dirname, '../samples/disclosure.html'));
    grids = dumpTables(document, report).tables;
  });

  it('are the report itself as JSON', async () => {
    const { bytes, name } = await exported(panel, 'export');
    expect(name).toMatch(/^tieout .+\.json$/);
    expect(reportSchema.parse(JSON.parse(bytes.toString()))).toEqual(report);
  });

  it('are its findings as CSV, which a spreadsheet takes for UTF-8', async () => {
    const { bytes, name } = await exported(panel, 'export-csv');
    expect(name).toMatch(/\.csv$/);
    expectFindings(bytes, report);
  });

  it('are its findings as Markdown, each with its equation', async () => {
    const { bytes, name } = await exported(panel, 'export-markdown');
    expect(name).toMatch(/\.md$/);
    // Signs that would be markup are escaped; the words are the report's.
    const text = bytes.toString().replace(/\\(?=[\\`*_{}[\]<>#|!~$])/g, '');
    for (const finding of report.findings) {
      expect(text).toContain(`- **${verdict[finding.verdict]}** ${sentence(finding, 'zh')}`);
      expect(text).toContain(equationText(finding, 'zh'));
    }
    expect(text.match(/^- \*\*/gm)).toHaveLength(report.findings.length);
  });

  it('are its recognised figures as one tidy table, CSV and XLSX the same', async () => {
    const csv = await exported(panel, 'export-figures-csv');
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = readCsv(csv.bytes.toString());
    expectFigures(rows, report, report.tables, grids);
    const workbook = readXlsx((await exported(panel, 'export-figures-xlsx')).bytes);
    expect(workbook.map((sheet) => sheet.rows)).toEqual([rows]);
    const amount = rows[0]?.indexOf('金额') ?? -1;
    expect([...(workbook[0]?.numbers ?? [])]).toEqual(rows.slice(1).map((_, index) => `${index + 1}:${amount}`));
  });

  it('are its tables as a workbook and as an archive of CSV files, cell by cell', async () => {
    const workbook = readXlsx((await exported(panel, 'export-tables-xlsx')).bytes);
    expect(workbook).toHaveLength(report.tables.length);
    const same = (cell: string, printed: string): boolean =>
      cell === printed || (printed !== '' && cell === printed.replaceAll(',', ''));
    for (const [index, { rows }] of grids.entries()) {
      expect(workbook[index]?.rows.length).toBe(rows.length);
      for (const [row, cells] of rows.entries())
        for (const [column, printed] of cells.entries())
          expect(
            same(workbook[index]?.rows[row]?.[column] ?? '', printed),
            `${index} ${row} ${column} ${printed}`,
          ).toBe(true);
    }
    const archive = unzipSync((await exported(panel, 'export-tables-csv')).bytes);
    const files = Object.keys(archive)
      .sort()
      .map((name) => Buffer.from(archive[name] ?? []).toString());
    expect(files.every((text) => text.startsWith('\uFEFF'))).toBe(true);
    expect(files.map(readCsv)).toEqual(grids.map(({ rows }) => rows));
  });
});

describe('the files of a PDF', () => {
  it('are its findings and figures, with their pages', async () => {
    const viewer = await browser.openExtensionPage(`viewer.html?file=${encodeURIComponent(`${site}/disclosure.pdf`)}`);
    const report = await reportOf(viewer);
    expect(reportSchema.parse(JSON.parse((await exported(viewer, 'export')).bytes.toString()))).toEqual(report);
    expectFindings((await exported(viewer, 'export-csv')).bytes, report);
    const figures = columnsOf(readCsv((await exported(viewer, 'export-figures-csv')).bytes.toString()));
    expect(figures.length).toBeGreaterThan(100);
    for (const row of figures) expect(Number(row['页'])).toBeGreaterThan(0);
    expect(columnsOf(readXlsx((await exported(viewer, 'export-figures-xlsx')).bytes)[0]?.rows ?? [])).toEqual(figures);
  });
});
