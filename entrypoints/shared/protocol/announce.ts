import { browser } from 'wxt/browser';
import type { Presence, ToBackground } from './protocol.ts';

/** Says to the background what stands in this tab, now and whenever the browser brings it back, and answers when it asks whether the tab is still there. */
export function announce(page: 'tables' | 'pdf'): void {
  const presence: Presence = { navigationId: String(performance.timeOrigin) };
  const say = () => {
    const message: ToBackground = { kind: 'detected', page, ...presence };
    // An extension that has just been updated no longer hears this script: the browser throws at once.
    void Promise.resolve()
      .then(() => browser.runtime.sendMessage(message))
      .catch(() => undefined);
  };
  browser.runtime.onMessage.addListener(
    (message: { readonly kind?: unknown } | undefined, _sender, answer: (presence: Presence) => void) => {
      if (message?.kind === 'hello') answer(presence);
    },
  );
  addEventListener('pageshow', (event) => {
    if (event.isTrusted && event.persisted) say();
  });
  say();
}
