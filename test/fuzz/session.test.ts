import fc from 'fast-check';
import { beforeEach, describe, expect } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadListView, saveListView } from '../../entrypoints/popup/keep-view.ts';
import { filesOf, popupView } from '../../entrypoints/popup/view.ts';
import { loadFiles, saveFiles } from '../../entrypoints/background/files/file-store.ts';
import { dropOldestReading, keepReading } from '../../entrypoints/background/files/kept-readings.ts';
import { loadReports, loadState, saveReport, saveState } from '../../entrypoints/background/tabs/store.ts';
import { readingKey } from '../../entrypoints/shared/protocol/kept-reading.ts';
import { familiesOf, filtered, isFiltered, plainView } from '../../entrypoints/shared/findings/list-view.ts';
import { listViewKey } from '../../entrypoints/shared/findings/list-view-key.ts';
import { words } from '../../entrypoints/shared/locale/messages.ts';
import {
  filesKey,
  reportsKey,
  stateKey,
  type FileEntry,
  type TabState,
} from '../../entrypoints/shared/protocol/protocol.ts';
import { knownReading } from '../../entrypoints/viewer/reading/known-reading.ts';
import { reportFixture } from '../entrypoints/report-fixture.ts';
import { damaged } from './damaged.ts';
import { fuzz } from './fuzz.ts';

const report = reportFixture();
const state: TabState = {
  navigationId: 'n1',
  page: 'tables',
  stage: 'read',
  progress: 1,
  marks: 'on',
  rounding: false,
  inconsistent: 1,
  amounts: 10,
  checked: 9,
  ignored: 0,
  tables: 1,
  partial: false,
  changed: 1,
};
const file: FileEntry = {
  documentId: 'f1',
  url: 'http://www.shili.gov.cn/a.pdf',
  name: 'a.pdf',
  where: 'attachment',
  format: 'pdf',
  own: true,
  stage: 'queued',
  progress: 0,
  since: 1,
};
const stored = fc.record({
  state: damaged(state),
  // The text is damaged, or what it says.
  reports: fc.oneof(
    damaged({ navigationId: 'n1', documents: JSON.stringify([{ documentId: 'page', where: 'page', report }]) }),
    damaged([{ documentId: 'page', where: 'page', report }]).map((documents) => ({
      navigationId: 'n1',
      documents: JSON.stringify(documents),
    })),
  ),
  files: damaged({
    navigationId: 'n1',
    files: [
      file,
      {
        ...file,
        documentId: 'f2',
        stage: 'read',
        result: { inconsistent: 1, notices: 0, amounts: 9, checked: 8, tables: 1, scanned: false, partial: false },
      },
    ],
    more: 0,
  }),
  view: damaged({ ...plainView, navigationId: 'n1', search: '合计', open: ['coverage page'] }),
  reading: damaged({ report, spots: {} }).map((reading) => ({ reading: JSON.stringify(reading), kept: 1 })),
});

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.storage.session.getBytesInUse = () => Promise.resolve(0);
});

describe('what the session keeps, damaged', () => {
  fuzz(
    'is shown as what is left of it, and what comes next is kept beside it',
    stored,
    800,
    async ({ reading, ...items }) => {
      await fakeBrowser.storage.session.set({
        [stateKey(7)]: items.state,
        [reportsKey(7)]: items.reports,
        [filesKey(7)]: items.files,
        [listViewKey(7)]: items.view,
        [readingKey('abc')]: reading,
      });
      const data = { state: await loadState(7), reports: await loadReports(7), files: await loadFiles(7) };
      const view = popupView(data, true);
      filesOf(data);
      const list = await loadListView(7);
      for (const { report: kept } of view.kind === 'read' ? view.documents : []) filtered(kept, list, words.zh);
      familiesOf(data.reports?.documents.map((document) => document.report) ?? [], ['inconsistent']);
      isFiltered(list);
      await knownReading('abc', report.source.url);

      await saveState(7, state);
      expect(await loadState(7)).toMatchObject({ navigationId: 'n1', stage: 'read' });
      await saveReport(7, 'n2', { documentId: 'page', where: 'page', report });
      expect((await loadReports(7))?.documents).toEqual([{ documentId: 'page', where: 'page', report }]);
      await saveFiles(7, { navigationId: 'n2', files: [file], more: 0 });
      expect((await loadFiles(7))?.files).toEqual([file]);
      await saveListView(7, plainView);
      expect(await loadListView(7)).toEqual(plainView);
      await keepReading(report, { fingerprint: 'def', spots: {} });
      expect((await knownReading('def', report.source.url))?.report).toEqual(report);
      while (await dropOldestReading());
      expect(await knownReading('def', report.source.url)).toBeNull();
    },
  );
});
