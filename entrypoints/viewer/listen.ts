import { browser } from 'wxt/browser';
import type { Presence } from '../ui/protocol.ts';
import { toDocumentSchema } from '../ui/protocol.ts';
import type { Session } from './session.ts';

/**
 * Does what the popup and the background ask of the document in this tab. Messages for other tabs do not reach it;
 * those for the background do, and are not of this kind.
 */
export function listen(session: Session, signal: AbortSignal): void {
  const onMessage = (raw: unknown, sender: { readonly id?: string | undefined }, answer: (response: Presence) => void): undefined => {
    if (sender.id !== browser.runtime.id) return;
    const message = toDocumentSchema.safeParse(raw).data;
    switch (message?.kind) {
      case 'hello': answer({ navigationId: session.navigationId }); return;
      case 'show': session.showMarks(message.marks, message.rounding); return;
      case 'find': if (message.documentId === session.documentId) void session.locateId(message.finding, message.place); return;
      case 'read-again': void session.check(); return;
      case undefined:
    }
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage), { once: true });
}
