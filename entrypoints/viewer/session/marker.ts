import type { UnreadPage } from '../../../core/document/document.ts';
import type { Finding, Report } from '../../../core/report/schema.ts';
import { unreadByReason } from '../../../core/report/unread.ts';
import { withoutIgnored } from '../../shared/findings/ignored.ts';
import type { Language } from '../../shared/locale/messages.ts';
import { words } from '../../shared/locale/messages.ts';
import { asChosen } from '../../shared/settings/settings.ts';
import { shownVerdicts } from '../../shared/findings/verdict.ts';
import { findTextIn } from '../reading/find-text.ts';
import type { Light } from '../marks/lights.ts';
import { drawLight, lightsOf } from '../marks/lights.ts';
import type { MarkListener } from '../marks/mark-layer.ts';
import { MarkLayer } from '../marks/mark-layer.ts';
import type { Mark } from '../marks/marks.ts';
import { marksOf } from '../marks/marks.ts';
import { PageLayer } from '../pages/page-layer.ts';
import type { Pages } from '../pages/pages.ts';
import type { QuietMark } from '../marks/quiet-marks.ts';
import { drawQuietMark, quietMarksOf } from '../marks/quiet-marks.ts';
import { tellSwitched } from '../tell.ts';
import { viewerWords } from '../words.ts';
import type { DocumentChecker } from './checker.ts';
import type { DocumentOpener } from './opener.ts';
import type { Marking, MarkingChange, ViewerState } from './state.ts';
import type { Store } from './store.ts';

/** What lies over the pages, from the lowest to the topmost. */
interface Layers {
  readonly quiet: PageLayer<QuietMark>;
  readonly marks: MarkLayer;
  readonly lights: PageLayer<Light>;
}

/** Marks the findings on the pages, quietly the other figures, and the figures of an open card. */
export class PageMarker {
  readonly #store: Store<ViewerState>;
  readonly #language: () => Language;
  readonly #opener: DocumentOpener;
  readonly #checker: DocumentChecker;
  #layers: Layers | null = null;
  #marks: readonly Mark[] = [];
  /** Counts the drawings: a quiet one that comes late is no longer wanted. */
  #drawing = 0;

  constructor(store: Store<ViewerState>, language: () => Language, opener: DocumentOpener, checker: DocumentChecker) {
    this.#store = store;
    this.#language = language;
    this.#opener = opener;
    this.#checker = checker;
  }

  /** The marks that are drawn, in the order of reading. */
  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /** Gives the marks their pages. */
  attach(pages: Pages, listener: MarkListener): void {
    this.#layers = {
      quiet: new PageLayer(pages, 'tieout-quiet', (mark, viewport) => drawQuietMark(mark, viewport, this.#language())),
      marks: new MarkLayer(pages, () => words[this.#language()], listener),
      lights: new PageLayer(pages, 'tieout-lights', drawLight),
    };
  }

  /** Puts back what lies over a page that has been laid out anew. */
  lay(page: number): void {
    this.#layers?.quiet.lay(page);
    this.#layers?.marks.lay(page);
    this.#layers?.lights.lay(page);
  }

  /** Draws the marks that the state asks for. */
  draw(): void {
    const { checking, marks, rounding, coverage, ignored, settings } = this.#store.value;
    if (!marks || checking.stage !== 'done') {
      this.#takeAway();
      return;
    }
    const drawing = ++this.#drawing;
    const report = asChosen(withoutIgnored(checking.report, ignored), settings);
    this.#marks = marksOf(report, this.#checker.spots, shownVerdicts(rounding));
    this.#layers?.marks.show(this.#marks, pageNotes(checking.report, viewerWords[this.#language()].pageNotes));
    if (coverage) void this.#drawQuietly(report, drawing);
    else this.#layers?.quiet.show([]);
  }

  /** Takes everything off the pages. */
  clear(): void {
    this.#takeAway();
    this.light(null);
  }

  /** Draws the marks or takes them all away. */
  show(change: MarkingChange): void {
    const { marks, rounding, coverage } = this.#store.value;
    const wanted: Marking = {
      marks: change.marks ?? marks,
      rounding: change.rounding ?? rounding,
      coverage: change.coverage ?? coverage,
    };
    if (wanted.marks === marks && wanted.rounding === rounding && wanted.coverage === coverage) return;
    this.#store.set({ ...wanted, ...(!wanted.marks && { card: null }) });
    this.draw();
  }

  /** The reader has moved a switch here: the popup's are to agree. */
  switchTo(change: MarkingChange): void {
    // Who asks for the checked figures wants to see them.
    this.show({ ...change, ...(change.coverage === true && { marks: true }) });
    this.tellSwitched();
  }

  /** Tells popup and shortcut what is marked. */
  tellSwitched(): void {
    const { marks, rounding, coverage } = this.#store.value;
    void tellSwitched(marks, rounding, coverage);
  }

  /** Rings around the other figures of the finding whose card is open; null: none. */
  light(finding: Finding | null): void {
    const { card } = this.#store.value;
    this.#layers?.lights.show(finding === null || card === null ? [] : lightsOf(finding, card.at, this.#checker.spots));
  }

  /** The pointer or the focus is on a figure of the card's equation; null: no longer. */
  point(place: number | null): void {
    for (const ring of document.querySelectorAll<HTMLElement>('.tieout-lights .lit'))
      ring.classList.toggle('pointed', ring.dataset.place === String(place));
  }

  /** Tells the mark whose card is open; null: none. */
  setExpanded(key: string | null): void {
    this.#layers?.marks.setExpanded(key);
  }

  /** Gives the focus to a mark. @returns whether it is there */
  focus(key: string): boolean {
    return this.#layers?.marks.focus(key) === true;
  }

  #takeAway(): void {
    this.#drawing += 1;
    this.#marks = [];
    this.#layers?.marks.show([]);
    this.#layers?.quiet.show([]);
  }

  async #drawQuietly(report: Report, drawing: number): Promise<void> {
    const { open } = this.#opener;
    const document = await this.#checker.read().catch(() => null);
    if (document === null || open === null) return;
    const marks = await quietMarksOf(report, document, shownVerdicts(this.#store.value.rounding), findTextIn(open.pdf));
    if (drawing === this.#drawing) this.#layers?.quiet.show(marks);
  }
}

/** What stands on the pages that were not read. */
function pageNotes({ source }: Report, notes: Readonly<Record<UnreadPage['reason'], string>>): Map<number, string> {
  return new Map(
    unreadByReason(source).flatMap(([reason, pages]) => pages.map((page) => [page, notes[reason]] as const)),
  );
}
