import { expect, it } from 'vitest';
import { Room } from '../../../entrypoints/reader/room.ts';

const mega = 1024 * 1024;

/** A fetch that ends when it is told to. */
function fetching() {
  const begun: { readonly end: (value: string) => void; readonly full: AbortSignal }[] = [];
  return {
    begun,
    fetch: (full: AbortSignal) =>
      new Promise<string>((resolve, reject) => {
        begun.push({ end: resolve, full });
        full.addEventListener('abort', () => reject(new Error('full')));
      }),
  };
}

it('a file that is too much for all together begins again when another has left', async () => {
  const room = new Room();
  const [first, second] = [room.share(), room.share()];
  const [a, b] = [fetching(), fetching()];
  const [one, two] = [first.fill(a.fetch), second.fill(b.fetch)];
  first.hold(150 * mega);
  second.hold(49 * mega);
  expect(b.begun[0]?.full.aborted).toBe(false);
  second.hold(51 * mega);
  expect(b.begun[0]?.full.aborted).toBe(true);
  a.begun[0]?.end('a');
  expect(await one).toBe('a');
  expect(b.begun).toHaveLength(1);
  first.leave();
  await Promise.resolve();
  await Promise.resolve();
  expect(b.begun).toHaveLength(2);
  b.begun[1]?.end('b');
  expect(await two).toBe('b');
});

it('a file that is alone has room, and what fails for a reason of its own fails', async () => {
  const room = new Room();
  const share = room.share();
  const { begun, fetch } = fetching();
  const done = share.fill(fetch);
  share.hold(250 * mega);
  expect(begun[0]?.full.aborted).toBe(false);
  begun[0]?.end('all of it');
  expect(await done).toBe('all of it');
  await expect(room.share().fill(() => Promise.reject(new Error('404')))).rejects.toThrow('404');
});
