import type { Outcome } from './read-bytes.ts';

/** To the worker, once: read this. */
export interface ToWork {
  readonly bytes: ArrayBuffer;
  readonly url: string;
  readonly title: string;
}

/** From the worker. */
export type FromWork =
  | { readonly kind: 'alive' }
  | { readonly kind: 'progress'; readonly progress: number }
  | { readonly kind: 'outcome'; readonly outcome: Outcome };
