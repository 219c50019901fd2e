import { figureKey } from '../document/figure.ts';
import type { Dimensions } from '../recognise/facts/fact.ts';
import { factsOf } from '../recognise/facts/facts.ts';
import type { FormSet, Recognition } from '../recognise/form.ts';
import type { FindingPlace, PlaceFact } from './schema.ts';

const keyOf = (place: FindingPlace): string =>
  'table' in place ? `${place.table}:${place.row}:${place.column}` : `${place.paragraph}:${place.start}`;

/** Every figure of a set that is a fact, each with all that it may be. */
function* dimensionsIn(set: FormSet): Generator<readonly [key: string, Dimensions]> {
  const { facts, columns } = factsOf(set);
  for (const { figures, dimensions } of facts) for (const figure of figures) yield [figureKey(figure), dimensions];
  for (const { by, dimensions, rows, total } of columns) {
    if (total) yield [figureKey(total), dimensions];
    for (const [code, figures] of rows)
      for (const figure of figures) yield [figureKey(figure), { ...dimensions, item: { kind: by, code } }];
  }
}

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
  const dimensions = new Map<string, Dimensions | null>();
  for (const set of recognition.sets)
    for (const [key, found] of dimensionsIn(set)) {
      const known = dimensions.get(key);
      // Two that differ: the print leaves open which it is.
      const agrees = known === undefined || JSON.stringify(known) === JSON.stringify(found);
      dimensions.set(key, agrees ? found : null);
    }
  const ownStage = recognition.kind === 'budget' ? 'budget' : 'outturn';
  return (place) => {
    const set = 'table' in place ? setOf.get(place.table) : undefined;
    const found = dimensions.get(keyOf(place));
    const fact: PlaceFact = {
      ...(set?.publisher == null ? {} : { body: set.publisher }),
      ...(set?.scope == null ? {} : { scope: set.scope }),
      ...(found && set?.year != null ? { year: set.year } : {}),
      ...(found && {
        stage: found.stage ?? ownStage,
        ...(found.flow !== null && { flow: found.flow }),
        fund: found.fund,
        item: { ...found.item },
        part: found.part,
        measure: 'amount',
      }),
    };
    return Object.keys(fact).length === 0 ? undefined : fact;
  };
}
