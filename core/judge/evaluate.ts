import { type Figure, figureKey, hostOf, isPrinted, notRounded, usualDecimals, valueOf } from '../document/figure.ts';
import { Decimal, lastDigit, one, zero } from '../quantity/decimal.ts';
import { slipOf, type Slip } from '../quantity/slips.ts';
import { unitFactor, type Unit } from '../quantity/unit.ts';
import { type Relation, type Term, type UncheckedReason } from '../relate/relation.ts';

/** What an equation comes to. */
export type Judgement =
  | { readonly verdict: 'unchecked'; readonly reason: UncheckedReason }
  | {
      readonly verdict: 'consistent' | 'rounding' | 'inconsistent';
      /** The reading that was judged: the total, and what it is made of. */
      readonly terms: readonly [Term, ...Term[]];
      /** The first term as printed, in its own unit. */
      readonly reported: Decimal;
      /** What the other terms say it should be, in the same unit. */
      readonly expected: Decimal;
      /** reported − expected. */
      readonly difference: Decimal;
      /** Rounding explains the difference only at the far end of what is possible. */
      readonly review: boolean;
      /** It fails by a slip that chance does not make (relation.slipTells). */
      readonly slipped?: true;
    };

/** Tables that the reader is less sure of are not judged (docs/judging.md, Doubtful readings). */
export const confidenceLine = 0.8;

/** One fen, in 元. */
const fen = new Decimal('0.01');

const isDigits = (figure: Figure): boolean => figure.quantity.kind === 'amount';

/** Whether a figure stands for an interval; a blank and a count have no width. */
const isWide = (figure: Figure): boolean =>
  figure.exact !== true && (figure.quantity.kind === 'amount' || figure.quantity.kind === 'percent');

/** Whether the amounts have units that cannot be compared. */
function mixesUnits(figures: readonly Figure[]): boolean {
  const amounts = figures.filter(isDigits);
  const [first] = amounts;
  if (!first || amounts.every(({ unit, counts }) => counts === undefined && unit !== null && unit === first.unit))
    return false;
  const counted = new Set(amounts.map(({ counts }) => counts));
  if (counted.size > 1) return true;
  if (!counted.has(undefined)) return false;
  // One unstated unit is the same for a whole table, unless a figure in it has a money word of its own.
  const units = new Set(amounts.map(({ unit }) => unit));
  return units.has(null) && (units.size > 1 || new Set(figures.map(hostOf).filter((host) => host !== '')).size > 1);
}

/** Why the terms cannot be judged; null if they can. */
function obstacle(relation: Relation, terms: readonly Term[]): UncheckedReason | null {
  const figures = terms.map((term) => term.figure);
  const mayBePercent = relation.kind === 'ratio' || figures.every((figure) => !isDigits(figure));
  if (
    figures.some(
      (figure) => isPrinted(figure) && !isDigits(figure) && !(mayBePercent && figure.quantity.kind === 'percent'),
    )
  )
    return 'unreadable-figure';
  if (figures.some((figure) => figure.confidence < confidenceLine)) return 'low-confidence';
  if (mixesUnits(figures)) return 'unknown-unit';
  if (relation.kind !== 'sum' && figures.some((figure) => figure.displaced)) return 'displaced-amount';
  return null;
}

/** A term in the unit of its equation: its value, one unit of its last digit, and half the width of what it stands for. */
interface Span {
  readonly weight: number;
  readonly value: Decimal;
  readonly step: Decimal;
  readonly width: Decimal;
}

/** Most factors and weights are 1: nothing is multiplied for them (a third of the time of all verdicts). */
function scaled(value: Decimal, factor: Decimal | number): Decimal {
  if (factor === 1 || factor === one) return value;
  return factor === -1 ? value.negated() : value.times(factor);
}

/**
 * Judges one reading by rounding intervals (docs/judging.md, Rounding; XBRL Calculations 1.1): a quantity printed with d decimals stands for
 * ± ½·10⁻ᵈ; a blank is a structural zero without width.
 */
function judgeReading(
  kind: Relation['kind'],
  terms: readonly Term[],
  truncated: boolean,
): Exclude<Judgement, { verdict: 'unchecked' }> {
  const [first, ...rest] = terms;
  if (!first) throw new Error('a reading has at least one term');
  // Everything in the unit of the first term (a blank may have none): exact, as the factors are powers of ten.
  const unit = first.figure.unit ?? terms.find((term) => isDigits(term.figure))?.figure.unit ?? null;
  const factor = (figure: Figure): Decimal =>
    figure.unit === null || unit === null || figure.unit === unit ? one : unitFactor(figure.unit).div(unitFactor(unit));
  const values = terms.map(({ figure }) => scaled(valueOf(figure), factor(figure)));
  const reported = valueOf(first.figure);
  const expected = rest.reduce((sum, { weight }, index) => sum.plus(scaled(values[index + 1] ?? zero, weight)), zero);
  const difference = reported.minus(expected);
  const done = (verdict: 'consistent' | 'rounding' | 'inconsistent', review = false) => ({
    verdict,
    terms: [first, ...rest] as const,
    reported,
    expected,
    difference,
    review,
  });

  if (difference.isZero() || (kind === 'bound' && difference.isPositive())) return done('consistent');
  const spans = terms.map(({ figure, weight }, index): Span => {
    const step = isWide(figure) ? lastDigit(figure.decimals).times(factor(figure)) : zero;
    return {
      weight,
      value: values[index] ?? zero,
      step,
      width: Decimal.max(step.div(2), (figure.spread ?? zero).times(factor(figure))),
    };
  });
  // Zeros have no width, but where nothing else is printed below a total each of them may hide half a unit.
  const filled = spans.filter((term, index) => !term.step.isZero() && (index === 0 || !term.value.isZero()));
  const wide = filled.every((term) => term === spans[0]) ? spans.filter((term) => !term.step.isZero()) : filled;
  const steps = wide.map((term) => term.step);
  if (steps.length === 0) return done('inconsistent');
  const coarse = Decimal.max(...steps);
  const mixed = steps.some((step) => !step.eq(coarse));
  if (mixed && reported.div(coarse).round().eq(expected.div(coarse).round())) return done('consistent');

  const size = difference.abs();
  const bound = wide.reduce((sum, term) => sum.plus(term.width), zero);
  // An upper bound is broken by what rounding of both sides cannot explain.
  if (kind === 'bound') return done(size.lte(bound) ? 'rounding' : 'inconsistent');
  // Amounts printed to the fen are exact: only 配平 moves them, by one unit.
  if (unit !== null && coarse.times(unitFactor(unit)).lte(fen))
    return done(size.lte(coarse) ? 'rounding' : 'inconsistent');
  if (rest.length <= 1 && size.lte(coarse) && steps.length > 1) return done('rounding');
  if (size.lte(bound)) {
    // Guard: max(1u, 3σ) with σ² = Σu²/12, so that long columns keep their power. Compared as squares: exact.
    const variance = steps.reduce((sum, step) => sum.plus(step.pow(2)), zero).div(12);
    const guarded = size.lte(coarse) || size.pow(2).lte(variance.times(9));
    return done('rounding', !guarded);
  }
  return done(truncated && truncationExplains(spans, reported, expected) ? 'rounding' : 'inconsistent');
}

interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/**
 * Adds up intervals, in the unit of 元 where units are known. A figure stands for ± half a unit of its last digit, or, where its digits
 * were cut off, for up to a whole unit more: a percentage worked out before that shows it, and one table alone does not tell.
 */
function spread(terms: readonly Term[]): { value: Decimal; interval: Interval } {
  let value = zero;
  let low = zero;
  let high = zero;
  for (const { figure, weight } of terms) {
    const factor = figure.unit === null ? one : unitFactor(figure.unit);
    value = value.plus(valueOf(figure).times(factor).times(weight));
    if (!isWide(figure)) continue;
    const step = lastDigit(figure.decimals).times(factor);
    const rounded = Decimal.max(step.div(2), (figure.spread ?? zero).times(factor));
    const cut = Decimal.max(step, rounded);
    low = low.plus(weight > 0 ? rounded : cut);
    high = high.plus(weight > 0 ? cut : rounded);
  }
  return { value, interval: { low: value.minus(low), high: value.plus(high) } };
}

/** Whether what a percentage is of would be less than nothing. */
const hasNegativeBase = (relation: Relation, terms: readonly Term[]): boolean =>
  relation.kind === 'ratio' && spread(terms.filter((term) => term.part === 'denominator')).interval.high.isNegative();

/**
 * Judges a percentage against the amounts it is made of.
 * @param moved it may have been moved by one unit of its last digit, so that a list comes to 100 %
 */
function judgeRatio(terms: readonly Term[], moved: boolean): Judgement {
  const [first, ...rest] = terms;
  if (!first) throw new Error('a reading has at least one term');
  const above = spread(rest.filter((term) => term.part === 'numerator'));
  const below = spread(rest.filter((term) => term.part === 'denominator'));
  const reported = valueOf(first.figure);
  const { decimals } = first.figure;
  const step = lastDigit(decimals);
  // A base that may be next to nothing makes any great percentage, but no small one.
  const mayVanish = below.interval.low.lte(0);
  const least =
    below.interval.high.gt(0) && above.interval.low.gt(0)
      ? above.interval.low.times(100).div(below.interval.high)
      : null;
  if (below.value.lte(0) || (mayVanish && (least === null || reported.plus(step).gte(least))))
    return { verdict: 'unchecked', reason: 'zero-base' };
  const exact = above.value.times(100).div(below.value);
  const expected = exact.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  const difference = reported.minus(expected);
  const done = (verdict: 'consistent' | 'rounding' | 'inconsistent') => ({
    verdict,
    terms: [first, ...rest] as const,
    reported,
    expected,
    difference,
    review: false,
  });
  if (difference.isZero()) return done('consistent');
  if (moved && difference.abs().lte(step)) return done('rounding');
  if (mayVanish) return done('inconsistent');
  const ends = [above.interval.low, above.interval.high].flatMap((a) =>
    [below.interval.low, below.interval.high].map((b) => a.times(100).div(b)),
  );
  const meets = reported.plus(step).gte(Decimal.min(...ends)) && reported.minus(step.div(2)).lte(Decimal.max(...ends));
  return done(meets ? 'rounding' : 'inconsistent');
}

/** Whether cutting off digits instead of rounding explains the difference: v stands for [v, v+u), away from zero. */
function truncationExplains(terms: readonly Span[], reported: Decimal, expected: Decimal): boolean {
  let low = expected.minus(reported);
  let high = low;
  let lowOpen = false;
  let highOpen = false;
  for (const { weight, value, step } of terms) {
    // A blank has no width; 0.00 hides what was cut off.
    if (step.isZero()) continue;
    if (value.isPositive() === weight > 0) {
      high = high.plus(step);
      highOpen = true;
    } else {
      low = low.minus(step);
      lowOpen = true;
    }
  }
  return (
    ((low.isNegative() && !low.isZero()) || (low.isZero() && !lowOpen)) &&
    ((high.isPositive() && !high.isZero()) || (high.isZero() && !highOpen))
  );
}

/**
 * Whether a relation shows that the document cuts digits off: one fact printed twice, the coarser figure being the finer one cut, not rounded.
 * Only such evidence allows truncation as an explanation.
 */
export function showsTruncation(relation: Relation): boolean {
  const [terms] = relation.readings;
  if (
    relation.kind !== 'same' ||
    relation.unchecked !== undefined ||
    terms?.length !== 2 ||
    obstacle(relation, terms) !== null
  )
    return false;
  const [a, b] = terms.map(({ figure }) => {
    const factor = figure.unit === null ? one : unitFactor(figure.unit);
    return {
      value: valueOf(figure).times(factor),
      step: lastDigit(figure.decimals).times(factor),
      digits: isDigits(figure),
    };
  });
  if (!a?.digits || !b?.digits || a.step.eq(b.step)) return false;
  const [fine, coarse] = a.step.lt(b.step) ? [a, b] : [b, a];
  const exact = fine.value.div(coarse.step);
  const printedUnits = coarse.value.div(coarse.step);
  return exact.trunc().eq(printedUnits) && !exact.round().eq(printedUnits);
}

/** The figure with another quantity: its decimals are those of the figures around it, or more. */
function withQuantity(figure: Figure, quantity: Figure['quantity']): Figure {
  const printed = quantity.kind === 'amount' || quantity.kind === 'percent' ? quantity.decimals : 0;
  return { ...notRounded(figure), quantity, decimals: Math.max(usualDecimals(figure), printed) };
}

/**
 * The relation with another quantity in the place of one figure.
 * @param key of the figure (figureKey)
 * @param shift how many places its point is moved by another unit: what it is rounded to moves with it
 */
export function withValue(relation: Relation, key: string, quantity: Figure['quantity'], shift = 0): Relation {
  const changed = (figure: Figure): Figure => {
    const other = withQuantity(figure, quantity);
    return shift === 0
      ? other
      : {
          ...other,
          decimals: figure.decimals - shift,
          ...(figure.coarse !== undefined && { coarse: figure.coarse - shift }),
        };
  };
  return {
    ...relation,
    readings: relation.readings.map((terms) =>
      terms.map((term) => (figureKey(term.figure) === key ? { ...term, figure: changed(term.figure) } : term)),
    ),
  };
}

/**
 * The relation with the figures of one table in another unit.
 * @param table its id
 * @param unit that its amounts are taken to be in
 */
export function withUnit(relation: Relation, table: string, unit: Unit): Relation {
  const own = (figure: Figure): boolean =>
    figure.place.in === 'table' && figure.place.table === table && figure.unit !== null;
  return {
    ...relation,
    readings: relation.readings.map((terms) =>
      terms.map((term) => (own(term.figure) ? { ...term, figure: { ...term.figure, unit } } : term)),
    ),
  };
}

const rank = { consistent: 0, rounding: 1, inconsistent: 2 } as const;

/** Each figure at its own printed decimals; null where none is printed with fewer than it is taken to have. */
function asPrinted(terms: readonly Term[]): Term[] | null {
  if (!terms.some(({ figure }) => figure.coarse !== undefined)) return null;
  return terms.map((term) =>
    term.figure.coarse === undefined ? term : { ...term, figure: { ...term.figure, decimals: term.figure.coarse } },
  );
}

/** Judges one reading. Decimals that are only lent make no contradiction: it must hold with each figure at its own, too. */
function judgeTerms({ kind, moved = false }: Relation, terms: readonly Term[], truncated: boolean): Judgement {
  const judge = (list: readonly Term[]): Judgement =>
    kind === 'ratio' ? judgeRatio(list, moved) : judgeReading(kind, list, truncated);
  const judgement = judge(terms);
  const own = judgement.verdict === 'inconsistent' ? asPrinted(terms) : null;
  if (own === null) return judgement;
  const again = judge(own);
  return again.verdict === 'inconsistent' ? judgement : again;
}

/** Slips that few other amounts are: what one digit more or another one makes of an amount may be met by chance. */
const tellingSlips: readonly (Slip | null)[] = ['transposition', 'digit-added', 'unit', 'point'];

/** Whether a sum holds exactly with one of its amounts put right that a slip made wrong (relation.slipTells). */
function isOneSlipApart(terms: readonly Term[], difference: Decimal, fewestUnits: number): boolean {
  const amounts = terms.filter(({ figure }) => isDigits(figure) && !valueOf(figure).isZero());
  const [first] = terms;
  if (!first || amounts.length < 2) return false;
  const factor = ({ figure }: Term): Decimal => (figure.unit === null ? one : unitFactor(figure.unit));
  if (
    valueOf(first.figure)
      .times(factor(first))
      .abs()
      .div(lastUnit(amounts.map((term) => valueOf(term.figure).times(factor(term)))))
      .lt(fewestUnits)
  )
    return false;
  return amounts.some((term) => {
    const [printed, meant] = [
      valueOf(term.figure),
      valueOf(term.figure).plus(difference.times(term.weight).times(factor(first)).div(factor(term))),
    ];
    const slip = slipOf(printed, meant);
    // Behind the point another digit is one more decimal.
    return tellingSlips.includes(slip) && (slip !== 'digit-added' || !printed.trunc().eq(meant.trunc()));
  });
}

/** One unit of the last digit that is not nought in all of the values: whole hundreds are told by fewer digits than they print. */
function lastUnit(values: readonly Decimal[]): Decimal {
  let unit = lastDigit(Math.max(0, ...values.map((value) => value.decimalPlaces())));
  while (values.every((value) => value.mod(unit.times(10)).isZero())) unit = unit.times(10);
  return unit;
}

/**
 * Judges a relation: the only place where printed amounts are compared.
 * @param relation from a rule
 * @param truncated the document shows that it cuts digits off (showsTruncation)
 * @returns its verdict; of several readings the one that agrees best; `unchecked` with a reason where it cannot be judged
 */
export function evaluate(relation: Relation, truncated = false): Judgement {
  if (relation.unchecked !== undefined) return { verdict: 'unchecked', reason: relation.unchecked };
  const judged: Exclude<Judgement, { verdict: 'unchecked' }>[] = [];
  for (const terms of relation.readings) {
    const reason = obstacle(relation, terms);
    if (reason !== null) return { verdict: 'unchecked', reason };
    const judgement = judgeTerms(relation, terms, truncated);
    // A base below zero is none: of several readings it is not the one meant.
    if (judgement.verdict === 'unchecked' && relation.readings.length > 1 && hasNegativeBase(relation, terms)) continue;
    if (judgement.verdict === 'unchecked') return judgement;
    judged.push(judgement);
  }
  judged.sort((a, b) => rank[a.verdict] - rank[b.verdict]);
  const [best] = judged;
  if (best?.verdict === 'inconsistent') {
    const { guess, slipTells } = relation;
    const slipped =
      slipTells === undefined
        ? undefined
        : judged.find(({ terms, difference }) => isOneSlipApart(terms, difference, slipTells));
    if (slipped) return { ...slipped, slipped: true };
    if (guess !== undefined) return { verdict: 'unchecked', reason: guess };
  }
  return best ?? { verdict: 'unchecked', reason: relation.kind === 'ratio' ? 'zero-base' : 'rule-failed' };
}
