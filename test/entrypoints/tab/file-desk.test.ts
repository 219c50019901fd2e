import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it, vi } from 'vitest';
import type { FileDesk } from '../../../entrypoints/tab/file-desk.ts';
import { startFileDesk } from '../../../entrypoints/tab/file-desk.ts';
import { loadFiles } from '../../../entrypoints/tab/file-store.ts';
import type { FileEntry, ReaderNews, ToReader } from '../../../entrypoints/ui/protocol.ts';

const { room, orders } = vi.hoisted(() => ({ room: { open: false }, orders: [] as string[] }));
vi.mock('../../../entrypoints/tab/reader-room.ts', () => ({
  readerIsOpen: () => Promise.resolve(room.open),
  tellReader: (message: ToReader) => {
    room.open = true;
    orders.push(message.kind === 'reader-order' ? `${message.tabId} ${message.documentId}` : 'stop');
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
const file = (name: string, where: FileEntry['where']) => ({ where, url: address(name), name, format: 'pdf', own: true });
const news = (tabId: number, name: string): ReaderNews => ({ kind: 'reader-news', tabId, navigationId: 'a', documentId: address(name), news: { stage: 'failed', failure: { kind: 'broken' } } });
const stages = async (tabId: number) => (await loadFiles(tabId))?.files.map(({ stage }) => stage);

it('reads one file at a time, whatever tab it is of, and closes the reader when none is left', async () => {
  await desk.list(1, 'a', [file('x', 'embedded'), file('y', 'embedded')], 0);
  await desk.list(2, 'a', [file('z', 'page')], 0);
  expect(orders).toEqual([`1 ${address('x')}`]);
  await desk.hear(news(1, 'x'));
  await desk.hear(news(1, 'y'));
  expect(orders.slice(1)).toEqual([`1 ${address('y')}`, `2 ${address('z')}`]);
  expect(room.open).toBe(true);
  await desk.hear(news(2, 'z'));
  expect(room.open).toBe(false);
  expect(await stages(1)).toEqual(['failed', 'failed']);
});

it('stops what is cancelled or left, and goes on with the next', async () => {
  await desk.list(1, 'a', [file('x', 'embedded'), file('y', 'embedded')], 0);
  await desk.cancel(1, [address('x')]);
  expect(orders).toEqual([`1 ${address('x')}`, 'stop', `1 ${address('y')}`]);
  await desk.drop(1);
  expect(orders.at(-1)).toBe('stop');
  expect(room.open).toBe(false);
  expect(await loadFiles(1)).toBeNull();
});

it('goes on after the worker was stopped; a file whose reader has gone is not tried again by itself', async () => {
  await desk.list(1, 'a', [file('x', 'embedded'), file('y', 'embedded')], 0);
  const awake = startFileDesk(() => undefined);
  await awake.resume();
  expect(orders).toHaveLength(1);
  room.open = false;
  await awake.resume();
  expect(await stages(1)).toEqual(['failed', 'fetching']);
  expect((await loadFiles(1))?.files[0]?.failure).toEqual({ kind: 'interrupted' });
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
