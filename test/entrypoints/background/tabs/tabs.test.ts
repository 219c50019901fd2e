import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it, vi } from 'vitest';
import { loadReports, loadState } from '../../../../entrypoints/background/tabs/store.ts';
import type { Tabs } from '../../../../entrypoints/background/tabs/tabs.ts';
import { startTabs } from '../../../../entrypoints/background/tabs/tabs.ts';
import type { ReaderNews } from '../../../../entrypoints/shared/protocol/protocol.ts';
import { reportFixture } from '../../report-fixture.ts';

vi.mock('../../../../entrypoints/background/files/reader-room.ts', () => ({
  readerIsOpen: () => Promise.resolve(true),
  tellReader: () => Promise.resolve(),
  closeReader: () => Promise.resolve(),
}));

const url = 'http://www.shili.gov.cn/a.pdf';
const news = (news: ReaderNews['news']): ReaderNews => ({
  kind: 'reader-news',
  tabId: 1,
  navigationId: 'a',
  documentId: url,
  news,
});

/** What the page in the tab says of itself; it waits for this. */
let hello: Promise<unknown>;
let tabs: Tabs;
beforeEach(async () => {
  vi.useRealTimers();
  fakeBrowser.reset();
  fakeBrowser.permissions.contains = () => Promise.resolve(true);
  fakeBrowser.i18n.getUILanguage = () => 'zh-CN';
  fakeBrowser.tabs.get = () => Promise.resolve({ id: 1, url } as never);
  fakeBrowser.tabs.sendMessage = () => hello as never;
  for (const name of ['setBadgeText', 'setBadgeBackgroundColor', 'setTitle'] as const)
    fakeBrowser.action[name] = () => Promise.resolve();
  hello = Promise.resolve({ navigationId: 'a' });
  tabs = startTabs();
  await tabs.take(1, { kind: 'detected', navigationId: 'a', page: 'pdf' });
  await tabs.takePdf(1, 'a', url);
});

it.each([
  { stage: 'reading', progress: 0.6 },
  { stage: 'read', report: reportFixture() },
] as const)('keeps nothing of a file whose last word comes while its tab goes elsewhere: $stage', async (word) => {
  await tabs.files.hear(news({ stage: 'reading', progress: 0.5 }));
  await vi.waitUntil(async () => (await loadState(1))?.stage === 'reading');
  // The desk hears it before it is told to drop the file; the tab is told behind the leaving.
  await Promise.all([tabs.take(1, { kind: 'left' }), tabs.files.hear(news(word))]);
  for (let turn = 0; turn < 5; turn += 1) await tabs.lookAgain(2);
  await tabs.take(1, {
    kind: 'counted',
    navigationId: '',
    counts: { inconsistent: 0, amounts: 0, checked: 0, ignored: 0, tables: 0, partial: false },
  });
  expect(await loadState(1)).toBeNull();
  expect(await loadReports(1)).toBeNull();
});

it('forgets a page that was too busy to say that it has gone, once it has answered', async () => {
  vi.useFakeTimers();
  let answer: (said: unknown) => void = () => undefined;
  hello = new Promise((resolve) => {
    answer = resolve;
  });
  const looked = tabs.lookAgain(1);
  await vi.advanceTimersByTimeAsync(5000);
  await looked;
  expect(await loadState(1)).not.toBeNull();
  answer({ navigationId: 'b' });
  await vi.advanceTimersByTimeAsync(5000);
  expect(await loadState(1)).toBeNull();
});

it('tells nothing more of a page whose verdict was withdrawn, and counts only what was found in its files', async () => {
  fakeBrowser.storage.session.getBytesInUse = () => Promise.resolve(0);
  await tabs.takeReport(2, 'p', { documentId: 'page', where: 'page', report: reportFixture() }, false);
  await tabs.takeReport(2, 'p', { documentId: url, where: 'embedded', report: reportFixture() }, false);
  const both = (await loadState(2))?.inconsistent ?? 0;
  expect(both).toBeGreaterThan(0);
  // A word of a page that the tab has left withdraws nothing.
  await tabs.take(2, { kind: 'failed', navigationId: 'q', viewer: false, failure: { kind: 'page-restless' } });
  expect((await loadReports(2))?.documents).toHaveLength(2);
  const written: unknown[] = [];
  const listen = (changes: Record<string, { newValue?: unknown }>) => written.push(changes['tab:2']?.newValue);
  fakeBrowser.storage.session.onChanged.addListener(listen);
  await tabs.take(2, { kind: 'failed', navigationId: 'p', viewer: false, failure: { kind: 'page-restless' } });
  fakeBrowser.storage.session.onChanged.removeListener(listen);
  // Not for a moment is a verdict counted that is said to be withdrawn.
  const states = written.filter((state) => state !== undefined);
  expect(states.length).toBeGreaterThan(0);
  for (const state of states) expect(state).toMatchObject({ stage: 'failed', inconsistent: both / 2 });
  expect((await loadReports(2))?.documents.map(({ where }) => where)).toEqual(['embedded']);
  expect(await loadState(2)).toMatchObject({ stage: 'failed', inconsistent: both / 2 });
});
