import { defineContentScript } from 'wxt/utils/define-content-script';
import { announce } from '../detect/announce.ts';
import { PageSession } from './page-session.ts';

/** Where this script's world keeps its session: the background may inject it again, after the worker has slept or the page has come back. */
interface World {
  tieoutSession?: PageSession;
}

export default defineContentScript({
  // Injected by the background on demand; `matches` names the hosts that this needs.
  matches: ['*://*.gov.cn/*'],
  registration: 'runtime',
  main() {
    // A PDF in the browser's own viewer, on whatever site: there are no tables in its page.
    if (document.contentType === 'application/pdf') {
      announce('pdf');
      return;
    }
    const world = globalThis as World;
    world.tieoutSession ??= new PageSession();
    void world.tieoutSession.announce();
  },
});
