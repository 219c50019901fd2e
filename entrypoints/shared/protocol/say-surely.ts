import { browser } from 'wxt/browser';
import type { ToBackground } from './protocol.ts';

/** How often a message is said, and how long to wait in between. */
const most = 3;
const pause = 1000;

/**
 * Says something to the background that must not be lost, until it is acknowledged. The background's worker may be stopped between hearing a message
 * and keeping what it says; the next message starts it again.
 * @throws what the browser throws if there is nobody to hear it
 */
export async function saySurely(message: ToBackground): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    try {
      if ((await browser.runtime.sendMessage(message)) === true || turn === most) return;
    } catch (error) {
      if (turn === most || !isExtensionAlive()) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Is the extension that this script or page belongs to still there? It is not once it was updated, switched off or removed. */
export function isExtensionAlive(): boolean {
  try {
    return typeof browser.runtime.id === 'string';
  } catch {
    return false;
  }
}
