/** What a file's bytes show before it is opened. */
export type BytesKind = 'pdf' | 'empty' | 'html' | 'other' | 'truncated';

/** A PDF's header may stand after some other bytes. */
const headReach = 1024;

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (const byte of bytes.subarray(Math.max(0, from), to)) {
    text += String.fromCharCode(byte);
  }
  return text;
}

function hasEnd(bytes: Uint8Array): boolean {
  // %%EOF, searched from the end: a file cut off in the middle has none, or only that of its first, linearized page.
  for (let at = bytes.length - 5; at >= 0; at -= 1) {
    if (bytes[at] === 0x25 && latin(bytes, at, at + 5) === '%%EOF') {
      return true;
    }
  }
  return false;
}

/**
 * Tells a PDF from what servers send in its place.
 * @param bytes the whole file
 * @returns 'html' for a page behind a .pdf address, 'truncated' for a PDF whose end is missing
 */
export function bytesKind(bytes: Uint8Array): BytesKind {
  if (bytes.length === 0) {
    return 'empty';
  }
  const head = latin(bytes, 0, headReach);
  if (!head.includes('%PDF-')) {
    return /<!doctype\s+html|<html|<head|<body|<script/i.test(head.replaceAll('\0', '')) ? 'html' : 'other';
  }
  const [, dictionary = ''] = head.split(/\/Linearized\b/);
  const linearized = /\/L\s{1,9}(\d{1,15})/.exec(dictionary.split('>')[0] ?? '')?.[1];
  if (linearized !== undefined && Number(linearized) > bytes.length) {
    return 'truncated';
  }
  return hasEnd(bytes) ? 'pdf' : 'truncated';
}
