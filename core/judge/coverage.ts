import { figureKey } from '../document/figure.ts';
import { spared } from './patterns.ts';
import type { Judged } from './diagnosis.ts';

/**
 * The amounts that are checked: each stands in a relation that would fail, and be told, if the amount were another. A bound says too
 * little of a part, a guess is never told, and a structure that its table bears out only just would be doubted instead.
 * @param judged all relations that could be judged
 * @returns the keys of their figures
 */
export function checkedAmounts(judged: readonly Judged[]): Set<string> {
  const told = judged.filter(({ relation }) => relation.kind !== 'bound' && relation.guess === undefined);
  const borneOut = spared(told, figureKey);
  const figures = told.flatMap(({ relation, judgement }) =>
    judgement.terms
      .map((term) => term.figure)
      .filter((figure) => relation.pattern === undefined || borneOut.has(figureKey(figure))),
  );
  return new Set(figures.map(figureKey));
}
