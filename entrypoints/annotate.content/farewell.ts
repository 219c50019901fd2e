import { create } from '../shared/page/dom.ts';
import { isExtensionAlive } from '../shared/protocol/say-surely.ts';
import type { Language } from '../shared/locale/messages.ts';
import { words } from '../shared/locale/messages.ts';
import { createLayer } from './layer.ts';

const interval = 1000;

/**
 * Calls back once the extension has been updated, switched off or removed under the page. Nothing announces that, so it is looked at.
 * @param signal no longer matters
 */
export function watchExtension(gone: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (!isExtensionAlive()) gone();
  }, interval);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Says why the marks have gone, until the reader goes on. */
export function sayFarewell(language: Language): void {
  const said = new AbortController();
  const layer = createLayer(language, said.signal);
  const note = create('div');
  note.className = 'farewell';
  note.setAttribute('role', 'status');
  layer.root.append(note);
  // A region that a screen reader knows before there is something in it.
  requestAnimationFrame(() => {
    note.textContent = words[language].farewell;
  });
  for (const event of ['pointerdown', 'keydown', 'pagehide'])
    addEventListener(
      event,
      ({ isTrusted }) => {
        if (isTrusted) said.abort();
      },
      { signal: said.signal },
    );
}
