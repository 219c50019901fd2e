import { usualDecimals, valueOf } from '../document/figure.ts';
import { addTo } from '../grouped.ts';
import type { Decimal } from '../quantity/decimal.ts';
import type { Graph, Values } from './graph.ts';
import { figuresByTable, isAlone, tried, type Together } from './together.ts';

/** More differences than this in one column are no one mistake. */
const mostDifferences = 24;

/** What failing relations that name one figure of a column say it should be. */
function solutions(
  graph: Graph,
  open: readonly number[],
  keys: readonly string[],
  settled: Values,
): Map<string, { index: number; value: Decimal }[]> {
  const found = new Map<string, { index: number; value: Decimal }[]>();
  for (const key of keys) {
    if (settled.has(key)) continue;
    const decimals = usualDecimals(graph.figure(key));
    for (const index of open) {
      if (!graph.has(index, key) || graph.judged(index).relation.kind === 'bound' || !isAlone(graph, index, key))
        continue;
      const value = graph.solve(index, key, settled)?.toDecimalPlaces(decimals);
      if (value && !value.eq(valueOf(graph.figure(key)))) addTo(found, key, { index, value });
    }
  }
  return found;
}

/** The rows that a sum which holds adds up in one column, whichever column it is. */
function rowsOf(graph: Graph, index: number): number[] {
  const places = graph
    .judged(index)
    .judgement.terms.flatMap(({ figure: { place } }) => (place.in === 'table' ? [place] : []));
  const [first] = places;
  return places.every((place) => place.table === first?.table && place.column === first.column)
    ? places.map(({ row }) => row)
    : [];
}

/** Whether sums that hold join the figures: a wrong amount and what it was added up to. Where all are blank, another column shows how they belong together. */
function areJoined(
  graph: Graph,
  open: ReadonlySet<number>,
  table: string,
  columns: readonly number[],
  rows: ReadonlySet<number>,
): boolean {
  const [first] = rows;
  if (first === undefined) return false;
  const reached = new Set([first]);
  for (const row of reached) {
    for (const index of new Set(columns.flatMap((column) => graph.around(`${table}:${row}:${column}`)))) {
      if (open.has(index) || graph.judged(index).relation.kind !== 'sum') continue;
      for (const other of rowsOf(graph, index)) if (rows.has(other)) reached.add(other);
    }
  }
  return reached.size === rows.size;
}

/**
 * Looks for a wrong amount that was added into the totals above it: several figures of a column that are off by the same, while the
 * sums between them hold. Gives way after each column and each difference tried.
 * @param graph of all relations
 * @param open relations that fail
 * @param settled the changes accepted so far
 * @returns each such set of figures that makes everything around it hold
 */
export function* carriedOf(graph: Graph, open: readonly number[], settled: Values): Generator<void, Together[]> {
  const failing = new Set(open);
  const found: Together[] = [];
  for (const [table, figures] of figuresByTable(graph, open)) {
    const columns = [...new Set(figures.map((figure) => figure.column))];
    for (const column of columns) {
      yield;
      const solved = solutions(
        graph,
        open,
        figures.filter((figure) => figure.column === column).map(({ key }) => key),
        settled,
      );
      if (solved.size < 2) continue;
      const offs = new Map(
        [...solved]
          .flatMap(([key, values]) => values.map(({ value }) => value.minus(valueOf(graph.figure(key)))))
          .map((off) => [off.toFixed(), off]),
      );
      if (offs.size > mostDifferences) continue;
      for (const off of offs.values()) {
        yield;
        const values = new Map(
          [...solved].flatMap(([key, list]): [string, Decimal][] => {
            const moved = valueOf(graph.figure(key)).plus(off);
            return list.some(({ index }) => graph.holds(index, new Map([...settled, [key, moved]])))
              ? [[key, moved]]
              : [];
          }),
        );
        const rows = new Set(figures.filter(({ key }) => values.has(key)).map(({ row }) => row));
        if (values.size < 2 || !areJoined(graph, failing, table, columns, rows)) continue;
        const way = tried(graph, failing, values, settled);
        if (way) found.push(way);
      }
    }
  }
  return found;
}
