import type { Figure } from '../document/figure.ts';

/** Something odd that is no arithmetic: a record printed twice. Never 不一致 (docs/judging.md, Remarks). */
export interface Notice {
  /** The places, the one to look at first in front. */
  readonly figures: readonly Figure[];
  /** What is remarked on: each language has a sentence under this key (core/report/words). */
  readonly remark: string;
  /** What its sentence names, as printed or counted; several stand in a list. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}
