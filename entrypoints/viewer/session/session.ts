import type { Finding } from '../../../core/report/schema.ts';
import { ignoredEntry } from '../../shared/findings/ignored-entry.ts';
import { followIgnored, setIgnored } from '../../shared/findings/ignored.ts';
import type { Language } from '../../shared/locale/messages.ts';
import { words } from '../../shared/locale/messages.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { languageFor } from '../../shared/settings/settings.ts';
import type { OutlineEntry } from '../pages/outline.ts';
import { Pages } from '../pages/pages.ts';
import type { Target } from '../../shared/files/target.ts';
import { CardState } from './card-state.ts';
import { DocumentChecker } from './checker.ts';
import { Locator } from './locator.ts';
import { PageMarker } from './marker.ts';
import { DocumentOpener } from './opener.ts';
import type { SessionOptions, ViewerState } from './state.ts';
import { firstState } from './state.ts';
import { Store } from './store.ts';

/** One document in one page of the viewer. Its parts open it, check it, mark it, keep its card, and go from place to place. */
export class Session {
  readonly store: Store<ViewerState>;
  readonly opener: DocumentOpener;
  readonly checker: DocumentChecker;
  readonly marker: PageMarker;
  readonly card: CardState;
  readonly locator: Locator;
  #pages: Pages | null = null;
  /** Told when a page has been laid out, for the debug view. */
  onLaidOut: (page: number) => void = () => undefined;

  constructor(target: Target, settings: Settings, wide: boolean, options: SessionOptions = {}) {
    const pages = () => this.#pages;
    this.store = new Store(firstState(target, settings, wide, options.title));
    this.opener = new DocumentOpener(this.store, pages, options, {
      closed: () => {
        this.checker.forget();
        this.marker.clear();
      },
      opened: (print) => this.checker.begin(print),
    });
    this.checker = new DocumentChecker(this.store, this.opener, {
      changed: () => this.marker.draw(),
      checked: async () => {
        // Here the marks are on from the start: popup and shortcut should know.
        this.marker.tellSwitched();
        await this.locator.goWhereWanted();
      },
    });
    this.marker = new PageMarker(this.store, () => this.language, this.opener, this.checker);
    this.card = new CardState(this.store, this.marker);
    this.locator = new Locator(this.store, pages, this.checker, this.card, options);
  }

  /** The language in which the page speaks now. */
  get language(): Language {
    return languageFor(this.store.value.settings);
  }

  /** The pages, once their element is there. */
  get pages(): Pages | null {
    return this.#pages;
  }

  /** Gives the session its element and lets it begin. */
  start(container: HTMLDivElement, signal: AbortSignal): void {
    const pages = new Pages(
      container,
      (page) => words[this.language].page(page),
      {
        changed: (change) => this.store.set(change),
        laidOut: (page) => {
          this.marker.lay(page);
          this.onLaidOut(page);
        },
      },
      signal,
    );
    this.#pages = pages;
    this.marker.attach(pages, {
      onTouch: (mark) => this.card.touch(mark),
      onLeave: () => this.card.leave(),
      onChoose: (mark, byKey) => this.card.open(mark, true, byKey),
    });
    signal.addEventListener('abort', () => this.opener.close(), { once: true });
    void followIgnored((ignored) => {
      this.store.set({ ignored });
      this.marker.draw();
    }, signal);
    void this.opener.load();
  }

  /** The reader has chosen something else: another language, other rules. */
  choose(settings: Settings): void {
    const before = this.store.value.settings;
    this.store.set({
      settings,
      ...(before.showRounding !== settings.showRounding && { rounding: settings.showRounding }),
    });
    this.#pages?.name();
    this.marker.draw();
  }

  /** Ignores a finding, or takes it back. @returns whether that was kept */
  async ignore(finding: Finding, ignored: boolean): Promise<boolean> {
    const { checking } = this.store.value;
    return checking.stage === 'done' && setIgnored(ignoredEntry(finding, checking.report, Date.now()), ignored);
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
}

/** In a narrow window what stands beside the pages is a sheet over them. */
function isSheet(): boolean {
  return matchMedia('(max-width: 860px)').matches;
}
