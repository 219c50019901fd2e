import type { Recognition } from '../../recognise/form.ts';
import type { Claim } from '../../recognise/narrative/claim.ts';
import { figuresWithFacts, ownStage, placeFact } from '../place-facts.ts';
import type { PlaceFact } from '../schema.ts';
import type { Figure } from '../../document/figure.ts';

/** A fact for a researcher's table: its dimensions, its amount as a decimal string in its unit, and where it is printed. */
export interface FactLine extends PlaceFact {
  /** Of a sentence: the item in the words printed, as the text does not say all dimensions. */
  readonly name?: string;
  readonly amount: string;
  readonly unit: string | null;
  readonly text: string;
  readonly place:
    | { readonly table: string; readonly row: number; readonly column: number; readonly page?: number }
    | { readonly paragraph: string; readonly start: number; readonly end: number; readonly page?: number };
}

function lineOf(figure: Figure, fact: PlaceFact): FactLine[] {
  const { quantity, unit, text, place } = figure;
  if (quantity.kind !== 'amount' || place.in === 'rule') return [];
  const page = place.page === undefined ? {} : { page: place.page };
  return [
    {
      ...fact,
      amount: quantity.value.toFixed(),
      unit,
      text: text.trim(),
      place:
        place.in === 'table'
          ? { table: place.table, row: place.row, column: place.column, ...page }
          : { paragraph: place.paragraph, start: place.start, end: place.end, ...page },
    },
  ];
}

/** The stages of amounts that sentences state. */
const stages = { outturn: 'outturn', initial: 'budget-initial', full: 'budget-adjusted', budget: 'budget' } as const;

const isStated = (claim: Claim): claim is Extract<Claim, { kind: 'fact' }> => claim.kind === 'fact';

/**
 * Every printed amount of which it is known what it is of: those of forms with all their dimensions, those that sentences state with the stage and
 * the name that they have there.
 * @param recognition what the document says
 * @returns a line each, set by set in printed order
 */
export function factLines(recognition: Recognition): FactLine[] {
  const own = ownStage(recognition);
  return recognition.sets.flatMap((set) => [
    ...[...figuresWithFacts(set).values()].flatMap(({ figure, dimensions }) =>
      lineOf(figure, placeFact(set, dimensions, own)),
    ),
    ...set.claims.filter(isStated).flatMap(({ figure, name, basis }) =>
      lineOf(figure, {
        ...placeFact(set, undefined, own),
        ...(set.year !== null && { year: set.year }),
        stage: stages[basis],
        measure: 'amount',
      }).map((line) => ({ ...line, name })),
    ),
  ]);
}
