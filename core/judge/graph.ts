import { figureKey, usualDecimals, valueOf, type Figure } from '../document/figure.ts';
import { Decimal, lastDigit, one, zero } from '../quantity/decimal.ts';
import { unitPowers } from '../quantity/slips.ts';
import { unitFactor, factorOf, type Unit } from '../quantity/unit.ts';
import type { Relation, Term } from '../relate/relation.ts';
import { evaluate, withUnit, withValue, type Judgement } from './evaluate.ts';

/** A relation with its verdict. */
export interface Judged {
  readonly rule: string;
  readonly relation: Relation;
  readonly judgement: Exclude<Judgement, { verdict: 'unchecked' }>;
}

/** Other values in the place of printed ones, by figure. */
export type Values = ReadonlyMap<string, Decimal>;

/** The figure's quantity with another value. */
function quantityOf(figure: Figure, value: Decimal): Figure['quantity'] {
  return { kind: figure.quantity.kind === 'percent' ? 'percent' : 'amount', value, decimals: value.decimalPlaces() };
}

/** 2.2 万元 for 2.2 亿元: how many places another unit moves the point of an amount in the text; 0 for any other value. What is rounded moves with it. */
function unitShift(figure: Figure, value: Decimal): number {
  if (
    figure.place.in !== 'text' ||
    figure.unit === null ||
    figure.quantity.kind !== 'amount' ||
    figure.quantity.value.isZero()
  )
    return 0;
  return unitPowers.find((places) => valueOf(figure).times(new Decimal(10).pow(places)).eq(value)) ?? 0;
}

/** A sum or a repeated fact with one reading: what a change of each figure does to the difference between its sides. */
interface Linear {
  readonly coefficients: ReadonlyMap<string, Decimal>;
  /** Beyond this no rounding explains a difference: a quick no; within it the evaluator decides. */
  readonly farthest: Decimal;
}

function linearOf({ relation, judgement }: Judged): Linear | null {
  if ((relation.kind !== 'sum' && relation.kind !== 'same') || relation.readings.length > 1) return null;
  const { terms } = judgement;
  const [first] = terms;
  const unit = first.figure.unit ?? terms.find((term) => term.figure.quantity.kind === 'amount')?.figure.unit ?? null;
  const coefficients = new Map<string, Decimal>();
  let farthest = zero;
  terms.forEach(({ figure, weight }, index) => {
    const factor =
      figure.unit === null || unit === null || figure.unit === unit
        ? one
        : unitFactor(figure.unit).div(unitFactor(unit));
    const key = figureKey(figure);
    coefficients.set(key, (coefficients.get(key) ?? zero).plus(index === 0 ? factor : factor.times(-weight)));
    // Twice a unit of every term is more than any of the evaluator's bounds.
    farthest = farthest.plus(
      Decimal.max(lastDigit(Math.min(usualDecimals(figure), figure.coarse ?? Infinity)), figure.spread ?? zero)
        .times(factor)
        .times(2),
    );
  });
  return { coefficients, farthest };
}

const saidInWords = (figure: Figure): boolean => figure.place.in === 'text' && !/\d/.test(figure.text);

/** A relation in the graph. What only a few are asked for is worked out when it is asked for. */
class Node {
  readonly judged: Judged;
  readonly keys: ReadonlySet<string>;
  #linear: Linear | null | undefined;
  #changeable: readonly string[] | undefined;

  constructor(judged: Judged) {
    this.judged = judged;
    this.keys = new Set(judged.judgement.terms.map(({ figure }) => figureKey(figure)));
  }

  get linear(): Linear | null {
    return this.#linear === undefined ? (this.#linear = linearOf(this.judged)) : this.#linear;
  }

  /** Its figures that may be wrong. */
  get changeable(): readonly string[] {
    return (this.#changeable ??= [
      ...new Set(
        this.judged.judgement.terms
          .filter(({ figure }) => figure.place.in !== 'rule' && !saidInWords(figure))
          .map(({ figure }) => figureKey(figure)),
      ),
    ]);
  }
}

/**
 * Relations and the figures they share. Relations whose total is fixed by convention are no part of it: they single nothing out.
 */
export class Graph {
  readonly #nodes: Node[] = [];
  readonly #byFigure = new Map<string, number[]>();
  readonly #figures = new Map<string, Figure>();
  readonly #byTable = new Map<string, string[]>();
  readonly #truncated: boolean;
  readonly #verdicts = new Map<string, Judgement['verdict']>();
  #work = 0;

  /** @param truncated as for evaluate */
  constructor(truncated: boolean) {
    this.#truncated = truncated;
  }

  /** Takes in one more relation. */
  add(judged: Judged): void {
    const index = this.#nodes.push(new Node(judged)) - 1;
    for (const { figure } of judged.judgement.terms) {
      const key = figureKey(figure);
      const known = this.#byFigure.get(key);
      if (!known) this.#byFigure.set(key, [index]);
      else if (known.at(-1) !== index) known.push(index);
      if (this.#figures.has(key)) continue;
      this.#figures.set(key, figure);
      if (figure.place.in !== 'table') continue;
      const others = this.#byTable.get(figure.place.table);
      if (others) others.push(key);
      else this.#byTable.set(figure.place.table, [key]);
    }
  }

  /** What trying other values has taken so far: figures looked at. */
  get work(): number {
    return this.#work;
  }

  judged(index: number): Judged {
    const node = this.#nodes[index];
    if (!node) throw new RangeError(`no relation ${index}`);
    return node.judged;
  }

  figure(key: string): Figure {
    const figure = this.#figures.get(key);
    if (!figure) throw new RangeError(`no figure ${key}`);
    return figure;
  }

  /** Every figure of a table that a relation speaks of. */
  ofTable(table: string): readonly string[] {
    return this.#byTable.get(table) ?? [];
  }

  /** The relations with a figure. */
  around(key: string): readonly number[] {
    return this.#byFigure.get(key) ?? [];
  }

  /** The figures of a relation that may be wrong: a figure of the rule's own (100) never is, and a zero said in words is no figure to correct. */
  changeable(index: number): readonly string[] {
    return this.#nodes[index]?.changeable ?? [];
  }

  has(index: number, key: string): boolean {
    return this.#nodes[index]?.keys.has(key) === true;
  }

  /** Reported less expected with other values; null where the relation is no plain sum. */
  #difference(node: Node, values: Iterable<readonly [string, Decimal]>): Decimal | null {
    if (!node.linear) return null;
    let difference = node.judged.judgement.difference;
    for (const [key, value] of values) {
      const coefficient = node.linear.coefficients.get(key);
      if (coefficient) difference = difference.plus(value.minus(valueOf(this.figure(key))).times(coefficient));
    }
    return difference;
  }

  /** The changes that concern a relation. */
  #changesOf({ keys }: Node, values: Values): [string, Decimal][] {
    if (values.size <= keys.size) return [...values].filter(([key]) => keys.has(key));
    return [...keys].flatMap((key): [string, Decimal][] => {
      const value = values.get(key);
      return value ? [[key, value]] : [];
    });
  }

  /** The verdict of a relation with other values. */
  #verdict(index: number, values: Values): Judgement['verdict'] {
    const node = this.#nodes[index];
    if (!node) return 'unchecked';
    const own = this.#changesOf(node, values);
    this.#work += 1 + values.size;
    if (own.length === 0) return node.judged.judgement.verdict;
    const difference = this.#difference(node, own);
    if (difference?.isZero() === true) return 'consistent';
    if (difference && node.linear && difference.abs().gt(node.linear.farthest)) return 'inconsistent';
    const name = `${index}|${own
      .map(([key, value]) => `${key}=${value.toFixed()}`)
      .sort()
      .join('|')}`;
    const known = this.#verdicts.get(name);
    if (known !== undefined) return known;
    this.#work += 4 * own.length * node.keys.size;
    const changed = own.reduce(
      (relation, [key, value]) =>
        withValue(relation, key, quantityOf(this.figure(key), value), unitShift(this.figure(key), value)),
      node.judged.relation,
    );
    const { verdict } = evaluate(changed, this.#truncated);
    this.#verdicts.set(name, verdict);
    return verdict;
  }

  /** Whether a relation holds with other values, exactly or within rounding. */
  holds(index: number, values: Values): boolean {
    const verdict = this.#verdict(index, values);
    return verdict === 'consistent' || verdict === 'rounding';
  }

  /** Whether a relation holds with the amounts of one table in another unit. */
  holdsInUnit(index: number, table: string, unit: Unit): boolean {
    const { relation } = this.judged(index);
    this.#work += 4 * (this.#nodes[index]?.keys.size ?? 0);
    const { verdict } = evaluate(withUnit(relation, table, unit), this.#truncated);
    return verdict === 'consistent' || verdict === 'rounding';
  }

  /** Whether a relation agrees as printed with other values; that a part is not greater than its whole is no agreement. */
  exact(index: number, values: Values): boolean {
    return this.judged(index).relation.kind !== 'bound' && this.#verdict(index, values) === 'consistent';
  }

  /**
   * What a figure would have to be for a relation to hold.
   * @param values of other figures, where they are not as printed
   * @returns null where the relation does not tell
   */
  solve(index: number, key: string, values: Values): Decimal | null {
    const node = this.#nodes[index];
    if (!node) return null;
    const { relation, judgement } = node.judged;
    const now = values.get(key) ?? valueOf(this.figure(key));
    if (relation.kind === 'ratio')
      return relation.readings.length > 1 ? null : this.#solveRatio(judgement.terms, key, values);
    if (node.linear) {
      const coefficient = node.linear.coefficients.get(key);
      const difference = this.#difference(node, values);
      return !coefficient || coefficient.isZero() || !difference ? null : now.minus(difference.div(coefficient));
    }
    if (relation.kind === 'bound')
      return relation.readings.length > 1 ? null : this.#solveBound(judgement.terms, key, values);
    // Several readings: by the one that agrees best.
    const [first] = judgement.terms;
    const own = judgement.terms.find((term) => figureKey(term.figure) === key);
    if (first.figure.unit !== own?.figure.unit) return null;
    return own === first ? judgement.expected : now.plus(judgement.difference.times(own.weight));
  }

  /** A part of a whole is at most the whole: where other relations bear it out, it may be just that. */
  #solveBound(terms: readonly Term[], key: string, values: Values): Decimal | null {
    const others = terms.filter((term) => figureKey(term.figure) !== key);
    const [other] = others;
    if (terms.length !== 2 || others.length !== 1 || !other) return null;
    const factor = (figure: Figure): Decimal => factorOf(figure.unit);
    return (values.get(figureKey(other.figure)) ?? valueOf(other.figure))
      .times(factor(other.figure))
      .div(factor(this.figure(key)));
  }

  #solveRatio(terms: readonly Term[], key: string, values: Values): Decimal | null {
    const [first, ...rest] = terms;
    if (!first) return null;
    const at = (figure: Figure): Decimal =>
      (values.get(figureKey(figure)) ?? valueOf(figure)).times(factorOf(figure.unit));
    const side = (part: Term['part'], withKey: boolean): Decimal =>
      rest
        .filter((term) => term.part === part && (figureKey(term.figure) === key) === withKey)
        .reduce((sum, term) => sum.plus(withKey ? term.weight : at(term.figure).times(term.weight)), zero);
    const [above, below] = [side('numerator', false), side('denominator', false)];
    if (figureKey(first.figure) === key)
      return below.lte(0)
        ? null
        : above.times(100).div(below).toDecimalPlaces(usualDecimals(first.figure), Decimal.ROUND_HALF_UP);
    const share = at(first.figure).div(100);
    const slope = side('numerator', true).minus(share.times(side('denominator', true)));
    if (slope.isZero()) return null;
    const figure = this.figure(key);
    return share
      .times(below)
      .minus(above)
      .div(slope)
      .div(factorOf(figure.unit))
      .toDecimalPlaces(usualDecimals(figure), Decimal.ROUND_HALF_UP);
  }
}
