const quiet = 800;
const readings = 6;

/**
 * Calls back when tables come or go, once the page is quiet again; a few times at most, as a page that never rests is not worth it.
 */
export function watchTables(page: Document, changed: () => void, signal: AbortSignal): void {
  let left = readings;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((records) => {
    if (!records.some(touchesTable)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      left -= 1;
      if (left === 0) observer.disconnect();
      changed();
    }, quiet);
  });
  observer.observe(page.body, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

function touchesTable({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (target instanceof Element && target.closest('table')) return true;
  return [...addedNodes, ...removedNodes].some((node) => node instanceof Element && (node.localName === 'table' || node.querySelector('table') !== null));
}
