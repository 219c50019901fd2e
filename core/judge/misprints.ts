import { figureKey, type Figure } from '../document/figure.ts';
import type { Decimal } from '../quantity/decimal.ts';
import { readMisprint } from '../quantity/separators.ts';
import type { Relation } from '../relate/relation.ts';
import { evaluate, withValue } from './evaluate.ts';
import type { Judged } from './graph.ts';

/** An amount whose separators stand in the wrong place, so that it was not judged. */
export interface MisprintedFigure {
  readonly figure: Figure;
  /** The one reading of its digits that every equation with it bears out; null where none does, or several do. */
  readonly likely: Decimal | null;
  /** Those equations. */
  readonly holding: readonly Judged[];
}

/** A relation that was given up because of one figure's separators. */
export interface GivenUp {
  readonly rule: string;
  readonly relation: Relation;
}

const figuresOf = ({ relation }: GivenUp): Figure[] =>
  relation.readings.flatMap((terms) => terms.map(({ figure }) => figure));

/** The equations with a value for the figure; null where one does not hold, or none that is more than a limit. */
function borneOut(own: readonly GivenUp[], figure: Figure, value: Decimal, truncated: boolean): Judged[] | null {
  const quantity = { kind: 'amount' as const, value, decimals: value.decimalPlaces() };
  const judged: Judged[] = [];
  for (const { rule, relation } of own) {
    const changed = withValue(relation, figureKey(figure), quantity);
    const judgement = evaluate(changed, truncated);
    if (judgement.verdict === 'inconsistent') return null;
    if (judgement.verdict !== 'unchecked') judged.push({ rule, relation: changed, judgement });
  }
  return judged.some(({ relation }) => relation.kind !== 'bound') ? judged : null;
}

/**
 * Looks at amounts that cannot be read for their separators: which are they, and what do the equations around them make of their digits.
 * @param givenUp relations that could not be judged for an unreadable figure
 * @param truncated as for evaluate
 */
export function misprintsOf(givenUp: readonly GivenUp[], truncated: boolean): MisprintedFigure[] {
  const around = new Map<string, { readonly figure: Figure; readonly own: GivenUp[] }>();
  for (const one of givenUp) {
    for (const figure of new Map(
      figuresOf(one)
        .filter(({ quantity }) => quantity.kind === 'unreadable')
        .map((unreadable) => [figureKey(unreadable), unreadable]),
    ).values()) {
      const known = around.get(figureKey(figure));
      if (known) known.own.push(one);
      else around.set(figureKey(figure), { figure, own: [one] });
    }
  }
  return [...around.values()].flatMap(({ figure, own }): MisprintedFigure[] => {
    const misprint = readMisprint(figure.text);
    if (!misprint) return [];
    const fitting = misprint.values.flatMap((value) => {
      const holding = borneOut(own, figure, value, truncated);
      return holding === null ? [] : [{ value, holding }];
    });
    const [only, ...more] = fitting;
    if (only && more.length === 0) return [{ figure, likely: only.value, holding: only.holding }];
    return misprint.maybeTwo || figure.place.in === 'text' ? [] : [{ figure, likely: null, holding: [] }];
  });
}
