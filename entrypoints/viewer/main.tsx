import { render } from 'preact';
import { browser } from 'wxt/browser';
import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import '../ui/theme.css';
import '../ui/card.css';
import '../ui/finding-list.css';
import '../ui/mark.css';
import './style.css';
import { languageOf } from '../ui/messages.ts';
import { App } from './app.tsx';
import { attachAreas } from './debug/areas.ts';
import { listen } from './listen.ts';
import { Session } from './session.ts';
import { targetOf } from './target.ts';

/** Below this width the panel would leave no room for the pages. */
const wide = 860;

const language = languageOf(browser.i18n.getUILanguage());
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';

const life = new AbortController();
addEventListener('pagehide', (event) => {
  // A page that the browser keeps for "back" lives on.
  if (!event.persisted) life.abort();
});
const session = new Session(targetOf(location.search), language, innerWidth >= wide);
listen(session, life.signal);
if (new URLSearchParams(location.search).has('areas')) attachAreas(session);
const root = document.getElementById('app');
if (root) render(<App session={session} signal={life.signal} />, root);
