import { expect, type TestContext } from 'vitest';

/** The whole of a suite: `npm run attack`. In `npm test` a part of each kind has to do. */
export const whole = process.env.TIEOUT_ATTACK !== 'part';

/** The cases to run: all, or in `npm test` every so many. */
export function share<Case>(cases: readonly Case[], every: number): readonly Case[] {
  return whole ? cases : cases.filter((_, index) => index % every === 0);
}

/**
 * Runs the cases of one test, one after the other, and holds them all to their promise; tools/attack.ts counts them in the test's kind
 * (its outermost `describe`). A test that does not use this is one case.
 * @param name of a case, for those that fail
 * @param holds throws if the promise is broken
 */
export async function holdsFor<Case>(
  { task }: TestContext,
  cases: readonly Case[],
  name: (each: Case) => string,
  holds: (each: Case) => Promise<void> | void,
): Promise<void> {
  const broken: string[] = [];
  for (const each of cases) {
    try {
      await holds(each);
    } catch (error) {
      broken.push(`${name(each)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  Object.assign(task.meta, { cases: cases.length, held: cases.length - broken.length });
  expect(broken).toEqual([]);
}
