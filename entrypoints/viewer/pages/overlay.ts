import type { Viewport } from './geometry.ts';
import type { PageView } from './pages.ts';

/** The page as it lies in the file, before the reader turns it in the viewer. */
export function uprightViewport(view: PageView): Viewport {
  return view.viewport.clone({ rotation: view.pdfPageRotate });
}

/** How a layer of the upright page is laid over the turned one. */
const turns: Readonly<Record<number, string>> = {
  90: 'rotate(90deg) translateY(-100%)',
  180: 'rotate(180deg) translate(-100%, -100%)',
  270: 'rotate(270deg) translateX(-100%)',
};

/**
 * A layer over a page, turned with it: what lies in the layer is placed on the upright page, so underlines stay under their digits.
 * @param name its class
 */
export function overlay(view: PageView, name: string): HTMLElement {
  const layer = document.createElement('div');
  layer.className = name;
  const upright = uprightViewport(view);
  layer.style.width = `${(upright.width / view.viewport.width) * 100}%`;
  layer.style.height = `${(upright.height / view.viewport.height) * 100}%`;
  layer.style.transform = turns[view.rotation] ?? '';
  return layer;
}
