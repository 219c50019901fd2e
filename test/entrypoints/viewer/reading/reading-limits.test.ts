import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Document } from '../../../../core/document/document.ts';
import { readPdf } from '../../../../core/read/pdf/read-pdf.ts';
import {
  CheckTookTooLong,
  checkWithin,
  readWithin,
  usualLimits,
} from '../../../../entrypoints/viewer/reading/reading-limits.ts';
import { openPdfBytes } from '../../../../tools/pdf.ts';
import { longPdf } from '../../../pdf-files.ts';

/** Reads a long file by a clock on which every page takes `perPage` milliseconds. */
async function read(perPage: number, signal = new AbortController().signal) {
  const sample = readFileSync(join(import.meta.dirname, '../../../samples/disclosure.pdf'));
  const opened = await openPdfBytes(longPdf(sample, 2));
  const { pdf, OPS } = opened;
  let clock = 1_000;
  let last = 0;
  try {
    const document = await readWithin(
      readPdf(pdf, OPS, { url: 'http://www.shili.gov.cn/a.pdf', title: '' }),
      usualLimits,
      () => clock,
      signal,
      (page) => {
        clock += perPage;
        last = page;
      },
    );
    return { last, pages: pdf.numPages, unread: document.unreadPages };
  } finally {
    await opened.close();
  }
}

test('a file that takes longer than five minutes keeps what was read of it, and says what was not', async () => {
  // 300 s are just not more than five minutes; the page after that is the last.
  const { last, pages, unread } = await read(60_000);
  expect(last).toBe(6);
  expect(pages).toBeGreaterThan(last);
  expect(unread).toEqual(
    Array.from({ length: pages - last }, (_, index) => ({ page: last + 1 + index, reason: 'left-out' })),
  );
});

test('a file that is done in time is read to its end', async () => {
  const { last, pages, unread } = await read(10_000);
  expect([last, unread]).toEqual([pages, []]);
});

test('the reader ends it between two pages', async () => {
  await expect(read(1, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
});

const textOf = (paragraphs: number): Document => ({
  source: { url: 'http://www.shili.gov.cn/a.pdf', title: '示例局2024年度部门决算', kind: 'pdf', pages: 1 },
  blocks: Array.from({ length: paragraphs }, (_, index) => ({
    kind: 'paragraph',
    id: `p${index}`,
    text: `（${index}）2024年度支出${index}.50万元，其中：基本支出1.20万元，占${index % 100}%，比上年增加0.30万元。`,
    place: { page: 1 },
  })),
  unreadPages: [],
});

test('a check that does not come to an end in its time is ended, and told apart from one that the reader ends', async () => {
  const { signal } = new AbortController();
  await expect(checkWithin(textOf(3000), 0, signal, () => undefined)).rejects.toThrow(CheckTookTooLong);
  const control = new AbortController();
  const ended = checkWithin(textOf(3000), 600_000, control.signal, () =>
    control.abort(new Error('ended by the reader')),
  );
  await expect(ended).rejects.toThrow('ended by the reader');
  expect((await checkWithin(textOf(1), 600_000, signal, () => undefined)).coverage.amounts).toBeGreaterThan(0);
});
