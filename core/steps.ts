// Long work is made in steps: a generator that yields lets its caller give way to the page, look at the clock, or end it.

/** Paragraphs, tables or rows between two steps, where none says otherwise. */
const usual = 20;

/**
 * A list made of another, in steps.
 * @param make what becomes of each
 * @param perStep how many are made between two steps
 */
export function* mapped<From, To>(
  list: readonly From[],
  make: (one: From, index: number) => To,
  perStep = usual,
): Generator<void, To[]> {
  const made: To[] = [];
  for (const [index, one] of list.entries()) {
    if (index % perStep === 0) yield;
    made.push(make(one, index));
  }
  return made;
}

/**
 * Makes all steps one after the other, where nobody waits.
 * @param work what is made in steps
 */
export function atOnce<Result>(work: Generator<unknown, Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
