import { browser } from 'wxt/browser';
import type { ToReader } from '../../shared/protocol/protocol.ts';

/** The page that reads PDFs nobody looks at; it is there only while there is something to read. */
const page = 'reader.html';

/** The page in Firefox, whose background is a page itself and may hold it. */
const frameId = 'reader';

/** Is it there? */
export async function readerIsOpen(): Promise<boolean> {
  if (import.meta.env.FIREFOX) return document.getElementById(frameId) !== null;
  const found = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return found.length > 0;
}

/** A page of the browser's own that takes longer to open or to answer is stuck. */
const patience = 10_000;

/** @throws that the reader does not answer, if that takes too long */
async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the reader does not answer')), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Opens it, if it is not there, and hands it a message. @throws if it does not answer */
export function tellReader(message: ToReader): Promise<void> {
  return inTime(openAndTell(message));
}

async function openAndTell(message: ToReader): Promise<void> {
  if (!(await readerIsOpen())) {
    if (import.meta.env.FIREFOX) await openFrame();
    else
      await browser.offscreen.createDocument({
        url: page,
        reasons: ['WORKERS'],
        justification: 'Reads the tables of PDF files with pdf.js, whose worker a service worker cannot start.',
      });
  }
  const taken: unknown = await browser.runtime.sendMessage(message);
  if (taken !== true) throw new Error('the reader does not answer');
}

/** Closes it and frees what it holds. */
export async function closeReader(): Promise<void> {
  if (!(await readerIsOpen())) return;
  if (import.meta.env.FIREFOX) document.getElementById(frameId)?.remove();
  else await inTime(browser.offscreen.closeDocument());
}

function openFrame(): Promise<void> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.id = frameId;
    frame.src = `/${page}`;
    frame.addEventListener('load', () => resolve(), { once: true });
    document.documentElement.append(frame);
  });
}
