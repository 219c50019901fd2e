import { figureKey, hostOf, usualDecimals, valueOf, type Figure } from '../document/figure.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Graph, Values } from './graph.ts';
import { slipOf, slipsOf, unitPowers, type Slip } from '../quantity/slips.ts';

/** Another value for a figure. */
export interface Replacement {
  readonly key: string;
  readonly value: Decimal;
  readonly slip: Slip;
}

/** One thing that went wrong: a figure as a rule; two exchanged ones; one wrong amount printed several times. */
export interface Step {
  readonly changes: readonly Replacement[];
}

/** What went wrong, all in all. */
export interface Explanation {
  readonly steps: readonly Step[];
}

/** Looks between two chances for the caller to give way. */
const looksPerStep = 20;

/** More looks than this at one cluster are not taken: figures that so much hangs on are wrong throughout. */
const mostLooks = 4_000;

/** And at one document. */
const mostLooksInAll = 40_000;

/** And more figures than this are not looked at for it: one look at long sums costs as much as many at short ones. */
const mostWork = 600_000;

/** Refining what was found may go this much further; it gives way each time so many figures were looked at. */
const mostRefining = 2 * mostWork;
const workPerStep = 2_000;

/** More explanations of one cluster than this are as good as none. */
const mostExplanations = 120;

/** Slips that leave the digits as they were. */
const isScale = (slip: Slip | null): boolean => slip === 'unit' || slip === 'point' || slip === 'sign';

/** Fewer digits than this agree by chance. */
const tellingDigits = 3;

/** Whether the slip tells the value better than the equations do, which rounding blurs. */
const isPlain = (slip: Slip | null, value: Decimal): boolean =>
  (isScale(slip) || slip === 'digit-lost' || slip === 'digit-added') && value.precision() >= tellingDigits;

/**
 * How a figure may have been mistyped for another value. Behind the point a digit is lost or added only where the print has fewer or more
 * decimals than the figures around it.
 */
function slipIn(figure: Figure, meant: Decimal): Slip | null {
  const printed = valueOf(figure);
  const slip = slipOf(printed, meant);
  if ((slip !== 'digit-lost' && slip !== 'digit-added') || !printed.trunc().eq(meant.trunc())) return slip;
  const decimals =
    figure.quantity.kind === 'amount' || figure.quantity.kind === 'percent' ? figure.quantity.decimals : 0;
  return (slip === 'digit-lost' ? decimals < usualDecimals(figure) : decimals > usualDecimals(figure)) ? slip : null;
}

/** Values further apart than so many units of the last digit are no matter of rounding. */
const mostBetween = 10;

/** What figures have in common that print the same amount in the text, or down one column under one name. */
function likenessOf(figure: Figure): string | null {
  const { place, quantity, unit } = figure;
  if (place.in === 'rule') return null;
  const at = place.in === 'text' ? '' : `${place.table}|${place.column}|${place.rowLabel}`;
  return `${valueOf(figure).toFixed()}|${quantity.kind}|${unit ?? ''}|${at}`;
}

interface Found {
  readonly steps: readonly Values[];
  readonly repaired: number;
}

/**
 * Looks for the fewest changes that make failing relations hold and break none that holds.
 * A figure that a relation vouches for may change only together with others that keep it. Work is bounded: `exhausted` says that
 * it was cut short.
 */
export class Search {
  readonly #graph: Graph;
  readonly #failing: ReadonlySet<number>;
  readonly #settled = new Map<string, Decimal>();
  /** The figures of failing relations, by what they have in common. */
  readonly #alike = new Map<string, string[]>();
  readonly #reach = new Map<string, readonly string[]>();
  #looks = 0;
  #looksInAll = 0;
  #pause = 0;

  constructor(graph: Graph, failing: ReadonlySet<number>) {
    this.#graph = graph;
    this.#failing = failing;
    for (const key of new Set([...failing].flatMap((index) => graph.changeable(index)))) {
      const likeness = likenessOf(graph.figure(key));
      if (likeness === null) continue;
      const known = this.#alike.get(likeness);
      if (known) known.push(key);
      else this.#alike.set(likeness, [key]);
    }
  }

  /** Whether the caller should have a chance to give way: after so many looks, or fewer at long sums. */
  #isDue(): boolean {
    if (this.#looks % looksPerStep !== 0 && this.#graph.work - this.#pause <= workPerStep) return false;
    this.#pause = this.#graph.work;
    return true;
  }

  get exhausted(): boolean {
    return this.#looks > mostLooks || this.#looksInAll > mostLooksInAll || this.#graph.work > mostWork;
  }

  /** The changes that were accepted so far. */
  get settled(): Values {
    return this.#settled;
  }

  settle(values: Values): void {
    for (const [key, value] of values) this.#settled.set(key, value);
  }

  /** Whether a relation has to hold in the end: a relation written from the very figures it states vouches for none. */
  #binds(index: number): boolean {
    return this.#graph.judged(index).relation.derived !== true || this.#failing.has(index);
  }

  /** The relations around changed figures that do not hold: those of the open ones, and those that a change broke. */
  #unrepaired(open: readonly number[], values: Values, keys: Iterable<string>): number[] {
    const broken = new Set(open.filter((index) => !this.#graph.holds(index, values)));
    for (const key of keys) {
      for (const index of this.#graph.around(key)) {
        if (broken.has(index) || open.includes(index) || !this.#binds(index)) continue;
        // One that failed before and is no business of this cluster may go on failing; and where one equation is all there is,
        // one that holds only with other figures put right is no witness.
        if (this.#failing.has(index) && (open.length === 1 || !this.#graph.holds(index, this.#settled))) continue;
        if (!this.#graph.holds(index, values)) broken.add(index);
      }
    }
    return [...broken];
  }

  /** The values that a figure may take so that one of the open relations holds. */
  #valuesFor(key: string, open: readonly number[], values: Values): Decimal[] {
    const figure = this.#graph.figure(key);
    const printed = valueOf(figure);
    const found = new Map<string, Decimal>();
    for (const index of open) {
      if (!this.#graph.has(index, key)) continue;
      const solved = this.#graph.solve(index, key, values);
      if (solved === null) continue;
      const rounded = solved.toDecimalPlaces(usualDecimals(figure));
      const holds = (candidate: Decimal): boolean => this.#graph.holds(index, new Map([...values, [key, candidate]]));
      // 2.2万元 for 2.2亿元 in a sentence: where rounding leaves room, the same digits in another unit are likelier than others.
      const inOtherUnit =
        figure.place.in === 'text' && figure.unit !== null && !solved.isZero()
          ? unitPowers.map((power) => printed.times(`1e${power}`)).find(holds)
          : undefined;
      const value = inOtherUnit ?? (holds(rounded) ? rounded : solved);
      // Nobody leaves out a negative amount.
      const impossible = figure.quantity.kind === 'blank' && value.isNegative();
      if (!value.eq(printed) && !impossible) found.set(value.toFixed(), value);
    }
    // Where rounding lets each of them fail the other's equation, what lies between fits both.
    const [least, most] =
      found.size > 1 ? [Decimal.min(...found.values()), Decimal.max(...found.values())] : [printed, printed];
    const unit = new Decimal(10).pow(-usualDecimals(figure));
    if (found.size > 1 && most.minus(least).lte(unit.times(mostBetween))) {
      const between = least.plus(most).div(2).toDecimalPlaces(usualDecimals(figure));
      if (!between.eq(printed)) found.set(between.toFixed(), between);
    }
    return [...found.values()];
  }

  #alikeTo(figure: Figure): readonly string[] {
    const likeness = likenessOf(figure);
    return likeness === null ? [] : (this.#alike.get(likeness) ?? []);
  }

  /** Figures that print the same wrong amount in the text, or down one column: one mistake, made several times. */
  #repeated(key: string, value: Decimal, values: Values): Map<string, Decimal> {
    const figure = this.#graph.figure(key);
    const found = new Map([[key, value]]);
    for (const other of this.#alikeTo(figure)) {
      if (found.has(other)) continue;
      // That a part is no greater than its whole any more says little, except beside it in one sentence.
      const beside = hostOf(this.#graph.figure(other)) === hostOf(figure);
      const repaired = this.#graph
        .around(other)
        .some(
          (index) =>
            this.#failing.has(index) &&
            (beside || this.#graph.judged(index).relation.kind !== 'bound') &&
            !this.#graph.has(index, key) &&
            !this.#graph.holds(index, values) &&
            this.#graph.holds(index, new Map([...values, [other, value]])),
        );
      if (repaired) found.set(other, value);
    }
    return found;
  }

  /** A figure and one beside it, each with the value of the other. */
  #exchanged(key: string, values: Values): Map<string, Decimal>[] {
    const { place } = this.#graph.figure(key);
    if (place.in !== 'table') return [];
    return [
      [0, 1],
      [0, -1],
      [1, 0],
      [-1, 0],
    ].flatMap(([down = 0, right = 0]) => {
      const other = `${place.table}:${place.row + down}:${place.column + right}`;
      if (this.#graph.around(other).length === 0 || values.has(other)) return [];
      const [a, b] = [valueOf(this.#graph.figure(key)), valueOf(this.#graph.figure(other))];
      return a.eq(b)
        ? []
        : [
            new Map([
              [key, b],
              [other, a],
            ]),
          ];
    });
  }

  /** What may have gone wrong with one figure. */
  #stepsAt(key: string, open: readonly number[], values: Values): Values[] {
    if (values.has(key) || this.exhausted) return [];
    const single = this.#valuesFor(key, open, values);
    const repeated = single.map((value) => this.#repeated(key, value, values)).filter((changes) => changes.size > 1);
    return [...single.map((value) => new Map([[key, value]])), ...repeated, ...this.#exchanged(key, values)];
  }

  *#look(
    open: readonly number[],
    left: number,
    values: Values,
    steps: readonly Values[],
    found: Map<string, Found>,
  ): Generator<void> {
    const [narrowest] = open
      .map((index) => ({ index, keys: this.#graph.changeable(index) }))
      .filter(({ index }) => this.#graph.judged(index).relation.kind !== 'bound')
      .sort((a, b) => a.keys.length - b.keys.length);
    if (!narrowest) return;
    for (const key of left === 1 ? narrowest.keys.filter((one) => this.#reaches(one, open)) : narrowest.keys) {
      for (const step of this.#stepsAt(key, open, values)) {
        if (this.exhausted || found.size >= mostExplanations) return;
        this.#looks += 1;
        this.#looksInAll += 1;
        if (this.#isDue()) yield;
        const next = new Map([...values, ...step]);
        const broken = this.#unrepaired(open, next, step.keys());
        const taken = [...steps, step];
        if (broken.length === 0) {
          const touched = new Set(
            taken
              .flatMap((one) => [...one.keys()])
              .flatMap((changed) => this.#graph.around(changed).filter((index) => this.#failing.has(index))),
          );
          const name = taken
            .map((one) => [...one.keys()].sort().join('+'))
            .sort()
            .join('|');
          const repaired = [...touched].filter(
            (index) => this.#graph.holds(index, next) && !this.#graph.holds(index, this.#settled),
          ).length;
          if (!found.has(name) || (found.get(name)?.repaired ?? 0) < repaired)
            found.set(name, { steps: taken, repaired });
        } else if (left > 1 && this.#coverable(broken, left - 1))
          yield* this.#look(broken, left - 1, next, taken, found);
      }
    }
  }

  /** What one step at a figure may change: it, what stands beside it, and what prints the same. */
  #within(key: string): readonly string[] {
    const known = this.#reach.get(key);
    if (known) return known;
    const figure = this.#graph.figure(key);
    const { place } = figure;
    const beside =
      place.in === 'table'
        ? [
            [0, 1],
            [0, -1],
            [1, 0],
            [-1, 0],
          ].map(([down = 0, right = 0]) => `${place.table}:${place.row + down}:${place.column + right}`)
        : [];
    const reach = [key, ...beside, ...this.#alikeTo(figure)];
    this.#reach.set(key, reach);
    return reach;
  }

  /** Whether one step at a figure may change all the relations. */
  #reaches(key: string, relations: readonly number[]): boolean {
    const keys = this.#within(key);
    return relations.every((index) => keys.some((one) => this.#graph.has(index, one)));
  }

  /** Whether so many steps may change all the relations: not where more of them than that are out of each other's reach. */
  #coverable(open: readonly number[], left: number): boolean {
    const taken = new Set<string>();
    let apart = 0;
    for (const keys of open.map((index) => this.#graph.changeable(index)).sort((a, b) => a.length - b.length)) {
      const reached = keys.flatMap((key) => this.#within(key));
      if (reached.some((key) => taken.has(key))) continue;
      apart += 1;
      if (apart > left) return false;
      for (const key of reached) taken.add(key);
    }
    return true;
  }

  /** Whether the changes of an explanation are all right with these values. */
  #right(values: Values, cluster: readonly number[]): boolean {
    return this.#unrepaired(cluster, values, values.keys()).length === 0;
  }

  #isExchange(step: Values): boolean {
    return (
      step.size === 2 &&
      [...step].every(([key, value]) =>
        [...step].some(([other]) => other !== key && valueOf(this.#graph.figure(other)).eq(value)),
      )
    );
  }

  /** How many things went wrong: two amounts in each other's place are one; a percentage that is to be nothing was no slip, something happened to what it was worked out from. */
  #sizeOf(step: Values): number {
    const percentages = [...step].filter(
      ([key, value]) => value.isZero() && this.#graph.figure(key).quantity.kind === 'percent',
    ).length;
    return this.#isExchange(step) && [...step.values()].every((value) => !value.isZero()) ? 1 : step.size + percentages;
  }

  /** Whether a blank stands in a line that the same rules find blank in other columns too: then nothing was left out there. */
  #isEmptyLine(key: string): boolean {
    const { place, quantity } = this.#graph.figure(key);
    if (place.in !== 'table' || quantity.kind !== 'blank') return false;
    const rulesOf = (other: string): string[] =>
      this.#graph.around(other).map((index) => this.#graph.judged(index).rule);
    const own = new Set(rulesOf(key));
    const beside = this.#graph.ofTable(place.table).filter((other) => {
      const at = this.#graph.figure(other).place;
      return other !== key && at.in === 'table' && at.row === place.row && rulesOf(other).some((rule) => own.has(rule));
    });
    return beside.length > 0 && beside.every((other) => this.#graph.figure(other).quantity.kind === 'blank');
  }

  /**
   * Of the values that a figure may have, the one from which the printed one came by a slip; else the one with which most equations are exact.
   * @returns null where that takes too much work: a figure of eighty digits has two thousand slips
   */
  *#refine({ steps }: Found, cluster: readonly number[]): Generator<void, Explanation | null> {
    let values = new Map([...this.#settled, ...steps.flatMap((step) => [...step])]);
    const exactness = (key: string, tried: Values): { all: boolean; facts: number; count: number } => {
      const around = this.#graph.around(key).filter((index) => this.#graph.judged(index).relation.kind !== 'bound');
      const exact = around.filter((index) => this.#graph.exact(index, tried));
      // One fact printed twice is the same to the last digit; a sum of rounded figures need not be.
      const facts = exact.filter(
        (index) =>
          this.#graph
            .judged(index)
            .judgement.terms.filter(({ figure: other }) => figureKey(other) === key || !valueOf(other).isZero())
            .length === 2,
      ).length;
      return {
        all: around.every((index) => !this.#failing.has(index) || exact.includes(index)),
        facts,
        count: exact.length,
      };
    };
    const refined: Step[] = [];
    for (const step of steps) {
      if (this.#isExchange(step)) {
        const blank = [...step.keys()].some((key) => valueOf(this.#graph.figure(key)).isZero());
        refined.push({
          changes: [...step].map(([key, value]) => ({ key, value, slip: blank ? 'neighbour' : 'exchanged' })),
        });
        continue;
      }
      const changes: Replacement[] = [];
      for (const [key, value] of step) {
        const figure = this.#graph.figure(key);
        const printed = valueOf(figure);
        const near = value
          .abs()
          .times('0.02')
          .plus(printed.times(0).plus(10).pow(-usualDecimals(figure)).times(20));
        const solved = this.#graph
          .around(key)
          .flatMap((index) => (this.#failing.has(index) ? (this.#graph.solve(index, key, values) ?? []) : []))
          .map((one) => one.toDecimalPlaces(usualDecimals(figure)));
        const tried = [
          value,
          ...solved,
          ...slipsOf(printed, usualDecimals(figure)).filter(
            (one) => one.decimalPlaces() <= usualDecimals(figure) && one.minus(value).abs().lte(near),
          ),
        ];
        const fitting: { one: Decimal; exact: ReturnType<typeof exactness>; far: Decimal }[] = [];
        for (const one of tried) {
          if (this.#isDue()) yield;
          if (this.#graph.work > mostRefining) return null;
          const next = new Map([...values, [key, one]]);
          if (one.eq(value) || this.#right(next, cluster))
            fitting.push({ one, exact: exactness(key, next), far: one.minus(value).abs() });
        }
        const [best = value] = fitting
          // Another unit in a sentence needs no more than rounding. A digit beside a value that fits everything to the last one, or one of the last digit alone, is a coincidence of rounding; another power of ten or the sign is none.
          .map((one) => ({ ...one, slip: slipIn(figure, one.one) }))
          .map((one) => ({
            ...one,
            unit: one.slip === 'unit' && figure.place.in === 'text' ? 0 : 1,
            plain: isPlain(one.slip, one.one) ? 0 : 1,
            like: one.slip !== null && (one.exact.count > 0 || isScale(one.slip)) ? 0 : 1,
          }))
          .sort(
            (a, b) =>
              a.unit - b.unit ||
              a.plain - b.plain ||
              Number(b.exact.all) - Number(a.exact.all) ||
              a.like - b.like ||
              b.exact.facts - a.exact.facts ||
              b.exact.count - a.exact.count ||
              a.far.cmp(b.far),
          )
          .map(({ one }) => one);
        values = new Map([...values, [key, best]]);
        // The amount that stands above where it belongs.
        const strayed = figure.displaced !== undefined && valueOf(figure.displaced).eq(best);
        changes.push({
          key,
          value: best,
          slip: strayed
            ? 'neighbour'
            : (slipIn(figure, best) ?? (printed.isZero() ? 'missing' : best.isZero() ? 'superfluous' : 'other')),
        });
      }
      refined.push({ changes });
    }
    return { steps: refined };
  }

  /**
   * The best explanations of failing relations with a number of steps.
   * @param cluster the relations; all have to hold in the end
   * @param steps at most
   * @returns those that are equally good; none where there is no explanation
   */
  *explain(cluster: readonly number[], steps: number): Generator<void, Explanation[]> {
    const found = new Map<string, Found>();
    this.#looks = 0;
    if (!this.#coverable(cluster, steps)) return [];
    yield* this.#look(cluster, steps, this.#settled, [], found);
    return found.size >= mostExplanations || this.exhausted ? [] : yield* this.#best([...found.values()], cluster);
  }

  *#best(found: readonly Found[], cluster: readonly number[]): Generator<void, Explanation[]> {
    const most = Math.max(0, ...found.map(({ repaired }) => repaired));
    const sizeOf = ({ steps }: Found): number => steps.reduce((sum, step) => sum + this.#sizeOf(step), 0);
    const repairing = found.filter(({ repaired }) => repaired === most);
    const fewest = Math.min(...repairing.map(sizeOf));
    const refined: Explanation[] = [];
    for (const one of repairing.filter((other) => sizeOf(other) === fewest)) {
      const explanation = yield* this.#refine(one, cluster);
      if (explanation === null) return [];
      refined.push(explanation);
    }
    // Hardly anything is meant to be negative: that its opposite fits one equation, or more within rounding, says nothing.
    const isTurned = ({ key, value, slip }: Replacement): boolean => {
      const own = cluster.filter((index) => this.#graph.has(index, key));
      return (
        slip === 'sign' &&
        value.isNegative() &&
        (own.length < 2 || !own.every((index) => this.#graph.exact(index, new Map([...this.#settled, [key, value]]))))
      );
    };
    const odd = ({ steps }: Explanation): number =>
      steps
        .flatMap(({ changes }) => changes)
        .filter((change) => ['other', 'missing', 'superfluous'].includes(change.slip) || isTurned(change)).length;
    const least = Math.min(...refined.map(odd));
    const typical = refined.filter((one) => odd(one) === least);
    // By its look alone no figure is wrong where another may as well have been left out or be one too many, or where only a percentage tells.
    const leftOut = refined.some(
      (one) =>
        !typical.includes(one) &&
        one.steps.some(({ changes }) =>
          changes.some(
            ({ key, slip }) =>
              slip === 'superfluous' ||
              (slip === 'missing' && this.#graph.figure(key).quantity.kind === 'blank' && !this.#isEmptyLine(key)),
          ),
        ),
    );
    const exchanged = typical.some(({ steps }) =>
      steps.some(({ changes }) => changes.some(({ slip }) => slip === 'exchanged' || slip === 'neighbour')),
    );
    // Where an amount is printed negative that fits as a positive one, that is no coincidence.
    const negative = typical.some(({ steps }) =>
      steps.some(({ changes }) => changes.some(({ slip, value }) => slip === 'sign' && value.isPositive())),
    );
    const onlyShares =
      cluster.length > 0 && cluster.every((index) => this.#graph.judged(index).relation.kind === 'ratio');
    return (leftOut && !exchanged && !negative) || onlyShares ? refined : typical;
  }

  /**
   * The one step that repairs most of the failing relations and breaks none that holds, where nothing else repairs as much.
   * @param cluster failing relations
   */
  *mostRepairing(cluster: readonly number[]): Generator<void, Explanation | null> {
    const found = new Map<string, Found>();
    this.#looks = 0;
    for (const key of new Set(cluster.flatMap((index) => this.#graph.changeable(index)))) {
      for (const step of this.#stepsAt(key, cluster, this.#settled)) {
        if (this.exhausted) return null;
        this.#looks += 1;
        this.#looksInAll += 1;
        if (this.#isDue()) yield;
        const next = new Map([...this.#settled, ...step]);
        if (this.#unrepaired([], next, step.keys()).length > 0) continue;
        const repaired = cluster.filter((index) => this.#graph.holds(index, next)).length;
        const name = [...step.keys()].sort().join('+');
        if (repaired > 1 && (found.get(name)?.repaired ?? 0) < repaired) found.set(name, { steps: [step], repaired });
      }
    }
    const best = yield* this.#best([...found.values()], []);
    return best.length === 1 ? (best[0] ?? null) : null;
  }
}
