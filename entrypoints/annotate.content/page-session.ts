import { browser } from 'wxt/browser';
import { check } from '../../core/check.ts';
import type { HtmlReading } from '../../core/read/html/read-html.ts';
import { readHtml } from '../../core/read/html/read-html.ts';
import { NestedTooDeeply } from '../../core/read/html/survey.ts';
import type { Contents } from '../../core/report/export/contents.ts';
import { contentsOf } from '../../core/report/export/contents-of.ts';
import type { Report } from '../../core/report/schema.ts';
import type { Ignored } from '../shared/findings/ignored.ts';
import { ignoredEntry } from '../shared/findings/ignored-entry.ts';
import { followIgnored, isIgnored, setIgnored, withoutIgnored } from '../shared/findings/ignored.ts';
import type { Language } from '../shared/locale/messages.ts';
import type { FileFailure, Presence, ToBackground, ToDocument } from '../shared/protocol/protocol.ts';
import { toDocumentSchema } from '../shared/protocol/protocol.ts';
import { isExtensionAlive, saySurely } from '../shared/protocol/say-surely.ts';
import { asChosen, defaultSettings, followSettings, languageFor } from '../shared/settings/settings.ts';
import { shownVerdicts } from '../shared/findings/verdict.ts';
import { bodyOf, create, titleOf } from '../shared/page/dom.ts';
import { watchAddress } from './address.ts';
import { DomNode } from './dom-node.ts';
import { sayFarewell, watchExtension } from './farewell.ts';
import { hasTurned } from './leaves.ts';
import type { Overlay, OverlayContent } from './overlay.ts';
import { drawOverlay, locateCell, locateOnce } from './overlay.ts';
import { PageFiles } from './page-files.ts';
import { runInSlices } from '../shared/page/slices.ts';
import { concernsReading, noteShown, watchTables } from './watch-tables.ts';
import { whenQuiet } from './when-quiet.ts';

/** The page is one document of its tab. */
const documentId = 'page';

/** A page that takes longer is none that a person would read. */
const patience = 60_000;

/** So often a page is read again before it is given up as one that never rests. A new address, or the reader's hand, makes it a new page. */
const mostReadings = 12;

/** When no reading has caught up with a page for so long, in milliseconds, that is said; it goes on trying. */
const longestOutrun = 30_000;

/** Changes kept in mind while the page is being read. */
const mostChanges = 2000;

/** Reads and checks the page, and draws its marks when asked. One per page; it ends with the page or with the extension. */
export class PageSession {
  private readonly presence: Presence = { navigationId: String(performance.timeOrigin) };
  private settings = defaultSettings;
  private readonly life = new AbortController();
  private result: { readonly reading: HtmlReading; readonly report: Report } | null = null;
  private under: Promise<void> | null = null;
  private readingsLeft = mostReadings;
  /** What is known is no longer what the page prints. */
  private stale = false;
  /** That the page never rests has been said. */
  private restless = false;
  /** Since when every reading was untrue before it was done. */
  private outrunSince: number | null = null;
  /** What was read last, whether or not it was checked yet. */
  private reading: HtmlReading | null = null;
  /** What has changed while the page is being read; null while it is not. */
  private meanwhile: MutationRecord[] | null = null;
  private lookSoon: () => void = () => undefined;
  private wanted = { marks: false, rounding: false, coverage: false };
  private readonly files: PageFiles;
  private activation: AbortController | null = null;
  private overlay: Overlay | null = null;
  private ignored: readonly Ignored[] = [];
  /** A finding ignored in its open card: its mark goes when the card does. */
  private leaving = false;

  constructor() {
    const hear = (
      raw: unknown,
      sender: { readonly id?: string | undefined; readonly tab?: unknown },
      answer: (response: Presence | Contents | null) => void,
    ) => {
      // From an extension page or the background, never from another tab's script.
      if (sender.id !== browser.runtime.id) return;
      const message = toDocumentSchema.safeParse(raw).data;
      if (message?.kind === 'hello') answer(this.presence);
      else if (message?.kind === 'contents') {
        if (message.documentId === documentId)
          answer(this.result && contentsOf(this.result.reading.document, this.result.report));
      } else if (message) this.take(message);
    };
    browser.runtime.onMessage.addListener(hear);
    // The extension was updated or removed: this script is an orphan and takes its marks away.
    watchExtension(() => this.life.abort(), this.life.signal);
    this.life.signal.addEventListener('abort', () => {
      if (this.overlay !== null) sayFarewell(this.language);
      this.activation?.abort();
      this.overlay = null;
    });
    // In the back/forward cache the page lies without marks; it comes back as it was left.
    let left = this.wanted;
    addEventListener(
      'pagehide',
      ({ isTrusted }) => {
        if (!isTrusted) return;
        left = this.wanted;
        this.show({ marks: false, rounding: false, coverage: false }, []);
      },
      { signal: this.life.signal },
    );
    addEventListener(
      'pageshow',
      ({ isTrusted, persisted }) => {
        if (isTrusted && persisted && left.marks)
          void this.send({ kind: 'returned', ...this.presence, rounding: left.rounding, coverage: left.coverage }).then(
            () => this.announce(),
          );
      },
      { signal: this.life.signal },
    );
    this.watch();
    void followIgnored((ignored) => this.setIgnored(ignored), this.life.signal);
    void followSettings((settings) => {
      this.settings = settings;
      this.draw();
    }, this.life.signal);
    this.files = new PageFiles(
      this.presence,
      () => this.language,
      (message) => this.send(message),
      this.life.signal,
    );
  }

  private get language(): Language {
    return languageFor(this.settings);
  }

  /** Follows what the page prints, for as long as it is there. */
  private watch(): void {
    const { signal } = this.life;
    this.lookSoon = whenQuiet(() => this.readIfStale(), signal);
    const changed = () => {
      lookAtAddress();
      this.stale = true;
      this.lookSoon();
    };
    const anew = () => {
      this.beginAnew();
      if (this.stale) this.lookSoon();
    };
    const lookAtAddress = watchAddress(
      document,
      () => {
        this.stale = true;
        anew();
      },
      signal,
    );
    // Who turns the leaves of a table sees new pages.
    for (const type of ['pointerdown', 'keydown'])
      addEventListener(
        type,
        ({ isTrusted }) => {
          if (isTrusted) anew();
        },
        { capture: true, passive: true, signal },
      );
    // A leaf that a box ticked by the reader shows, by style alone: nothing else of the page has changed.
    addEventListener(
      'change',
      ({ isTrusted }) => {
        if (isTrusted && this.reading !== null && hasTurned(this.reading)) changed();
      },
      { capture: true, passive: true, signal },
    );
    watchTables(document, (record) => this.concerns(record), changed, signal);
  }

  /** A page of its own: nothing that was said of it counts. */
  private beginAnew(): void {
    this.readingsLeft = mostReadings;
    this.restless = false;
    this.outrunSince = null;
  }

  /** The page has changed while it was read. What was found before is no truer, and is not told for much longer. */
  private async outrun(): Promise<void> {
    this.outrunSince ??= performance.now();
    if (this.restless || performance.now() - this.outrunSince < longestOutrun) return;
    this.restless = true;
    await this.giveUp({ kind: 'page-restless' });
  }

  private concerns(record: MutationRecord): boolean {
    if (this.meanwhile === null || this.meanwhile.length >= mostChanges) return concernsReading(record, this.reading);
    // Whether it does will be known once there is a reading.
    this.meanwhile.push(record);
    return false;
  }

  private async readIfStale(): Promise<void> {
    await this.under;
    if (!this.stale) return;
    if (this.readingsLeft > 0) await this.read();
    else if (!this.restless) {
      this.restless = true;
      await this.giveUp({ kind: 'page-restless' });
    }
  }

  /** Reads the page and reports; if it was read before, reports that again. */
  async announce(): Promise<void> {
    void this.files.tell(true);
    if (this.result !== null)
      await this.sendSurely({
        kind: 'report',
        ...this.presence,
        documentId,
        where: 'page',
        report: this.result.report,
      });
    else await this.read();
  }

  private take(message: ToDocument): void {
    switch (message.kind) {
      case 'hello':
      case 'contents':
        return;
      case 'read-again':
        this.beginAnew();
        void this.read();
        return;
      case 'show':
        this.show(
          { marks: message.marks, rounding: message.rounding, coverage: message.coverage ?? false },
          message.swap ?? [],
        );
        return;
      case 'step':
        this.overlay?.step(message.by);
        return;
      case 'find': {
        if (message.documentId !== documentId) this.files.find(message.documentId, message.finding);
        const finding = this.result?.report.findings.find(({ id }) => id === message.finding);
        const content = this.content();
        if (message.documentId !== documentId || finding === undefined || content === null) return;
        if (this.overlay) this.overlay.locate(finding, message.place);
        else locateOnce(finding, message.place, content);
        return;
      }
      case 'find-cell': {
        const content = this.content();
        if (message.documentId === documentId && content !== null) locateCell(message.cell, content);
      }
    }
  }

  private content(): OverlayContent | null {
    if (this.result === null) return null;
    const { reading, report } = this.result;
    return {
      reading,
      report: asChosen(withoutIgnored(report, this.ignored), this.settings),
      language: this.language,
      coverage: this.wanted.coverage,
      shown: shownVerdicts(this.wanted.rounding),
      stepKeys: this.settings.stepKeys,
      ignoring: {
        isIgnored: (finding) => isIgnored(finding, report, this.ignored),
        onIgnore: (finding, ignored) => setIgnored(ignoredEntry(finding, report, Date.now()), ignored),
      },
      onCard: (finding) => {
        if (finding !== null || !this.leaving) return;
        this.leaving = false;
        // What closed the card may open another: that one is opened again on the new marks.
        queueMicrotask(() => this.draw());
      },
    };
  }

  /** What the reader ignores loses its mark; in an open card it can be taken back until the card closes. */
  private setIgnored(ignored: readonly Ignored[]): void {
    const before = this.ignored;
    this.ignored = ignored;
    const { report } = this.result ?? {};
    if (report === undefined || this.overlay === null) return;
    const changed = report.findings
      .filter((finding) => isIgnored(finding, report, before) !== isIgnored(finding, report, ignored))
      .map(({ id }) => id);
    if (changed.length === 0) return;
    const opened = this.overlay.opened();
    this.overlay.refresh();
    if (opened !== null && changed.includes(opened.finding)) this.leaving = true;
    else this.draw();
  }

  private show(wanted: PageSession['wanted'], swap: readonly string[]): void {
    this.files.swap(wanted.marks ? swap : []);
    const { marks, rounding, coverage } = this.wanted;
    if (wanted.marks === marks && wanted.rounding === rounding && wanted.coverage === coverage) return;
    this.wanted = wanted;
    this.draw();
  }

  /** Draws the marks as wanted; the earlier ones leave without a trace. */
  private draw(): void {
    const opened = this.overlay?.opened() ?? null;
    this.activation?.abort();
    this.activation = null;
    this.overlay = null;
    const content = this.content();
    if (!this.wanted.marks || content === null) return;
    this.activation = new AbortController();
    this.overlay = drawOverlay(content, this.activation.signal);
    if (opened !== null) this.overlay.reopen(opened);
  }

  /** What was found is said no longer, and why. */
  private async giveUp(failure: FileFailure): Promise<void> {
    this.result = null;
    this.draw();
    await this.send({ kind: 'failed', ...this.presence, where: 'page', failure });
  }

  /** Reads the page, once at a time. */
  private read(): Promise<void> {
    return (this.under ??= this.readNow().finally(() => {
      this.under = null;
    }));
  }

  private async readNow(): Promise<void> {
    const signal = AbortSignal.any([this.life.signal, AbortSignal.timeout(patience)]);
    this.readingsLeft -= 1;
    this.stale = false;
    try {
      if (!this.restless) await this.send({ kind: 'reading', ...this.presence, where: 'page', progress: 0 });
      const source = { url: location.href, title: titleOf(document) };
      const reading = await this.readPage(source, signal);
      const report = this.isStale()
        ? null
        : await runInSlices(check(reading.document), signal, ({ done, total }) => this.tellProgress(done, total));
      // Half of one page and half of another; or no longer what is printed.
      if (report === null || this.isStale()) {
        await this.outrun();
        return;
      }
      this.result = { reading, report };
      this.restless = false;
      this.outrunSince = null;
      this.draw();
      await this.sendSurely({ kind: 'report', ...this.presence, documentId, where: 'page', report });
    } catch (error) {
      if (this.life.signal.aborted) return;
      const kind = signal.aborted
        ? 'page-too-long'
        : error instanceof NestedTooDeeply
          ? 'page-too-deep'
          : 'read-failed';
      await this.giveUp({ kind });
    }
  }

  /** Whether the page has changed, in which case it will be read again. A method, as the compiler believes that nothing else can have happened. */
  private isStale(): boolean {
    return this.stale;
  }

  private async readPage(
    source: { readonly url: string; readonly title: string },
    signal: AbortSignal,
  ): Promise<HtmlReading> {
    const meanwhile: MutationRecord[] = [];
    this.meanwhile = meanwhile;
    const unseen: Element[] = [];
    try {
      const page = new DomNode(bodyOf(document) ?? create('body'), (element) => unseen.push(element));
      const reading = await runInSlices(readHtml(page, source), signal);
      this.reading = reading;
      noteShown(reading, unseen);
      if (meanwhile.some((record) => concernsReading(record, reading))) {
        this.stale = true;
        this.lookSoon();
      }
      return reading;
    } finally {
      this.meanwhile = null;
    }
  }

  private told = 0;

  private tellProgress(done: number, total: number): void {
    // A popup is redrawn a few times a second at most.
    if (this.restless || performance.now() - this.told < 200) return;
    this.told = performance.now();
    void this.send({
      kind: 'reading',
      ...this.presence,
      where: 'page',
      progress: total === 0 ? 0 : Math.min(1, done / total),
    });
  }

  /** Says something that the next word makes good if it is lost. */
  private async send(message: ToBackground): Promise<void> {
    await this.say(() => browser.runtime.sendMessage(message));
  }

  private async sendSurely(message: ToBackground): Promise<void> {
    await this.say(() => saySurely(message));
  }

  private async say(speak: () => Promise<unknown>): Promise<void> {
    try {
      await speak();
    } catch {
      // A worker that is only starting up does not fail here.
      if (!isExtensionAlive()) this.life.abort();
    }
  }
}
