// pdfjs.ts first: pdf_viewer.mjs takes pdf.js from globalThis when it is imported.
import { pdfjs } from '../opening/pdfjs.ts';
import {
  EventBus,
  FindState,
  LinkTarget,
  PDFFindController,
  PDFLinkService,
  PDFViewer,
} from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Box } from '../../../core/document/document.ts';
import type { Viewport } from './geometry.ts';
import { percentBox } from './geometry.ts';

/** A page as pdf.js shows it. */
export interface PageView {
  readonly div: HTMLDivElement;
  readonly viewport: Viewport & { clone(options: { rotation: number }): Viewport };
  /** The page's own /Rotate, and the quarter turns of the reader on top of it, in degrees. */
  readonly pdfPageRotate: number;
  readonly rotation: number;
  /** Null until pdf.js has the page; until then its viewport is a guess. */
  readonly pdfPage: object | null;
}

/** What the toolbar shows of the pages. */
export interface PagesState {
  readonly page: number;
  readonly pages: number;
  /** 1 is 96 dots to the inch. */
  readonly scale: number;
  readonly fitsWidth: boolean;
  readonly find: { readonly current: number; readonly total: number; readonly pending: boolean };
}

/** What the pages tell. */
export interface PagesListener {
  changed(change: Partial<PagesState>): void;
  /** This page's element has been drawn, or emptied and laid out anew: put back what should lie over it. */
  laidOut(page: number): void;
}

/** pdf.js wants a translator for its own interface, of which we show nothing. */
const noTranslation = {
  getLanguage: () => 'en-us',
  getDirection: () => 'ltr',
  get: () => Promise.resolve(''),
  translate: () => Promise.resolve(),
  translateOnce: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
  pause: () => undefined,
  resume: () => undefined,
};

type ViewerOptions = ConstructorParameters<typeof PDFViewer>[0];

/** Ways to follow the window's width. */
export type Fit = 'auto' | 'page-width';

/** A small page is shown no larger than this of itself. */
const largestFit = 1.25;

/** Left and right of the widest page together, in CSS pixels. */
const pageMargin = 40;

/** How far below the top of the window a located figure comes to stand, as part of its height. */
const locateAt = 0.33;

/** The pages of a PDF: pdf.js's viewer behind the few words that we need. */
export class Pages {
  readonly container: HTMLDivElement;
  readonly #bus = new EventBus();
  readonly #links = new PDFLinkService({
    eventBus: this.#bus,
    externalLinkTarget: LinkTarget.BLANK,
    externalLinkRel: 'noopener noreferrer nofollow',
  });
  readonly #viewer: PDFViewer;
  readonly #pageName: (page: number) => string;
  readonly #listener: PagesListener;
  #query = '';
  /** How the pages follow the window's width; null once the reader has chosen a size. */
  #fit: Fit | null = 'auto';

  /**
   * @param container absolutely positioned, scrolls; its first child gets the pages
   * @param pageName what a page is called by a screen reader
   * @param signal ends everything
   */
  constructor(
    container: HTMLDivElement,
    pageName: (page: number) => string,
    listener: PagesListener,
    signal: AbortSignal,
  ) {
    this.container = container;
    this.#pageName = pageName;
    this.#listener = listener;
    const options: ViewerOptions & { abortSignal: AbortSignal } = {
      container,
      eventBus: this.#bus,
      linkService: this.#links,
      findController: new PDFFindController({ eventBus: this.#bus, linkService: this.#links }),
      annotationMode: pdfjs.AnnotationMode.ENABLE,
      annotationEditorMode: pdfjs.AnnotationEditorType.DISABLE,
      imageResourcesPath: '/pdfjs/images/',
      enableAutoLinking: false,
      l10n: noTranslation as unknown as NonNullable<ViewerOptions['l10n']>,
      // Missing from the declared options.
      abortSignal: signal,
    };
    this.#viewer = new PDFViewer(options);
    this.#links.setViewer(this.#viewer);
    this.#on('pagesinit', () => {
      this.fit('auto');
      this.name();
      listener.changed({ pages: this.#viewer.pagesCount, page: 1 });
    });
    this.#on('pagechanging', () => listener.changed({ page: this.#viewer.currentPageNumber }));
    // Zoom and rotation empty the pages' elements at once and draw them later: what lies over them comes back in both moments.
    this.#on('scalechanging', () => this.#layOutAll());
    this.#on('rotationchanging', (event) => {
      // The page that was in view stays there.
      this.#viewer.currentPageNumber = event.pageNumber;
      this.#refit();
      this.#layOutAll();
    });
    // Only now are the widths of all pages known.
    this.#on('pagesloaded', () => {
      this.#refit();
      // pdf.js scrolls the margin above the first page away.
      if (this.#viewer.currentPageNumber === 1) this.container.scrollTop = 0;
      this.#layOutAll();
    });
    this.#on('pagerendered', (event) => listener.laidOut(event.pageNumber));
    const found = (event: PagesEvent) =>
      listener.changed({
        find: {
          current: event.matchesCount?.current ?? 0,
          total: event.matchesCount?.total ?? 0,
          pending: event.state === FindState.PENDING,
        },
      });
    this.#on('updatefindmatchescount', found);
    this.#on('updatefindcontrolstate', found);
    const resized = new ResizeObserver(() => {
      if (this.#viewer.pagesCount > 0) this.#refit();
    });
    resized.observe(container);
    signal.addEventListener(
      'abort',
      () => {
        resized.disconnect();
        this.show(null);
      },
      { once: true },
    );
  }

  #on(name: string, listener: (event: PagesEvent) => void): void {
    this.#bus.on(name, listener);
  }

  /** Has everything that lies over the pages put back. */
  #layOutAll(): void {
    this.#listener.changed({ scale: this.#viewer.currentScale, fitsWidth: this.#fit === 'page-width' });
    for (let page = 1; page <= this.#viewer.pagesCount; page += 1) this.#listener.laidOut(page);
  }

  /** Says what each page is called, again when the language changes. */
  name(): void {
    for (let page = 1; page <= this.#viewer.pagesCount; page += 1)
      this.view(page)?.div.setAttribute('aria-label', this.#pageName(page));
  }

  /** Shows a document, or nothing. */
  show(pdf: PDFDocumentProxy | null): void {
    // The declared types forget that null takes the document away.
    const viewer: { setDocument(pdf: PDFDocumentProxy | null): void } = this.#viewer;
    viewer.setDocument(pdf);
    this.#links.setDocument(pdf);
  }

  /** Resolves when the first page has been painted: reading may begin without keeping the reader waiting. */
  async firstPainted(): Promise<void> {
    await (this.#viewer.onePageRendered as Promise<unknown> | null);
  }

  /** A page as shown; undefined before there is one. */
  view(page: number): PageView | undefined {
    return this.#viewer.getPageView(page - 1) as PageView | undefined;
  }

  /** Goes to a page, and to a place on it if one is given, in pdf.js's words; the size stays as the reader has it, and the focus where it is. */
  go(page: number, destination: readonly unknown[] | null = null): void {
    if (!Number.isInteger(page) || page < 1 || page > this.#viewer.pagesCount) return;
    if (destination === null) this.#viewer.currentPageNumber = page;
    else
      this.#viewer.scrollPageIntoView({ pageNumber: page, destArray: [...destination], ignoreDestinationZoom: true });
  }

  /** Larger (steps > 0) or smaller; around a point of the window if one is given. */
  zoom(steps: number, origin?: readonly [number, number]): void {
    this.#fit = null;
    this.#viewer.updateScale({ steps, drawingDelay: origin ? 300 : 0, ...(origin && { origin: [...origin] }) });
  }

  /** As wide as the window, or so that the widest page fits without being larger than life. */
  fit(how: Fit): void {
    this.#fit = how;
    this.#refit();
    this.#listener.changed({ fitsWidth: how === 'page-width' });
  }

  /** A quarter turn clockwise. */
  rotate(): void {
    this.#viewer.pagesRotation = (this.#viewer.pagesRotation + 90) % 360;
  }

  /** Looks for words: new words from here on, the same ones again in either direction. */
  find(query: string, backwards = false): void {
    const again = query === this.#query;
    this.#query = query;
    this.#bus.dispatch('find', {
      source: this,
      type: again ? 'again' : '',
      query,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      findPrevious: backwards,
      matchDiacritics: true,
    });
  }

  /** Takes the marks of the search away. */
  endFind(): void {
    this.#query = '';
    this.#bus.dispatch('findbarclose', { source: this });
  }

  /** Where a box stands in the window just now; null if its page is not there. */
  rectangle(box: Box): DOMRect | null {
    const view = this.view(box.page);
    if (!view?.div.isConnected) return null;
    const page = view.div.getBoundingClientRect();
    const at = percentBox(box, view.viewport);
    // Percentages count the page without its border.
    const left = page.left + view.div.clientLeft;
    const top = page.top + view.div.clientTop;
    const { clientWidth, clientHeight } = view.div;
    return new DOMRect(
      left + (at.left / 100) * clientWidth,
      top + (at.top / 100) * clientHeight,
      (at.width / 100) * clientWidth,
      (at.height / 100) * clientHeight,
    );
  }

  /**
   * Scrolls a box into view.
   * @param covered how many pixels at the window's bottom something else covers
   */
  async locate(box: Box, covered = 0): Promise<void> {
    // Until pdf.js has all pages their heights are guesses, and the box would move away again.
    await (this.#viewer.pagesPromise as Promise<unknown> | null);
    const rectangle = this.rectangle(box);
    if (!rectangle) return;
    const window = this.container.getBoundingClientRect();
    const height = Math.max(window.height - covered, window.height / 4);
    const width = window.width;
    this.container.scrollTop += rectangle.top - window.top - height * locateAt;
    if (rectangle.left < window.left + 24 || rectangle.right > window.right - 24)
      this.container.scrollLeft += rectangle.left - window.left - width * locateAt;
  }

  /** Keeps fitted pages fitted when the window changes. */
  #refit(): void {
    if (this.#fit === 'page-width') this.#viewer.currentScaleValue = 'page-width';
    if (this.#fit === 'auto') {
      // pdf.js would fit the page in view: a cover stands upright and the tables behind it lie on their side.
      let widest = 0;
      for (let page = 1; page <= this.#viewer.pagesCount; page += 1) {
        const { viewport } = this.view(page) ?? {};
        if (viewport) widest = Math.max(widest, viewport.width / this.#viewer.currentScale);
      }
      const scale = Math.min(largestFit, (this.container.clientWidth - pageMargin) / widest);
      if (Number.isFinite(scale) && scale > 0) this.#viewer.currentScale = scale;
    }
    this.#viewer.update();
  }
}

/** The fields of pdf.js's events that we read. */
interface PagesEvent {
  readonly pageNumber: number;
  readonly state?: number;
  readonly matchesCount?: { readonly current: number; readonly total: number };
}
