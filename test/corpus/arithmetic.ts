import { Decimal } from '../../core/quantity/decimal.ts';
import { unitFactor, type Unit } from '../../core/quantity/unit.ts';
import type { Passage, Printed, Signed, Statement } from './notation.ts';

/** All values that a printed figure may stand for. */
interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

const plus = (one: Range, other: Range): Range => ({ low: one.low.plus(other.low), high: one.high.plus(other.high) });
const times = (one: Range, weight: 1 | -1): Range =>
  weight === 1 ? one : { low: one.high.negated(), high: one.low.negated() };
const nought: Range = { low: new Decimal(0), high: new Decimal(0) };
const meets = (one: Range, other: Range): boolean => one.low.lte(other.high) && other.low.lte(one.high);

/** The unit behind a figure, or behind the last of the series that it stands in; null for what is counted. */
function unitAt(text: string, { start, text: figure }: Printed): Unit | null {
  const word = /^(?:、|，|和|及|与|\d|[.,])*(亿元|百万元|万元|千元|元|亿|万)/.exec(
    text.slice(start + figure.length),
  )?.[1];
  return word === undefined ? null : ((word.endsWith('元') ? word : `${word}元`) as Unit);
}

/** What a figure stands for: an amount in 元, a percentage, or a number of things, which is exact. */
function rangeOf(text: string, printed: Printed, figure: string, isPercent: boolean, mayBeCut: boolean): Range {
  const digits = figure.replace(/[,%]/g, '');
  const unit = isPercent ? null : unitAt(text, printed);
  const factor = unit === null ? new Decimal(1) : unitFactor(unit);
  const half = new Decimal(10).pow(-(digits.split('.')[1]?.length ?? 0)).div(2);
  const exact = !isPercent && unit === null;
  const value = new Decimal(digits);
  return exact
    ? { low: value, high: value }
    : {
        low: value.minus(half).times(factor),
        high: value.plus(isPercent && mayBeCut ? half.times(2) : half).times(factor),
      };
}

/** 100 × one ÷ other; null where the other may be nought. */
function percentage(one: Range, other: Range): Range | null {
  if (other.low.lte(0) && other.high.gte(0)) return null;
  const ends = [one.low, one.high].flatMap((a) => [other.low, other.high].map((b) => a.div(b).times(100)));
  return { low: Decimal.min(...ends), high: Decimal.max(...ends) };
}

/**
 * Whether a statement holds as printed, by the ranges of its figures.
 * @param passage that it stands in
 * @param statement of the passage
 * @param planted another text for one of its figures: percentages may then be cut off instead of rounded, which nobody is told of
 */
export function holds(
  { paragraphs }: Passage,
  statement: Statement,
  planted?: { readonly figure: Printed; readonly text: string },
): boolean {
  const text = paragraphs.join('\n');
  const range = (figure: Printed, isPercent = false): Range =>
    rangeOf(
      text,
      figure,
      planted?.figure.start === figure.start ? planted.text : figure.text,
      isPercent,
      planted !== undefined,
    );
  const added = (parts: readonly Signed[]): Range =>
    parts.map(({ figure, sign }) => times(range(figure), sign)).reduce(plus, nought);
  const all = (parts: readonly Printed[]): Range => added(parts.map((figure) => ({ figure, sign: 1 })));
  switch (statement.kind) {
    case 'amount':
      return true;
    case 'change': {
      const { current, change, rate, previous } = statement;
      const moved = change ? times(range(change.figure), change.sign) : null;
      const before = previous ? range(previous) : moved ? plus(range(current), times(moved, -1)) : null;
      if (moved && previous && !meets(plus(range(previous), moved), range(current))) return false;
      if (!rate || !before) return true;
      const difference = moved ?? plus(range(current), times(before, -1));
      const expected = percentage(difference, before);
      return expected === null || meets(expected, times(range(rate.figure, true), rate.sign));
    }
    case 'share':
    case 'completion': {
      const expected = percentage(all(statement.parts), range(statement.whole));
      return expected === null || meets(expected, range(statement.percent, true));
    }
    case 'completion-by': {
      const { current, percent, difference } = statement;
      const budget = plus(range(current), times(range(difference.figure), difference.sign === 1 ? -1 : 1));
      const expected = percentage(range(current), budget);
      return expected === null || meets(expected, range(percent, true));
    }
    case 'sum':
    case 'count':
      return meets(added(statement.parts), range(statement.total));
    case 'within':
      return all(statement.parts).low.lte(range(statement.whole).high);
  }
}

/** The figures that a statement puts in relation. */
export function figuresOf(statement: Statement): Printed[] {
  switch (statement.kind) {
    case 'amount':
      return [];
    case 'change':
      return [statement.current, statement.change?.figure, statement.rate?.figure, statement.previous].filter(
        (figure) => figure !== null && figure !== undefined,
      );
    case 'share':
    case 'completion':
      return [...statement.parts, statement.percent, statement.whole];
    case 'completion-by':
      return [statement.current, statement.percent, statement.difference.figure];
    case 'sum':
    case 'count':
      return [statement.total, ...statement.parts.map(({ figure }) => figure)];
    case 'within':
      return [...statement.parts, statement.whole];
  }
}

/** Money, a percentage, or a number of things. */
export type Sort = 'amounts' | 'percentages' | 'counts';

/**
 * What sort of figure a statement refers to.
 * @param text of the passage, its paragraphs joined by line ends
 */
export function sortOf(text: string, statement: Statement, figure: Printed): Sort {
  const percents =
    statement.kind === 'change'
      ? [statement.rate?.figure]
      : statement.kind === 'share' || statement.kind === 'completion' || statement.kind === 'completion-by'
        ? [statement.percent]
        : [];
  if (percents.includes(figure)) return 'percentages';
  return unitAt(text, figure) === null ? 'counts' : 'amounts';
}
