import { all, isElement, listen, matches } from '../shared/page/dom.ts';
import { frameTags, innerDocument } from '../shared/page/inner-document.ts';

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

/** Calls back when a page has changed in what is watched, or a page in one of its frames that we may look into. */
export function watch(
  page: Document,
  { observed, concerns, concernsFrame }: Watch,
  changed: () => void,
  signal: AbortSignal,
): void {
  const observer = new MutationObserver((records) => {
    if (records.length > most || records.some(concerns)) changed();
  });
  const followed = new WeakSet<Document>();
  const follow = (document: Document): void => {
    if (followed.has(document)) return;
    followed.add(document);
    // The page itself: its root and body may be others tomorrow.
    observer.observe(document, observed);
    listen(
      document,
      'load',
      ({ target, isTrusted }) => {
        // What the browser itself has loaded in a document is a node of it.
        const frame = target as Node | null;
        if (!isTrusted || !isElement(frame) || !matches(frame, frameTags)) return;
        followFrame(frame);
        if (concernsFrame(frame)) changed();
      },
      { capture: true, signal },
    );
    for (const frame of all(document, frameTags)) followFrame(frame);
  };
  const followFrame = (frame: Element): void => {
    const inner = innerDocument(frame);
    if (inner !== null) follow(inner);
  };
  follow(page);
  signal.addEventListener('abort', () => observer.disconnect());
}

/** The elements that a change has added or taken away. */
export function movedElements({ addedNodes, removedNodes }: MutationRecord): Element[] {
  return [...addedNodes, ...removedNodes].filter(isElement);
}
