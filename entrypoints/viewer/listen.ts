import { browser } from 'wxt/browser';
import type { Contents } from '../../core/report/export/contents.ts';
import type { Presence } from '../shared/protocol/protocol.ts';
import { toDocumentSchema } from '../shared/protocol/protocol.ts';
import type { Session } from './session/session.ts';

/**
 * Does what the popup and the background ask of the document in this tab. Messages for other tabs do not reach it;
 * those for the background do, and are not of this kind.
 * @param framed the viewer stands in a page's frame: the page's script answers for the tab, and takes the frame away with the marks
 */
export function answerMessages(session: Session, framed: boolean, signal: AbortSignal): void {
  const onMessage = (
    raw: unknown,
    sender: { readonly id?: string | undefined },
    answer: (response: Presence | Contents | null) => void,
  ): true | undefined => {
    if (sender.id !== browser.runtime.id) return;
    const message = toDocumentSchema.safeParse(raw).data;
    switch (message?.kind) {
      case 'hello':
        if (!framed) answer({ navigationId: session.opener.navigationId });
        return;
      case 'show':
        if (!framed || message.marks) session.marker.show(message);
        return;
      case 'find':
        if (message.documentId === session.opener.documentId) void session.locator.want(message.finding, message.place);
        return;
      case 'find-cell':
        if (message.documentId === session.opener.documentId) void session.locator.wantCell(message.cell);
        return;
      case 'step':
        if (!framed) void session.locator.step(message.by);
        return;
      case 'contents':
        if (message.documentId !== session.opener.documentId) return;
        void session.checker.contents().then(answer, () => answer(null));
        return true;
      case 'read-again':
        if (!framed) void session.checker.check();
        return;
      case undefined:
    }
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage), { once: true });
}
