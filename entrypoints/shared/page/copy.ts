import { execCommand } from './dom.ts';

// Two scripts of ours share the page's world with each other, and with nobody else.
const key = Symbol.for('tieout-copy');

interface CopyDesk {
  /** What the next copy is to put on the clipboard; null: copies are none of our business. */
  text: string | null;
  taken: boolean;
}

const world = globalThis as typeof globalThis & { [key]?: CopyDesk };

/**
 * Answers the copies that `copyText` asks for, before any script of the page: called before the page has one, it is the first to be asked.
 * Called again it does nothing.
 */
export function answerCopies(): CopyDesk {
  if (world[key] !== undefined) return world[key];
  const desk: CopyDesk = { text: null, taken: false };
  Object.defineProperty(globalThis, key, { value: desk });
  addEventListener(
    'copy',
    (event) => {
      if (desk.text === null || !event.isTrusted) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      event.clipboardData?.setData('text/plain', desk.text);
      desk.taken = event.clipboardData !== null;
    },
    { capture: true },
  );
  return desk;
}

/**
 * Puts text on the clipboard. Many of these sites are http only, where navigator.clipboard does not exist; so it takes the browser's copy command
 * and answers the event that this raises.
 * @returns whether it is there
 */
export function copyText(text: string): boolean {
  const desk = answerCopies();
  desk.text = text;
  desk.taken = false;
  // Deprecated, and without a successor on http.
  const copied = execCommand(document, 'copy');
  desk.text = null;
  return copied && desk.taken;
}
