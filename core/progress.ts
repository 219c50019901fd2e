/** How far a check has come. */
export interface CheckProgress {
  readonly phase: 'recognise' | 'relate' | 'judge' | 'report';
  readonly done: number;
  readonly total: number;
}

/**
 * A part of the corridor whose end cannot be foreseen.
 * @param phase of the whole check
 * @param work that is made in steps
 */
export function* during<Result>(
  phase: CheckProgress['phase'],
  work: Generator<void, Result>,
): Generator<CheckProgress, Result> {
  let step = work.next();
  while (!step.done) {
    yield { phase, done: 0, total: 1 };
    step = work.next();
  }
  return step.value;
}
