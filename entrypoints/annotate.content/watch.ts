import { isElement, listen, matches } from '../shared/page/dom.ts';
import { frameTags } from '../shared/page/inner-document.ts';

/** What is watched in a page. */
export interface Watch {
  readonly observed: MutationObserverInit;
  /** Whether a change is worth a look. */
  readonly concerns: (record: MutationRecord) => boolean;
  /** Whether a frame that was loaded is. */
  readonly concernsFrame: (frame: Element) => boolean;
}

/** So many changes at once concern whatever is watched: to look through them would take longer than to look at the page. */
const most = 2000;

/** Calls back when a page has changed in what is watched. */
export function watch(
  page: Document,
  { observed, concerns, concernsFrame }: Watch,
  changed: () => void,
  signal: AbortSignal,
): void {
  const observer = new MutationObserver((records) => {
    if (records.length > most || records.some(concerns)) changed();
  });
  // The page itself: its root and body may be others tomorrow.
  observer.observe(page, observed);
  listen(
    page,
    'load',
    ({ target, isTrusted }) => {
      if (isTrusted && target instanceof Element && matches(target, frameTags) && concernsFrame(target)) changed();
    },
    { capture: true, signal },
  );
  signal.addEventListener('abort', () => observer.disconnect());
}

/** The elements that a change has added or taken away. */
export function movedElements({ addedNodes, removedNodes }: MutationRecord): Element[] {
  return [...addedNodes, ...removedNodes].filter(isElement);
}
