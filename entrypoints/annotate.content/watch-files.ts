const quiet = 800;
const looks = 12;

/** Calls back when elements that may show or link to files come, go, or lead elsewhere, once the page is quiet again; a few times at most. */
export function watchFiles(page: Document, changed: () => void, signal: AbortSignal): void {
  let left = looks;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    if (left > 0) timer = setTimeout(() => {
      left -= 1;
      if (left === 0) observer.disconnect();
      changed();
    }, quiet);
  };
  const carrier = 'a, embed, object, iframe';
  const observer = new MutationObserver((records) => {
    const touched = records.some(({ type, addedNodes, removedNodes }) => type === 'attributes'
      || [...addedNodes, ...removedNodes].some((node) => node instanceof Element && (node.matches(carrier) || node.querySelector(carrier) !== null)));
    if (touched) soon();
  });
  observer.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['href', 'src', 'data'] });
  page.addEventListener('load', ({ target }) => {
    if (target instanceof HTMLIFrameElement) soon();
  }, { capture: true, signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
