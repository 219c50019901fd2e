import type { Decimal } from '../quantity/decimal.ts';
import { valueOf, type Graph, type Values } from './graph.ts';
import { figuresByTable, tried, type GridFigure, type Together } from './together.ts';

/** With more lines than this in failing relations a table is not two lines exchanged. */
const mostLines = 60;

/** The amounts of one line alone that change places are two exchanged figures, no exchanged lines. */
const fewestPlaces = 2;

type Axis = 'row' | 'column';

/** Two rows, or two columns, each with the amounts of the other, at so many places across. */
function exchangedAt(graph: Graph, table: string, axis: Axis, [a, b]: readonly [number, number], across: readonly number[]): Map<string, Decimal> | null {
  const keyAt = (line: number, place: number): string => (axis === 'row' ? `${table}:${line}:${place}` : `${table}:${place}:${line}`);
  const values = new Map<string, Decimal>();
  for (const place of across) {
    const [first, second] = [keyAt(a, place), keyAt(b, place)];
    const known = [first, second].map((key) => graph.around(key).length > 0);
    if (known.every((one) => !one)) continue;
    // What no relation speaks of has no value to exchange.
    if (!known.every(Boolean)) return null;
    const [one, other] = [first, second].map((key) => valueOf(graph.figure(key)));
    if (one && other && !one.eq(other)) values.set(first, other).set(second, one);
  }
  return values.size >= 2 * fewestPlaces ? values : null;
}

/** Whether failing relations at each of the places bear the exchange out: else a smaller one would do. */
function isBorneOut(graph: Graph, { values, repaired }: Together, placeOf: (key: string) => number): boolean {
  const borne = new Set([...values.keys()].filter((key) => repaired.some((index) => graph.has(index, key))).map(placeOf));
  return borne.size === new Set([...values.keys()].map(placeOf)).size && repaired.filter((index) => graph.judged(index).relation.kind !== 'bound').length >= fewestPlaces;
}

/** More figures than this are not exchanged by chance. */
const mostByChance = 8;

/** Whether one or two of the changes would do as well: then it is these. */
function isMore(graph: Graph, failing: ReadonlySet<number>, { values, repaired }: Together, settled: Values): boolean {
  const changes = [...values];
  if (changes.length > mostByChance) return true;
  return changes.every((one, index) => changes.slice(index).every((other) => {
    const few = tried(graph, failing, new Map([one, other]), settled);
    return few === null || few.repaired.length < repaired.length;
  }));
}

/**
 * Looks for two rows or two columns of a table whose amounts stand in each other's place (a row in its blank neighbour's line among them).
 * @param graph of all relations
 * @param open relations that fail
 * @param settled the changes accepted so far
 * @returns each pair that makes everything around it hold
 */
export function exchangesOf(graph: Graph, open: readonly number[], settled: Values): Together[] {
  const failing = new Set(open);
  const found: Together[] = [];
  for (const [table, figures] of figuresByTable(graph, open)) {
    for (const axis of ['row', 'column'] as const) {
      const lineOf = (figure: GridFigure): number => figure[axis];
      const placeOf = (figure: GridFigure): number => figure[axis === 'row' ? 'column' : 'row'];
      const lines = [...new Set(figures.map(lineOf))].sort((a, b) => a - b);
      if (lines.length > mostLines) continue;
      for (const [index, a] of lines.entries()) {
        for (const b of lines.slice(index + 1)) {
          const across = [...new Set(figures.filter((figure) => lineOf(figure) === a || lineOf(figure) === b).map(placeOf))];
          const values = exchangedAt(graph, table, axis, [a, b], across);
          if (!values || [...values.keys()].some((key) => settled.has(key))) continue;
          // A quick no before everything around is looked at.
          const all = new Map([...settled, ...values]);
          if (![...values.keys()].every((key) => graph.around(key).every((one) => !failing.has(one) || graph.holds(one, all)))) continue;
          const way = tried(graph, failing, values, settled);
          if (way && isBorneOut(graph, way, (one) => Number(one.split(':')[axis === 'row' ? 2 : 1])) && isMore(graph, failing, way, settled)) found.push(way);
        }
      }
    }
  }
  return found;
}
