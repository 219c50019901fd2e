import { figureKey, printedAmount, type Figure } from '../document/figure.ts';
import { Decimal, lastDigit, zero } from '../quantity/decimal.ts';
import { mapped } from '../steps.ts';
import type { Relation, Term } from '../relate/relation.ts';
import { evaluate } from './evaluate.ts';
import type { Judged } from './diagnosis.ts';

// How a document came by its printed totals: what several of its sums show together, and one alone does not.

const stepOf = (figure: Figure): Decimal => lastDigit(figure.decimals);
const isAddend = (term: Term): boolean => !(printedAmount(term.figure)?.isZero() ?? true);

/** Sums of positive amounts of one precision that differ from their total by less than a unit for each addend but one. */
function slightGaps(judged: readonly Judged[]): Decimal[] {
  const seen = new Set<string>();
  return judged.flatMap(({ relation, judgement }) => {
    if (relation.kind !== 'sum' || judgement.difference.isZero()) return [];
    const [first, ...rest] = judgement.terms;
    // Printed zeros hide something too.
    const addends = rest.filter((term) => printedAmount(term.figure) !== null);
    if (addends.length < 2) return [];
    const step = stepOf(first.figure);
    const plain = addends.every(
      (term) =>
        term.weight === 1 && (printedAmount(term.figure)?.isPositive() ?? false) && stepOf(term.figure).eq(step),
    );
    // The same row in two forms says the same thing once.
    const key = [first, ...addends].map((term) => term.figure.text).join('|');
    if (!plain || seen.has(key) || judgement.difference.abs().gt(step.times(addends.length - 1))) return [];
    seen.add(key);
    return [judgement.difference];
  });
}

/** Fewer gaps may all lie on one side by chance. */
const fewestGaps = 3;

/**
 * Whether the sums of a document show that it cuts digits off: its totals are greater than the sum of their printed parts, as cut
 * digits make them, where rounding would make them smaller as often. One gap in ten may be otherwise: a figure may be wrong.
 * @param judged all relations that could be judged
 */
export function cutsDigits(judged: readonly Judged[]): boolean {
  const gaps = slightGaps(judged);
  const greater = gaps.filter((gap) => gap.isPositive()).length;
  return greater >= fewestGaps && 10 * (gaps.length - greater) <= greater;
}

const isText = ({ figure }: Term): boolean => figure.place.in === 'text';

/** The figures of forms that a figure of the text repeats: it strays as far as they do. */
function copiesOf(judged: readonly Judged[]): Map<string, Figure[]> {
  const copies = new Map<string, Figure[]>();
  for (const { relation, judgement } of judged) {
    const [one, other, ...more] = judgement.terms;
    if (
      relation.kind !== 'same' ||
      judgement.verdict === 'inconsistent' ||
      !other ||
      more.length > 0 ||
      !isText(one) ||
      isText(other)
    )
      continue;
    const key = figureKey(one.figure);
    const known = copies.get(key);
    if (known) known.push(other.figure);
    else copies.set(key, [other.figure]);
  }
  return copies;
}

/**
 * Half the width of what a total stands for that its printed parts add up to exactly: it may have been added up from them, and then
 * strays as far as all of them together.
 */
function spreadsOf(judged: readonly Judged[], addsUp: (one: Judged) => boolean): (figure: Figure) => Decimal {
  const sums = new Map<string, Term[][]>();
  for (const one of judged) {
    const { rule, relation, judgement } = one;
    const [first, ...rest] = judgement.terms;
    const addends = rest.filter(isAddend);
    if (relation.kind !== 'sum' || addends.length === 0 || !addsUp(one)) continue;
    // In a balance what follows the year's total may be what was left over.
    const terms = [first, ...addends];
    for (const term of rule.startsWith('balance/') ? [first, ...rest.slice(1).filter(isAddend)] : [first]) {
      const key = figureKey(term.figure);
      const others = terms.filter((other) => other !== term);
      const known = sums.get(key);
      if (known) known.push(others);
      else sums.set(key, [others]);
    }
  }
  const copied = copiesOf(judged);
  const known = new Map<string, Decimal>();
  const spread = (figure: Figure): Decimal => {
    const key = figureKey(figure);
    const found = known.get(key);
    if (found) return found;
    const own = stepOf(figure).div(2);
    // While it is being worked out, a total that comes back to itself counts as itself.
    known.set(key, own);
    const widths = [
      ...(sums.get(key) ?? []).map((addends) => addends.reduce((width, term) => width.plus(spread(term.figure)), zero)),
      ...(copied.get(key) ?? []).map(spread),
    ];
    const widest = Decimal.max(own, ...widths);
    known.set(key, widest);
    return widest;
  };
  return spread;
}

/**
 * Judges again what fails between forms, in the text and in percentages, each total with the width of the printed parts that it may have been added up from (配平).
 * @param judged all relations that could be judged
 * @param truncated as for evaluate
 * @param addsUp whether the printed parts of a sum come to its total exactly
 * Yields now and then.
 * @returns the same list, what failed with the new judgement
 */
export function* withAddedTotals(
  judged: readonly Judged[],
  truncated: boolean,
  addsUp = ({ judgement }: Judged): boolean => judgement.difference.isZero(),
): Generator<void, Judged[]> {
  // A form's own sums are what shows how it was made; the text repeats totals of several forms.
  const mayStray = ({ judgement, relation }: Judged): boolean =>
    judgement.verdict === 'inconsistent' && (relation.kind !== 'sum' || judgement.terms.every(isText));
  if (!judged.some(mayStray)) return [...judged];
  const spread = spreadsOf(judged, addsUp);
  yield;
  return yield* mapped(judged, (one) => {
    if (!mayStray(one)) return one;
    const readings = one.relation.readings.map((terms) =>
      terms.map((term) => ({ ...term, figure: { ...term.figure, spread: spread(term.figure) } })),
    );
    const relation: Relation = { ...one.relation, readings };
    const judgement = evaluate(relation, truncated);
    // Where it does not explain it, it may yet with another value put right.
    return judgement.verdict === 'unchecked' ? one : { ...one, relation, judgement };
  });
}
