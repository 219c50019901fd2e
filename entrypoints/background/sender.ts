import { browser } from 'wxt/browser';

/** Who sent a message. */
export type Sender =
  | { readonly kind: 'page'; readonly tabId: number; readonly url: string; readonly origin: string }
  | { readonly kind: 'viewer' | 'framed-viewer'; readonly tabId: number }
  | { readonly kind: 'popup' | 'reader' };

/** The fields of a message's sender that tell who it is. */
export interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  /** 'null' for a page in a sandbox; not every browser tells it. */
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/**
 * Who sent a message: our script in a tab's page, our viewer in a tab or in a page's frame, the popup, or the reader; null for anyone else.
 * Only what the browser says of the sender counts, nothing that the message says of itself.
 */
export function senderOf(sender: MessageSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  const tabId = sender.tab?.id;
  const address = sender.url?.split(/[?#]/)[0];
  const isOurPage = (path: '/viewer.html' | '/frame.html' | '/popup.html' | '/reader.html') =>
    address === browser.runtime.getURL('/') + path.slice(1);
  if (isOurPage('/popup.html')) return { kind: 'popup' };
  if (isOurPage('/reader.html') && tabId === undefined) return { kind: 'reader' };
  if (tabId === undefined || sender.frameId === undefined) return null;
  if (isOurPage('/viewer.html')) return sender.frameId === 0 ? { kind: 'viewer', tabId } : null;
  // In a page the viewer has another name, which changes from session to session (use_dynamic_url).
  if (isOurPage('/frame.html') || address === browser.runtime.getURL('/frame.html'))
    return sender.frameId === 0 ? null : { kind: 'framed-viewer', tabId };
  // Scripts of ours run in a tab's top document only.
  if (sender.frameId !== 0 || sender.url === undefined || sender.url.startsWith(browser.runtime.getURL('/')))
    return null;
  return { kind: 'page', tabId, url: sender.url, origin: sender.origin ?? new URL(sender.url).origin };
}
