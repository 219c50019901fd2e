import { shortHash } from '../../../core/report/short-hash.ts';

/** Servers take no longer addresses (nginx and Apache: 8 KB), so no file of a page has one. */
export const longestAddress = 8192;

/**
 * What a document is called in every message and in what is kept of it: its address, or a local file's name. One that is too long to be kept
 * is cut, and told from others with the same beginning by a hash of the whole.
 */
export function documentIdOf(address: string): string {
  return address.length <= longestAddress ? address : `${address.slice(0, longestAddress - 40)}…${shortHash(address)}`;
}
