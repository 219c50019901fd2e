import { usualDecimals, valueOf } from '../document/figure.ts';
import { Decimal, zero } from '../quantity/decimal.ts';
import type { Graph, Values } from './graph.ts';
import { isAlone, tried, type Together } from './together.ts';

/** One amount alone that fits a row on says less than several. */
const fewestMoved = 2;

/** And of fewer units of its last digit it fits there by chance: 0.01 stands everywhere. */
const fewestUnits = 100;
const ten = new Decimal(10);

/** So many rows beyond those that show it a shift may go on. */
const mostBeyond = 12;

/** The figures of failing relations by table and column: the rows they stand in. */
function columnsOf(graph: Graph, open: readonly number[]): { table: string; column: number; rows: number[] }[] {
  const columns = new Map<string, { table: string; column: number; rows: Set<number> }>();
  for (const key of new Set(open.flatMap((index) => graph.changeable(index)))) {
    const { place } = graph.figure(key);
    if (place.in !== 'table') continue;
    const name = `${place.table}|${place.column}`;
    const column = columns.get(name) ?? { table: place.table, column: place.column, rows: new Set() };
    columns.set(name, column);
    column.rows.add(place.row);
  }
  return [...columns.values()]
    .map((column) => ({ ...column, rows: [...column.rows].sort((a, b) => a - b) }))
    .filter(({ rows }) => rows.length > 1);
}

/**
 * Looks for amounts of a column that stand one row too far down or up: each makes an equation of its own row hold if it is moved back,
 * and all together make every equation around them hold. The amount that the last of them was printed over is worked out.
 * Gives way now and then.
 * @param graph of all relations
 * @param open relations that fail
 * @param settled the changes accepted so far
 * @returns the other values, by figure
 */
export function* shiftsOf(graph: Graph, open: readonly number[], settled: Values): Generator<void, Together[]> {
  const failing = new Set(open);
  const found: Together[] = [];
  for (const { table, column, rows } of columnsOf(graph, open)) {
    const keyAt = (row: number): string | null => {
      const key = `${table}:${row}:${column}`;
      return graph.around(key).length > 0 && !settled.has(key) ? key : null;
    };
    for (const step of [1, -1]) {
      yield;
      const moved = (row: number): { key: string; value: Decimal } | null => {
        const [key, from] = [keyAt(row), keyAt(row + step)];
        return key === null || from === null ? null : { key, value: valueOf(graph.figure(from)) };
      };
      const unchanged = (row: number): boolean => {
        const one = moved(row);
        return one?.value.eq(valueOf(graph.figure(one.key))) === true;
      };
      const fits = (row: number): boolean => {
        const one = moved(row);
        return (
          one !== null &&
          !one.value.eq(valueOf(graph.figure(one.key))) &&
          graph
            .around(one.key)
            .some(
              (index) =>
                failing.has(index) &&
                graph.judged(index).relation.kind !== 'bound' &&
                isAlone(graph, index, one.key) &&
                graph.holds(index, new Map([...settled, [one.key, one.value]])),
            )
        );
      };
      const endingsOf = function* (
        stretch: readonly number[],
        goesOn: (row: number) => boolean,
      ): Generator<void, Together[]> {
        const shifted = step > 0 ? [...stretch] : stretch.toReversed();
        const ways: Together[] = [];
        for (let end = (shifted.at(-1) ?? 0) + step, looks = 0; looks <= mostBeyond; end += step, looks += 1) {
          yield;
          const changes = new Map(
            shifted.flatMap((row) => {
              const one = moved(row);
              return one === null ? [] : [[one.key, one.value] as const];
            }),
          );
          const plain =
            stretch.length >= fewestMoved ||
            [...changes].every(([key, value]) =>
              value
                .abs()
                .times(ten.pow(usualDecimals(graph.figure(key))))
                .gte(fewestUnits),
            );
          const last = keyAt(end);
          const whole = last === null || !plain ? null : endedAt(graph, failing, changes, last, settled);
          if (whole && whole.values.size > 1) ways.push(whole);
          // Behind equal amounts, and behind what only a total speaks of, the shift may go on unseen.
          if (!goesOn(end)) break;
          shifted.push(end);
        }
        return ways;
      };
      // A row that no equation of its own speaks of may have moved as well.
      const follows = (row: number): boolean => {
        const one = moved(row);
        return (
          one !== null &&
          graph
            .around(one.key)
            .every(
              (index) =>
                graph.judged(index).relation.kind === 'bound' ||
                !isAlone(graph, index, one.key) ||
                graph.holds(index, new Map([...settled, [one.key, one.value]])),
            )
        );
      };
      const fitting = rows.filter(fits);
      for (const goesOn of [unchanged, follows]) {
        for (const stretch of stretchesOf(fitting, goesOn)) found.push(...(yield* endingsOf(stretch, goesOn)));
      }
    }
  }
  return found;
}

/** Rows that follow each other, with at most rows between them that a shift may go over. */
function stretchesOf(rows: readonly number[], goesOver: (row: number) => boolean): number[][] {
  const stretches: number[][] = [];
  for (const row of rows) {
    const last = stretches.at(-1);
    const before = last?.at(-1);
    const between =
      before === undefined
        ? []
        : Array.from({ length: Math.max(0, row - before - 1) }, (_, index) => before + 1 + index);
    if (last && between.every(goesOver)) last.push(...between, row);
    else stretches.push([row]);
  }
  return stretches;
}

/** The shift with what the cell at its end was before it was printed over; null where it does not make everything around it hold. */
function endedAt(
  graph: Graph,
  failing: ReadonlySet<number>,
  moved: ReadonlyMap<string, Decimal>,
  end: string,
  settled: Values,
): Together | null {
  const figure = graph.figure(end);
  const together = new Map([...settled, ...moved]);
  const solved = graph
    .around(end)
    .flatMap((index) =>
      failing.has(index) ? (graph.solve(index, end, together)?.toDecimalPlaces(usualDecimals(figure)) ?? []) : [],
    );
  // As few changes as possible: it may be what stood there before.
  const [only, ...more] = moved.keys();
  const exchanged = only !== undefined && more.length === 0 ? [valueOf(graph.figure(only))] : [];
  // Nobody prints over a negative amount with a blank.
  const likely = solved.filter((value) => !value.isNegative() || valueOf(figure).isNegative());
  const tries = [valueOf(figure), ...exchanged, zero, ...likely].filter(
    (value, index, all) => all.findIndex((other) => other.eq(value)) === index,
  );
  const ways = tries.flatMap((value) => tried(graph, failing, new Map([...moved, [end, value]]), settled) ?? []);
  const [first] = ways.sort((a, b) => a.values.size - b.values.size || b.exact - a.exact);
  return first ?? null;
}
