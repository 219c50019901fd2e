import {
  bodyOf,
  boxOfElement,
  clientHeight,
  clientWidth,
  contains,
  documentOf,
  elementsAt,
  parentElement,
  rootOf,
  styleOf,
} from '../shared/page/dom.ts';
import type { ViewportRectangle } from '../shared/views/place-card.ts';

/** Less opaque than this, and what is behind can be read. */
const opaque = 0.5;

/**
 * What of a figure is covered by something that stays while the page scrolls: a table's sticky head or first column, a site's
 * fixed bar. A mark over it would seem to belong to it.
 * @param element what holds the figure
 * @param figure in the viewport of the element's document
 * @param clip what can be seen of it otherwise
 * @returns what can be seen of it
 */
export function outOfShade(element: Element, figure: ViewportRectangle, clip: ViewportRectangle): ViewportRectangle {
  const root = rootOf(documentOf(element));
  if (root === null) return clip;
  const [left, top] = [Math.max(figure.left, clip.left, 0), Math.max(figure.top, clip.top, 0)];
  const right = Math.min(figure.right, clip.right, clientWidth(root));
  const bottom = Math.min(figure.bottom, clip.bottom, clientHeight(root));
  if (right - left < 2 || bottom - top < 2) return clip;
  const seen = { ...clip };
  const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
  const upper = cover(element, middle, top + 1);
  if (upper) seen.top = Math.max(seen.top, upper.bottom);
  const lower = cover(element, middle, bottom - 1);
  if (lower && lower !== upper) seen.bottom = Math.min(seen.bottom, lower.top);
  const before = cover(element, left + 1, centre);
  if (before && before.right < right) seen.left = Math.max(seen.left, before.right);
  const after = cover(element, right - 1, centre);
  if (after && after.left > left) seen.right = Math.min(seen.right, after.left);
  return seen;
}

/** The box of what stands before an element at a point and does not scroll with it; null if nothing does. */
function cover(element: Element, x: number, y: number): DOMRect | null {
  const page = documentOf(element);
  for (const over of elementsAt(page, x, y)) {
    // Our own layer is a child of the root beside the body.
    if (parentElement(over) === rootOf(page) && over !== bodyOf(page)) continue;
    if (contains(over, element) || contains(element, over)) return null;
    const held = heldInPlace(over, element);
    if (held !== null) return boxOfElement(held);
    // What lies over the figure in the flow of the page, such as a watermark, is the page's own business.
  }
  return null;
}

/** The sticky or fixed and opaque ancestor of an element that does not hold the other; null if there is none. */
function heldInPlace(over: Element, element: Element): Element | null {
  let isOpaque = false;
  for (let at: Element | null = over; at !== null && !contains(at, element); at = parentElement(at)) {
    const style = styleOf(at);
    if (style === null) return null;
    isOpaque ||= style.backgroundImage !== 'none' || alphaOf(style.backgroundColor) > opaque;
    if (isOpaque && (style.position === 'sticky' || style.position === 'fixed')) return at;
  }
  return null;
}

function alphaOf(colour: string): number {
  if (colour === 'transparent') return 0;
  const alpha = /^rgba\(.*,\s*([\d.]+)\)$/.exec(colour)?.[1] ?? /\/\s*([\d.]+)\)$/.exec(colour)?.[1];
  return alpha === undefined ? 1 : Number(alpha);
}
