import { render } from 'preact';
import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import '../ui/theme.css';
import '../ui/card.css';
import '../ui/finding-list.css';
import '../ui/mark.css';
import './style.css';
import { followSettings, languageFor, loadSettings, speakLanguage } from '../ui/settings.ts';
import { App } from './app.tsx';
import { attachAreas } from './debug/areas.ts';
import { isWordFor } from '../ui/opened-files.ts';
import { receiveFrame } from './framed.ts';
import { listen } from './listen.ts';
import { Session } from './session.ts';
import { cellOf, targetOf } from './target.ts';

/** Below this width the panel would leave no room for the pages. */
const wide = 860;

const life = new AbortController();
addEventListener('pagehide', (event) => {
  // A page that the browser keeps for "back" lives on.
  if (!event.persisted) life.abort();
});
// Listens before anything is waited for: the page speaks once, as soon as the frame has loaded.
const handedOver = parent === window ? null : receiveFrame(life.signal);

const settings = await loadSettings();
speakLanguage(document, languageFor(settings));

const show = (session: Session, framed: boolean) => {
  listen(session, framed, life.signal);
  void followSettings((changed) => {
    speakLanguage(document, languageFor(changed));
    session.choose(changed);
  }, life.signal);
  const root = document.getElementById('app');
  if (root) render(<App session={session} signal={life.signal} />, root);
};
const query = new URLSearchParams(location.search);

if (handedOver === null) {
  const target = targetOf(location.search);
  const own = target.kind === 'address' && await isWordFor(query.get('own'), target.url);
  const session = new Session(target, settings, innerWidth >= wide, { own, finding: query.get('finding') ?? undefined, cell: cellOf(location.search), readHere: query.has('areas') });
  if (query.has('areas')) attachAreas(session);
  show(session, false);
} else {
  // In a page's frame the address has no say: whoever knows ours could write it.
  document.documentElement.classList.add('framed');
  void handedOver.then(({ documentId, name, rounding, finding, bytes }) => {
    const session = new Session({ kind: 'address', url: documentId }, settings, false, { finding, bytes, title: name });
    session.showMarks({ marks: true, rounding });
    show(session, true);
  });
}
