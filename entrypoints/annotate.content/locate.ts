import { create, scrollIntoView } from '../shared/page/dom.ts';
import type { Anchor } from './anchor.ts';
import { Ruler } from './geometry.ts';
import type { Layer } from './layer.ts';
import { putAt } from './layer.ts';

const shownFor = 1600;
const around = 5;

/** Scrolls a figure into the middle of the view, in every container: the one time that we move the page. */
export function scrollTo(anchor: Anchor): void {
  scrollIntoView(anchor.element, { block: 'center', inline: 'nearest', behavior: 'instant' });
  // A paragraph may be longer than the view is high.
  const figure = new Ruler().measure(anchor)?.figure;
  if (figure && (figure.top < 0 || figure.bottom > innerHeight))
    scrollBy({ top: (figure.top + figure.bottom - innerHeight) / 2, behavior: 'instant' });
}

/** Draws a ring around a figure for a moment. */
export function flash(anchor: Anchor, layer: Layer, signal: AbortSignal): void {
  const ring = create('div');
  ring.className = 'flash';
  layer.root.append(ring);
  const end = performance.now() + shownFor;
  const follow = () => {
    const sight = new Ruler().measure(anchor);
    if (sight === null || signal.aborted || performance.now() > end) ring.remove();
    else {
      const { left, top, right, bottom } = sight.figure;
      putAt(
        ring,
        { left: left - around, top: top - around, right: right + around, bottom: bottom + around },
        layer.origin(),
      );
      requestAnimationFrame(follow);
    }
  };
  follow();
}
