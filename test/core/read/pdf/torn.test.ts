import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../../../core/check.ts';
import type { Document } from '../../../../core/document/document.ts';
import { readPdf } from '../../../../core/read/pdf/read-pdf.ts';
import type { Report } from '../../../../core/report/schema.ts';
import { sentence } from '../../../../core/report/tell.ts';
import { printedLast } from '../../../pdf-files.ts';
import { openPdfBytes } from '../../../../tools/pdf.ts';

const sample = readFileSync(join(import.meta.dirname, '../../../samples/disclosure.pdf'));

/** Reads a file and checks it, up to a page if one is given. */
async function read(
  bytes: Uint8Array,
  incomplete = false,
  upTo = Infinity,
): Promise<{ document: Document; report: Report }> {
  const file = await openPdfBytes(bytes, incomplete);
  try {
    const reader = readPdf(file.pdf, file.OPS, { url: 'x', title: '' }, incomplete);
    let step = await reader.next();
    while (step.done !== true) step = await reader.next(step.value.page >= upTo);
    const document = step.value;
    const work = check(document);
    let checked = work.next();
    while (checked.done !== true) checked = work.next();
    return { document, report: checked.value };
  } finally {
    await file.close();
  }
}

const ids = ({ findings }: Report) =>
  findings
    .filter(({ verdict }) => verdict === 'inconsistent')
    .map(
      ({ reported, places }) =>
        `${reported} ${places
          .map(({ text }) => text)
          .sort()
          .join(' ')}`,
    );
const whole = await read(sample);
const known = new Set(whole.report.findings.flatMap(({ places }) => places.map(({ text, page }) => `${page} ${text}`)));

/** Every figure that a part of the file is blamed for is one that the whole is blamed for. */
function expectNoMore({ report }: { readonly report: Report }, name: string): void {
  for (const finding of report.findings) {
    const { verdict, places } = finding;
    if (verdict === 'rounding') continue;
    expect(
      places.some(({ text, page }) => known.has(`${page} ${text}`)),
      `${name}: ${sentence(finding, 'zh')}`,
    ).toBe(true);
  }
}

describe('a part of a file', () => {
  it('is read up to any page, says what was left out, and blames nothing that the whole does not', async () => {
    for (let upTo = 1; upTo < 13; upTo += 1) {
      const part = await read(sample, false, upTo);
      expect(part.report.source.leftOutPages).toEqual(
        Array.from({ length: 13 - upTo }, (_, index) => upTo + 1 + index),
      );
      expectNoMore(part, `up to page ${upTo}`);
    }
    expect(ids((await read(sample, false, 13)).report)).toEqual(ids(whole.report));
  });

  it('keeps what stands clear of the gap', async () => {
    const part = await read(sample, false, 7);
    expect(part.report.coverage.checked).toBeGreaterThan(0);
    expect(part.report.findings.some(({ verdict }) => verdict === 'inconsistent')).toBe(true);
  });

  it('is read of a file that was cut off anywhere, and blames nothing that the whole does not', async () => {
    const file = printedLast(sample);
    let checked = 0;
    for (let missing = 0.002; missing < 0.5; missing = 1.4 * missing + 0.002) {
      const cut = await read(file.subarray(0, Math.round(file.length * (1 - missing))), true);
      expect(cut.report.source.damagedPages).not.toBeUndefined();
      expectNoMore(cut, `without its last ${(100 * missing).toFixed(1)} %`);
      checked += cut.report.coverage.checked;
    }
    expect(checked).toBeGreaterThan(0);
  });
});
