import { grouped } from '../grouped.ts';
import { figureKey, hostOf, valueOf, type Figure } from '../document/figure.ts';
import type { Decimal } from '../quantity/decimal.ts';
import { factorOf } from '../quantity/unit.ts';
import { Search, type Explanation } from './explanations.ts';
import { carriedOf } from './carried.ts';
import { exchangesOf } from './exchanges.ts';
import { Graph, type Judged, type Values } from './graph.ts';
import type { Slip } from '../quantity/slips.ts';
import { shiftsOf } from './shifts.ts';
import { tableUnitsOf } from './table-units.ts';
import { best, type Together } from './together.ts';

export type { Judged } from './graph.ts';

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
   * `undecided`: no change that the other relations allow, or too many. `too-many`: not worked out, or not to the end.
   */
  readonly kind: 'suspect' | 'candidates' | 'undecided' | 'too-many';
  readonly failing: readonly [Judged, ...Judged[]];
  readonly changes: readonly Change[];
  /** Relations that hold and speak for the changes, the most telling first. */
  readonly holding: readonly Judged[];
  /** Changes of other causes without which these do not make all the failing relations hold. */
  readonly alongside?: readonly Change[];
}

/** More candidates than this single nothing out. */
const mostCandidates = 4;

/** More failing relations than this are no slips but a misread document: then nothing is blamed. */
const mostFailures = 400;

/** Relations taken in between two chances for the caller to give way. */
const relationsPerStep = 500;

/** Failing relations that have something in common, directly or through others. */
function joined(failing: readonly number[], namesOf: (index: number) => Iterable<string>): number[][] {
  const group = new Map(failing.map((index) => [index, index]));
  const rootOf = (index: number): number => {
    const up = group.get(index) ?? index;
    return up === index ? index : rootOf(up);
  };
  const first = new Map<string, number>();
  for (const index of failing) {
    for (const name of namesOf(index)) {
      const other = first.get(name);
      if (other === undefined) first.set(name, index);
      else group.set(rootOf(index), rootOf(other));
    }
  }
  return [...grouped(failing, rootOf).values()];
}

/** Failing relations that share a figure which may be wrong. */
const clusters = (graph: Graph, failing: readonly number[]): number[][] =>
  joined(failing, (index) => graph.changeable(index));

/**
 * Failing relations that share a table: what went wrong in one part has nothing to do with another part, and each is searched for itself
 * (23 reports in one file took five times as long together).
 */
const parts = (graph: Graph, failing: readonly number[]): number[][] =>
  joined(failing, (index) => graph.judged(index).judgement.terms.map(({ figure }) => hostOf(figure)));

/** Changes in common: each is in every explanation, with the same value or nearly. */
function shared(explanations: readonly Explanation[]): Explanation['steps'] {
  const [first, ...others] = explanations;
  const name = (step: Explanation['steps'][number]): string =>
    step.changes
      .map((change) => change.key)
      .sort()
      .join('|');
  return (first?.steps ?? []).filter((step) =>
    others.every((other) => other.steps.some((one) => name(one) === name(step))),
  );
}

/** What amounts that belong elsewhere look like: rows shifted, two exchanged, or entered in a neighbour's place. */
function displacement(graph: Graph, values: Values): Slip {
  const printed = [...values.keys()].map((key) => valueOf(graph.figure(key)));
  const isExchange = [...values.values()].every((value) => printed.some((one) => one.eq(value)));
  if (!isExchange) return values.size > 2 ? 'shifted' : 'neighbour';
  const leavesBlanks = [...values].every(([key, value]) => value.isZero() || valueOf(graph.figure(key)).isZero());
  return leavesBlanks ? 'neighbour' : values.size % 2 === 0 ? 'exchanged' : 'shifted';
}

/** Looks for figures that went wrong together. Gives way now and then. */
type Ways = (open: readonly number[], settled: Values) => Generator<void, readonly Together[]>;

/** Makes the causes of one document. */
class Diagnosis {
  readonly #graph: Graph;
  readonly #judged: readonly Judged[];
  readonly #failing: readonly number[];
  readonly #open: Set<number>;
  readonly #search: Search;
  /** Relations whose explanation was given up before all was tried. */
  readonly #cutShort = new Set<number>();
  readonly #causes: Cause[] = [];

  /** @param graph of the relations that were judged */
  constructor(graph: Graph, judged: readonly Judged[]) {
    this.#judged = judged;
    this.#graph = graph;
    this.#failing = this.#judged.flatMap(({ judgement }, index) =>
      judgement.verdict === 'inconsistent' ? [index] : [],
    );
    this.#open = new Set(this.#failing);
    this.#search = new Search(this.#graph, new Set(this.#failing));
  }

  *causes(): Generator<void, Cause[]> {
    if (this.#failing.length > mostFailures) return this.#failing.map((index) => this.#undecided('too-many', [index]));
    // What went wrong together breaks equations that need not share a figure.
    const graph = this.#graph;
    yield* this.#together('table-unit', function* (open) {
      yield;
      return tableUnitsOf(graph, open);
    });
    yield* this.#together('displaced', function* (open, settled) {
      yield;
      return [...(yield* exchangesOf(graph, open, settled)), ...(yield* shiftsOf(graph, open, settled))];
    });
    yield* this.#together('carried', (open, settled) => carriedOf(graph, open, settled));
    // The clusters that one step explains first: what is left of the others may then be plain.
    for (const steps of [1, 2, 3]) {
      for (const cluster of clusters(this.#graph, [...this.#open])) {
        const left = cluster.filter((index) => this.#open.has(index));
        // More steps than equations would explain anything.
        if (steps <= left.length) yield* this.#explain(left, steps);
      }
    }
    for (const cluster of clusters(this.#graph, [...this.#open])) yield* this.#explainInPart(cluster);
    return this.#causes.map((cause) => this.#withOthers(cause));
  }

  /** Several figures that went wrong together, one such mistake after the other, that which repairs most first. */
  *#together(how: Slip | 'displaced', ways: Ways): Generator<void> {
    for (const part of parts(this.#graph, [...this.#open])) yield* this.#togetherIn(part, how, ways);
  }

  *#togetherIn(part: readonly number[], how: Slip | 'displaced', ways: Ways): Generator<void> {
    for (;;) {
      const open = part.filter((index) => this.#open.has(index));
      const way = best((yield* ways(open, this.#search.settled)).filter(({ values }) => this.#borneOut(values)));
      const [first, ...others] = way?.repaired.filter((index) => this.#open.has(index)) ?? [];
      if (!way || first === undefined) return;
      this.#search.settle(way.values);
      for (const index of way.repaired) this.#open.delete(index);
      const keys = [...way.values.keys()];
      const leftOut = how === 'carried' && keys.every((key) => valueOf(this.#graph.figure(key)).isZero());
      const slip = how === 'displaced' ? displacement(this.#graph, way.values) : leftOut ? 'missing' : how;
      this.#causes.push({
        kind: 'suspect',
        failing: [this.#graph.judged(first), ...others.map((index) => this.#graph.judged(index))],
        changes: [...way.values].map(([key, likely]) => ({ figure: this.#graph.figure(key), likely, slip })),
        holding: this.#holding(keys, way.repaired),
      });
    }
  }

  /** A relation that two wrong figures broke holds only with both put right. */
  #withOthers(cause: Cause): Cause {
    const own = cause.changes.map(({ figure, likely }) => [figureKey(figure), likely] as const);
    if (own.length === 0) return cause;
    const tries = cause.kind === 'suspect' ? [new Map(own)] : own.map((change) => new Map([change]));
    const failing = new Set<Judged>(cause.failing);
    const short = this.#failing.filter(
      (index) => failing.has(this.#graph.judged(index)) && tries.some((values) => !this.#graph.holds(index, values)),
    );
    const others = this.#causes.flatMap((other) => (other !== cause && other.kind === 'suspect' ? other.changes : []));
    const alongside = others.filter(({ figure }) => short.some((index) => this.#graph.has(index, figureKey(figure))));
    return alongside.length === 0 ? cause : { ...cause, alongside };
  }

  /** Explains a cluster of failing relations as a whole. */
  *#explain(cluster: readonly number[], steps: number): Generator<void> {
    if (cluster.length === 0) return;
    const explanations = yield* this.#search.explain(cluster, steps);
    yield;
    if (explanations.length === 0) {
      if (this.#search.exhausted) for (const index of cluster) this.#cutShort.add(index);
      return;
    }
    const common = shared(explanations);
    if (common.length > 0) {
      this.#accept(common, cluster);
      const [first] = explanations;
      const left = cluster.filter((index) => this.#open.has(index));
      if (left.length > 0 && first && common.length < first.steps.length) this.#leave(left, explanations, common);
      return;
    }
    this.#leave(cluster, explanations, []);
  }

  /** Names the figures of steps; each takes the failing relations around it. */
  #accept(steps: Explanation['steps'], cluster: readonly number[]): void {
    const values = new Map(steps.flatMap((step) => step.changes.map((change) => [change.key, change.value] as const)));
    this.#search.settle(values);
    const ours = [...this.#open].filter(
      (index) =>
        (cluster.includes(index) ||
          steps.some((step) => step.changes.some(({ key }) => this.#graph.has(index, key)))) &&
        this.#graph.holds(index, this.#search.settled),
    );
    const around = (step: Explanation['steps'][number], list: readonly number[]): number[] =>
      list.filter((index) => step.changes.some(({ key }) => this.#graph.has(index, key)));
    // Who has fewest relations of its own takes them first.
    for (const step of [...steps].sort((a, b) => around(a, ours).length - around(b, ours).length)) {
      const own = around(
        step,
        ours.filter((index) => this.#open.has(index)),
      );
      const [first, ...others] = own;
      if (first === undefined) continue;
      for (const index of own) this.#open.delete(index);
      if (!this.#borneOut(new Map(step.changes.map(({ key, value }) => [key, value])))) {
        this.#causes.push({
          kind: 'undecided',
          failing: [this.#graph.judged(first), ...others.map((index) => this.#graph.judged(index))],
          changes: [],
          holding: [],
        });
        continue;
      }
      this.#causes.push({
        kind: 'suspect',
        failing: [this.#graph.judged(first), ...others.map((index) => this.#graph.judged(index))],
        changes: step.changes.map((change) => ({
          figure: this.#graph.figure(change.key),
          likely: change.value,
          slip: change.slip,
        })),
        holding: this.#holding(
          step.changes.map(({ key }) => key),
          own,
        ),
      });
    }
  }

  /**
   * Whether more than zeros speak for a change: forms that were left at 0.00 agree with each other whatever was spent,
   * so that they alone never make an amount zero.
   */
  #borneOut(changes: Values): boolean {
    const settled = new Map([...this.#search.settled, ...changes]);
    return (
      [...changes.values()].some((value) => !value.isZero()) ||
      [...changes.keys()].some((key) =>
        this.#graph
          .around(key)
          .some(
            (index) =>
              this.#graph.exact(index, settled) &&
              this.#graph
                .judged(index)
                .judgement.terms.some(
                  ({ figure }) => !changes.has(figureKey(figure)) && !this.#settledValue(figure).isZero(),
                ),
          ),
      )
    );
  }

  /** What is printed, or what was accepted instead of it. */
  #settledValue(figure: Figure): Decimal {
    return this.#search.settled.get(figureKey(figure)) ?? valueOf(figure);
  }

  /** Several explanations are as good: as many causes as one of them has steps, with the changes that each may be. */
  #leave(cluster: readonly number[], explanations: readonly Explanation[], except: Explanation['steps']): void {
    const [template] = explanations;
    const settled = new Set(except.flatMap((step) => step.changes.map(({ key }) => key)));
    const values = new Map([
      ...this.#search.settled,
      ...(template?.steps ?? []).flatMap((step) => step.changes.map((change) => [change.key, change.value] as const)),
    ]);
    // What the same change would repair beyond the cluster has the same cause.
    const repaired = new Set(
      [...this.#open].filter((index) => cluster.includes(index) || this.#graph.holds(index, values)),
    );
    for (const step of template?.steps ?? []) {
      const own = [...repaired].filter(
        (index) => this.#open.has(index) && step.changes.some(({ key }) => this.#graph.has(index, key)),
      );
      if (own.length === 0) continue;
      const alternatives = explanations
        .flatMap(({ steps }) => steps)
        .filter(({ changes }) =>
          changes.some(({ key }) => !settled.has(key) && own.some((index) => this.#graph.has(index, key))),
        );
      for (const index of own) this.#open.delete(index);
      this.#causes.push(this.#ambiguous(own, alternatives));
    }
  }

  #ambiguous(own: readonly number[], alternatives: Explanation['steps']): Cause {
    const [first, ...others] = own.map((index) => this.#graph.judged(index));
    if (!first) throw new Error('a cause has at least one relation');
    const byKey = new Map(
      alternatives
        .flatMap(({ changes }) => (changes.length === 1 ? changes : []))
        .map((change) => [change.key, change]),
    );
    // Beside several printed figures one of many blanks is no likely culprit.
    const printed = [...byKey.values()].filter(({ key }) => this.#graph.figure(key).quantity.kind !== 'blank');
    const named = byKey.size > mostCandidates && printed.length > 1 ? printed : [...byKey.values()];
    const fits = alternatives.every(({ changes }) => changes.length === 1) && named.length <= mostCandidates;
    return {
      kind: fits ? 'candidates' : 'undecided',
      failing: [first, ...others],
      holding: [],
      // A slip that is known is likelier than just another number, and money that turns negative likeliest is not it.
      changes: fits
        ? [...named]
            .sort((a, b) => unlikeliness(this.#graph, a) - unlikeliness(this.#graph, b))
            .map((change) => ({ figure: this.#graph.figure(change.key), likely: change.value, slip: change.slip }))
        : [],
    };
  }

  /** What no few steps explain: the one figure that repairs most, again and again; the rest stays undecided. */
  *#explainInPart(cluster: readonly number[]): Generator<void> {
    for (;;) {
      const left = cluster.filter((index) => this.#open.has(index));
      const best = yield* this.#search.mostRepairing(left);
      if (best === null) break;
      this.#accept(best.steps, []);
      if (cluster.filter((index) => this.#open.has(index)).length === left.length) break;
    }
    for (const index of cluster) {
      if (!this.#open.has(index)) continue;
      this.#open.delete(index);
      this.#causes.push(
        this.#undecided(
          this.#cutShort.has(index) || (cluster.length > 1 && this.#search.exhausted) ? 'too-many' : 'undecided',
          [index],
        ),
      );
    }
  }

  #undecided(kind: 'undecided' | 'too-many', [first]: readonly [number]): Cause {
    return { kind, failing: [this.#graph.judged(first)], changes: [], holding: [] };
  }

  /** Relations that hold: with a suspect itself; and for each other figure of its failing relations one that would break if that figure were wrong instead. */
  #holding(keys: readonly string[], failing: readonly number[]): Judged[] {
    const speaks = (index: number): boolean => {
      const { relation, judgement } = this.#graph.judged(index);
      return (
        !failing.includes(index) &&
        judgement.verdict !== 'inconsistent' &&
        relation.derived !== true &&
        relation.kind !== 'bound'
      );
    };
    const found = new Set(keys.flatMap((key) => this.#graph.around(key).filter(speaks)));
    for (const index of failing) {
      for (const key of this.#graph.changeable(index)) {
        if (keys.includes(key) || this.#graph.figure(key).quantity.kind !== 'amount') continue;
        const around = this.#graph.around(key).filter(speaks);
        const between = around.filter((other) => this.#graph.judged(other).relation.kind === 'same');
        const [telling] = between.length > 0 ? between : around;
        if (telling !== undefined) found.add(telling);
      }
    }
    return [...found]
      .map((index) => this.#graph.judged(index))
      .filter(({ judgement }) =>
        judgement.terms.some(({ figure }) => figure.quantity.kind === 'amount' && !figure.quantity.value.isZero()),
      );
  }
}

/** So many lines of one form with a part greater than its whole are one mistake: the column is out of place. */
const fewestInRow = 3;

/** The size of a difference in 元, or as printed where no unit is known. */
function gapOf({ judgement: { terms, difference } }: Judged): string {
  const unit = terms.find(({ figure }) => figure.quantity.kind === 'amount')?.figure.unit ?? null;
  return difference.abs().times(factorOf(unit)).toFixed();
}

/** How far from likely a change is: a slip that is known; another number; an amount that becomes negative. */
function unlikeliness(
  graph: Graph,
  { key, value, slip }: { readonly key: string; readonly value: Decimal; readonly slip: Slip },
): number {
  const turns = value.isNegative() && !value.isZero() && !valueOf(graph.figure(key)).isNegative();
  return turns ? 2 : slip === 'other' ? 1 : 0;
}

/** What joins causes that nobody can decide: many bounds of one rule in one form; sums of one rule that are off by the same. */
function likenessOf({ kind, failing }: Cause): { readonly name: string; readonly fewest: number } | null {
  const [one, ...others] = failing;
  if (kind === 'suspect') return null;
  if (one.relation.kind === 'bound')
    return others.length === 0 && one.relation.table !== ''
      ? { name: `${one.rule}|${one.relation.table}`, fewest: fewestInRow }
      : null;
  const isSum = failing.every(({ rule, relation }) => relation.kind === 'sum' && rule === one.rule);
  return isSum && failing.every((other) => gapOf(other) === gapOf(one))
    ? { name: `${one.rule}|${gapOf(one)}`, fewest: 2 }
    : null;
}

/** Undecided causes that are alike as one cause. */
function gathered(causes: readonly Cause[]): Cause[] {
  const groups = new Map<string, { readonly members: Cause[]; readonly fewest: number }>();
  for (const cause of causes) {
    const likeness = likenessOf(cause);
    if (likeness === null) continue;
    const group = groups.get(likeness.name) ?? { members: [], fewest: likeness.fewest };
    groups.set(likeness.name, group);
    group.members.push(cause);
  }
  const many = [...groups.values()].flatMap(({ members, fewest }) => (members.length >= fewest ? [members] : []));
  const taken = new Set(many.flat());
  return [
    ...causes.filter((cause) => !taken.has(cause)),
    ...many.flatMap(([first, ...others]): Cause[] =>
      first
        ? [
            {
              kind: 'undecided',
              failing: [...first.failing, ...others.flatMap(({ failing }) => failing)],
              changes: [],
              holding: [],
            },
          ]
        : [],
    ),
  ];
}

/**
 * Parts that are more than their wholes, where the wholes add up to what convention asks for (100 points): then it is the parts that are
 * wrong, by how much nothing tells.
 */
function withExcess(cause: Cause, judged: readonly Judged[]): Cause {
  if (cause.kind !== 'undecided') return cause;
  const holding = judged.filter(
    ({ relation, judgement }) => relation.conventional === true && judgement.verdict !== 'inconsistent',
  );
  const excesses = cause.failing.map(({ relation, judgement }) => {
    const [most, part, ...others] = judgement.terms;
    const own = holding.find((one) =>
      one.judgement.terms.some(({ figure }) => figureKey(figure) === figureKey(most.figure)),
    );
    return relation.kind === 'bound' && part && others.length === 0 && own
      ? { own, change: { figure: part.figure, likely: judgement.reported, slip: 'excess' as const } }
      : null;
  });
  const known = excesses.filter((one) => one !== null);
  return known.length < excesses.length
    ? cause
    : {
        ...cause,
        kind: 'suspect',
        changes: known.map(({ change }) => change),
        holding: [...new Set(known.map(({ own }) => own))],
      };
}

/**
 * Explains failing relations by the fewest changed figures (docs/judging.md, Diagnosis): a change must not break a relation that holds;
 * of explanations with as few changes the one that repairs most goes first, then the one whose figures look mistyped or misplaced.
 * What all that are left have in common is suspect; what they have not is a candidate. Yields now and then, so that the caller can give way.
 * @param judged all relations that could be judged
 * @param truncated as for evaluate
 * @returns every failing relation in exactly one cause, in the order of the relations
 */
export function* diagnose(judged: readonly Judged[], truncated = false): Generator<void, Cause[]> {
  const graph = new Graph(truncated);
  const telling = judged.filter(({ relation }) => relation.conventional !== true);
  for (const [index, one] of telling.entries()) {
    if (index % relationsPerStep === 0) yield;
    graph.add(one);
  }
  const causes = yield* new Diagnosis(graph, telling).causes();
  const order = new Map(judged.map((one, index) => [one, index]));
  const place = (one: Judged): number => order.get(one) ?? 0;
  // Where a total is fixed by convention (100 points) nothing says which part is wrong, unless another relation does.
  for (const one of judged) {
    if (one.relation.conventional !== true || one.judgement.verdict !== 'inconsistent') continue;
    const index = causes.findIndex(
      ({ kind, changes }) =>
        kind === 'suspect' &&
        changes.some(({ figure }) => one.judgement.terms.some((term) => figureKey(term.figure) === figureKey(figure))),
    );
    const cause = causes[index];
    if (cause) causes[index] = { ...cause, failing: [...cause.failing, one] };
    else {
      // Weights and scores of one form that are off by the same: an item too many, or one left out.
      const twin = causes.findIndex(
        ({ kind, failing: [first, ...others] }) =>
          (kind === 'undecided' || kind === 'candidates') &&
          others.length === 0 &&
          first.relation.kind === 'sum' &&
          first.relation.table === one.relation.table &&
          first.judgement.difference.eq(one.judgement.difference),
      );
      const alike = causes[twin];
      if (alike) causes[twin] = { kind: 'undecided', failing: [...alike.failing, one], changes: [], holding: [] };
      else causes.push({ kind: 'undecided', failing: [one], changes: [], holding: [] });
    }
  }
  return gathered(causes)
    .map((cause) => withExcess(cause, judged))
    .map((cause) => {
      const [first, ...others] = [...cause.failing].sort((a, b) => place(a) - place(b));
      return first ? { ...cause, failing: [first, ...others] as const } : cause;
    })
    .sort((a, b) => place(a.failing[0]) - place(b.failing[0]));
}
