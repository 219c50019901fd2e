import type { FromPage } from '../shared/protocol/frame-protocol.ts';
import { toPageSchema } from '../shared/protocol/frame-protocol.ts';
import { fetchBytes } from '../shared/files/fetch-bytes.ts';

/**
 * Answers our viewer in a frame when it asks for its file's bytes. They are fetched here, as the page may fetch them: the frame
 * has no cookies. What a redirect takes elsewhere the viewer fetches with its own permission, without cookies.
 */
export function serveBytes(port: MessagePort, url: string, signal: AbortSignal): void {
  const say = (message: FromPage, transfer: Transferable[] = []) => port.postMessage(message, transfer);
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!toPageSchema.safeParse(data).success) return;
    const here =
      new URL(url).origin === location.origin
        ? fetchBytes(url, { own: true, asked: false }, signal, () => undefined)
        : Promise.reject(new Error('another host'));
    here
      .then(({ bytes: { buffer } }) => say({ kind: 'bytes', bytes: buffer }, [buffer]))
      .catch(() => say({ kind: 'fetch-yourself' }));
  };
  signal.addEventListener('abort', () => port.close(), { once: true });
}
