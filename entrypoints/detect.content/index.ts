import '../shared/page/own-globals.ts';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { announce } from '../shared/protocol/announce.ts';
import { answerCopies } from '../shared/page/copy.ts';
import { contentType, isPrerendered, listen, readyState } from '../shared/page/dom.ts';
import { embeddedPdfs } from '../shared/page/embedded.ts';
import { looksLikeDisclosure, watchLate } from './look.ts';

const worthALook = (page: Document) => looksLikeDisclosure(page) || embeddedPdfs(page).length > 0;

/**
 * Runs on every page of gov.cn, so it stays tiny: no zod, no preact, no core. It looks once, and again a few times while the page
 * still grows; if there may be something to check it says so to the background, else nothing ever happens.
 */
export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  // Before there is anything in the page: with a frame named `chrome` or `browser` in it, Chromium gives scripts that come later no interfaces.
  runAt: 'document_start',
  allFrames: false,
  main() {
    answerCopies();
    const look = () => {
      if (contentType(document) === 'application/pdf') announce('pdf');
      else if (worthALook(document)) announce('tables');
      else watchLate(document, worthALook, () => announce('tables'));
    };
    const start = () => {
      // A page that the browser only prepares is not yet in its tab.
      if (isPrerendered(document)) listen(document, 'prerenderingchange', look, { once: true });
      else look();
    };
    if (readyState(document) === 'loading') listen(document, 'DOMContentLoaded', start, { once: true });
    else start();
  },
});
