import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it, vi } from 'vitest';
import { loadReports, loadState, saveReport, saveState } from '../../../../entrypoints/background/tabs/store.ts';
import type { TabState } from '../../../../entrypoints/shared/protocol/protocol.ts';
import { reportFixture } from '../../report-fixture.ts';

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
const record = (documentId: string) => ({ documentId, where: 'page' as const, report: reportFixture() });
let used = 0;

beforeEach(() => {
  fakeBrowser.reset();
  used = 0;
  fakeBrowser.storage.session.getBytesInUse = () => Promise.resolve(used);
});

it('keeps a state and forgets it', async () => {
  await saveState(7, state);
  expect(await loadState(7)).toMatchObject({ navigationId: 'a', marks: 'on' });
  await saveState(7, null);
  expect(await loadState(7)).toBeNull();
});

it('reads nothing from what it does not understand', async () => {
  await fakeBrowser.storage.session.set({ 'tab:7': { stage: 'elsewhere' }, 'report:7': { documents: 'none' } });
  expect(await loadState(7)).toBeNull();
  expect(await loadReports(7)).toBeNull();
});

it('keeps one report a document, and none of an earlier navigation', async () => {
  await saveReport(7, 'a', record('page'));
  await saveReport(7, 'a', record('page'));
  expect((await saveReport(7, 'a', record('annex'))).documents.map(({ documentId }) => documentId)).toEqual([
    'page',
    'annex',
  ]);
  expect((await saveReport(7, 'b', record('page'))).documents).toHaveLength(1);
  expect(await fakeBrowser.storage.session.get('report:7')).toMatchObject({ 'report:7': { navigationId: 'b' } });
});

it('drops the reports of the tabs that were still the longest when room runs out, and keeps their states', async () => {
  vi.useFakeTimers();
  for (const [index, tabId] of [3, 1, 2].entries()) {
    vi.setSystemTime(1000 + index);
    await saveState(tabId, state);
    await saveReport(tabId, 'a', record('page'));
  }
  vi.useRealTimers();
  used = 8 * 1024 * 1024;
  const remove = fakeBrowser.storage.session.remove.bind(fakeBrowser.storage.session);
  // Two tabs' worth has to go.
  fakeBrowser.storage.session.remove = (keys: string | string[]) => {
    used -= 4000;
    return remove(keys);
  };
  await saveReport(9, 'a', record('page'));
  fakeBrowser.storage.session.remove = remove;
  expect(await loadReports(3)).toBeNull();
  expect(await loadReports(9)).not.toBeNull();
  expect(await loadState(3)).not.toBeNull();
});
