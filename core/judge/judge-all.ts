import type { Judged } from './diagnosis.ts';
import type { Relation, UncheckedReason } from '../relate/relation.ts';
import { evaluate } from './evaluate.ts';
import { cutsDigits, withAddedTotals } from './habits.ts';
import { inDoubt } from './readings.ts';
import type { Document } from '../document/document.ts';
import { unproven } from './patterns.ts';
import { during, type CheckProgress } from '../progress.ts';
import { Pace } from '../relate/pace.ts';
import type { Related } from '../relate/relate-all.ts';
import type { UncheckedList } from '../relate/unchecked.ts';

/** A relation that could not be judged. */
export interface Unjudged {
  readonly rule: string;
  readonly relation: Relation;
  readonly reason: UncheckedReason;
}

/** A failing relation, judged again in the knowledge that the document cuts digits off. */
function judgedAgain(one: Judged, truncated: boolean): Judged {
  if (one.judgement.verdict !== 'inconsistent') return one;
  const judgement = evaluate(one.relation, truncated);
  return judgement.verdict === 'unchecked' ? one : { ...one, judgement };
}

/** The relations with a verdict and those without, and whether the document cuts digits off. */
export interface Verdicts {
  readonly judged: readonly Judged[];
  readonly unjudged: readonly Unjudged[];
  readonly truncated: boolean;
}

/**
 * Judges the relations, with what the document as a whole shows of its rounding.
 * @param document as it was read
 * @param related the relations with their rules
 * @param truncated a relation shows that the document cuts digits off
 * @param unchecked is told what cannot be judged
 */
export function* judgeAll(
  document: Document,
  related: readonly Related[],
  truncated: boolean,
  unchecked: UncheckedList,
): Generator<CheckProgress, Verdicts> {
  const judged: Judged[] = [];
  const unjudged: Unjudged[] = [];
  const giveUp = (rule: string, relation: Relation, reason: UncheckedReason): void => {
    unchecked.add(rule, reason, relation.table);
    unjudged.push({ rule, relation, reason });
  };
  const pace = new Pace();
  for (const [index, { rule, relation }] of related.entries()) {
    if (pace.isDue(relation)) yield { phase: 'judge', done: index, total: related.length };
    const judgement = evaluate(relation, truncated);
    if (judgement.verdict === 'unchecked') giveUp(rule, relation, judgement.reason);
    else judged.push({ rule, relation, judgement });
  }
  const step: CheckProgress = { phase: 'judge', done: related.length, total: related.length };
  yield step;
  const cut = truncated || cutsDigits(judged);
  yield step;
  const settled = yield* during(
    'judge',
    withAddedTotals(cut === truncated ? judged : judged.map((one) => judgedAgain(one, cut)), cut),
  );
  yield step;
  const guesses = unproven(settled);
  yield step;
  for (const { rule, relation } of guesses)
    giveUp(rule, relation, relation.table === '' ? 'unclear-claim' : 'unproven-structure');
  const misread = yield* during(
    'judge',
    inDoubt(
      document,
      settled.filter((one) => !guesses.has(one)),
      cut,
    ),
  );
  for (const { rule, relation } of misread) giveUp(rule, relation, 'reading-in-doubt');
  return { judged: settled.filter((one) => !guesses.has(one) && !misread.has(one)), unjudged, truncated: cut };
}
