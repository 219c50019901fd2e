import { describe, expect, test } from 'vitest';
import {
  hasInner,
  lineAt,
  outlineOf,
  tablesAsOutline,
  linesInView,
  type OutlineEntry,
} from '../../../../entrypoints/viewer/pages/outline.ts';
import { words } from '../../../../entrypoints/shared/locale/messages.ts';
import { openPdfBytes } from '../../../../tools/pdf.ts';
import { reportFixture } from '../../report-fixture.ts';
import { tinyPdf } from '../tiny-pdf.ts';

const page = { mediaBox: [0, 0, 200, 100] } as const;
const entry = (level: number, on: number | null): OutlineEntry => ({ title: 'x', level, page: on, destination: null });

test('a file’s own table of contents is read with its pages and levels; lines that lead nowhere go', async () => {
  const file = await openPdfBytes(
    tinyPdf(
      [page, page, page],
      [
        { title: '第一部分  部门概况', page: 1 },
        {
          title: '第二部分 决算表',
          page: 2,
          items: [
            { title: '收入支出决算总表', page: 2 },
            { title: '收入决算表', page: 3 },
          ],
        },
        { title: '无处', page: 0 },
      ],
    ),
  );
  try {
    expect((await outlineOf(file.pdf)).map(({ title, level, page: on }) => [title, level, on])).toEqual([
      ['第一部分 部门概况', 0, 1],
      ['第二部分 决算表', 0, 2],
      ['收入支出决算总表', 1, 2],
      ['收入决算表', 1, 3],
    ]);
  } finally {
    await file.close();
  }
});

test('a file without one has none', async () => {
  const file = await openPdfBytes(tinyPdf([page]));
  try {
    expect(await outlineOf(file.pdf)).toEqual([]);
  } finally {
    await file.close();
  }
});

test('tables stand in for it, by title and page', () => {
  const report = reportFixture();
  const tables = report.tables.map((table, index) => (index === 0 ? { ...table, page: 3 } : table));
  expect(tablesAsOutline({ ...report, tables }, words.zh)).toEqual([
    { title: '收入支出决算总表', level: 0, page: 3, destination: null },
  ]);
});

describe('the lines that are seen', () => {
  const entries = [entry(0, 1), entry(1, 2), entry(2, 3), entry(1, 4), entry(0, 6)];

  test('are all of them, or those that no folded line hides', () => {
    expect(linesInView(entries, new Set())).toEqual([0, 1, 2, 3, 4]);
    expect(linesInView(entries, new Set([1]))).toEqual([0, 1, 3, 4]);
    expect(linesInView(entries, new Set([0, 1]))).toEqual([0, 4]);
  });

  test('know what is below them, and where the reader is', () => {
    expect(entries.map((_, index) => hasInner(entries, index))).toEqual([true, true, false, false, false]);
    expect([1, 3, 5, 9].map((on) => lineAt(entries, on))).toEqual([0, 2, 3, 4]);
    expect(lineAt([entry(0, 3)], 1)).toBe(-1);
  });
});
