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
  context: TestContext,
  cases: readonly Case[],
  name: (each: Case) => string,
  holds: (each: Case) => Promise<void> | void,
): Promise<void> {
  await holdsForGroups(
    context,
    cases.map((each) => [each]),
    ([each]) => (each === undefined ? '' : name(each)),
    async ([each]) => {
      if (each !== undefined) await holds(each);
    },
  );
}

/**
 * The same with cases that can be tried at once: a group that holds holds for each of its cases; of one that does not, each is tried alone,
 * to tell which it was.
 * @param name of a group, for those that fail
 * @param holds throws if the promise is broken for one of the group
 */
export async function holdsForGroups<Case>(
  { task }: TestContext,
  groups: readonly (readonly Case[])[],
  name: (group: readonly Case[]) => string,
  holds: (group: readonly Case[]) => Promise<void> | void,
): Promise<void> {
  const brokenOf = async (group: readonly Case[]): Promise<readonly string[]> => {
    try {
      await holds(group);
      return [];
    } catch (error) {
      const broken: string[] = [];
      if (group.length > 1) for (const each of group) broken.push(...(await brokenOf([each])));
      // Alone each of them may hold.
      return broken.length > 0 ? broken : [`${name(group)}: ${error instanceof Error ? error.message : String(error)}`];
    }
  };
  const broken: string[] = [];
  for (const group of groups) broken.push(...(await brokenOf(group)));
  const cases = groups.flat().length;
  Object.assign(task.meta, { cases, held: cases - broken.length });
  expect(broken).toEqual([]);
}
