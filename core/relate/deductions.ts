import { amountInBaseUnit, amountOf, figureKey } from '../document/figure.ts';
import type { Decimal } from '../quantity/decimal.ts';
import type { FormSet } from '../recognise/form.ts';
import { addend, deduction, type Relation, type Term } from './relation.ts';

/** Words for an amount that is taken off what it is listed with. */
const takesOff = /冲[减销抵]|抵[减扣]|核减|扣[除减]|收回|退[回库还]|调减/;

/**
 * What the text takes off somewhere: amounts below nought, and those called 冲减 and the like.
 * @param set whose text
 */
export function deductionsOf({ claims }: FormSet): Term[] {
  return claims.flatMap((claim): Term[] => {
    if (claim.kind !== 'fact') return [];
    const value = amountOf(claim.figure);
    if (value.isNegative() && !value.isZero()) return [addend(claim.figure)];
    return value.gt(0) && takesOff.test(claim.name) ? [deduction(claim.figure)] : [];
  });
}

/**
 * A sum in the text as it may go on in another paragraph: where its parts exceed the whole by just what the text takes off elsewhere, that is one
 * of them.
 * @param relation from a rule
 * @param deductions of its set (deductionsOf)
 */
export function withDeductions(relation: Relation, deductions: readonly Term[]): Relation {
  if (deductions.length === 0 || (relation.kind !== 'sum' && relation.kind !== 'bound')) return relation;
  if (!relation.readings.flat().every(({ figure }) => figure.place.in === 'text')) return relation;
  const longer = relation.readings.flatMap((terms): Term[][] => {
    const over = terms.reduce<Decimal | null>((sum, { figure, weight }) => {
      const value = amountInBaseUnit(figure).times(weight);
      return sum === null ? value : sum.plus(value);
    }, null);
    if (!over?.gt(0)) return [];
    const keys = new Set(terms.map(({ figure }) => figureKey(figure)));
    const found = deductions.find(
      ({ figure, weight }) =>
        !keys.has(figureKey(figure)) && amountInBaseUnit(figure).times(weight).plus(over).isZero(),
    );
    return found ? [[...terms, found]] : [];
  });
  return longer.length === 0 ? relation : { ...relation, readings: [...relation.readings, ...longer] };
}
