import { browser } from 'wxt/browser';
import { attribute, isConnected, scrollIntoView, titleOf } from '../shared/page/dom.ts';
import type { EmbeddedPdf } from '../shared/page/embedded.ts';
import { embeddedPdfs } from '../shared/page/embedded.ts';
import { longestAddress } from '../shared/protocol/document-id.ts';
import type { FrameHandover } from '../shared/protocol/frame-protocol.ts';
import type { Language } from '../shared/locale/messages.ts';
import { words } from '../shared/locale/messages.ts';
import type { FoundFile, Presence, ToBackground } from '../shared/protocol/protocol.ts';
import { mostFiles } from '../shared/protocol/protocol.ts';
import { attachments, fileNameOf } from './attachments.ts';
import { serveBytes } from './frame-bytes.ts';
import { swapIn } from './swap.ts';
import { watchFiles } from './watch-files.ts';

/** One embedded PDF with our viewer in its place. */
interface Swapped extends EmbeddedPdf {
  readonly frame: HTMLIFrameElement;
  readonly life: AbortController;
  /** The finding to show once the viewer is there. */
  finding: string | undefined;
  ready: boolean;
}

/** The files that the page shows and links to: tells of them, and swaps our viewer in for those it shows. */
export class PageFiles {
  readonly #presence: Presence;
  readonly #language: () => Language;
  readonly #send: (message: ToBackground) => Promise<void>;
  #told = '';
  #swapped: Swapped[] = [];

  constructor(
    presence: Presence,
    language: () => Language,
    send: (message: ToBackground) => Promise<void>,
    signal: AbortSignal,
  ) {
    this.#presence = presence;
    this.#language = language;
    this.#send = send;
    watchFiles(document, () => this.tell(), signal);
    signal.addEventListener('abort', () => this.swap([]));
  }

  /** Tells the background of the files, if it was not told before. @param again tells in any case */
  async tell(again = false): Promise<void> {
    const { files, more } = this.#find();
    const message: ToBackground = { kind: 'files', ...this.#presence, files, more };
    const text = JSON.stringify(message);
    if ((text === this.#told && !again) || (this.#told === '' && files.length === 0)) return;
    this.#told = text;
    await this.#send(message);
  }

  /** Our viewer stands for these files and no others. */
  swap(documentIds: readonly string[]): void {
    // A file of another origin never takes its place in the page: that would tell the page whether the reader may have it.
    const wanted = mayFrame()
      ? documentIds.filter((id) => URL.canParse(id) && new URL(id).origin === location.origin)
      : [];
    this.#swapped = this.#swapped.filter((swapped) => {
      const stays = wanted.includes(swapped.url) && isConnected(swapped.frame);
      if (!stays) swapped.life.abort();
      return stays;
    });
    if (wanted.length > 0)
      for (const embedded of embeddedPdfs(document)) if (wanted.includes(embedded.url)) this.#swapIn(embedded);
  }

  /** Brings the viewer of a file into view, at a finding. The viewer hears of the finding itself if it is there already. */
  find(documentId: string, finding: string): void {
    const swapped = this.#swapped.find(({ url }) => url === documentId);
    if (swapped === undefined) return;
    scrollIntoView(swapped.frame, {
      block: 'nearest',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });
    if (!swapped.ready) swapped.finding = finding;
  }

  #swapIn({ element, url }: EmbeddedPdf): void {
    const life = new AbortController();
    const source = browser.runtime.getURL('/frame.html');
    const frame = swapIn(element, source, words[this.#language()].frameTitle(fileNameOf(url) ?? ''), life.signal);
    if (frame === null) return;
    const swapped: Swapped = { element, url, frame, life, finding: undefined, ready: false };
    this.#swapped.push(swapped);
    frame.addEventListener('load', () => void this.#handOver(swapped), { signal: life.signal });
  }

  /** Gives the viewer its word and a port for the bytes. Only a page of ours receives them, whatever the frame shows by now. */
  async #handOver(swapped: Swapped): Promise<void> {
    const nonce = randomWord();
    await this.#send({ kind: 'frame-offer', ...this.#presence, documentId: swapped.url, nonce });
    if (swapped.life.signal.aborted) return;
    const { port1, port2 } = new MessageChannel();
    serveBytes(port1, swapped.url, swapped.life.signal);
    // The frame's address is a name for the session; what loads under it has our true origin.
    const ours = new URL(browser.runtime.getURL('/')).origin;
    const handover: FrameHandover = {
      kind: 'tieout-frame',
      nonce,
      ...(swapped.finding !== undefined && { finding: swapped.finding }),
    };
    swapped.frame.contentWindow?.postMessage(handover, ours, [port2]);
    swapped.ready = true;
  }

  #find(): { files: FoundFile[]; more: number } {
    // What our viewer stands for is still shown.
    const shown = [...this.#swapped, ...embeddedPdfs(document)].map(({ element, url }): FoundFile => {
      const title = attribute(element, 'title')?.trim() ?? '';
      return {
        where: 'embedded',
        url,
        name: (fileNameOf(url) ?? (title === '' ? titleOf(document) : title)).slice(0, 200),
        format: 'pdf',
      };
    });
    const byUrl = new Map<string, FoundFile>();
    for (const file of [...shown, ...attachments(document)]) {
      const known = byUrl.get(file.url);
      if (known === undefined) byUrl.set(file.url, file);
    }
    const all = [...byUrl.values()].filter(({ url }) => url.length <= longestAddress);
    return { files: all.slice(0, mostFiles), more: Math.max(0, all.length - mostFiles) };
  }
}

/** A word that nobody guesses. (randomUUID is for https only.) */
function randomWord(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Our viewer may stand in pages of gov.cn only (web_accessible_resources). */
function mayFrame(): boolean {
  return /(^|\.)gov\.cn$/i.test(location.hostname);
}
