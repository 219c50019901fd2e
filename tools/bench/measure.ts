/**
 * How long a piece of work takes.
 * @returns milliseconds
 */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** What two pieces of work took, by turns in one run. */
export interface Measurement {
  /** Medians, in milliseconds. */
  readonly own: number;
  readonly base: number;
  /** Median of the ratios of each round: what slows the machine down slows both. */
  readonly ratio: number;
}

/**
 * Measures a piece of work against another, by turns. The first round warms up the compiler and is not counted.
 * @param rounds how many are counted
 */
export async function compare(own: () => unknown, base: () => unknown, rounds = 5): Promise<Measurement> {
  const pairs: { own: number; base: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = { base: await timed(base), own: await timed(own) };
    if (round > 0) pairs.push(pair);
  }
  return {
    own: median(pairs.map((pair) => pair.own)),
    base: median(pairs.map((pair) => pair.base)),
    ratio: median(pairs.map((pair) => pair.own / pair.base)),
  };
}
