import { valueOf } from '../document/figure.ts';
import { addTo } from '../grouped.ts';
import type { Decimal } from '../quantity/decimal.ts';
import type { Graph, Values } from './graph.ts';
import { figuresByTable, tried, type GridFigure, type Together } from './together.ts';

/** With more lines than this in failing relations a table is not two lines exchanged. */
const mostLines = 60;

/** The amounts of one line alone that change places are two exchanged figures, no exchanged lines. */
const fewestPlaces = 2;

type Axis = 'row' | 'column';

/** The rows or columns of figures, in order, each with its places across. */
function placesByLine(figures: readonly GridFigure[], axis: Axis): [number, number[]][] {
  const lines = new Map<number, number[]>();
  for (const { row, column } of figures) {
    const [line, place] = axis === 'row' ? [row, column] : [column, row];
    addTo(lines, line, place);
  }
  return [...lines].sort(([a], [b]) => a - b);
}

/** For each row or column the shortest failing relation with an amount of it. */
function witnessesOf(graph: Graph, open: readonly number[], table: string, axis: Axis): Map<number, number> {
  const witnesses = new Map<number, number>();
  for (const index of [...open].sort((a, b) => graph.changeable(b).length - graph.changeable(a).length)) {
    for (const key of graph.changeable(index)) {
      const { place } = graph.figure(key);
      if (place.in === 'table' && place.table === table) witnesses.set(place[axis], index);
    }
  }
  return witnesses;
}

/** Whether one failing relation alone tells that two lines are not exchanged: most pairs need no further look. */
function rulesOut(
  graph: Graph,
  table: string,
  axis: Axis,
  [a, b]: readonly [number, number],
  witness: number | undefined,
  settled: Values,
): boolean {
  if (witness === undefined) return false;
  const values = new Map(settled);
  let changed = false;
  for (const key of graph.changeable(witness)) {
    const { place } = graph.figure(key);
    if (place.in !== 'table' || place.table !== table || (place[axis] !== a && place[axis] !== b)) continue;
    const line = place[axis] === a ? b : a;
    const other = axis === 'row' ? `${table}:${line}:${place.column}` : `${table}:${place.row}:${line}`;
    if (graph.around(other).length === 0) return true;
    const value = valueOf(graph.figure(other));
    changed ||= !value.eq(valueOf(graph.figure(key)));
    values.set(key, value);
  }
  return changed && !graph.holds(witness, values);
}

/** Two rows, or two columns, each with the amounts of the other, at so many places across. */
function exchangedAt(
  graph: Graph,
  table: string,
  axis: Axis,
  [a, b]: readonly [number, number],
  across: readonly number[],
): Map<string, Decimal> | null {
  const keyAt = (line: number, place: number): string =>
    axis === 'row' ? `${table}:${line}:${place}` : `${table}:${place}:${line}`;
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
  const borne = new Set(
    [...values.keys()].filter((key) => repaired.some((index) => graph.has(index, key))).map(placeOf),
  );
  return (
    borne.size === new Set([...values.keys()].map(placeOf)).size &&
    repaired.filter((index) => graph.judged(index).relation.kind !== 'bound').length >= fewestPlaces
  );
}

/** Figures looked at between two chances for the caller to give way. */
const workPerStep = 2_000;

/** More figures than this are not exchanged by chance. */
const mostByChance = 8;

/** Whether one or two of the changes would do as well: then it is these. */
function isMore(graph: Graph, failing: ReadonlySet<number>, { values, repaired }: Together, settled: Values): boolean {
  const changes = [...values];
  if (changes.length > mostByChance) return true;
  return changes.every((one, index) =>
    changes.slice(index).every((other) => {
      const few = tried(graph, failing, new Map([one, other]), settled);
      return few === null || few.repaired.length < repaired.length;
    }),
  );
}

/**
 * Looks for two rows or two columns of a table whose amounts stand in each other's place (a row in its blank neighbour's line among them).
 * Gives way now and then.
 * @param graph of all relations
 * @param open relations that fail
 * @param settled the changes accepted so far
 * @returns each pair that makes everything around it hold
 */
export function* exchangesOf(graph: Graph, open: readonly number[], settled: Values): Generator<void, Together[]> {
  let pause = graph.work;
  const failing = new Set(open);
  const found: Together[] = [];
  for (const [table, figures] of figuresByTable(graph, open)) {
    for (const axis of ['row', 'column'] as const) {
      const lines = placesByLine(figures, axis);
      if (lines.length > mostLines) continue;
      const witnesses = witnessesOf(graph, open, table, axis);
      for (const [index, [a, here]] of lines.entries()) {
        for (const [b, there] of lines.slice(index + 1)) {
          if (graph.work - pause > workPerStep) {
            yield;
            pause = graph.work;
          }
          if ([a, b].some((line) => rulesOut(graph, table, axis, [a, b], witnesses.get(line), settled))) continue;
          const across = [...new Set([...here, ...there])];
          const values = exchangedAt(graph, table, axis, [a, b], across);
          if (!values || [...values.keys()].some((key) => settled.has(key))) continue;
          // A quick no before everything around is looked at.
          const all = new Map([...settled, ...values]);
          if (
            ![...values.keys()].every((key) =>
              graph.around(key).every((one) => !failing.has(one) || graph.holds(one, all)),
            )
          )
            continue;
          const way = tried(graph, failing, values, settled);
          if (
            way &&
            isBorneOut(graph, way, (one) => Number(one.split(':')[axis === 'row' ? 2 : 1])) &&
            isMore(graph, failing, way, settled)
          )
            found.push(way);
        }
      }
    }
  }
  return found;
}
