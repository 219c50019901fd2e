import { browser } from 'wxt/browser';
import type { ToBackground } from '../protocol/protocol.ts';
import { documentHeaders } from './document-headers.ts';
import { OpenFailure } from './failure.ts';
import { originsOf } from './target.ts';

/** How much of a file has arrived. */
export interface FetchProgress {
  readonly received: number;
  /** As the server announced it; undefined if it did not. */
  readonly total: number | undefined;
}

/** A larger file is read only when somebody insists who looks at it. */
export const largestFile = 100 * 1024 * 1024;

/** More than this no accounts need, and the page would not survive it. */
export const largestOfAll = 300 * 1024 * 1024;

/**
 * A file is too large for what it was to be read by: one that nobody can open is not offered.
 * @param size its bytes, as announced or as they have come so far
 */
export function tooLarge(size: number): OpenFailure {
  return new OpenFailure(size <= largestOfAll ? 'too-large' : 'huge');
}

/** As whom a file is asked for. */
export interface Asking {
  /** It lies at the origin of the page that the reader has open: asked for as that page would, with the reader's cookies for it. */
  readonly own: boolean;
  /** The reader has asked for this very file: it is followed to wherever its server sends us, without cookies. */
  readonly asked: boolean;
}

/** What a server gave. */
export interface FetchedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where it came from in the end, after redirects. */
  readonly from: string;
}

/** A server that says nothing for so long has stopped. */
const patience = 60_000;

/** Turns a server's refusal into our words. */
function statusFailure(status: number): OpenFailure {
  if (status === 404 || status === 410) return new OpenFailure('not-found', status);
  if (status === 401 || status === 403) return new OpenFailure('refused', status);
  return new OpenFailure('server', status);
}

/**
 * Whether the reader has let us read this host.
 * @param url the document's address
 */
export async function mayRead(url: string): Promise<boolean> {
  // The page that reads PDFs nobody looks at has hardly any of the browser's API.
  const known: object = browser;
  if (!('permissions' in known)) {
    const question: ToBackground = { kind: 'may-read', url };
    return (await browser.runtime.sendMessage(question)) === true;
  }
  const origin = new URL(url);
  return browser.permissions.contains({ origins: [`${origin.protocol}//${origin.hostname}/*`] });
}

/**
 * Asks the reader for a host. Call it directly in the click's handler: the browser wants the gesture.
 * @param url the document's address
 * @returns whether the reader agreed
 */
export function askToRead(url: string): Promise<boolean> {
  return browser.permissions.request({ origins: originsOf(url) });
}

/**
 * Cookies go to the page's own origin and no further. A redirect ends the request that carries them: where it leads the browser does not
 * tell beforehand, and each body of gov.cn is a site of its own.
 * @throws OpenFailure when a file that nobody has asked for is redirected, or one ends where we may not read
 */
async function ask(
  url: string,
  { own, asked }: Asking,
  signal: AbortSignal,
): Promise<{ readonly response: Response; readonly from: string }> {
  const request: RequestInit = { headers: await documentHeaders(), signal };
  if (own) {
    const response = await fetch(url, { ...request, credentials: 'include', redirect: 'manual' });
    if (response.type !== 'opaqueredirect') return { response, from: url };
    if (!asked) throw new OpenFailure('redirected');
  }
  const response = await fetch(url, { ...request, credentials: 'omit' });
  if (!(await mayRead(response.url))) throw new OpenFailure('elsewhere');
  return { response, from: response.url };
}

/**
 * Fetches a document: from the page's own origin as the page would, from anywhere else as somebody whom the server does not know.
 * @param url an address of the web
 * @param signal ends the request
 * @param most more bytes than this are too many
 * @throws OpenFailure, or the signal's reason
 */
export async function fetchBytes(
  url: string,
  asking: Asking,
  signal: AbortSignal,
  onProgress: (progress: FetchProgress) => void,
  most = largestFile,
): Promise<FetchedFile> {
  const stalled = new AbortController();
  const limit = AbortSignal.any([signal, stalled.signal]);
  let timer = setTimeout(() => stalled.abort(), patience);
  let received = 0;
  try {
    const { response, from } = await ask(url, asking, limit);
    if (!response.ok) throw statusFailure(response.status);
    const announced = Number(response.headers.get('content-length') ?? Number.NaN);
    // With a content coding the announced length is that of the packed bytes.
    const total = announced > 0 && response.headers.get('content-encoding') === null ? announced : undefined;
    if (total !== undefined && total > most) throw tooLarge(total);
    const parts: Uint8Array[] = [];
    const reader = response.body?.getReader();
    for (;;) {
      const step = await reader?.read();
      if (step?.value === undefined) break;
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), patience);
      parts.push(step.value);
      received += step.value.length;
      if (received > most) throw tooLarge(received);
      onProgress({ received, total });
    }
    return { bytes: join(parts, received), from };
  } catch (error) {
    if (signal.aborted || error instanceof OpenFailure) throw error;
    throw new OpenFailure(stalled.signal.aborted ? 'stalled' : received > 0 ? 'cut-off' : 'network');
  } finally {
    clearTimeout(timer);
    stalled.abort();
  }
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
