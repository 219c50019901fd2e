import { execCommand } from '../shared/page/dom.ts';

/**
 * Puts text on the clipboard. Many of these sites are http only, where navigator.clipboard does not exist; so it takes the
 * browser's copy command and answers the event it raises, before any script of the page sees it.
 * @returns whether it is there
 */
export function copyText(text: string): boolean {
  let answered = false;
  const answer = (event: ClipboardEvent) => {
    if (!event.isTrusted) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    answered = event.clipboardData !== null;
  };
  addEventListener('copy', answer, { capture: true, once: true });
  // Deprecated, and without a successor on http.
  const copied = execCommand(document, 'copy');
  removeEventListener('copy', answer, { capture: true });
  return copied && answered;
}
