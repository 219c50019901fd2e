import { addressOf } from '../shared/page/dom.ts';

/** A page without its fragment, unless that names a page of its own: `#/budget`, `#!budget`. */
function pageAt(address: string): string {
  const at = address.indexOf('#');
  return at < 0 || /^#[!/]/.test(address.slice(at, at + 2)) ? address : address.slice(0, at);
}

/**
 * Calls back when the page has another address though nothing was loaded: to a reader it is another page.
 * @returns looks whether it has one by now: not every browser tells
 */
export function watchAddress(page: Document, changed: () => void, signal: AbortSignal): () => void {
  let at = pageAt(addressOf(page));
  const look = () => {
    const now = pageAt(addressOf(page));
    if (now === at) return;
    at = now;
    changed();
  };
  for (const type of ['popstate', 'hashchange']) addEventListener(type, look, { signal });
  if ('navigation' in globalThis) navigation.addEventListener('currententrychange', look, { signal });
  return look;
}
