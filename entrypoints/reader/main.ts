import { browser } from 'wxt/browser';
import type { ReaderNews } from '../ui/protocol.ts';
import { toReaderSchema } from '../ui/protocol.ts';
import { Desk } from './desk.ts';

// A page that nobody sees: Chromium's offscreen document, a frame of the background page in Firefox (tab/reader-room.ts).
const desk = new Desk((news: ReaderNews) => void browser.runtime.sendMessage(news).catch(() => undefined));

browser.runtime.onMessage.addListener((raw: unknown, sender: { readonly id?: string | undefined; readonly tab?: unknown }, answer: (taken: boolean) => void) => {
  // Orders come from the background, which is no tab.
  if (sender.id !== browser.runtime.id || sender.tab !== undefined) return;
  const message = toReaderSchema.safeParse(raw).data;
  if (message === undefined) return;
  desk.take(message);
  answer(true);
});
