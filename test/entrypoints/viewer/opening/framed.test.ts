// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { receiveFrame } from '../../../../entrypoints/viewer/opening/framed.ts';

const life = new AbortController();
afterEach(() => vi.restoreAllMocks());

const word = (index: number) => `${index}`.padEnd(36, 'x');
const say = (nonce: string, port: unknown = new MessageChannel().port1) =>
  dispatchEvent(
    Object.assign(new Event('message'), {
      data: { kind: 'tieout-frame', nonce },
      ports: [port],
    }),
  );

/** The background, which knows one word. */
function knowing(known: string) {
  return vi
    .spyOn(browser.runtime, 'sendMessage')
    .mockImplementation(((message: { readonly nonces: readonly string[] }) =>
      Promise.resolve(
        message.nonces.includes(known)
          ? { nonce: known, documentId: 'https://www.shili.gov.cn/a.pdf', name: 'a', rounding: false }
          : null,
      )) as never);
}

it('however many words are refused, the right one is heard', async () => {
  const asked = knowing(word(500));
  const framed = receiveFrame(life.signal);
  for (let index = 0; index < 400; index += 1) say(word(index));
  await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(1));
  say(word(500));
  expect((await framed).documentId).toBe('https://www.shili.gov.cn/a.pdf');
});

it('a message that is none, or brings no way back, is not passed on', async () => {
  const asked = knowing(word(2));
  const framed = receiveFrame(life.signal);
  dispatchEvent(Object.assign(new Event('message'), { data: { kind: 'tieout-frame', nonce: 'short' }, ports: [1] }));
  dispatchEvent(Object.assign(new Event('message'), { data: { kind: 'tieout-frame', nonce: word(1) }, ports: [] }));
  say(word(2));
  await framed;
  expect(asked).toHaveBeenCalledTimes(1);
  expect(asked).toHaveBeenCalledWith({ kind: 'frame-claim', nonces: [word(2)] });
});
