import { expect, it } from 'vitest';
import { emptyCoverage } from '../../../core/report/coverage.ts';
import type { Report } from '../../../core/report/schema.ts';
import { exportName } from '../../../entrypoints/shared/views/export-files.ts';
import type { TabData } from '../../../entrypoints/popup/view.ts';
import { popupView } from '../../../entrypoints/popup/view.ts';
import type { TabState } from '../../../entrypoints/shared/protocol/protocol.ts';
import { reportFixture } from '../report-fixture.ts';

const state: TabState = {
  navigationId: 'a',
  page: 'tables',
  stage: 'read',
  progress: 1,
  marks: 'on',
  rounding: false,
  inconsistent: 1,
  amounts: 20,
  checked: 18,
  ignored: 0,
  tables: 1,
  partial: false,
  changed: 0,
};
const read = (report: Partial<Report>): TabData => ({
  state,
  reports: { navigationId: 'a', documents: [{ documentId: 'page', where: 'page', report: reportFixture(report) }] },
  files: null,
});
const coverage = emptyCoverage;

it('shows a report with the state of its switches', () => {
  expect(popupView(read({}))).toMatchObject({ kind: 'read', marks: true, rounding: false });
});

it('says what a page is that has nothing to check', () => {
  expect(popupView(read({ findings: [], coverage, tables: [] })).kind).toBe('no-tables');
  expect(popupView(read({ findings: [], coverage: { ...coverage, tables: 3, amounts: 40 } })).kind).toBe(
    'not-disclosure',
  );
  expect(popupView(read({ findings: [], coverage: { ...coverage, tables: 3, recognised: 3 } })).kind).toBe(
    'empty-forms',
  );
});

it('shows a report that has trouble to tell of, though nothing was checked', () => {
  const source = { ...reportFixture().source, scannedPages: [2] };
  expect(popupView(read({ findings: [], coverage, tables: [], source })).kind).toBe('read');
});

it('says of a file whose pages are all pictures that it is a scan', () => {
  const scanned = (pages: number) =>
    read({
      findings: [],
      coverage,
      tables: [],
      source: { ...reportFixture().source, kind: 'pdf', pages, scannedPages: [1, 2] },
    });
  expect(popupView(scanned(2)).kind).toBe('scanned');
  expect(popupView(scanned(3)).kind).toBe('read');
});

it('says of a file whose letters are unknown that they are, where there is nothing else in it', () => {
  const unknown = (pages: number, scannedPages?: number[]) =>
    popupView(
      read({
        findings: [],
        coverage,
        tables: [],
        source: {
          ...reportFixture().source,
          kind: 'pdf',
          pages,
          unknownLetterPages: [1, 2],
          ...(scannedPages && { scannedPages }),
        },
      }),
    ).kind;
  expect(unknown(2)).toBe('unknown-letters');
  expect(unknown(3, [3])).toBe('unknown-letters');
  expect(unknown(3)).toBe('read');
});

it('says what the tab is at', () => {
  const at = (change: Partial<TabState>) => popupView({ state: { ...state, ...change }, reports: null, files: null });
  expect(popupView({ state: null, reports: null, files: null })).toEqual({ kind: 'starting' });
  expect(at({ stage: 'waiting' })).toEqual({ kind: 'reading', progress: 0 });
  expect(at({ stage: 'reading', progress: 0.4 })).toEqual({ kind: 'reading', progress: 0.4 });
  expect(at({ stage: 'waiting', page: 'pdf' })).toEqual({ kind: 'pdf' });
  expect(at({ stage: 'failed', failure: { kind: 'no-room' } })).toEqual({
    kind: 'failed',
    failure: { kind: 'no-room' },
  });
  expect(at({ stage: 'restricted' })).toEqual({ kind: 'restricted' });
});

it('says so when the results were dropped, or belong to an earlier navigation', () => {
  expect(popupView({ state, reports: null, files: null })).toEqual({ kind: 'dropped' });
  expect(popupView({ ...read({}), state: { ...state, navigationId: 'b' } })).toEqual({ kind: 'dropped' });
});

it('makes a file name of any title', () => {
  expect(exportName('示例局: 2024/年度\n决算')).toBe('tieout 示例局 2024 年度 决算');
  expect(exportName(' ')).toBe('tieout');
});
