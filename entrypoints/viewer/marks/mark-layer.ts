import type { Box } from '../../../core/document/document.ts';
import { figureText } from '../../shared/findings/finding-text.ts';
import type { InterfaceWords } from '../../shared/locale/messages.ts';
import { verdictGlyph } from '../../shared/findings/verdict.ts';
import type { Viewport } from '../pages/geometry.ts';
import { markBox, percentBox, place } from '../pages/geometry.ts';
import type { Mark } from './marks.ts';
import { overlay, uprightViewport } from '../pages/overlay.ts';
import type { Pages } from '../pages/pages.ts';

/** What the reader does with a mark. */
export interface MarkListener {
  /** The pointer or the focus is on it. */
  onTouch(mark: Mark): void;
  /** They have left it. */
  onLeave(mark: Mark): void;
  /** It was clicked, or pressed. */
  onChoose(mark: Mark, byKey: boolean): void;
}

/** The marks over the pages: buttons in percent of their page, in a layer of their own above the text. */
export class MarkLayer {
  readonly #pages: Pages;
  readonly #spoken: () => InterfaceWords;
  readonly #listener: MarkListener;
  readonly #layers = new Map<number, HTMLElement>();
  #marks: readonly Mark[] = [];
  #notes: ReadonlyMap<number, string> = new Map();

  constructor(pages: Pages, spoken: () => InterfaceWords, listener: MarkListener) {
    this.#pages = pages;
    this.#spoken = spoken;
    this.#listener = listener;
  }

  /**
   * Shows these marks in place of those before; none takes every trace away.
   * @param notes a sentence at the top of a page, by page number
   */
  show(marks: readonly Mark[], notes: ReadonlyMap<number, string> = new Map()): void {
    for (const layer of this.#layers.values()) layer.remove();
    this.#layers.clear();
    this.#marks = marks;
    this.#notes = notes;
    for (const page of new Set([...marks.map((mark) => mark.box.page), ...notes.keys()])) this.lay(page);
  }

  /** Puts a page's marks over it (again): zoom, rotation and drawing empty the page's element. */
  lay(page: number): void {
    const marks = this.#marks.filter((mark) => mark.box.page === page);
    const view = this.#pages.view(page);
    const note = this.#notes.get(page);
    if ((marks.length === 0 && note === undefined) || view?.pdfPage == null) return;
    const old = this.#layers.get(page);
    const focused =
      old?.contains(document.activeElement) === true ? document.activeElement?.getAttribute('data-mark') : null;
    const layer = overlay(view, 'tieout-marks');
    if (note !== undefined) {
      const sentence = document.createElement('p');
      sentence.className = 'page-note';
      sentence.textContent = note;
      layer.append(sentence);
    }
    const viewport = uprightViewport(view);
    for (const mark of marks) layer.append(this.#button(mark, viewport));
    old?.remove();
    view.div.append(layer);
    this.#layers.set(page, layer);
    for (const button of layer.children) {
      if (focused != null && button instanceof HTMLElement && button.dataset.mark === focused)
        button.focus({ preventScroll: true });
    }
  }

  /** Tells the button of an open card. */
  setExpanded(key: string | null): void {
    for (const layer of this.#layers.values()) {
      for (const button of layer.querySelectorAll('.mark'))
        button.setAttribute('aria-expanded', String(key !== null && button.getAttribute('data-mark') === key));
    }
  }

  /** Gives the focus to a mark. @returns whether it is there */
  focus(key: string): boolean {
    for (const layer of this.#layers.values()) {
      for (const button of layer.children) {
        if (!(button instanceof HTMLElement) || button.dataset.mark !== key) continue;
        button.focus({ preventScroll: true });
        return true;
      }
    }
    return false;
  }

  #button(mark: Mark, viewport: Viewport): HTMLButtonElement {
    const spoken = this.#spoken();
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `mark ${mark.verdict}${mark.blank ? ' blank' : ''}`;
    button.dataset.mark = mark.key;
    button.setAttribute('aria-haspopup', 'dialog');
    button.setAttribute('aria-expanded', 'false');
    button.setAttribute(
      'aria-label',
      spoken.markName(figureText(mark.place.text, spoken), spoken.verdict[mark.verdict], mark.index, mark.count),
    );
    const { box, sign } = markBox(
      percentBox(mark.box, viewport),
      percentBox(mark.area, viewport),
      viewport,
      mark.blank,
    );
    place(button, box);
    if (!mark.blank) button.append(markPart('fill', ''));
    button.append(markPart(`sign ${sign}`, verdictGlyph[mark.verdict]));
    button.addEventListener('pointerenter', () => this.#listener.onTouch(mark));
    button.addEventListener('pointerleave', () => this.#listener.onLeave(mark));
    button.addEventListener('focus', () => this.#listener.onTouch(mark));
    button.addEventListener('blur', () => this.#listener.onLeave(mark));
    button.addEventListener('click', (event) => this.#listener.onChoose(mark, event.detail === 0));
    return button;
  }
}

/** A part of a mark that only the eye needs. */
export function markPart(name: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.setAttribute('aria-hidden', 'true');
  element.textContent = text;
  return element;
}

/** Shows for a moment where a figure stands. */
export function flash(box: Box, pages: Pages): void {
  const view = pages.view(box.page);
  if (!view) return;
  for (const old of document.querySelectorAll('.tieout-flash')) old.remove();
  const layer = overlay(view, 'tieout-flash');
  const ring = document.createElement('div');
  ring.className = 'flash';
  place(ring, percentBox(box, uprightViewport(view)));
  layer.append(ring);
  view.div.append(layer);
  setTimeout(() => layer.remove(), 1700);
}
