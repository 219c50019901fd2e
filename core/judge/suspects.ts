import { figureKey, type Figure } from '../document/figure.ts';
import { zero, type Decimal } from '../quantity/decimal.ts';
import type { Relation } from '../relate/relation.ts';
import { evaluate, type Judgement } from './evaluate.ts';
import { isTypicalSlip } from './slips.ts';

/** A relation with its verdict. */
export interface Judged {
  readonly rule: string;
  readonly relation: Relation;
  readonly judgement: Exclude<Judgement, { verdict: 'unchecked' }>;
}

/** The figure whose change alone repairs failing relations without breaking one that holds. */
export interface Suspect {
  readonly figure: Figure;
  /** The value that makes them hold. */
  readonly likely: Decimal;
}

/** More failing relations than this are no slips but a misread document: then nothing is blamed. */
const mostFailures = 400;

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

/** A change of one figure, and what it repairs. */
interface Candidate {
  readonly figure: Figure;
  readonly value: Decimal;
  readonly repairs: readonly Judged[];
  readonly typical: boolean;
}

interface Standing {
  readonly figure: Figure;
  readonly failing: Judged[];
  readonly holding: Judged[];
}

const saidInWords = (figure: Figure): boolean => figure.place.in === 'text' && !/\d/.test(figure.text);

/** What stands where: every figure of a failing relation with all relations around it. */
function standings(judged: readonly Judged[]): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const one of judged.filter(({ judgement }) => judgement.verdict === 'inconsistent')) {
    for (const { figure } of one.relation.conventional === true ? [] : one.judgement.terms) {
      // A figure of the rule's own (100) is never wrong, and a zero said in words is no figure to correct.
      if (figure.place.in !== 'rule' && !saidInWords(figure) && !found.has(figureKey(figure))) found.set(figureKey(figure), { figure, failing: [], holding: [] });
    }
  }
  for (const one of judged) {
    for (const key of new Set(one.judgement.terms.map((term) => figureKey(term.figure)))) {
      const standing = found.get(key);
      if (one.judgement.verdict === 'inconsistent') {
        if (one.relation.conventional !== true) standing?.failing.push(one);
      }
      else if (one.relation.derived !== true) standing?.holding.push(one);
    }
  }
  return found;
}

/** The changes of one figure that repair failing relations and break none that holds; of values that repair the same, the most exact. */
function changesOf({ figure, failing, holding }: Standing, truncated: boolean): Candidate[] {
  const verdictWith = (one: Judged, value: Decimal): Judgement['verdict'] => evaluate(withValue(one.relation, figure, value), truncated).verdict;
  const values = new Map<string, Decimal>();
  for (const one of failing) {
    const value = solve(one, figure);
    if (value) values.set(value.toFixed(), value);
  }
  const best = new Map<string, { candidate: Candidate; exact: number }>();
  for (const value of values.values()) {
    if (holding.some((one) => verdictWith(one, value) === 'inconsistent')) continue;
    const verdicts = failing.map((one) => verdictWith(one, value));
    const repairs = failing.filter((_, index) => verdicts[index] === 'consistent' || verdicts[index] === 'rounding');
    if (repairs.length === 0) continue;
    const exact = verdicts.filter((verdict) => verdict === 'consistent').length;
    const key = repairs.map((one) => failing.indexOf(one)).join();
    const typical = figure.quantity.kind === 'amount' && isTypicalSlip(figure.quantity.value, value);
    if ((best.get(key)?.exact ?? -1) < exact) best.set(key, { candidate: { figure, value, repairs, typical }, exact });
  }
  return [...best.values()].map(({ candidate }) => candidate);
}

/**
 * Explains failing relations by the fewest changed figures (DESIGN.md §3, diagnosis): time and again the one figure whose change
 * repairs most of them and breaks none that holds. Of several that repair as much, a typical slip goes first; where they are
 * still equal, nothing is blamed.
 * @param judged all relations that could be judged
 * @param truncated as for evaluate
 * @returns the suspect of each failing relation that has one
 */
export function suspectsOf(judged: readonly Judged[], truncated = false): Map<Judged, Suspect> {
  const suspects = new Map<Judged, Suspect>();
  const failures = judged.filter(({ judgement }) => judgement.verdict === 'inconsistent').length;
  if (failures === 0 || failures > mostFailures) return suspects;
  let open = [...standings(judged).values()].flatMap((standing) => changesOf(standing, truncated));
  while (open.length > 0) {
    const most = Math.max(...open.map((candidate) => candidate.repairs.length));
    const leader = open.find((candidate) => candidate.repairs.length === most);
    if (!leader) break;
    const rivals = open.filter((candidate) => candidate.repairs.length === most && candidate.repairs.some((one) => leader.repairs.includes(one)));
    const typical = rivals.filter((candidate) => candidate.typical);
    const [chosen] = rivals.length === 1 ? rivals : typical.length === 1 ? typical : [];
    const settled = new Set(chosen ? chosen.repairs : rivals.flatMap((candidate) => candidate.repairs));
    if (chosen) for (const one of chosen.repairs) suspects.set(one, { figure: chosen.figure, likely: chosen.value });
    // What one change explains needs no other; what stays ambiguous blames nobody.
    open = open.map((candidate) => ({ ...candidate, repairs: candidate.repairs.filter((one) => !settled.has(one)) })).filter((candidate) => candidate.repairs.length > 0);
  }
  return suspects;
}
