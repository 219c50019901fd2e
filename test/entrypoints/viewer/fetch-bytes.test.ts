import { afterEach, describe, expect, test, vi } from 'vitest';
import { fetchBytes, largestOfAll } from '../../../entrypoints/viewer/fetch-bytes.ts';

const url = 'http://www.shili.gov.cn/a.pdf';
const ignore = () => undefined;

function serve(answer: () => Response | Promise<Response>): void {
  vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(answer())));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('fetchBytes', () => {
  test('gives the bytes and tells the progress', async () => {
    serve(() => new Response(new Uint8Array([1, 2, 3]), { headers: { 'content-length': '3' } }));
    const told: unknown[] = [];
    expect(Array.from(await fetchBytes(url, new AbortController().signal, (progress) => told.push(progress)))).toEqual([1, 2, 3]);
    expect(told).toEqual([{ received: 3, total: 3 }]);
  });

  test('the length of packed bytes says nothing', async () => {
    serve(() => new Response(new Uint8Array([1, 2, 3]), { headers: { 'content-length': '2', 'content-encoding': 'gzip' } }));
    const told: unknown[] = [];
    await fetchBytes(url, new AbortController().signal, (progress) => told.push(progress));
    expect(told).toEqual([{ received: 3, total: undefined }]);
  });

  test.each([[404, 'not-found'], [410, 'not-found'], [403, 'refused'], [401, 'refused'], [500, 'server']])('status %i is %s', async (status, kind) => {
    serve(() => new Response('', { status }));
    await expect(fetchBytes(url, new AbortController().signal, ignore)).rejects.toMatchObject({ kind, status });
  });

  test('no answer is a network failure', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(fetchBytes(url, new AbortController().signal, ignore)).rejects.toMatchObject({ kind: 'network' });
  });

  test('a file that says it is too large is not fetched', async () => {
    const announce = (megabytes: number): void => { serve(() => new Response(new Uint8Array([1]), { headers: { 'content-length': String(megabytes * 1024 * 1024) } })); };
    announce(200);
    await expect(fetchBytes(url, new AbortController().signal, ignore)).rejects.toMatchObject({ kind: 'too-large' });
    // What nobody can open is called so at once.
    announce(400);
    await expect(fetchBytes(url, new AbortController().signal, ignore)).rejects.toMatchObject({ kind: 'huge' });
    await expect(fetchBytes(url, new AbortController().signal, ignore, largestOfAll)).rejects.toMatchObject({ kind: 'huge' });
  });

  test('a file that does not say so is left when it has become too large', async () => {
    serve(() => new Response(new Uint8Array(20)));
    await expect(fetchBytes(url, new AbortController().signal, ignore, 10)).rejects.toMatchObject({ kind: 'too-large' });
  });

  test('a server that stops sending is given up', async () => {
    vi.useFakeTimers();
    try {
      vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      }));
      const fetched = expect(fetchBytes(url, new AbortController().signal, ignore)).rejects.toMatchObject({ kind: 'stalled' });
      await vi.advanceTimersByTimeAsync(61_000);
      await fetched;
    } finally {
      vi.useRealTimers();
    }
  });
});
