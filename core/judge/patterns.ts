import { grouped } from '../grouped.ts';
import type { Figure } from '../document/figure.ts';
import type { Judged } from './diagnosis.ts';

/** How many relations of a table must hold before one of the same build may fail. */
export const fewestHolding = 3;

/**
 * Whether at least two amounts other than zero add up to the total: one alone may be equal by chance or be the same row twice. What the
 * text says and a form prints stand in two places, and are telling as they are.
 */
function isTelling({ judgement, relation }: Judged): boolean {
  return (
    relation.kind === 'same' ||
    judgement.terms
      .slice(1)
      .filter(({ figure }) => figure.quantity.kind === 'amount' && !figure.quantity.value.isZero()).length >= 2
  );
}

/** Relations of one build together. */
function groupsOf(judged: readonly Judged[], by: 'pattern' | 'build'): Judged[][] {
  const guessed = judged.filter(({ relation }) => relation[by] !== undefined);
  return [...grouped(guessed, ({ relation }) => relation[by]).values()];
}

/** Whether a sum that a form's head or rows seem to print is none: it fails with different figures, and nowhere do two amounts or more come to it. */
function isMisread(group: readonly Judged[]): boolean {
  const failing = group.filter(({ judgement }) => judgement.verdict === 'inconsistent');
  const printed = new Set(failing.map(({ judgement }) => judgement.terms.map(({ figure }) => figure.text).join(' ')));
  return printed.size > 1 && !group.some((one) => one.judgement.verdict !== 'inconsistent' && isTelling(one));
}

/** Whether a build is borne out by the relations that hold; `spare` of them may yet fail. */
function isProved(group: readonly Judged[], spare: number): boolean {
  const failing = group.filter(({ judgement }) => judgement.verdict === 'inconsistent').length + spare;
  const holding = group.filter((one) => one.judgement.verdict !== 'inconsistent' && !one.judgement.reported.isZero());
  const left = holding.length - spare;
  const evidence = group[0]?.relation.evidence ?? 'seems';
  // A formula that is misread fails wherever there are amounts.
  if (evidence === 'printed') return failing <= left + 1;
  if (evidence === 'quoted') return left >= 2 && left > failing;
  return (
    left >= fewestHolding &&
    left >= (evidence === 'named' ? 2 : 3) * failing &&
    holding.filter(isTelling).length > spare
  );
}

/**
 * The relations whose structure is only what a table seems to be, and has not proved itself (relation.pattern): of the relations of
 * one build at least three must hold, one of them with two parts or more, and three times as many as fail. Three, since a second
 * column may repeat the first; threefold, since a structure that is wrong fails wherever there are amounts. A sum of a form that its title
 * names (relation.build) is taken for misread only where it fails with different figures and holds with none. A slip that chance does not make
 * (relation.slipTells) tells of itself.
 * @param judged all relations that could be judged
 * @returns those that fail and may not alarm
 */
export function unproven(judged: readonly Judged[]): Set<Judged> {
  const found = new Set<Judged>();
  const builds = groupsOf(judged, 'pattern').filter((group) => !isProved(group, 0));
  const misread = groupsOf(judged, 'build').filter(isMisread);
  for (const one of [...builds, ...misread].flat())
    if (one.judgement.verdict === 'inconsistent' && one.judgement.slipped !== true) found.add(one);
  return found;
}

/**
 * The amounts of unproven structures that would be told if they were wrong: all relations of one build in which such a figure stands
 * may fail, and the others still bear the build out.
 * @param judged all relations that could be judged
 * @param keyOf a figure's identity
 */
export function spared(judged: readonly Judged[], keyOf: (figure: Figure) => string): Set<string> {
  const found = new Set<string>();
  for (const group of groupsOf(judged, 'pattern')) {
    const counts = new Map<string, number>();
    for (const { judgement } of group)
      for (const key of new Set(judgement.terms.map((term) => keyOf(term.figure))))
        counts.set(key, (counts.get(key) ?? 0) + 1);
    const proved = new Map([...new Set(counts.values())].map((count) => [count, isProved(group, count)]));
    for (const [key, count] of counts) if (proved.get(count) === true) found.add(key);
  }
  return found;
}
