import { browser } from 'wxt/browser';
import { frameHandoverSchema, fromPageSchema } from '../ui/frame-protocol.ts';
import type { ToPage } from '../ui/frame-protocol.ts';
import type { FrameGrant, ToBackground } from '../ui/protocol.ts';
import { frameGrantSchema } from '../ui/protocol.ts';

/** What the viewer in a page's frame was given. */
export interface Framed extends FrameGrant {
  /** The finding to open at. */
  readonly finding: string | undefined;
  /** The file's bytes as the page may fetch them; null if the viewer has to do it itself. */
  readonly bytes: () => Promise<Uint8Array | null>;
}

/** A page that talks at us is heard so many times. */
const patience = 10;

/**
 * Waits for our script in the page to hand over a file. Anything in the page may send a message: only one with a word that the
 * background knows, and only once, counts. The address of the frame itself says nothing.
 */
export function receiveFrame(signal: AbortSignal): Promise<Framed> {
  return new Promise((resolve) => {
    let heard = 0;
    const ended = new AbortController();
    const take = async ({ data, ports }: MessageEvent<unknown>) => {
      const handover = frameHandoverSchema.safeParse(data).data;
      const [port] = ports;
      if (handover === undefined || port === undefined || heard >= patience) return;
      heard += 1;
      const claim: ToBackground = { kind: 'frame-claim', nonce: handover.nonce };
      const grant = frameGrantSchema.safeParse(await browser.runtime.sendMessage(claim)).data;
      if (grant === undefined) return;
      ended.abort();
      resolve({ ...grant, finding: handover.finding, bytes: () => askBytes(port) });
    };
    addEventListener('message', (event: MessageEvent<unknown>) => void take(event).catch(() => undefined), { signal: AbortSignal.any([signal, ended.signal]) });
  });
}

function askBytes(port: MessagePort): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = fromPageSchema.safeParse(data).data;
      resolve(message?.kind === 'bytes' ? new Uint8Array(message.bytes) : null);
    };
    const question: ToPage = { kind: 'bytes' };
    port.postMessage(question);
  });
}
