import { frameTags } from '../detect/inner-document.ts';

/** A page that changed is looked at when nothing has changed for so long, in milliseconds. */
const quiet = 800;

/** What is watched in a page. */
export interface Watch {
  /** How often it is called back at most: a page that never rests is not worth more. */
  readonly times: number;
  readonly observed: MutationObserverInit;
  /** Whether a change is worth a look. */
  readonly concerns: (record: MutationRecord) => boolean;
  /** Whether a frame that was loaded is. */
  readonly concernsFrame: (frame: Element) => boolean;
}

/** Calls back when a page has changed in what is watched, once it is quiet again. */
export function whenQuiet(page: Document, { times, observed, concerns, concernsFrame }: Watch, changed: () => void, signal: AbortSignal): void {
  let left = times;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    if (left > 0) timer = setTimeout(() => {
      left -= 1;
      if (left === 0) observer.disconnect();
      changed();
    }, quiet);
  };
  const observer = new MutationObserver((records) => {
    if (records.some(concerns)) soon();
  });
  observer.observe(page.body, observed);
  page.addEventListener('load', ({ target }) => {
    if (target instanceof Element && target.matches(frameTags) && concernsFrame(target)) soon();
  }, { capture: true, signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
