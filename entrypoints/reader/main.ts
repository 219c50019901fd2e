import { browser } from 'wxt/browser';
import type { ReaderNews, ToBackground } from '../shared/protocol/protocol.ts';
import { toReaderSchema } from '../shared/protocol/protocol.ts';
import { saySurely } from '../shared/protocol/say-surely.ts';
import { signOfLife } from '../shared/protocol/sign-of-life.ts';
import { Desk } from './desk.ts';

// A page that nobody sees: Chromium's offscreen document, a frame of the background page in Firefox (background/files/reader-room.ts).
const desk = new Desk(async (message: ReaderNews) => {
  const { stage } = message.news;
  if (stage === 'read' || stage === 'failed') await saySurely(message).catch(() => undefined);
  else await browser.runtime.sendMessage(message).catch(() => undefined);
});

let port: { readonly onDisconnect: { addListener(gone: () => void): void } } | null = null;

/** While it reads, the background can tell whether this page is still there. A worker that was stopped in the meantime is started again. */
function stayInTouch(): void {
  if (port !== null || desk.jobs.length === 0) return;
  port = browser.runtime.connect();
  port.onDisconnect.addListener(() => {
    port = null;
    stayInTouch();
  });
}

// And that it does not hang; what the background waits for and we know nothing of, nothing will come of.
setInterval(() => {
  const message: ToBackground = { kind: 'reader-alive', jobs: [...desk.jobs] };
  if (message.jobs.length > 0) void browser.runtime.sendMessage(message).catch(() => undefined);
}, signOfLife);

browser.runtime.onMessage.addListener(
  (
    raw: unknown,
    sender: { readonly id?: string | undefined; readonly tab?: unknown },
    answer: (taken: boolean) => void,
  ) => {
    // Orders come from the background, which is no tab.
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return;
    const message = toReaderSchema.safeParse(raw).data;
    if (message === undefined) return;
    desk.take(message);
    stayInTouch();
    answer(true);
  },
);
