import { browser } from 'wxt/browser';
import { frameHandoverSchema, fromPageSchema } from '../../shared/protocol/frame-protocol.ts';
import type { ToPage } from '../../shared/protocol/frame-protocol.ts';
import type { FrameGrant, ToBackground } from '../../shared/protocol/protocol.ts';
import { frameGrantSchema, mostClaims } from '../../shared/protocol/protocol.ts';

/** What the viewer in a page's frame was given. */
export interface Framed extends FrameGrant {
  /** The finding to open at. */
  readonly finding: string | undefined;
  /** The file's bytes as the page may fetch them; null if the viewer has to do it itself. */
  readonly bytes: () => Promise<Uint8Array | null>;
}

/** A page that talks at us is answered so often, in milliseconds, and no more of it is kept in mind than this. */
const rest = 100;
const mostWaiting = 1000;

/** What came with a word. */
interface Handover {
  readonly finding: string | undefined;
  readonly port: MessagePort;
}

/**
 * Waits for our script in the page to hand over a file. Anything in the page may send a message: only one with a word that the
 * background knows, and only once, counts; the others leave nothing behind, however many they are. The address of the frame itself says nothing.
 */
export function receiveFrame(signal: AbortSignal): Promise<Framed> {
  return new Promise((resolve) => {
    const ended = new AbortController();
    const over = AbortSignal.any([signal, ended.signal]);
    const waiting = new Map<string, Handover>();
    let claiming = false;
    const claim = async () => {
      claiming = true;
      while (waiting.size > 0 && !over.aborted) {
        const said = new Map([...waiting].slice(0, mostClaims));
        for (const nonce of said.keys()) waiting.delete(nonce);
        const message: ToBackground = { kind: 'frame-claim', nonces: [...said.keys()] };
        const grant = frameGrantSchema.safeParse(await browser.runtime.sendMessage(message).catch(() => null)).data;
        const handover = grant && said.get(grant.nonce);
        if (grant !== undefined && handover !== undefined) {
          ended.abort();
          resolve({ ...grant, finding: handover.finding, bytes: () => askBytes(handover.port) });
          return;
        }
        await new Promise((done) => setTimeout(done, rest));
      }
      claiming = false;
    };
    addEventListener(
      'message',
      ({ data, ports }: MessageEvent<unknown>) => {
        const handover = frameHandoverSchema.safeParse(data).data;
        const [port] = ports;
        if (handover === undefined || port === undefined || waiting.size >= mostWaiting || waiting.has(handover.nonce))
          return;
        waiting.set(handover.nonce, { port, finding: handover.finding });
        if (!claiming) void claim();
      },
      { signal: over },
    );
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
