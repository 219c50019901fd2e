const quiet = 800;
const readings = 6;

/**
 * Calls back when tables come or go, or a frame loads, once the page is quiet again; a few times at most, as a page that never rests is not worth it.
 */
export function watchTables(page: Document, changed: () => void, signal: AbortSignal): void {
  let left = readings;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changedSoon = () => {
    clearTimeout(timer);
    if (left > 0) timer = setTimeout(() => {
      left -= 1;
      if (left === 0) observer.disconnect();
      changed();
    }, quiet);
  };
  const observer = new MutationObserver((records) => {
    if (records.some(touchesTable)) changedSoon();
  });
  observer.observe(page.body, { childList: true, subtree: true });
  page.addEventListener('load', ({ target }) => {
    // What is in a frame of another site is not read.
    if (target instanceof HTMLIFrameElement && target.contentDocument !== null) changedSoon();
  }, { capture: true, signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

function touchesTable({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (target instanceof Element && target.closest('table')) return true;
  return [...addedNodes, ...removedNodes].some((node) => node instanceof Element && (node.localName === 'table' || node.querySelector('table') !== null));
}
