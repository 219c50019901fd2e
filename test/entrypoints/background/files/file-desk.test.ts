import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it, vi } from 'vitest';
import type { FileDesk } from '../../../../entrypoints/background/files/file-desk.ts';
import { startFileDesk } from '../../../../entrypoints/background/files/file-desk.ts';
import { loadFiles } from '../../../../entrypoints/background/files/file-store.ts';
import type { FileEntry, ReaderNews, ToReader } from '../../../../entrypoints/shared/protocol/protocol.ts';

const { room, orders } = vi.hoisted(() => ({ room: { open: false }, orders: [] as string[] }));
vi.mock('../../../../entrypoints/background/files/reader-room.ts', () => ({
  readerIsOpen: () => Promise.resolve(room.open),
  tellReader: (message: ToReader) => {
    room.open = true;
    orders.push(
      message.kind === 'reader-order'
        ? `${message.tabId} ${message.documentId}`
        : `stop ${message.tabId} ${message.documentIds.join(' ')}`,
    );
    return Promise.resolve();
  },
  closeReader: () => {
    room.open = false;
    return Promise.resolve();
  },
}));

const told: string[] = [];
let desk: FileDesk;
beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.permissions.contains = () => Promise.resolve(true);
  room.open = false;
  orders.length = 0;
  told.length = 0;
  desk = startFileDesk((tabId, _, { documentId }, news) => void told.push(`${tabId} ${documentId} ${news.stage}`));
});

const address = (name: string) => `http://www.shili.gov.cn/${name}`;
const file = (name: string, where: FileEntry['where']) => ({
  where,
  url: address(name),
  name,
  format: 'pdf',
  own: true,
});
const news = (tabId: number, name: string): ReaderNews => ({
  kind: 'reader-news',
  tabId,
  navigationId: 'a',
  documentId: address(name),
  news: { stage: 'failed', failure: { kind: 'broken' } },
});
const stages = async (tabId: number) => (await loadFiles(tabId))?.files.map(({ stage }) => stage);

it('gives the reader two files of a tab at a time, and closes it when none is left', async () => {
  await desk.list(1, 'a', [file('w', 'embedded'), file('x', 'embedded'), file('y', 'embedded')], 0);
  await desk.list(2, 'a', [file('z', 'page')], 0);
  // A slow server keeps its own page waiting, no other.
  expect(orders).toEqual([`1 ${address('w')}`, `1 ${address('x')}`, `2 ${address('z')}`]);
  await desk.hear(news(1, 'w'));
  expect(orders.slice(3)).toEqual([`1 ${address('y')}`]);
  for (const [tabId, name] of [
    [2, 'z'],
    [1, 'x'],
  ] as const)
    await desk.hear(news(tabId, name));
  expect(room.open).toBe(true);
  await desk.hear(news(1, 'y'));
  expect(room.open).toBe(false);
  expect(await stages(1)).toEqual(['failed', 'failed', 'failed']);
});

it('has no more than fifty in hand, however many tabs there are', async () => {
  for (let tab = 1; tab <= 55; tab += 1) await desk.list(tab, 'a', [file('x', 'page')], 0);
  expect(orders).toHaveLength(50);
  await desk.hear(news(3, 'x'));
  expect(orders.slice(50)).toEqual([`51 ${address('x')}`]);
});

it('stops what is cancelled or left, and goes on with the next', async () => {
  await desk.list(1, 'a', [file('x', 'embedded'), file('y', 'embedded'), file('z', 'embedded')], 0);
  await desk.cancel(1, [address('x')]);
  expect(orders.slice(2)).toEqual([`stop 1 ${address('x')}`, `1 ${address('z')}`]);
  await desk.drop(1);
  expect(orders.at(-1)).toBe(`stop 1 ${address('y')} ${address('z')}`);
  expect(room.open).toBe(false);
  expect(await loadFiles(1)).toBeNull();
});

const reading = (tabId: number, name: string): ReaderNews => ({
  ...news(tabId, name),
  news: { stage: 'reading', progress: 0.5 },
});

it('goes on after the worker was stopped; what a reader that has gone was reading is not tried again by itself, what it fetched is', async () => {
  await desk.list(1, 'a', [file('x', 'embedded'), file('y', 'embedded')], 0);
  await desk.hear(reading(1, 'x'));
  const awake = startFileDesk(() => undefined);
  await awake.resume();
  expect(orders).toHaveLength(2);
  room.open = false;
  await awake.resume();
  expect(await stages(1)).toEqual(['failed', 'fetching']);
  expect((await loadFiles(1))?.files[0]?.failure).toEqual({ kind: 'interrupted' });
  expect(orders.slice(2)).toEqual([`1 ${address('y')}`]);
  // A reader that goes while it only fetches would go for ever.
  room.open = false;
  await awake.resume();
  expect(await stages(1)).toEqual(['failed', 'failed']);
});

it('a reader that is silent for half a minute is closed, and that is said; the others go on', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const watched = startFileDesk(
      (tabId, _, { documentId }, { stage }) => void told.push(`${tabId} ${documentId} ${stage}`),
    );
    await watched.list(1, 'a', [file('x', 'page')], 0);
    await watched.list(2, 'a', [file('y', 'page')], 0);
    await watched.hear(reading(1, 'x'));
    const turns = async (count: number) => {
      for (let turn = 0; turn < count; turn += 1) {
        vi.advanceTimersByTime(5000);
        await watched.alive([]).then(
          () => undefined,
          () => undefined,
        );
      }
    };
    // A word from it counts, whatever it says.
    await watched.alive([
      { tabId: 1, navigationId: 'a', documentId: address('x') },
      { tabId: 2, navigationId: 'a', documentId: address('y') },
    ]);
    vi.advanceTimersByTime(30_000);
    await watched.cancel(99, []);
    expect(await stages(1)).toEqual(['reading']);
    vi.advanceTimersByTime(5000);
    await watched.resume();
    expect(await stages(1)).toEqual(['failed']);
    expect(told).toContain(`1 ${address('x')} failed`);
    expect(await stages(2)).toEqual(['fetching']);
    expect(orders.slice(2)).toEqual([`2 ${address('y')}`]);
    // What it no longer knows of, twice, nothing will come of.
    await turns(1);
    expect(await stages(2)).toEqual(['fetching']);
    await turns(1);
    expect(await stages(2)).toEqual(['failed']);
    expect(room.open).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});

it('reads nothing unasked when the reader does not want that', async () => {
  await fakeBrowser.storage.local.set({ settings: { readPdfs: false } });
  await desk.list(1, 'a', [file('x', 'embedded'), file('y', 'page')], 0);
  expect(orders).toEqual([]);
  await desk.want(1, [address('x')]);
  expect(orders).toEqual([`1 ${address('x')}`]);
});

it('hears nothing of an earlier page', async () => {
  await desk.list(1, 'a', [file('x', 'embedded')], 0);
  await desk.hear({ ...news(1, 'x'), navigationId: 'before' });
  expect(await stages(1)).toEqual(['fetching']);
});
