import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { embeddedPdfs } from './detect/embedded.ts';
import { looksLikeDisclosure, watchLate } from './detect/look.ts';
import type { Presence, ToBackground } from './ui/protocol.ts';

const worthALook = (page: Document) => looksLikeDisclosure(page) || embeddedPdfs(page).length > 0;

/**
 * Runs on every page of gov.cn, so it stays tiny: no zod, no preact, no core. It looks once, and again a few times while the page
 * still grows; if there may be something to check it says so to the background, else nothing ever happens.
 */
export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  runAt: 'document_idle',
  allFrames: false,
  main() {
    const presence: Presence = { navigationId: String(performance.timeOrigin) };
    const announce = (page: 'tables' | 'pdf') => {
      const say = () => {
        const message: ToBackground = { kind: 'detected', page, ...presence };
        // An extension that has just been updated no longer hears this script: the browser throws at once.
        void Promise.resolve().then(() => browser.runtime.sendMessage(message)).catch(() => undefined);
      };
      browser.runtime.onMessage.addListener((message: { readonly kind?: unknown } | undefined, _sender, answer: (presence: Presence) => void) => {
        if (message?.kind === 'hello') answer(presence);
      });
      addEventListener('pageshow', (event) => {
        if (event.isTrusted && event.persisted) say();
      });
      say();
    };

    const look = () => {
      if (document.contentType === 'application/pdf') announce('pdf');
      else if (worthALook(document)) announce('tables');
      else watchLate(document, worthALook, () => announce('tables'));
    };
    // A page that the browser only prepares is not yet in its tab.
    if ('prerendering' in document && document.prerendering === true) document.addEventListener('prerenderingchange', look, { once: true });
    else look();
  },
});
