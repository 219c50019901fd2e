import type { Box, Document, UnreadPage } from '../../core/document/document.ts';
import type { Contents } from '../../core/report/export/contents.ts';
import { contentsOf } from '../../core/report/export/contents-of.ts';
import type { Finding, Report } from '../../core/report/schema.ts';
import { unreadByReason } from '../../core/report/unread.ts';
import { cellPlace } from '../ui/cell-place.ts';
import { markedPlaces } from '../ui/finding-text.ts';
import { documentIdOf } from '../ui/document-id.ts';
import type { Ignored } from '../ui/ignored.ts';
import { followIgnored, ignoredEntry, setIgnored, withoutIgnored } from '../ui/ignored.ts';
import type { ListView } from '../ui/list-view.ts';
import { plainView } from '../ui/list-view.ts';
import type { Language } from '../ui/messages.ts';
import { words } from '../ui/messages.ts';
import type { CellAddress } from '../ui/protocol.ts';
import type { Settings } from '../ui/settings.ts';
import { asChosen, languageFor } from '../ui/settings.ts';
import { shownVerdicts } from '../ui/verdict.ts';
import { OpenFailure } from './failure.ts';
import type { FetchProgress } from './fetch-bytes.ts';
import { findTextIn } from './find-text.ts';
import { fingerprint } from './fingerprint.ts';
import { knownReading } from './known-reading.ts';
import { askToRead, fetchBytes, largestFile, largestOfAll, mayRead, tooLarge } from './fetch-bytes.ts';
import type { Light } from './lights.ts';
import { drawLight, lightsOf } from './lights.ts';
import { flash, MarkLayer } from './mark-layer.ts';
import type { Mark } from './marks.ts';
import { marksOf, placeIndex } from './marks.ts';
import type { OpenDocument } from './open-document.ts';
import { openDocument } from './open-document.ts';
import type { OutlineEntry } from './outline.ts';
import { outlineOf } from './outline.ts';
import type { PagesState } from './pages.ts';
import { PageLayer } from './page-layer.ts';
import { Pages } from './pages.ts';
import type { Spot } from './places.ts';
import { placeKey } from './places.ts';
import type { QuietMark } from './quiet-marks.ts';
import { drawQuietMark, quietMarksOf } from './quiet-marks.ts';
import type { ReadingProgress } from './reading.ts';
import { readAndCheck } from './reading.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { CheckTookTooLong, usualLimits } from './reading-limits.ts';
import { Store } from './store.ts';
import { tellFailed, tellProgress, tellReport, tellSwitched } from './tell.ts';
import type { Target } from './target.ts';
import { fileName } from './target.ts';
import { viewerWords } from './words.ts';
import { WorkerGone } from './worker-watch.ts';

/** What stands where the pages will be. */
export type Opening =
  | { readonly stage: 'start' }
  | { readonly stage: 'fetching'; readonly progress: FetchProgress | null }
  | { readonly stage: 'opening' }
  | { readonly stage: 'password'; readonly wrong: boolean }
  | { readonly stage: 'failed'; readonly failure: OpenFailure }
  /** @property from the host that the file came from, if it is another than its address names */
  | { readonly stage: 'open'; readonly incomplete: boolean; readonly from?: string | undefined };

/** How the check stands. */
export type Checking =
  | { readonly stage: 'idle' }
  | { readonly stage: 'reading'; readonly progress: ReadingProgress | null }
  | { readonly stage: 'done'; readonly report: Report }
  | { readonly stage: 'cancelled' }
  | { readonly stage: 'failed'; readonly why: 'stuck' | 'read-failed' };

/** An open card. */
export interface OpenCard {
  /** The mark it belongs to; null when it stands at another figure after a jump. */
  readonly mark: string | null;
  readonly findings: readonly Finding[];
  readonly here: number | undefined;
  readonly at: Box;
  /** Stays when pointer and focus leave. */
  readonly pinned: boolean;
  /** Opened with the keyboard: the focus goes into it. */
  readonly takesFocus: boolean;
}

/** Everything the page shows. */
export interface ViewerState extends PagesState {
  readonly settings: Settings;
  readonly target: Target;
  readonly title: string;
  readonly opening: Opening;
  readonly checking: Checking;
  readonly marks: boolean;
  readonly rounding: boolean;
  /** Every figure is marked: checked, or not and why. */
  readonly coverage: boolean;
  /** What the reader has dropped or chosen, and which of it is shown. */
  readonly files: readonly File[];
  readonly file: number;
  readonly panel: boolean;
  /** The table of contents is open. */
  readonly contents: boolean;
  /** The file's own; empty if it has none. */
  readonly outline: readonly OutlineEntry[];
  readonly finding: boolean;
  readonly card: OpenCard | null;
  /** What the reader does not want to see again. */
  readonly ignored: readonly Ignored[];
  /** What the reader has made of the list. */
  readonly list: ListView;
}

/** What is marked on the pages. */
export type Marking = Pick<ViewerState, 'marks' | 'rounding' | 'coverage'>;

/** What of it is to change. */
type MarkingChange = { readonly [Name in keyof Marking]?: boolean | undefined };

/** What a session may be given along with its document. */
export interface SessionOptions {
  /** The finding to open at. */
  readonly finding?: string | undefined;
  /** The cell to open at. */
  readonly cell?: CellAddress | undefined;
  readonly title?: string;
  /** Someone else's way to the bytes; null from it: fetch them here. */
  readonly bytes?: () => Promise<Uint8Array | null>;
  /** It is the tab's own file, or of its page's own origin: fetched as the reader. */
  readonly own?: boolean;
  /** Read the file here in any case: for who looks at the reading itself. */
  readonly readHere?: boolean;
}

/** The pointer may cross the gap between a mark and its card. */
const grace = 220;

/** One document in one page of the viewer: opens it, shows it, checks it, marks it. */
export class Session {
  readonly store: Store<ViewerState>;
  #pages: Pages | null = null;
  #layer: MarkLayer | null = null;
  #lights: PageLayer<Light> | null = null;
  #quiet: PageLayer<QuietMark> | null = null;
  #marking = 0;
  #open: OpenDocument | null = null;
  #document: Document | null = null;
  /** Where the figures stand that the report speaks of. */
  #spots: Readonly<Record<string, Spot>> = {};
  #work = new AbortController();
  #reading = new AbortController();
  #loads = 0;
  #givePassword: ((password: string) => void) | null = null;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #all: readonly Mark[] = [];
  /** The mark whose card was open last. */
  #current: string | null = null;
  #origin: HTMLElement | null = null;
  #returning = false;
  readonly #options: SessionOptions;
  /** Where to go once the document has been checked. */
  #wanted: (() => Promise<void>) | null = null;
  /** Told when a page has been laid out, for the debug view. */
  onLaidOut: (page: number) => void = () => undefined;

  constructor(target: Target, settings: Settings, wide: boolean, options: SessionOptions = {}) {
    this.#options = options;
    const { finding, cell } = options;
    if (finding !== undefined) this.#wanted = () => this.locateId(finding);
    else if (cell !== undefined) this.#wanted = () => this.locateCell(cell);
    this.store = new Store<ViewerState>({
      settings,
      target,
      title: options.title ?? (target.kind === 'address' ? fileName(target.url) : ''),
      opening: { stage: 'start' },
      checking: { stage: 'idle' },
      marks: true,
      rounding: settings.showRounding,
      coverage: false,
      panel: wide,
      contents: false,
      outline: [],
      files: [],
      file: 0,
      finding: false,
      card: null,
      ignored: [],
      list: plainView,
      page: 1,
      pages: 0,
      scale: 1,
      fitsWidth: false,
      find: { current: 0, total: 0, pending: false },
    });
  }

  /** The language in which the page speaks now. */
  get language(): Language {
    return languageFor(this.store.value.settings);
  }

  /** The reader has chosen something else: another language, other rules. */
  choose(settings: Settings): void {
    const before = this.store.value.settings;
    this.store.set({
      settings,
      ...(before.showRounding !== settings.showRounding && { rounding: settings.showRounding }),
    });
    this.#pages?.name();
    this.#mark();
  }

  /** The pages, once their element is there. */
  get pages(): Pages | null {
    return this.#pages;
  }

  /** The open file. */
  get pdf(): OpenDocument['pdf'] | null {
    return this.#open?.pdf ?? null;
  }

  /** What was read, once it has been read here. */
  get document(): Document | null {
    return this.#document;
  }

  /** One load of one document: what the background knows it by. */
  get navigationId(): string {
    return `${performance.timeOrigin}${this.#loads > 1 ? `-${this.#loads}` : ''}`;
  }

  /** Which document of the tab this is. */
  get documentId(): string {
    return documentIdOf(this.#address);
  }

  /** Where the document was found: its address, or a local file's name. */
  get #address(): string {
    const { target, title } = this.store.value;
    return target.kind === 'address' ? target.url : title;
  }

  /** Gives the session its element and lets it begin. */
  start(container: HTMLDivElement, signal: AbortSignal): void {
    const pages = new Pages(
      container,
      (page) => words[this.language].page(page),
      {
        changed: (change) => this.store.set(change),
        laidOut: (page) => {
          this.#quiet?.lay(page);
          this.#layer?.lay(page);
          this.#lights?.lay(page);
          this.onLaidOut(page);
        },
      },
      signal,
    );
    this.#pages = pages;
    this.#lights = new PageLayer(pages, 'tieout-lights', drawLight);
    this.#quiet = new PageLayer(pages, 'tieout-quiet', (mark, viewport) =>
      drawQuietMark(mark, viewport, this.language),
    );
    this.#layer = new MarkLayer(pages, () => words[this.language], {
      onTouch: (mark) => this.#touch(mark),
      onLeave: () => this.#leaveSoon(),
      onChoose: (mark, byKey) => this.#openCard(mark, true, byKey),
    });
    signal.addEventListener('abort', () => this.#stop(), { once: true });
    void followIgnored((ignored) => {
      this.store.set({ ignored });
      this.#mark();
    }, signal);
    void this.load();
  }

  /** Opens the target from its address, from the beginning. @param most a larger file is not opened */
  async load(most = largestFile): Promise<void> {
    const { target } = this.store.value;
    if (target.kind !== 'address') {
      this.store.set({ opening: { stage: 'start' } });
      return;
    }
    const signal = this.#begin();
    await this.#attempt(signal, async () => {
      this.store.set({ opening: { stage: 'fetching', progress: null } });
      const given = await this.#options.bytes?.();
      signal.throwIfAborted();
      if (given == null && !(await mayRead(target.url))) throw new OpenFailure('no-permission');
      // Whoever opens the viewer on a file has asked for it.
      const asking = { own: this.#options.own === true, asked: true };
      const file = given
        ? { bytes: given, from: target.url }
        : await fetchBytes(
            target.url,
            asking,
            signal,
            (progress) => this.store.set({ opening: { stage: 'fetching', progress } }),
            most,
          );
      await this.#show(file.bytes, signal, otherHost(file.from, target.url));
    });
  }

  /** Takes files of the reader's own, and opens the first that may be a PDF. */
  async openFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    this.store.set({ files });
    await this.showFile(
      Math.max(
        0,
        files.findIndex(({ name, type }) => type === 'application/pdf' || /\.pdf$/i.test(name)),
      ),
    );
  }

  /** Opens one of the files that the reader has chosen. @param most a larger file is not opened */
  async showFile(index: number, most = largestFile): Promise<void> {
    const file = this.store.value.files[index];
    if (file === undefined) return;
    const signal = this.#begin();
    // Under its own type it would be saved, not shown, where the system knows no PDFs.
    const url = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }));
    signal.addEventListener('abort', () => URL.revokeObjectURL(url), { once: true });
    this.store.set({
      file: index,
      target: { kind: 'file', name: file.name, url },
      title: file.name,
      opening: { stage: 'opening' },
    });
    await this.#attempt(signal, async () => {
      if (file.size > most) throw tooLarge(file.size);
      const bytes = await file.arrayBuffer().catch(() => {
        throw new OpenFailure('unreadable');
      });
      await this.#show(new Uint8Array(bytes), signal);
    });
  }

  /** Opens the document once more, from the beginning. */
  async retry(): Promise<void> {
    if (this.store.value.target.kind === 'file') await this.showFile(this.store.value.file);
    else await this.load();
  }

  /** Opens the document although it is large. */
  async insist(): Promise<void> {
    if (this.store.value.target.kind === 'file') await this.showFile(this.store.value.file, largestOfAll);
    else await this.load(largestOfAll);
  }

  /** Stops fetching. */
  stop(): void {
    this.#begin();
    this.#fail(new OpenFailure('stopped'));
  }

  /** Asks for the site and opens the document. Call it from the click. */
  async allow(): Promise<void> {
    const { target } = this.store.value;
    if (target.kind === 'address' && (await askToRead(target.url))) await this.load();
  }

  /** The reader has typed a password. */
  password(password: string): void {
    this.store.set({ opening: { stage: 'opening' } });
    this.#givePassword?.(password);
  }

  /** Reads and checks the open document (again). @param limits where to stop */
  async check(limits: ReadingLimits = usualLimits): Promise<void> {
    const open = this.#open;
    const pages = this.#pages;
    if (!open || !pages) return;
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    const source = { url: this.#address, title: this.store.value.title };
    this.#document = null;
    this.#spots = {};
    this.store.set({ checking: { stage: 'reading', progress: null }, card: null });
    this.#mark();
    try {
      const { document, report, spots } = await readAndCheck(open, source, limits, signal, (progress) => {
        if (signal.aborted) return;
        this.store.set({ checking: { stage: 'reading', progress } });
        tellProgress(this.navigationId, progress);
      });
      if (signal.aborted) return;
      this.#document = document;
      await this.#take(report, spots);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof WorkerGone) {
        this.#stop();
        this.#fail(new OpenFailure('interrupted'));
        return;
      }
      const why = error instanceof CheckTookTooLong ? 'stuck' : 'read-failed';
      console.error('Tieout: reading failed', error);
      this.store.set({ checking: { stage: 'failed', why } });
      tellFailed(this.navigationId, { kind: why });
    }
  }

  /** Shows what was found, whoever has read it. */
  async #take(report: Report, spots: Readonly<Record<string, Spot>>): Promise<void> {
    this.#spots = spots;
    this.store.set({ checking: { stage: 'done', report } });
    this.#mark();
    tellReport(this.navigationId, this.documentId, report);
    // Here the marks are on from the start: popup and shortcut should know.
    this.#tellSwitched();
    const wanted = this.#wanted;
    this.#wanted = null;
    await wanted?.();
  }

  /** Stops reading; the pages stay. */
  cancel(): void {
    this.#reading.abort();
    this.store.set({ checking: { stage: 'cancelled' } });
    tellFailed(this.navigationId, { kind: 'cancelled' });
  }

  /** What is printed in the document; null until it has been checked. A document that was read elsewhere is read here first. */
  async contents(): Promise<Contents | null> {
    const { checking } = this.store.value;
    const document = await this.#read();
    return checking.stage !== 'done' || document === null ? null : contentsOf(document, checking.report);
  }

  /** The document as it was read; if that was elsewhere, it is read here. */
  async #read(): Promise<Document | null> {
    const { checking, title } = this.store.value;
    const open = this.#open;
    if (checking.stage !== 'done' || open === null) return null;
    if (this.#document === null) {
      const { document } = await readAndCheck(
        open,
        { url: this.#address, title },
        usualLimits,
        this.#work.signal,
        () => undefined,
      );
      this.#document = document;
    }
    return this.#document;
  }

  /** Draws the marks or takes them all away. */
  showMarks(change: MarkingChange): void {
    const { marks, rounding, coverage } = this.store.value;
    const wanted: Marking = {
      marks: change.marks ?? marks,
      rounding: change.rounding ?? rounding,
      coverage: change.coverage ?? coverage,
    };
    if (wanted.marks === marks && wanted.rounding === rounding && wanted.coverage === coverage) return;
    this.store.set({ ...wanted, ...(!wanted.marks && { card: null }) });
    this.#mark();
  }

  /** The reader has moved a switch here: the popup's are to agree. */
  switchMarks(change: MarkingChange): void {
    // Who asks for the checked figures wants to see them.
    this.showMarks({ ...change, ...(change.coverage === true && { marks: true }) });
    this.#tellSwitched();
  }

  #tellSwitched(): void {
    const { marks, rounding, coverage } = this.store.value;
    void tellSwitched(marks, rounding, coverage);
  }

  /** Rings around the other figures of the finding whose card is open; null: none. */
  light(finding: Finding | null): void {
    const { card } = this.store.value;
    this.#lights?.show(finding === null || card === null ? [] : lightsOf(finding, card.at, this.#spots));
  }

  /** The pointer or the focus is on a figure of the card's equation; null: no longer. */
  point(place: number | null): void {
    for (const ring of document.querySelectorAll<HTMLElement>('.tieout-lights .lit'))
      ring.classList.toggle('pointed', ring.dataset.place === String(place));
  }

  /**
   * Brings a place of a finding into view and opens the card there.
   * @param index into the finding's places; without it, where the finding is marked
   */
  async locate(finding: Finding, index: number = markedPlaces(finding)[0] ?? 0): Promise<void> {
    const place = finding.places[index];
    const pages = this.#pages;
    const spot = place && this.#spots[placeKey(place)];
    if (!spot || !pages) return;
    const byKey = this.#rememberFocus();
    await pages.locate(spot.box, coveredBelow());
    flash(spot.box, pages);
    this.#layer?.setExpanded(null);
    this.#current = this.#all.find((mark) => mark.findings.includes(finding))?.key ?? this.#current;
    this.store.set({
      card: { mark: null, findings: [finding], here: index, at: spot.box, pinned: true, takesFocus: byKey },
    });
  }

  /** Opens a finding of the report by its id; unknown ids are ignored. */
  async locateId(id: string, place?: number): Promise<void> {
    const { checking } = this.store.value;
    const finding = checking.stage === 'done' ? checking.report.findings.find((each) => each.id === id) : undefined;
    if (finding) await this.locate(finding, place);
  }

  /** Opens a finding now, or once the document has been checked. */
  async want(finding: string, place?: number): Promise<void> {
    await this.#goWhenChecked(() => this.locateId(finding, place));
  }

  /** Brings a cell into view. */
  async locateCell(cell: CellAddress): Promise<void> {
    const pages = this.#pages;
    const spot = this.#spots[placeKey(cellPlace(cell))];
    if (!spot || !pages) return;
    this.closeCard();
    await pages.locate(spot.box, coveredBelow());
    flash(spot.box, pages);
  }

  /** Brings a cell into view now, or once the document has been checked. */
  async wantCell(cell: CellAddress): Promise<void> {
    await this.#goWhenChecked(() => this.locateCell(cell));
  }

  async #goWhenChecked(go: () => Promise<void>): Promise<void> {
    if (this.store.value.checking.stage === 'done') await go();
    else this.#wanted = go;
  }

  /** Puts a text on the clipboard. @returns whether it is there */
  copy(text: string): Promise<boolean> {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }

  /** Ignores a finding, or takes it back. @returns whether that was kept */
  async ignore(finding: Finding, ignored: boolean): Promise<boolean> {
    const { checking } = this.store.value;
    return checking.stage === 'done' && setIgnored(ignoredEntry(finding, checking.report, Date.now()), ignored);
  }

  /** Where a mark is among all; null for a card that stands at another figure. */
  position(key: string | null): { readonly index: number; readonly count: number } | null {
    const mark = this.#all.find((each) => each.key === key) ?? this.#all.find((each) => each.key === this.#current);
    return mark === undefined ? null : { index: mark.index, count: mark.count };
  }

  /** Goes on to the next mark, or the one before, and opens its card; round the end. */
  async step(by: 1 | -1): Promise<void> {
    const at = this.#all.findIndex(({ key }) => key === (this.store.value.card?.mark ?? this.#current));
    const mark = this.#all.at((at + (at < 0 && by < 0 ? 0 : by)) % Math.max(1, this.#all.length));
    if (mark === undefined) return;
    await this.#pages?.locate(mark.box, coveredBelow());
    this.#openCard(mark, true, true);
  }

  /** Closes the card; a focus in it goes back to where the card was opened. */
  closeCard(): void {
    const key = this.store.value.card?.mark;
    const focused = document.activeElement?.closest('.tieout-card') != null;
    clearTimeout(this.#leaving);
    this.store.set({ card: null });
    this.#layer?.setExpanded(null);
    if (!focused) return;
    // The mark's button may have been laid anew since; and the focus it gets back must not open the card again.
    this.#returning = true;
    if (key == null || this.#layer?.focus(key) !== true) this.#origin?.focus();
    this.#returning = false;
  }

  /** The pointer is on the card: it stays. */
  keepCard(): void {
    clearTimeout(this.#leaving);
  }

  /** The pointer has left the card. */
  leaveCard(): void {
    this.#leaveSoon();
  }

  /** Opens the table of contents or closes it; a focus in it goes back to its button. */
  showContents(contents: boolean): void {
    const focused = document.activeElement?.closest('.contents') != null;
    // A narrow window has room for one of the two.
    this.store.set({ contents, ...(contents && isSheet() && { panel: false }) });
    if (!contents && focused) document.querySelector<HTMLElement>('.tool.show-contents')?.focus();
  }

  /** Goes to a line of the table of contents. */
  goTo({ page, destination }: OutlineEntry): void {
    if (page === null) return;
    this.#pages?.go(page, destination);
    if (isSheet()) this.store.set({ contents: false });
  }

  /** The original, as the browser itself shows it: for printing and saving. */
  openOriginal(): void {
    const { target } = this.store.value;
    if (target.kind !== 'none') window.open(target.url, '_blank', 'noopener,noreferrer');
  }

  /** Ends what is under way and makes room for another document. */
  #begin(): AbortSignal {
    this.#stop();
    this.#loads += 1;
    this.#work = new AbortController();
    return this.#work.signal;
  }

  #stop(): void {
    this.#work.abort();
    this.#reading.abort();
    this.#pages?.show(null);
    this.#layer?.show([]);
    this.#quiet?.show([]);
    this.light(null);
    this.#open?.close();
    this.#open = null;
    this.#document = null;
    this.#spots = {};
    this.store.set({ checking: { stage: 'idle' }, card: null, pages: 0, outline: [] });
  }

  async #attempt(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (signal.aborted) return;
      this.#fail(error instanceof OpenFailure ? error : new OpenFailure('broken'));
    }
  }

  #fail(failure: OpenFailure): void {
    this.store.set({ opening: { stage: 'failed', failure } });
    tellFailed(this.navigationId, failure.reason);
  }

  async #show(bytes: Uint8Array, signal: AbortSignal, from?: string): Promise<void> {
    const pages = this.#pages;
    this.store.set({ opening: { stage: 'opening' } });
    // Before pdf.js takes the bytes away.
    const print = this.#options.readHere === true ? null : await fingerprint(bytes);
    const open = await openDocument(bytes, (wrong) => this.#askPassword(wrong), signal);
    signal.throwIfAborted();
    this.#open = open;
    this.store.set({ opening: { stage: 'open', incomplete: open.incomplete, from } });
    pages?.show(open.pdf);
    void outlineOf(open.pdf).then((outline) => {
      if (!signal.aborted) this.store.set({ outline });
    });
    // The reader sees the first page before the worker turns to the tables. A tab in the background paints nothing.
    await Promise.race([pages?.firstPainted(), new Promise((resolve) => setTimeout(resolve, 1500))]);
    signal.throwIfAborted();
    const known = await knownReading(print, this.#address);
    signal.throwIfAborted();
    if (known === null) await this.check();
    else await this.#take(known.report, known.spots);
  }

  #askPassword(wrong: boolean): Promise<string> {
    this.store.set({ opening: { stage: 'password', wrong } });
    return new Promise((resolve) => {
      this.#givePassword = resolve;
    });
  }

  /** Draws the marks that the state asks for. */
  #mark(): void {
    const { checking, marks, rounding, coverage, ignored, settings } = this.store.value;
    const turn = ++this.#marking;
    if (!marks || checking.stage !== 'done') {
      this.#all = [];
      this.#layer?.show([]);
      this.#quiet?.show([]);
      return;
    }
    const report = asChosen(withoutIgnored(checking.report, ignored), settings);
    this.#all = marksOf(report, this.#spots, shownVerdicts(rounding));
    this.#layer?.show(this.#all, pageNotes(checking.report, viewerWords[this.language].pageNotes));
    if (coverage) void this.#markQuietly(report, turn);
    else this.#quiet?.show([]);
  }

  async #markQuietly(report: Report, turn: number): Promise<void> {
    const open = this.#open;
    const document = await this.#read().catch(() => null);
    if (document === null || open === null) return;
    const marks = await quietMarksOf(report, document, shownVerdicts(this.store.value.rounding), findTextIn(open.pdf));
    if (turn === this.#marking) this.#quiet?.show(marks);
  }

  #touch(mark: Mark): void {
    if (this.#returning) return;
    clearTimeout(this.#leaving);
    // A card that the reader has opened stays until it is closed or another mark is chosen.
    if (this.store.value.card?.pinned !== true) this.#openCard(mark, false);
  }

  #openCard(mark: Mark, pinned: boolean, takesFocus = false): void {
    clearTimeout(this.#leaving);
    if (takesFocus) this.#rememberFocus();
    this.#current = mark.key;
    const [gravest] = mark.findings;
    this.store.set({
      card: {
        mark: mark.key,
        findings: mark.findings,
        here: gravest && placeIndex(mark, gravest),
        at: mark.box,
        pinned,
        takesFocus,
      },
    });
    this.#layer?.setExpanded(mark.key);
  }

  /** Keeps in mind where the focus goes back to. @returns whether the reader works with the keyboard */
  #rememberFocus(): boolean {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || !active.matches(':focus-visible')) return false;
    // A jump from card to card still goes back to where the first was opened.
    if (active.closest('.tieout-card') === null) this.#origin = active;
    return true;
  }

  #leaveSoon(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => {
      const { card } = this.store.value;
      if (card && !card.pinned && document.activeElement?.closest('.tieout-card') == null) this.closeCard();
    }, grace);
  }
}

/** What stands on the pages that were not read. */
function pageNotes({ source }: Report, notes: Readonly<Record<UnreadPage['reason'], string>>): Map<number, string> {
  return new Map(
    unreadByReason(source).flatMap(([reason, pages]) => pages.map((page) => [page, notes[reason]] as const)),
  );
}

/** The host that a file came from, if its address names another. */
function otherHost(from: string, url: string): string | undefined {
  const { host } = new URL(from);
  return host === new URL(url).host ? undefined : host;
}

/** In a narrow window what stands beside the pages is a sheet over them. */
function isSheet(): boolean {
  return matchMedia('(max-width: 860px)').matches;
}

/** How much of the pages' window the panel covers when it is a sheet at the bottom. */
function coveredBelow(): number {
  const sheet = document.querySelector('.panel');
  return sheet && getComputedStyle(sheet).position === 'absolute' ? sheet.getBoundingClientRect().height : 0;
}
