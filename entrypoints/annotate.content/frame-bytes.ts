import type { FromPage } from '../ui/frame-protocol.ts';
import { toPageSchema } from '../ui/frame-protocol.ts';

/** Larger files are left to the viewer itself. */
const largest = 300 * 1024 * 1024;

/**
 * Answers our viewer in a frame when it asks for its file's bytes. They are fetched here, as the page may fetch them: the frame
 * has no cookies. What the page may not fetch (another host) the viewer fetches with its own permission.
 */
export function serveBytes(port: MessagePort, url: string, signal: AbortSignal): void {
  const say = (message: FromPage, transfer: Transferable[] = []) => port.postMessage(message, transfer);
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!toPageSchema.safeParse(data).success) return;
    fetchHere(url, signal).then((bytes) => (bytes === null ? say({ kind: 'fetch-yourself' }) : say({ kind: 'bytes', bytes }, [bytes])), () => say({ kind: 'fetch-yourself' }));
  };
  signal.addEventListener('abort', () => port.close(), { once: true });
}

async function fetchHere(url: string, signal: AbortSignal): Promise<ArrayBuffer | null> {
  if (new URL(url).origin !== location.origin) return null;
  const response = await fetch(url, { credentials: 'same-origin', signal });
  if (!response.ok || Number(response.headers.get('content-length') ?? 0) > largest) return null;
  return response.arrayBuffer();
}
