import { documentOf, viewOf } from '../shared/page/dom.ts';

/**
 * Calls back once per frame in which the page may have moved: scrolled, in whatever container, resized, or laid out anew.
 * Stops when the signal aborts.
 * @param watched elements whose change of size means that others may have moved
 * @returns asks for a call in the next frame
 */
export function followPage(watched: readonly Element[], moved: () => void, signal: AbortSignal): () => void {
  let frame = 0;
  const ask = () => {
    if (frame === 0 && !signal.aborted) {
      frame = requestAnimationFrame(() => {
        frame = 0;
        moved();
      });
    }
  };
  const sizes = new ResizeObserver(ask);
  for (const element of new Set(watched)) sizes.observe(element);
  const views = new Set<Window>([window]);
  for (const element of watched) {
    const view = viewOf(documentOf(element));
    if (view) views.add(view);
  }
  for (const view of views)
    for (const type of ['scroll', 'resize', 'load', 'toggle', 'transitionend', 'animationend']) {
      view.addEventListener(type, ask, { capture: true, passive: true, signal });
    }
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    cancelAnimationFrame(frame);
  });
  return ask;
}
