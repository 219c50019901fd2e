import type { Figure } from '../../document/figure.ts';

/** One way to work a figure out: plus − minus, or, of a percentage, 100 × (plus − minus) ÷ base. */
export interface Working {
  readonly plus: readonly Figure[];
  readonly minus: readonly Figure[];
  readonly base: readonly Figure[];
}

/**
 * What a table says of one of its figures: by a formula that is printed, or by the words of its heads. `printed`: the formula leaves nothing to
 * guess; `quoted`: its head
 * quotes the heads of its operands; `named`: the heads name target and operands; `seems`: they name the target, and the figures show which columns it is made of.
 */
export interface StatedIdentity {
  readonly by: 'formula' | 'change' | 'rate' | 'flow';
  readonly evidence: 'printed' | 'quoted' | 'named' | 'seems';
  /** What stands or falls together. */
  readonly build: string;
  readonly target: Figure;
  /** Usually one; several where the figures leave more than one pair of columns open. */
  readonly workings: readonly Working[];
}

/** The same in terms of columns, for every row. */
export interface ColumnIdentity {
  readonly by: StatedIdentity['by'];
  readonly evidence: StatedIdentity['evidence'];
  readonly build: string;
  readonly target: number;
  readonly workings: readonly {
    readonly plus: readonly number[];
    readonly minus: readonly number[];
    readonly base: readonly number[];
  }[];
}

/** The identities that a table states. */
export interface StatedTable {
  readonly table: string;
  readonly identities: readonly StatedIdentity[];
}
