import {
  bodyOf,
  boxOfElement,
  clientHeight,
  clientLeft,
  clientTop,
  clientWidth,
  closest,
  documentOf,
  isConnected,
  parentElement,
  rootOf,
  styleOf,
  viewOf,
} from '../shared/page/dom.ts';
import type { ViewportRectangle } from '../shared/views/place-card.ts';
import type { Anchor } from './anchor.ts';
import { outOfShade } from './shade.ts';

/** Where a figure is in the viewport. */
export interface Sight {
  /** The figure's characters; the cell itself if it is blank. */
  readonly figure: ViewportRectangle;
  readonly cell: ViewportRectangle;
  /** It stands among words, which no sign may cover. */
  readonly inText: boolean;
  /** The part of the viewport in which the scrolling ancestors let it be seen. */
  readonly clip: ViewportRectangle;
}

/** Measures anchors during one frame; ancestors shared by many cells are measured once. */
export class Ruler {
  private readonly windows = new Map<Element, ViewportRectangle | null>();

  /** @returns null if the anchor is not rendered */
  measure({ element, ranges }: Anchor): Sight | null {
    if (!isConnected(element)) return null;
    let cell: ViewportRectangle = boxOfElement(element);
    if (cell.right <= cell.left || cell.bottom <= cell.top) return null;
    const lines = ranges
      .flatMap((range) => Array.from<ViewportRectangle>(range.getClientRects()))
      .filter((line) => line.right > line.left);
    if (ranges.length > 0 && lines.length === 0) return null;
    let figure = lines.length > 0 ? lines.reduce(union) : cell;
    let clip: ViewportRectangle = everywhere;
    let frame: Element | null = null;
    do {
      if (frame !== null) {
        // Out of a frame: its rectangles are in its own viewport, which the page around sees through the frame's pane.
        const pane = paddingBox(frame);
        [cell, figure, clip] = [moved(cell, pane), moved(figure, pane), intersect(moved(clip, pane), pane)];
      }
      for (let at: Element | null = frame ?? element; at !== null; at = parentElement(at)) {
        const sight = this.windowOf(at);
        if (sight !== null) clip = intersect(clip, sight);
      }
      clip = outOfShade(frame ?? element, figure, clip);
      frame = viewOf(documentOf(frame ?? element))?.frameElement ?? null;
    } while (frame !== null);
    return { figure, cell, clip, inText: closest(element, 'td, th') === null };
  }

  /** What an element that clips its contents lets be seen; null if it clips nothing. */
  private windowOf(element: Element): ViewportRectangle | null {
    const known = this.windows.get(element);
    if (known !== undefined) return known;
    const measured = clips(element) ? paddingBox(element) : null;
    this.windows.set(element, measured);
    return measured;
  }
}

const everywhere: ViewportRectangle = { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 };

function clips(element: Element): boolean {
  const page = documentOf(element);
  // The overflow of the root and the body belongs to the viewport.
  if (element === rootOf(page) || element === bodyOf(page)) return false;
  const style = styleOf(element);
  if (style === null || style.display === 'inline' || style.display === 'contents') return false;
  return style.overflowX !== 'visible' || style.overflowY !== 'visible';
}

function paddingBox(element: Element): ViewportRectangle {
  const box = boxOfElement(element);
  const left = box.left + clientLeft(element);
  const top = box.top + clientTop(element);
  return { left, top, right: left + clientWidth(element), bottom: top + clientHeight(element) };
}

function moved(box: ViewportRectangle, by: { readonly left: number; readonly top: number }): ViewportRectangle {
  return { left: box.left + by.left, top: box.top + by.top, right: box.right + by.left, bottom: box.bottom + by.top };
}

function union(a: ViewportRectangle, b: ViewportRectangle): ViewportRectangle {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** The common part of two rectangles; with right < left or bottom < top if there is none. */
export function intersect(a: ViewportRectangle, b: ViewportRectangle): ViewportRectangle {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}
