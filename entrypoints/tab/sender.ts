import { browser } from 'wxt/browser';

/** Who sent a message. */
export type Sender =
  | { readonly kind: 'page' | 'viewer'; readonly tabId: number }
  | { readonly kind: 'popup' };

/** The fields of a message's sender that tell who it is. */
export interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/**
 * Who sent a message: our script in a tab's page, our viewer in a tab, or the popup; null for anyone else.
 * Only what the browser says of the sender counts, nothing that the message says of itself.
 */
export function senderOf(sender: MessageSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  const tabId = sender.tab?.id;
  const isOurPage = (path: '/viewer.html' | '/popup.html') => sender.url?.split(/[?#]/)[0] === browser.runtime.getURL('/') + path.slice(1);
  if (isOurPage('/popup.html')) return { kind: 'popup' };
  // Scripts of ours run in a tab's top document only, and the viewer is a tab's top document.
  if (tabId === undefined || sender.frameId !== 0) return null;
  if (isOurPage('/viewer.html')) return { kind: 'viewer', tabId };
  return sender.url?.startsWith(browser.runtime.getURL('/')) === true ? null : { kind: 'page', tabId };
}
