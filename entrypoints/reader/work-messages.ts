import type { FileOutcome } from './read-bytes.ts';

/** To the worker, once: read this. */
export interface ToWork {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly url: string;
  readonly title: string;
  /** Pages at which it had to be ended before. */
  readonly tooMuch: readonly number[];
}

/** From the worker. */
export type FromWork =
  | { readonly kind: 'alive' }
  | { readonly kind: 'progress'; readonly progress: number; readonly page: number | null }
  | { readonly kind: 'outcome'; readonly outcome: FileOutcome };
