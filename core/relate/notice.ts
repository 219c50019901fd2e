import type { Figure } from '../document/figure.ts';

/** Something odd that is no arithmetic: a record printed twice. Never 不一致 (docs/judging.md, Remarks). */
export interface Notice {
  /** The places, the one to look at first in front. */
  readonly figures: readonly Figure[];
  readonly zh: string;
  readonly en: string;
}
