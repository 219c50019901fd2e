import { hostOf, valueOf, type Figure } from '../document/figure.ts';
import type { Decimal } from '../quantity/decimal.ts';
import { units, unitFactor, type Unit } from '../quantity/unit.ts';
import type { Graph } from './graph.ts';
import { figuresByTable, type Together } from './together.ts';

/** Fewer equations with other forms and the text may fail by chance as if the unit were another. */
const fewestFailing = 2;

/** For each equation that another unit does not repair it repairs so many. */
const fewestToOneLeft = 4;

const isMoney = (figure: Figure): boolean =>
  figure.quantity.kind === 'amount' && figure.unit !== null && !figure.quantity.value.isZero();

/** What the amounts of one table in another unit repair; null where one that holds would not. */
function inUnit(
  graph: Graph,
  failing: ReadonlySet<number>,
  table: string,
  keys: readonly string[],
  unit: Unit,
): Together | null {
  // Inside the table another unit changes nothing.
  const outside = [...new Set(keys.flatMap((key) => graph.around(key)))].filter((index) =>
    graph
      .judged(index)
      .judgement.terms.some(
        ({ figure }) => figure.unit !== null && figure.place.in !== 'rule' && hostOf(figure) !== table,
      ),
  );
  const plain = outside.filter((index) => graph.judged(index).relation.kind !== 'bound');
  const open = plain.filter((index) => failing.has(index));
  // Beside a zero any unit is as good.
  const isTelling = (index: number): boolean =>
    graph.judged(index).judgement.terms.some(({ figure }) => hostOf(figure) !== table && isMoney(figure));
  if (open.length < fewestFailing || !open.every(isTelling)) return null;
  const repaired = outside.filter(
    (index) =>
      failing.has(index) && (graph.judged(index).relation.kind === 'ratio' || graph.holdsInUnit(index, table, unit)),
  );
  const wrong = new Set(keys.filter((key) => open.some((index) => graph.has(index, key))));
  // One figure alone, or one that its own table contradicts, is wrong by itself.
  if (
    wrong.size < 2 ||
    [...wrong].some((key) => graph.around(key).some((index) => failing.has(index) && !outside.includes(index)))
  )
    return null;
  if (
    !outside.every(
      (index) =>
        failing.has(index) || graph.judged(index).relation.kind === 'ratio' || graph.holdsInUnit(index, table, unit),
    )
  )
    return null;
  // What goes on failing went wrong by itself: a few among many.
  const left = open.filter((index) => !repaired.includes(index)).length;
  if (left * fewestToOneLeft > open.length - left) return null;
  const values = new Map<string, Decimal>();
  for (const key of keys) {
    const figure = graph.figure(key);
    if (figure.unit === null || !graph.around(key).some((index) => repaired.includes(index))) continue;
    values.set(key, valueOf(figure).times(unitFactor(unit)).div(unitFactor(figure.unit)));
  }
  return { values, repaired, exact: 0 };
}

/**
 * Looks for tables whose amounts are all in another unit than the table says: every equation that leaves the table fails as if by it.
 * @param graph of all relations
 * @param open relations that fail
 * @returns each table and unit that make all of them hold
 */
export function tableUnitsOf(graph: Graph, open: readonly number[]): Together[] {
  const failing = new Set(open);
  return [...figuresByTable(graph, open).keys()].flatMap((table) => {
    const keys = graph.ofTable(table).filter((key) => isMoney(graph.figure(key)));
    const stated = new Set(keys.map((key) => graph.figure(key).unit));
    return units.filter((unit) => !stated.has(unit)).flatMap((unit) => inUnit(graph, failing, table, keys, unit) ?? []);
  });
}
