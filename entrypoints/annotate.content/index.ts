import '../shared/page/own-globals.ts';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { announce } from '../shared/protocol/announce.ts';
import { contentType } from '../shared/page/dom.ts';
import { PageSession } from './page-session.ts';

/** Where this script's world keeps its session: the background may inject it again, after the worker has slept or the page has come back. No name: a page's elements have names that would be found in its place. */
const session = Symbol.for('tieout-session');
const world = globalThis as unknown as Record<symbol, PageSession | undefined>;

export default defineContentScript({
  // Injected by the background on demand; `matches` names the hosts that this needs.
  matches: ['*://*.gov.cn/*'],
  registration: 'runtime',
  main() {
    // A PDF in the browser's own viewer, on whatever site: there are no tables in its page.
    if (contentType(document) === 'application/pdf') {
      announce('pdf');
      return;
    }
    const here = (world[session] ??= new PageSession());
    void here.announce();
  },
});
