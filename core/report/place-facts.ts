import { figureKey, type Figure } from '../document/figure.ts';
import { factKey, type Dimensions, type Stage } from '../recognise/facts/fact.ts';
import { factsOf } from '../recognise/facts/facts.ts';
import type { FormSet, Recognition } from '../recognise/form.ts';
import type { FindingPlace, PlaceFact } from './schema.ts';

const keyOf = (place: FindingPlace): string =>
  'table' in place ? `${place.table}:${place.row}:${place.column}` : `${place.paragraph}:${place.start}`;

/**
 * Every figure of a set that is a fact, once, with what it is of; without those of which the print leaves open what they are.
 * @param set of forms
 */
export function figuresWithFacts(set: FormSet): ReadonlyMap<string, { figure: Figure; dimensions: Dimensions }> {
  const { facts, columns } = factsOf(set);
  const found = new Map<string, { figure: Figure; dimensions: Dimensions } | null>();
  const put = (figure: Figure, dimensions: Dimensions): void => {
    const known = found.get(figureKey(figure));
    const agrees = known === undefined || (known !== null && factKey(known.dimensions) === factKey(dimensions));
    found.set(figureKey(figure), agrees ? { figure, dimensions } : null);
  };
  for (const { figures, dimensions } of facts) for (const figure of figures) put(figure, dimensions);
  for (const { by, dimensions, rows, total } of columns) {
    if (total) put(total, dimensions);
    for (const [code, figures] of rows)
      for (const figure of figures) put(figure, { ...dimensions, item: { kind: by, code } });
  }
  return new Map([...found].flatMap(([key, one]) => (one === null ? [] : [[key, one] as const])));
}

/** What a set and the dimensions of an amount say together. @param own the stage of the document's own amounts */
export const placeFact = (set: FormSet | undefined, found: Dimensions | undefined, own: Stage): PlaceFact => ({
  ...(set?.publisher == null ? {} : { body: set.publisher }),
  ...(set?.scope == null ? {} : { scope: set.scope }),
  ...(found && set?.year != null ? { year: set.year } : {}),
  ...(found && {
    stage: found.stage ?? own,
    ...(found.flow !== null && { flow: found.flow }),
    fund: found.fund,
    item: { ...found.item },
    part: found.part,
    measure: 'amount',
  }),
});

/** The stage of a document's own amounts. */
export const ownStage = ({ kind }: Recognition): Stage => (kind === 'budget' ? 'budget' : 'outturn');

/**
 * What the places of findings are known to be of. The body is that of the table's set; the year and what an amount is of only where the
 * amount is a fact: a column of last year's stands in the same table.
 * @param recognition what the document says
 * @returns the fact of a place; undefined where nothing is known
 */
export function placeFacts(recognition: Recognition): (place: FindingPlace) => PlaceFact | undefined {
  const setOf = new Map(
    recognition.tables.map(({ table, set: id }) => [table, recognition.sets.find((set) => set.id === id)]),
  );
  const facts = new Map(recognition.sets.flatMap((set) => [...figuresWithFacts(set)]));
  return (place) => {
    const set = 'table' in place ? setOf.get(place.table) : undefined;
    const fact = placeFact(set, facts.get(keyOf(place))?.dimensions, ownStage(recognition));
    return Object.keys(fact).length === 0 ? undefined : fact;
  };
}
