import { documentIdOf } from '../../shared/protocol/document-id.ts';
import { OpenFailure } from '../../shared/files/failure.ts';
import { askToRead, fetchBytes, largestFile, largestOfAll, mayRead, tooLarge } from '../../shared/files/fetch-bytes.ts';
import { fingerprint } from '../opening/fingerprint.ts';
import type { OpenDocument } from '../opening/open-document.ts';
import { openDocument } from '../opening/open-document.ts';
import { outlineOf } from '../pages/outline.ts';
import type { Pages } from '../pages/pages.ts';
import { tellFailed } from '../tell.ts';
import type { SessionOptions, ViewerState } from './state.ts';
import type { Store } from './store.ts';

/** What becomes of a document is told to whoever works on it. */
export interface OpenerListener {
  /** What was open is no longer shown: let go of it. */
  closed(): void;
  /** A document is open, and its first page to be seen. @param print of its bytes; null: it is to be read in any case */
  opened(print: string | null): Promise<void>;
}

/** Opens one document after the other: from an address, from a file of the reader's own, with its password, once more. */
export class DocumentOpener {
  readonly #store: Store<ViewerState>;
  readonly #pages: () => Pages | null;
  readonly #options: Pick<SessionOptions, 'bytes' | 'own' | 'readHere'>;
  readonly #listener: OpenerListener;
  #open: OpenDocument | null = null;
  #work = new AbortController();
  #loads = 0;
  #givePassword: ((password: string) => void) | null = null;

  constructor(
    store: Store<ViewerState>,
    pages: () => Pages | null,
    options: Pick<SessionOptions, 'bytes' | 'own' | 'readHere'>,
    listener: OpenerListener,
  ) {
    this.#store = store;
    this.#pages = pages;
    this.#options = options;
    this.#listener = listener;
  }

  /** The open document; null while there is none. */
  get open(): OpenDocument | null {
    return this.#open;
  }

  /** Aborts when the document makes room for another. */
  get signal(): AbortSignal {
    return this.#work.signal;
  }

  /** One load of one document: what the background knows it by. */
  get navigationId(): string {
    return `${performance.timeOrigin}${this.#loads > 1 ? `-${this.#loads}` : ''}`;
  }

  /** Which document of the tab this is. */
  get documentId(): string {
    return documentIdOf(this.address);
  }

  /** Where the document was found: its address, or a local file's name. */
  get address(): string {
    const { target, title } = this.#store.value;
    return target.kind === 'address' ? target.url : title;
  }

  /** Opens the target from its address, from the beginning. @param most a larger file is not opened */
  async load(most = largestFile): Promise<void> {
    const { target } = this.#store.value;
    if (target.kind !== 'address') {
      this.#store.set({ opening: { stage: 'start' } });
      return;
    }
    const signal = this.#begin();
    await this.#attempt(signal, async () => {
      this.#store.set({ opening: { stage: 'fetching', progress: null } });
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
            (progress) => this.#store.set({ opening: { stage: 'fetching', progress } }),
            most,
          );
      await this.#show(file.bytes, signal, otherHost(file.from, target.url));
    });
  }

  /** Takes files of the reader's own, and opens the first that may be a PDF. */
  async openFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    this.#store.set({ files });
    await this.showFile(
      Math.max(
        0,
        files.findIndex(({ name, type }) => type === 'application/pdf' || /\.pdf$/i.test(name)),
      ),
    );
  }

  /** Opens one of the files that the reader has chosen. @param most a larger file is not opened */
  async showFile(index: number, most = largestFile): Promise<void> {
    const file = this.#store.value.files[index];
    if (file === undefined) return;
    const signal = this.#begin();
    // Under its own type it would be saved, not shown, where the system knows no PDFs.
    const url = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }));
    signal.addEventListener('abort', () => URL.revokeObjectURL(url), { once: true });
    this.#store.set({
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
    if (this.#store.value.target.kind === 'file') await this.showFile(this.#store.value.file);
    else await this.load();
  }

  /** Opens the document although it is large. */
  async insist(): Promise<void> {
    if (this.#store.value.target.kind === 'file') await this.showFile(this.#store.value.file, largestOfAll);
    else await this.load(largestOfAll);
  }

  /** Stops fetching. */
  stop(): void {
    this.#begin();
    this.#fail(new OpenFailure('stopped'));
  }

  /** The browser took away what held the document: it has to be opened anew. */
  interrupted(): void {
    this.close();
    this.#fail(new OpenFailure('interrupted'));
  }

  /** Asks for the site and opens the document. Call it from the click. */
  async allow(): Promise<void> {
    const { target } = this.#store.value;
    if (target.kind === 'address' && (await askToRead(target.url))) await this.load();
  }

  /** The reader has typed a password. */
  password(password: string): void {
    this.#store.set({ opening: { stage: 'opening' } });
    this.#givePassword?.(password);
  }

  /** The original, as the browser itself shows it: for printing and saving. */
  openOriginal(): void {
    const { target } = this.#store.value;
    if (target.kind !== 'none') window.open(target.url, '_blank', 'noopener,noreferrer');
  }

  /** Closes the document and ends what is under way for it. */
  close(): void {
    this.#work.abort();
    this.#pages()?.show(null);
    this.#listener.closed();
    this.#open?.close();
    this.#open = null;
    this.#store.set({ checking: { stage: 'idle' }, card: null, pages: 0, outline: [] });
  }

  /** Ends what is under way and makes room for another document. */
  #begin(): AbortSignal {
    this.close();
    this.#loads += 1;
    this.#work = new AbortController();
    return this.#work.signal;
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
    this.#store.set({ opening: { stage: 'failed', failure } });
    tellFailed(this.navigationId, failure.reason);
  }

  async #show(bytes: Uint8Array, signal: AbortSignal, from?: string): Promise<void> {
    const pages = this.#pages();
    this.#store.set({ opening: { stage: 'opening' } });
    // Before pdf.js takes the bytes away.
    const print = this.#options.readHere === true ? null : await fingerprint(bytes);
    const open = await openDocument(bytes, (wrong) => this.#askPassword(wrong), signal);
    signal.throwIfAborted();
    this.#open = open;
    this.#store.set({ opening: { stage: 'open', incomplete: open.incomplete, from } });
    pages?.show(open.pdf);
    void outlineOf(open.pdf).then((outline) => {
      if (!signal.aborted) this.#store.set({ outline });
    });
    // The reader sees the first page before the worker turns to the tables. A tab in the background paints nothing.
    await Promise.race([pages?.firstPainted(), new Promise((resolve) => setTimeout(resolve, 1500))]);
    signal.throwIfAborted();
    await this.#listener.opened(print);
  }

  #askPassword(wrong: boolean): Promise<string> {
    this.#store.set({ opening: { stage: 'password', wrong } });
    return new Promise((resolve) => {
      this.#givePassword = resolve;
    });
  }
}

/** The host that a file came from, if its address names another. */
function otherHost(from: string, url: string): string | undefined {
  const { host } = new URL(from);
  return host === new URL(url).host ? undefined : host;
}
