import { bytesKind } from '../../../core/read/pdf/bytes.ts';

/** What a file is, as far as a sentence to the reader depends on it. */
export type FileKind =
  'pdf' | 'truncated' | 'web-page' | 'office' | 'ofd' | 'archive' | 'picture' | 'empty' | 'not-pdf';

/** The first bytes of other formats that stand behind addresses of accounts. */
const signatures: readonly (readonly [kind: FileKind, ...bytes: number[]])[] = [
  ['office', 0xd0, 0xcf, 0x11, 0xe0],
  ['archive', 0x50, 0x4b, 0x03, 0x04],
  ['archive', 0x52, 0x61, 0x72, 0x21],
  ['archive', 0x37, 0x7a, 0xbc, 0xaf],
  ['picture', 0xff, 0xd8, 0xff],
  ['picture', 0x89, 0x50, 0x4e, 0x47],
  ['picture', 0x47, 0x49, 0x46, 0x38],
];

/** What lies in an archive by these names is no archive to its reader. */
const packed: readonly (readonly [kind: FileKind, name: string])[] = [
  ['ofd', 'OFD.xml'],
  ['office', '[Content_Types].xml'],
  ['office', 'mimetypeapplication/vnd.oasis'],
];

/** Names stand before each part of an archive, and all of them once more at its end. */
const namesReach = 64 * 1024;

function kindOfArchive(bytes: Uint8Array): FileKind {
  const latin = new TextDecoder('latin1');
  const names =
    latin.decode(bytes.subarray(0, namesReach)) + latin.decode(bytes.subarray(Math.max(0, bytes.length - namesReach)));
  return packed.find(([, name]) => names.includes(name))?.[0] ?? 'archive';
}

/**
 * Tells a PDF from the things that servers send in its place.
 * @param bytes the whole file
 */
export function fileKind(bytes: Uint8Array): FileKind {
  const kind = bytesKind(bytes);
  if (kind === 'html') return 'web-page';
  if (kind !== 'other') return kind;
  const signed = signatures.find(([, ...head]) => head.every((byte, index) => bytes[index] === byte))?.[0] ?? 'not-pdf';
  return signed === 'archive' ? kindOfArchive(bytes) : signed;
}
