import { browser } from 'wxt/browser';
import type { ListView } from '../shared/findings/list-view.ts';
import { listViewSchema, plainView } from '../shared/findings/list-view.ts';
import { listViewKey } from '../shared/findings/list-view-key.ts';

/** How the reader left the list of a tab; as it comes, if they did not touch it. */
export async function loadListView(tabId: number): Promise<ListView> {
  const key = listViewKey(tabId);
  return listViewSchema.safeParse((await browser.storage.session.get(key))[key]).data ?? plainView;
}

/** Keeps how the reader leaves the list of a tab. */
export async function saveListView(tabId: number, view: ListView): Promise<void> {
  // Without room for it, the list is as it comes next time.
  await browser.storage.session.set({ [listViewKey(tabId)]: view }).catch(() => undefined);
}

const pause = 150;

/** Scrolls to where the reader left, and calls back where they scroll to, until the signal aborts. */
export function keepScroll(to: number, scrolled: (to: number) => void, signal: AbortSignal): void {
  scrollTo({ top: to, behavior: 'instant' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => scrolled(Math.max(0, scrollY)), pause);
    },
    { passive: true, signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
