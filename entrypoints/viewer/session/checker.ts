import type { Document } from '../../../core/document/document.ts';
import type { Contents } from '../../../core/report/export/contents.ts';
import { contentsOf } from '../../../core/report/export/contents-of.ts';
import type { Report } from '../../../core/report/schema.ts';
import { knownReading } from '../reading/known-reading.ts';
import type { Spot } from '../reading/places.ts';
import { readAndCheck } from '../reading/reading.ts';
import type { ReadingLimits } from '../reading/reading-limits.ts';
import { CheckTookTooLong, usualLimits } from '../reading/reading-limits.ts';
import { tellFailed, tellProgress, tellReport } from '../tell.ts';
import { WorkerGone } from '../opening/worker-watch.ts';
import type { DocumentOpener } from './opener.ts';
import type { ViewerState } from './state.ts';
import type { Store } from './store.ts';

/** How a check goes is told to whoever shows it. */
export interface CheckerListener {
  /** There is a report, or no longer one. */
  changed(): void;
  /** The report has been handed on: whatever waited for it may begin. */
  checked(): Promise<void>;
}

/** Reads and checks the open document, and knows where its figures stand. */
export class DocumentChecker {
  readonly #store: Store<ViewerState>;
  readonly #opener: DocumentOpener;
  readonly #listener: CheckerListener;
  #reading = new AbortController();
  #document: Document | null = null;
  #spots: Readonly<Record<string, Spot>> = {};

  constructor(store: Store<ViewerState>, opener: DocumentOpener, listener: CheckerListener) {
    this.#store = store;
    this.#opener = opener;
    this.#listener = listener;
  }

  /** What was read, once it has been read here. */
  get document(): Document | null {
    return this.#document;
  }

  /** Where the figures stand that the report speaks of, by place. */
  get spots(): Readonly<Record<string, Spot>> {
    return this.#spots;
  }

  /** Shows what the background has read of these very bytes, or reads the document. @param print of the bytes; null: read it in any case */
  async begin(print: string | null): Promise<void> {
    const { signal } = this.#opener;
    const known = await knownReading(print, this.#opener.address);
    signal.throwIfAborted();
    if (known === null) await this.check();
    else await this.#take(known.report, known.spots);
  }

  /** Reads and checks the open document (again). @param limits where to stop */
  async check(limits: ReadingLimits = usualLimits): Promise<void> {
    const { open } = this.#opener;
    if (!open) return;
    this.forget();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    const source = { url: this.#opener.address, title: this.#store.value.title };
    this.#store.set({ checking: { stage: 'reading', progress: null }, card: null });
    this.#listener.changed();
    try {
      const { document, report, spots } = await readAndCheck(open, source, limits, signal, (progress) => {
        if (signal.aborted) return;
        this.#store.set({ checking: { stage: 'reading', progress } });
        tellProgress(this.#opener.navigationId, progress);
      });
      if (signal.aborted) return;
      this.#document = document;
      await this.#take(report, spots);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Stops reading; the pages stay. */
  cancel(): void {
    this.#reading.abort();
    this.#store.set({ checking: { stage: 'cancelled' } });
    tellFailed(this.#opener.navigationId, { kind: 'cancelled' });
  }

  /** Stops reading and lets go of what was read. */
  forget(): void {
    this.#reading.abort();
    this.#document = null;
    this.#spots = {};
  }

  /** What is printed in the document; null until it has been checked. A document that was read elsewhere is read here first. */
  async contents(): Promise<Contents | null> {
    const { checking } = this.#store.value;
    const document = await this.read();
    return checking.stage !== 'done' || document === null ? null : contentsOf(document, checking.report);
  }

  /** The document as it was read; if that was elsewhere, it is read here. @returns null until it has been checked */
  async read(): Promise<Document | null> {
    const { checking, title } = this.#store.value;
    const { open, address, signal } = this.#opener;
    if (checking.stage !== 'done' || open === null) return null;
    if (this.#document === null) {
      const source = { url: address, title };
      const { document } = await readAndCheck(open, source, usualLimits, signal, () => undefined);
      this.#document = document;
    }
    return this.#document;
  }

  /** Shows what was found, whoever has read it. */
  async #take(report: Report, spots: Readonly<Record<string, Spot>>): Promise<void> {
    this.#spots = spots;
    this.#store.set({ checking: { stage: 'done', report } });
    this.#listener.changed();
    tellReport(this.#opener.navigationId, this.#opener.documentId, report);
    await this.#listener.checked();
  }

  #fail(error: unknown): void {
    if (error instanceof WorkerGone) {
      this.#opener.interrupted();
      return;
    }
    const why = error instanceof CheckTookTooLong ? 'stuck' : 'read-failed';
    console.error('Tieout: reading failed', error);
    this.#store.set({ checking: { stage: 'failed', why } });
    tellFailed(this.#opener.navigationId, { kind: why });
  }
}
