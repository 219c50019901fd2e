import type { Finding } from '../../../core/report/schema.ts';
import { cellPlace } from '../../shared/findings/cell-place.ts';
import { markedPlaces } from '../../shared/findings/marked-places.ts';
import type { CellAddress } from '../../shared/protocol/protocol.ts';
import { flash } from '../marks/mark-layer.ts';
import type { Pages } from '../pages/pages.ts';
import { placeKey } from '../reading/places.ts';
import type { CardState } from './card-state.ts';
import type { DocumentChecker } from './checker.ts';
import type { SessionOptions, ViewerState } from './state.ts';
import type { Store } from './store.ts';

/** Brings findings and cells into view, now or once the document has been checked. */
export class Locator {
  readonly #store: Store<ViewerState>;
  readonly #pages: () => Pages | null;
  readonly #checker: DocumentChecker;
  readonly #card: CardState;
  /** Where to go once the document has been checked. */
  #wanted: (() => Promise<void>) | null = null;

  constructor(
    store: Store<ViewerState>,
    pages: () => Pages | null,
    checker: DocumentChecker,
    card: CardState,
    { finding, cell }: Pick<SessionOptions, 'finding' | 'cell'>,
  ) {
    this.#store = store;
    this.#pages = pages;
    this.#checker = checker;
    this.#card = card;
    if (finding !== undefined) this.#wanted = () => this.locateId(finding);
    else if (cell !== undefined) this.#wanted = () => this.locateCell(cell);
  }

  /**
   * Brings a place of a finding into view and opens the card there.
   * @param index into the finding's places; without it, where the finding is marked
   */
  async locate(finding: Finding, index: number = markedPlaces(finding)[0] ?? 0): Promise<void> {
    const place = finding.places[index];
    const pages = this.#pages();
    const spot = place && this.#checker.spots[placeKey(place)];
    if (!spot || !pages) return;
    const byKey = this.#card.rememberFocus();
    await pages.locate(spot.box, coveredBelow());
    flash(spot.box, pages);
    this.#card.openAt(finding, index, spot.box, byKey);
  }

  /** Opens a finding of the report by its id; unknown ids are ignored. */
  async locateId(id: string, place?: number): Promise<void> {
    const { checking } = this.#store.value;
    const finding = checking.stage === 'done' ? checking.report.findings.find((each) => each.id === id) : undefined;
    if (finding) await this.locate(finding, place);
  }

  /** Brings a cell into view. */
  async locateCell(cell: CellAddress): Promise<void> {
    const pages = this.#pages();
    const spot = this.#checker.spots[placeKey(cellPlace(cell))];
    if (!spot || !pages) return;
    this.#card.close();
    await pages.locate(spot.box, coveredBelow());
    flash(spot.box, pages);
  }

  /** Opens a finding now, or once the document has been checked. */
  async want(finding: string, place?: number): Promise<void> {
    await this.#goWhenChecked(() => this.locateId(finding, place));
  }

  /** Brings a cell into view now, or once the document has been checked. */
  async wantCell(cell: CellAddress): Promise<void> {
    await this.#goWhenChecked(() => this.locateCell(cell));
  }

  /** The document has been checked: goes where the reader wanted to go. */
  async goWhereWanted(): Promise<void> {
    const wanted = this.#wanted;
    this.#wanted = null;
    await wanted?.();
  }

  /** Goes on to the next mark, or the one before, and opens its card; round the end. */
  async step(by: 1 | -1): Promise<void> {
    const mark = this.#card.neighbour(by);
    if (mark === undefined) return;
    await this.#pages()?.locate(mark.box, coveredBelow());
    this.#card.open(mark, true, true);
  }

  async #goWhenChecked(go: () => Promise<void>): Promise<void> {
    if (this.#store.value.checking.stage === 'done') await go();
    else this.#wanted = go;
  }
}

/** How much of the pages' window the panel covers when it is a sheet at the bottom. */
function coveredBelow(): number {
  const sheet = document.querySelector('.panel');
  return sheet && getComputedStyle(sheet).position === 'absolute' ? sheet.getBoundingClientRect().height : 0;
}
