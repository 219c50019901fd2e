import type { Judged } from './diagnosis.ts';

/** How many relations of a table must hold before one of the same build may fail. */
export const fewestHolding = 3;

/** Whether at least two amounts other than zero add up to the total: one alone may be equal by chance or be the same row twice. */
function isTelling({ judgement }: Judged): boolean {
  return judgement.terms.slice(1).filter(({ figure }) => figure.quantity.kind === 'amount' && !figure.quantity.value.isZero()).length >= 2;
}

/**
 * The relations whose structure is only what a table seems to be, and has not proved itself (relation.pattern): of the relations of
 * one build at least three must hold, one of them with two parts or more, and three times as many as fail. Three, since a second
 * column may repeat the first; threefold, since a structure that is wrong fails wherever there are amounts.
 * @param judged all relations that could be judged
 * @returns those that fail and may not alarm
 */
export function unproven(judged: readonly Judged[]): Set<Judged> {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const { pattern } = one.relation;
    if (pattern !== undefined) groups.set(pattern, [...(groups.get(pattern) ?? []), one]);
  }
  const found = new Set<Judged>();
  for (const group of groups.values()) {
    const failing = group.filter(({ judgement }) => judgement.verdict === 'inconsistent');
    const holding = group.filter((one) => one.judgement.verdict !== 'inconsistent' && !one.judgement.reported.isZero());
    const proved = holding.length >= fewestHolding && holding.length >= 3 * failing.length && holding.some(isTelling);
    if (!proved) for (const one of failing) found.add(one);
  }
  return found;
}
