import type { Box } from '../../../core/document/document.ts';
import type { Finding } from '../../../core/report/schema.ts';
import type { Mark } from '../marks/marks.ts';
import { placeIndex } from '../marks/marks.ts';
import type { PageMarker } from './marker.ts';
import type { ViewerState } from './state.ts';
import type { Store } from './store.ts';

/** The pointer may cross the gap between a mark and its card. */
const grace = 220;

/** Which card is open, how long it stays, and where the focus goes when it closes. */
export class CardState {
  readonly #store: Store<ViewerState>;
  readonly #marker: PageMarker;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  /** The mark whose card was open last. */
  #current: string | null = null;
  #origin: HTMLElement | null = null;
  #returning = false;

  constructor(store: Store<ViewerState>, marker: PageMarker) {
    this.#store = store;
    this.#marker = marker;
  }

  /** The pointer or the focus is on a mark. */
  touch(mark: Mark): void {
    if (this.#returning) return;
    this.keep();
    // A card that the reader has opened stays until it is closed or another mark is chosen.
    if (this.#store.value.card?.pinned !== true) this.open(mark, false);
  }

  /** Opens a mark's card. @param pinned it stays when pointer and focus leave */
  open(mark: Mark, pinned: boolean, takesFocus = false): void {
    this.keep();
    if (takesFocus) this.rememberFocus();
    this.#current = mark.key;
    const [gravest] = mark.findings;
    this.#store.set({
      card: {
        mark: mark.key,
        findings: mark.findings,
        here: gravest && placeIndex(mark, gravest),
        at: mark.box,
        pinned,
        takesFocus,
      },
    });
    this.#marker.setExpanded(mark.key);
  }

  /** Opens a finding's card at one of its figures, after a jump. @param here index into the finding's places */
  openAt(finding: Finding, here: number, at: Box, takesFocus: boolean): void {
    this.#marker.setExpanded(null);
    this.#current = this.#marker.marks.find((mark) => mark.findings.includes(finding))?.key ?? this.#current;
    this.#store.set({ card: { mark: null, findings: [finding], here, at, pinned: true, takesFocus } });
  }

  /** Closes the card; a focus in it goes back to where the card was opened. */
  close(): void {
    const key = this.#store.value.card?.mark;
    const focused = document.activeElement?.closest('.tieout-card') != null;
    this.keep();
    this.#store.set({ card: null });
    this.#marker.setExpanded(null);
    if (!focused) return;
    // The mark's button may have been laid anew since; and the focus it gets back must not open the card again.
    this.#returning = true;
    if (key == null || !this.#marker.focus(key)) this.#origin?.focus();
    this.#returning = false;
  }

  /** The pointer is on the card: it stays. */
  keep(): void {
    clearTimeout(this.#leaving);
  }

  /** Pointer or focus have left the mark or its card, which closes soon unless the reader has opened it. */
  leave(): void {
    this.keep();
    this.#leaving = setTimeout(() => {
      const { card } = this.#store.value;
      if (card && !card.pinned && document.activeElement?.closest('.tieout-card') == null) this.close();
    }, grace);
  }

  /** Where a mark is among all; null for a card that stands at another figure. */
  position(key: string | null): { readonly index: number; readonly count: number } | null {
    const { marks } = this.#marker;
    const mark = marks.find((each) => each.key === key) ?? marks.find((each) => each.key === this.#current);
    return mark === undefined ? null : { index: mark.index, count: mark.count };
  }

  /** The mark after the one whose card is or was open, or before it; round the end. @returns undefined if there is none */
  neighbour(by: 1 | -1): Mark | undefined {
    const { marks } = this.#marker;
    const at = marks.findIndex(({ key }) => key === (this.#store.value.card?.mark ?? this.#current));
    return marks.at((at + (at < 0 && by < 0 ? 0 : by)) % Math.max(1, marks.length));
  }

  /** Keeps in mind where the focus goes back to. @returns whether the reader works with the keyboard */
  rememberFocus(): boolean {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || !active.matches(':focus-visible')) return false;
    // A jump from card to card still goes back to where the first was opened.
    if (active.closest('.tieout-card') === null) this.#origin = active;
    return true;
  }
}
