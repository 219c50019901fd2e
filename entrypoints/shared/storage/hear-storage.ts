import { browser } from 'wxt/browser';

type Changes = Readonly<Record<string, { readonly newValue?: unknown } | undefined>>;

/**
 * Calls back with what changes in a storage area, until the signal aborts. In a page whose extension has gone there is nothing left to
 * give back: there the browser throws.
 */
export function hearStorage(
  area: 'local' | 'session',
  hear: (changes: Changes) => void,
  signal: AbortSignal | undefined,
): void {
  browser.storage[area].onChanged.addListener(hear);
  signal?.addEventListener(
    'abort',
    () => {
      try {
        browser.storage[area].onChanged.removeListener(hear);
      } catch {
        // Nothing is heard any more.
      }
    },
    { once: true },
  );
}
