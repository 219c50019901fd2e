import fc from 'fast-check';
import { it } from 'vitest';

/** Set by tools/fuzz.ts; the same runs each time without it. */
const seed = Number(process.env.TIEOUT_FUZZ_SEED ?? 20_241_121);
const minutes = Number(process.env.TIEOUT_FUZZ_MINUTES ?? 0);

/** Set by tools/attack.ts: so many times the inputs of `npm test`. */
const times = Number(process.env.TIEOUT_FUZZ_TIMES ?? 1);

/** The long run shares its minutes among about so many properties. */
const properties = 12;

/**
 * A property that holds for whatever comes in. A failure prints the seed and the smallest input that fails.
 * @param runs how many inputs in `npm test`; by hand as many as the minutes allow
 */
export function fuzz<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  runs: number,
  holds: (input: Input) => Promise<void> | void,
): void {
  it(name, async ({ task }) => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        await holds(input);
      }),
      {
        seed,
        numRuns: minutes > 0 ? 1_000_000_000 : runs * times,
        ...(minutes > 0 && { interruptAfterTimeLimit: (minutes * 60_000) / properties, markInterruptAsFailure: false }),
      },
    );
    // Counted by tools/attack.ts.
    if (minutes === 0) Object.assign(task.meta, { cases: runs * times, held: runs * times });
  });
}
