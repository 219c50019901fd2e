import { browser } from 'wxt/browser';
import type { ReaderNews } from '../ui/protocol.ts';
import { toReaderSchema } from '../ui/protocol.ts';
import { saySurely } from '../ui/say-surely.ts';
import { Desk } from './desk.ts';

// A page that nobody sees: Chromium's offscreen document, a frame of the background page in Firefox (tab/reader-room.ts).
const desk = new Desk(async (message: ReaderNews) => {
  const { stage } = message.news;
  if (stage === 'read' || stage === 'failed') await saySurely(message).catch(() => undefined);
  else await browser.runtime.sendMessage(message).catch(() => undefined);
});

let port: { readonly onDisconnect: { addListener(gone: () => void): void } } | null = null;

/** While it reads, the background can tell whether this page is still there. A worker that was stopped in the meantime is started again. */
function stayInTouch(): void {
  if (port !== null || !desk.isBusy) return;
  port = browser.runtime.connect();
  port.onDisconnect.addListener(() => {
    port = null;
    stayInTouch();
  });
}

browser.runtime.onMessage.addListener((raw: unknown, sender: { readonly id?: string | undefined; readonly tab?: unknown }, answer: (taken: boolean) => void) => {
  // Orders come from the background, which is no tab.
  if (sender.id !== browser.runtime.id || sender.tab !== undefined) return;
  const message = toReaderSchema.safeParse(raw).data;
  if (message === undefined) return;
  desk.take(message);
  stayInTouch();
  answer(true);
});
