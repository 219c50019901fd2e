import { browser } from 'wxt/browser';
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
 * Fetches a document as the reader would: with their cookies for that site, and from the same address.
 * @param url an address of the web
 * @param signal ends the request
 * @param most more bytes than this are too many
 * @throws OpenFailure, or the signal's reason
 */
export async function fetchBytes(url: string, signal: AbortSignal, onProgress: (progress: FetchProgress) => void, most = largestFile): Promise<Uint8Array<ArrayBuffer>> {
  const stalled = new AbortController();
  const limit = AbortSignal.any([signal, stalled.signal]);
  let timer = setTimeout(() => stalled.abort(), patience);
  let received = 0;
  try {
    const response = await fetch(url, { credentials: 'include', signal: limit });
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
    return join(parts, received);
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
