import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchBytes, largestOfAll } from '../../../../entrypoints/shared/files/fetch-bytes.ts';

const url = 'http://www.shili.gov.cn/a.pdf';
const ignore = () => undefined;
const own = { own: true, asked: false };

function serve(answer: () => Response | Promise<Response>): void {
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(answer())),
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A server of two sites, as the browser shows it to us. */
function serveRedirect(to: string): { readonly credentials: string | undefined }[] {
  const asked: { readonly credentials: string | undefined }[] = [];
  vi.stubGlobal('fetch', (_: string, { credentials, redirect }: RequestInit) => {
    asked.push({ credentials });
    const response = redirect === 'manual' ? Response.error() : new Response(new Uint8Array([7]));
    return Promise.resolve(
      Object.defineProperties(
        response,
        redirect === 'manual' ? { type: { value: 'opaqueredirect' } } : { url: { value: to } },
      ),
    );
  });
  return asked;
}

describe('cookies', () => {
  beforeEach(() => {
    fakeBrowser.permissions.contains = ({ origins }) =>
      Promise.resolve(origins?.every((origin) => origin.includes('.gov.cn/')) === true);
  });
  const from = (asking: { own: boolean; asked: boolean }) =>
    fetchBytes(url, asking, new AbortController().signal, ignore);

  test('go to the page’s own origin, and stop at a redirect unless the file was asked for', async () => {
    const asked = serveRedirect('http://www.bieju.gov.cn/a.pdf');
    await expect(from({ own: true, asked: false })).rejects.toMatchObject({ kind: 'redirected' });
    expect(asked).toEqual([{ credentials: 'include' }]);
  });

  test('do not follow a redirect, nor go to another site', async () => {
    const asked = serveRedirect('http://www.bieju.gov.cn/a.pdf');
    expect(await from({ own: true, asked: true })).toEqual({
      bytes: new Uint8Array([7]),
      from: 'http://www.bieju.gov.cn/a.pdf',
    });
    expect(await from({ own: false, asked: true })).toMatchObject({ from: 'http://www.bieju.gov.cn/a.pdf' });
    expect(asked).toEqual([{ credentials: 'include' }, { credentials: 'omit' }, { credentials: 'omit' }]);
  });

  test('what comes from where we may not read is not taken', async () => {
    serveRedirect('http://www.shili.example/a.pdf');
    await expect(from({ own: false, asked: true })).rejects.toMatchObject({ kind: 'elsewhere' });
  });
});

describe('fetchBytes', () => {
  test('gives the bytes and tells the progress', async () => {
    serve(() => new Response(new Uint8Array([1, 2, 3]), { headers: { 'content-length': '3' } }));
    const told: unknown[] = [];
    expect(await fetchBytes(url, own, new AbortController().signal, (progress) => told.push(progress))).toEqual({
      bytes: new Uint8Array([1, 2, 3]),
      from: url,
    });
    expect(told).toEqual([{ received: 3, total: 3 }]);
  });

  test('the length of packed bytes says nothing', async () => {
    serve(
      () => new Response(new Uint8Array([1, 2, 3]), { headers: { 'content-length': '2', 'content-encoding': 'gzip' } }),
    );
    const told: unknown[] = [];
    await fetchBytes(url, own, new AbortController().signal, (progress) => told.push(progress));
    expect(told).toEqual([{ received: 3, total: undefined }]);
  });

  test.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [403, 'refused'],
    [401, 'refused'],
    [500, 'server'],
  ])('status %i is %s', async (status, kind) => {
    serve(() => new Response('', { status }));
    await expect(fetchBytes(url, own, new AbortController().signal, ignore)).rejects.toMatchObject({ kind, status });
  });

  test('no answer is a network failure', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(fetchBytes(url, own, new AbortController().signal, ignore)).rejects.toMatchObject({ kind: 'network' });
  });

  test('a file that says it is too large is not fetched', async () => {
    const announce = (megabytes: number): void => {
      serve(
        () => new Response(new Uint8Array([1]), { headers: { 'content-length': String(megabytes * 1024 * 1024) } }),
      );
    };
    announce(200);
    await expect(fetchBytes(url, own, new AbortController().signal, ignore)).rejects.toMatchObject({
      kind: 'too-large',
    });
    // What nobody can open is called so at once.
    announce(400);
    await expect(fetchBytes(url, own, new AbortController().signal, ignore)).rejects.toMatchObject({ kind: 'huge' });
    await expect(fetchBytes(url, own, new AbortController().signal, ignore, largestOfAll)).rejects.toMatchObject({
      kind: 'huge',
    });
  });

  test('a file that does not say so is left when it has become too large', async () => {
    serve(() => new Response(new Uint8Array(20)));
    await expect(fetchBytes(url, own, new AbortController().signal, ignore, 10)).rejects.toMatchObject({
      kind: 'too-large',
    });
  });

  test('a server that stops sending is given up', async () => {
    vi.useFakeTimers();
    try {
      vi.stubGlobal(
        'fetch',
        (_: string, { signal }: { signal: AbortSignal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
          }),
      );
      const fetched = expect(fetchBytes(url, own, new AbortController().signal, ignore)).rejects.toMatchObject({
        kind: 'stalled',
      });
      await vi.advanceTimersByTimeAsync(61_000);
      await fetched;
    } finally {
      vi.useRealTimers();
    }
  });
});
