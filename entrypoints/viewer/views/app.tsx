import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../../shared/locale/messages.ts';
import { CardHost } from './card-host.tsx';
import { ContentsPanel } from './contents.tsx';
import { FileBar } from './file-bar.tsx';
import { FindBar } from './find-bar.tsx';
import { OpeningNotice } from './notice.tsx';
import { Panel } from './panel.tsx';
import type { Session } from '../session/session.ts';
import { shortcut } from '../shortcuts.ts';
import { useStore } from '../session/store.ts';
import { Toolbar } from './toolbar.tsx';
import { viewerWords } from '../words.ts';

/** How far the wheel turns for one step of zoom. */
const wheelNotch = 40;

/** The whole page: toolbar, pages, panel, card. */
export function App({ session, signal }: { readonly session: Session; readonly signal: AbortSignal }) {
  const state = useStore(session.store);
  const container = useRef<HTMLDivElement>(null);
  const [dropping, setDropping] = useState(false);
  const spoken = viewerWords[session.language];
  const open = state.opening.stage === 'open';

  useEffect(() => {
    if (!container.current) return;
    session.start(container.current, signal);
    addEventListener('keydown', (event) => shortcut(event, session), { signal });
    let turned = 0;
    // Not passive: the browser would zoom our toolbar along with the page.
    container.current.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        // A mouse turns by notches of about 100, a touchpad by many small steps.
        turned += event.deltaMode === 0 ? event.deltaY : event.deltaY * 33;
        if (Math.abs(turned) < wheelNotch) return;
        session.pages?.zoom(turned < 0 ? 1 : -1, [event.clientX, event.clientY]);
        turned = 0;
      },
      { passive: false, signal },
    );
  }, [session, signal]);

  useEffect(() => {
    document.title =
      state.title === '' ? words[session.language].name : `${state.title} · ${words[session.language].name}`;
  }, [session.language, state.title]);

  // In a page's frame the file is the page's own.
  const hasFile = (event: DragEvent) => parent === window && event.dataTransfer?.types.includes('Files') === true;
  const drop = (event: DragEvent) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    setDropping(false);
    void session.opener.openFiles([...(event.dataTransfer?.files ?? [])]);
  };

  return (
    <div
      class="viewer"
      onDragOver={(event) => {
        if (hasFile(event)) {
          event.preventDefault();
          setDropping(true);
        }
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setDropping(false);
      }}
      onDrop={drop}
    >
      <Toolbar session={session} state={state} />
      {state.files.length > 1 && <FileBar session={session} state={state} />}
      {open && state.finding && <FindBar session={session} state={state} />}
      <div class="stage">
        {open && state.contents && <ContentsPanel session={session} state={state} />}
        <main class="pages-frame" aria-label={spoken.pages}>
          <div class="pages" ref={container} tabIndex={open ? 0 : -1} hidden={!open}>
            <div class="pdfViewer" />
          </div>
          {!open && <OpeningNotice session={session} state={state} />}
        </main>
        {open && state.panel && <Panel session={session} state={state} />}
      </div>
      <CardHost session={session} state={state} />
      {dropping && <div class="drop-veil">{spoken.dropHere}</div>}
    </div>
  );
}
