import { render } from 'preact';
import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import '../shared/views/theme.css';
import '../shared/views/card.css';
import '../shared/views/finding-list.css';
import '../shared/views/mark.css';
import './style.css';
import {
  followSettings,
  languageFor,
  loadSettings,
  speakLanguage,
  type Settings,
} from '../shared/settings/settings.ts';
import { App } from './views/app.tsx';
import { answerMessages } from './listen.ts';
import type { Session } from './session/session.ts';

/** The end of this page. */
export function lifeOfPage(): AbortSignal {
  const life = new AbortController();
  addEventListener('pagehide', (event) => {
    // A page that the browser keeps for "back" lives on.
    if (!event.persisted) life.abort();
  });
  return life.signal;
}

/** What the reader has chosen; the page speaks the reader's language from here on. */
export async function settingsOfPage(): Promise<Settings> {
  const settings = await loadSettings();
  speakLanguage(document, languageFor(settings));
  return settings;
}

/** Shows a document in this page. @param framed in the frame of another page, whose script answers for the tab */
export function show(session: Session, framed: boolean, signal: AbortSignal): void {
  answerMessages(session, framed, signal);
  void followSettings((changed) => {
    speakLanguage(document, languageFor(changed));
    session.choose(changed);
  }, signal);
  const root = document.getElementById('app');
  if (root) render(<App session={session} signal={signal} />, root);
}
