import { stepOf } from '../shared/views/step-keys.ts';
import type { Session } from './session/session.ts';

/** Keys that a reader of PDFs expects; what the browser does with them elsewhere would zoom or search our own controls. */
export function shortcut(event: KeyboardEvent, session: Session): void {
  const { opening, card, finding, contents } = session.store.value;
  if (event.key === 'Escape') {
    if (card) session.card.close();
    else if (contents && document.activeElement?.closest('.contents') != null) session.showContents(false);
    else if (finding) session.store.set({ finding: false });
    else return;
    event.preventDefault();
    return;
  }
  const by = session.store.value.settings.stepKeys ? stepOf(event) : null;
  if (by !== null && opening.stage === 'open') {
    event.preventDefault();
    void session.locator.step(by);
    return;
  }
  if (opening.stage !== 'open' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  switch (event.key.toLowerCase()) {
    case 'f':
      session.store.set({ finding: true });
      document.querySelector<HTMLInputElement>('.find-bar input')?.select();
      break;
    case '=':
    case '+':
      session.pages?.zoom(1);
      break;
    case '-':
      session.pages?.zoom(-1);
      break;
    case '0':
      session.pages?.fit('auto');
      break;
    // Our page holds a window's worth of the document: the original prints and saves whole.
    case 'p':
    case 's':
      session.opener.openOriginal();
      break;
    default:
      return;
  }
  event.preventDefault();
}
