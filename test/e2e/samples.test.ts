import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Report } from '../../core/report/schema.ts';
import { openHarness, site, waitFor, type ExtensionBrowser } from './harness.ts';

const expectedSchema = z.object({
  errors: z.array(z.object({ id: z.string(), table: z.string(), rowLabel: z.string() })),
});
const { errors } = expectedSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../samples/disclosure.expected.json'), 'utf8')),
);

let browser: ExtensionBrowser;

beforeAll(async () => {
  browser = await openHarness();
});

afterAll(() => browser.close());

async function reportOf(name: string): Promise<Report> {
  const page = await browser.openPage(`${site}/${name}`);
  const tabId = await browser.tabId(page);
  const report = await waitFor(
    `the report of ${name}`,
    async () => (await browser.documents(tabId))[0]?.report,
    30_000,
  );
  await page.close();
  return report;
}

test('each planted error is found, and nothing where none was planted', async () => {
  const report = await reportOf('disclosure.html');
  const found = report.findings
    .filter(({ verdict }) => verdict === 'inconsistent')
    .map(({ places }) =>
      places.flatMap((place) =>
        'table' in place
          ? [`${report.tables.find(({ id }) => id === place.table)?.title ?? ''}|${place.rowLabel}`]
          : [],
      ),
    );
  const planted = (id: string): string[] =>
    errors.filter((error) => error.id === id).map(({ table, rowLabel }) => `${table}|${rowLabel}`);
  for (const id of new Set(errors.map((error) => error.id))) {
    expect(
      found.some((places) => places.some((place) => planted(id).includes(place))),
      id,
    ).toBe(true);
  }
  const all = errors.map(({ table, rowLabel }) => `${table}|${rowLabel}`);
  expect(found.filter((places) => !places.some((place) => all.includes(place)))).toEqual([]);
});

test('the clean page raises no alarm; its rounding residue is one of rounding', async () => {
  const { findings, coverage } = await reportOf('clean.html');
  expect(findings.filter(({ verdict }) => verdict === 'inconsistent')).toEqual([]);
  expect(findings.filter(({ verdict }) => verdict === 'rounding').length).toBeGreaterThan(0);
  expect(coverage.recognised).toBe(6);
});

test('a table that is nobody’s account makes no alarm', async () => {
  const page = await browser.openPage(`${site}/ordinary.html`);
  const tabId = await browser.tabId(page);
  // The popup looks at the page by itself: when it has spoken, whatever was to be found has been found.
  const popup = await browser.openPopup(page);
  await popup.waitFor(
    'document.body.innerText.trim() !== "" && document.querySelector("[aria-busy=true]") === null',
    30_000,
  );
  expect(await browser.badgeText(tabId)).toBe('');
  expect(await page.locator('.mark').count()).toBe(0);
  await popup.close();
  await page.close();
});
