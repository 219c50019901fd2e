import type { Viewport } from './geometry.ts';
import { overlay, uprightViewport } from './overlay.ts';
import type { Pages } from './pages.ts';

/** Things over the pages that nobody clicks on. They are laid anew whenever zoom, rotation or drawing has emptied a page. */
export class PageLayer<Item extends { readonly box: { readonly page: number } }> {
  readonly #layers = new Map<number, HTMLElement>();
  #items: readonly Item[] = [];

  /** @param name the class of a page's layer @param draw makes an item's element, in its place on the page */
  constructor(
    private readonly pages: Pages,
    private readonly name: string,
    private readonly draw: (item: Item, viewport: Viewport) => HTMLElement,
  ) {}

  /** Shows these in place of those before. */
  show(items: readonly Item[]): void {
    for (const layer of this.#layers.values()) layer.remove();
    this.#layers.clear();
    this.#items = items;
    for (const page of new Set(items.map(({ box }) => box.page))) this.lay(page);
  }

  /** Puts a page's items over it (again). */
  lay(page: number): void {
    const items = this.#items.filter(({ box }) => box.page === page);
    const view = this.pages.view(page);
    if (items.length === 0 || view?.pdfPage == null) return;
    const layer = overlay(view, this.name);
    const viewport = uprightViewport(view);
    layer.append(...items.map((item) => this.draw(item, viewport)));
    this.#layers.get(page)?.remove();
    view.div.append(layer);
    this.#layers.set(page, layer);
  }
}
