import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Seats } from '../../../entrypoints/reader/seats.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const never = new AbortController().signal;

/** Takes seats for tabs, and keeps a list of who has got one. */
function room() {
  const seats = new Seats();
  const seated: string[] = [];
  const leaving = new Map<string, () => void>();
  const take = (name: string, tabId: number, signal = never) =>
    seats.take(tabId, signal).then(
      (leave) => {
        seated.push(name);
        leaving.set(name, leave);
      },
      () => undefined,
    );
  return {
    take,
    seated,
    leave: async (name: string) => {
      leaving.get(name)?.();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

it('gives one seat after the other while reading goes as it should', async () => {
  const { take, seated, leave } = room();
  void take('a', 1);
  void take('b', 2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(seated).toEqual(['a']);
  await leave('a');
  expect(seated).toEqual(['a', 'b']);
});

it('lets another tab begin when one takes long, but not the same tab once more', async () => {
  const { take, seated, leave } = room();
  void take('a', 1);
  void take('again', 1);
  void take('b', 2);
  await vi.advanceTimersByTimeAsync(19_000);
  expect(seated).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(2000);
  expect(seated).toEqual(['a', 'b']);
  void take('c', 3);
  void take('d', 4);
  await vi.advanceTimersByTimeAsync(60_000);
  // Three at once are enough for the computer.
  expect(seated).toEqual(['a', 'b', 'c']);
  await leave('a');
  expect(seated).toEqual(['a', 'b', 'c', 'again']);
});

it('does not wait for who has given up', async () => {
  const { take, seated, leave } = room();
  const gone = new AbortController();
  void take('a', 1);
  void take('b', 2, gone.signal);
  void take('c', 3);
  await vi.advanceTimersByTimeAsync(0);
  gone.abort();
  await leave('a');
  expect(seated).toEqual(['a', 'c']);
});
