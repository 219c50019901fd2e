import { figureKey, type Figure } from '../document/figure.ts';
import { zero, type Decimal } from '../quantity/decimal.ts';
import type { Relation } from '../relate/relation.ts';
import { evaluate, type Judgement } from './evaluate.ts';

/** A relation with its verdict. */
export interface Judged {
  readonly rule: string;
  readonly relation: Relation;
  readonly judgement: Exclude<Judgement, { verdict: 'unchecked' }>;
}

/** The figure that breaks several relations and none that holds. */
export interface Suspect {
  readonly figure: Figure;
  /** The value that makes all of them hold, if there is one. */
  readonly likely: Decimal | null;
}

/** The relation with another value in the place of one figure. */
function withValue(relation: Relation, figure: Figure, value: Decimal): Relation {
  const key = figureKey(figure);
  const replaced: Figure = { ...figure, quantity: { kind: 'amount', value, decimals: figure.decimals } };
  return { ...relation, readings: relation.readings.map((terms) => terms.map((term) => (figureKey(term.figure) === key ? { ...term, figure: replaced } : term))) };
}

/** What the figure would have to be for one relation to hold exactly; only in its own unit. */
function solve(judged: Judged, figure: Figure): Decimal | null {
  const terms = judged.judgement.terms;
  // What a percentage's base would have to be is no printed amount.
  if (judged.relation.kind === 'ratio') return null;
  const own = terms.find((term) => figureKey(term.figure) === figureKey(figure));
  const [first] = terms;
  if (!own || first?.figure.unit !== figure.unit) return null;
  const value = figure.quantity.kind === 'amount' ? figure.quantity.value : zero;
  return own === first ? judged.judgement.expected : value.plus(judged.judgement.difference.times(own.weight));
}

/**
 * For each failing relation the figure that most likely broke it: one that stands in two or more failing relations and in none
 * that holds. Where no figure or more than one is left, nothing is said.
 * @param judged all relations that could be judged
 * @param truncated as for evaluate
 * @returns the suspect of each failing relation that has one
 */
export function suspectsOf(judged: readonly Judged[], truncated = false): Map<Judged, Suspect> {
  const failing = new Map<string, Judged[]>();
  const holding = new Set<string>();
  for (const one of judged) {
    const keys = new Set(one.judgement.terms.map((term) => figureKey(term.figure)));
    for (const key of keys) {
      if (one.judgement.verdict !== 'inconsistent') holding.add(key);
      else failing.set(key, [...(failing.get(key) ?? []), one]);
    }
  }
  const suspects = new Map<Judged, Suspect>();
  for (const one of judged) {
    if (one.judgement.verdict !== 'inconsistent') continue;
    const candidates = one.judgement.terms.map((term) => term.figure).filter((figure) => {
      const key = figureKey(figure);
      return !holding.has(key) && (failing.get(key)?.length ?? 0) >= 2;
    });
    const [figure] = candidates;
    if (!figure || candidates.length !== 1) continue;
    const broken = failing.get(figureKey(figure)) ?? [];
    const values = broken.map((other) => solve(other, figure)).filter((value) => value !== null);
    const likely = values.find((value) => broken.every((other) => {
      const verdict = evaluate(withValue(other.relation, figure, value), truncated).verdict;
      return verdict === 'consistent' || verdict === 'rounding';
    })) ?? null;
    suspects.set(one, { figure, likely });
  }
  return suspects;
}
