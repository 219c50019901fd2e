import { figureKey, type Figure } from '../document/figure.ts';
import { zero, type Decimal } from '../quantity/decimal.ts';
import type { Relation } from '../relate/relation.ts';
import { evaluate, withValue, type Judgement } from './evaluate.ts';
import { slipOf, type Slip } from './slips.ts';

/** A relation with its verdict. */
export interface Judged {
  readonly rule: string;
  readonly relation: Relation;
  readonly judgement: Exclude<Judgement, { verdict: 'unchecked' }>;
}

/** Another value for one figure, and how the printed one may have come about. */
export interface Change {
  readonly figure: Figure;
  /** The value that makes the equations hold. */
  readonly likely: Decimal;
  readonly slip: Slip;
}

/** Failing relations with one cause, and what it most likely is. */
export interface Cause {
  /**
   * `suspect`: the changes together make all of them hold. `candidates`: any one of the changes does, and nothing singles one out.
   * `undecided`: no change that the other relations allow. `too-many`: not worked out.
   */
  readonly kind: 'suspect' | 'candidates' | 'undecided' | 'too-many';
  readonly failing: readonly [Judged, ...Judged[]];
  readonly changes: readonly Change[];
  /** Relations that hold and speak for the changes, the most telling first. */
  readonly holding: readonly Judged[];
}

/** More candidates than this single nothing out. */
const mostCandidates = 4;

/** More failing relations than this are no slips but a misread document: then nothing is blamed. */
const mostFailures = 400;

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
  readonly slip: Slip;
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
  const verdictWith = (one: Judged, value: Decimal): Judgement['verdict'] => evaluate(withValue(one.relation, figureKey(figure), { kind: 'amount', value, decimals: figure.decimals }), truncated).verdict;
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
    const slip = figure.quantity.kind === 'amount' ? slipOf(figure.quantity.value, value) ?? 'other' : 'other';
    if ((best.get(key)?.exact ?? -1) < exact) best.set(key, { candidate: { figure, value, repairs, slip }, exact });
  }
  return [...best.values()].map(({ candidate }) => candidate);
}

/**
 * Explains failing relations by the fewest changed figures (DESIGN.md §3, diagnosis): time and again the one figure whose change
 * repairs most of them and breaks none that holds. Of several that repair as much, a typical slip goes first; where they are
 * still equal, they are candidates.
 * @param judged all relations that could be judged
 * @param truncated as for evaluate
 * @returns every failing relation in exactly one cause, in the order of the relations
 */
export function diagnose(judged: readonly Judged[], truncated = false): Cause[] {
  const failing = judged.filter(({ judgement }) => judgement.verdict === 'inconsistent');
  if (failing.length > mostFailures) return failing.map((one) => ({ kind: 'too-many', failing: [one], changes: [], holding: [] }));
  const causes: Cause[] = [];
  let open = [...standings(judged).values()].flatMap((standing) => changesOf(standing, truncated));
  const changeOf = ({ figure, value, slip }: Candidate): Change => ({ figure, likely: value, slip });
  while (open.length > 0) {
    const most = Math.max(...open.map((candidate) => candidate.repairs.length));
    const leader = open.find((candidate) => candidate.repairs.length === most);
    if (!leader) break;
    const rivals = open.filter((candidate) => candidate.repairs.length === most && candidate.repairs.some((one) => leader.repairs.includes(one)));
    const typical = rivals.filter((candidate) => candidate.slip !== 'other');
    const [chosen] = rivals.length === 1 ? rivals : typical.length === 1 ? typical : [];
    const settled = new Set(chosen ? chosen.repairs : rivals.flatMap((candidate) => candidate.repairs));
    const [first, ...others] = failing.filter((one) => settled.has(one));
    if (first && chosen) causes.push({ kind: 'suspect', failing: [first, ...others], changes: [changeOf(chosen)], holding: holdingOf(judged, chosen.figure) });
    else {
      for (const one of settled) {
        const able = rivals.filter((rival) => rival.repairs.includes(one));
        const printed = able.filter(({ figure }) => figure.quantity.kind === 'amount');
        const named = printed.length > 0 ? printed : able;
        causes.push(named.length <= mostCandidates ? { kind: 'candidates', failing: [one], changes: named.map(changeOf), holding: [] } : { kind: 'undecided', failing: [one], changes: [], holding: [] });
      }
    }
    // What one change explains needs no other; what stays ambiguous blames nobody.
    open = open.map((candidate) => ({ ...candidate, repairs: candidate.repairs.filter((one) => !settled.has(one)) })).filter((candidate) => candidate.repairs.length > 0);
  }
  const explained = new Set(causes.flatMap((cause) => cause.failing));
  for (const one of failing) if (!explained.has(one)) causes.push({ kind: 'undecided', failing: [one], changes: [], holding: [] });
  return causes.sort((a, b) => judged.indexOf(a.failing[0]) - judged.indexOf(b.failing[0]));
}

/** The relations that hold with a figure as it would be. */
function holdingOf(judged: readonly Judged[], figure: Figure): Judged[] {
  const key = figureKey(figure);
  return judged.filter(({ relation, judgement }) => judgement.verdict !== 'inconsistent' && relation.derived !== true && judgement.terms.some((term) => figureKey(term.figure) === key));
}
