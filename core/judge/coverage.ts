import { figureKey } from '../document/figure.ts';
import type { Term } from '../relate/relation.ts';
import { spared } from './patterns.ts';
import type { Judged } from './diagnosis.ts';

/** What a relation checks; a percentage without decimals holds with many another amount below it: only itself. */
function checkedTerms({ relation, judgement: { terms } }: Judged): readonly Term[] {
  if (relation.checks === 'nothing') return [];
  const isTotalOnly = relation.checks === 'total' || (relation.kind === 'ratio' && terms[0].figure.decimals === 0);
  return isTotalOnly ? terms.slice(0, 1) : terms;
}

/**
 * The amounts that are checked: each stands in a relation that would fail, and be told, if the amount were another. A bound says too
 * little of a part, and a whole percentage of its amounts; a guess is never told, and a structure that its table bears out only just would be
 * doubted instead.
 * @param judged all relations that could be judged
 * @returns the keys of their figures
 */
export function checkedAmounts(judged: readonly Judged[]): Set<string> {
  const told = judged.filter(({ relation }) => relation.kind !== 'bound' && relation.guess === undefined);
  const borneOut = spared(told, figureKey);
  const figures = told.flatMap((one) =>
    checkedTerms(one)
      .map((term) => term.figure)
      .filter((figure) => one.relation.pattern === undefined || borneOut.has(figureKey(figure))),
  );
  return new Set(figures.map(figureKey));
}
