import { figureKey, valueOf, type Figure } from '../document/figure.ts';
import { addTo } from '../grouped.ts';
import type { Decimal } from '../quantity/decimal.ts';
import type { Graph, Values } from './graph.ts';

/** A figure of a table by its place in the grid. */
export interface GridFigure {
  readonly key: string;
  readonly row: number;
  readonly column: number;
}

/** The figures of relations that stand in tables, by table. */
export function figuresByTable(graph: Graph, relations: readonly number[]): Map<string, GridFigure[]> {
  const tables = new Map<string, GridFigure[]>();
  for (const key of new Set(relations.flatMap((index) => graph.changeable(index)))) {
    const { place } = graph.figure(key);
    if (place.in === 'table') addTo(tables, place.table, { key, row: place.row, column: place.column });
  }
  return tables;
}

/** Whether a relation has no other figure of the same column: only then it tells a row's amount from its neighbour's. */
export function isAlone(graph: Graph, index: number, key: string): boolean {
  const { place } = graph.figure(key);
  const beside = (figure: Figure): boolean =>
    figure.place.in === 'table' &&
    place.in === 'table' &&
    figure.place.table === place.table &&
    figure.place.column === place.column;
  return graph.judged(index).judgement.terms.every(({ figure }) => figureKey(figure) === key || !beside(figure));
}

/** The relations around changed figures. */
export function aroundAll(graph: Graph, values: Values): number[] {
  return [...new Set([...values.keys()].flatMap((key) => graph.around(key)))];
}

/** The changes that change anything. */
export function changing(graph: Graph, values: Values): Map<string, Decimal> {
  return new Map([...values].filter(([key, value]) => !valueOf(graph.figure(key)).eq(value)));
}

/** Several figures that went wrong together, and the failing relations that hold with them put right. */
export interface Together {
  readonly values: Values;
  readonly repaired: readonly number[];
  /** How many relations around them then agree to the last digit. */
  readonly exact: number;
}

/**
 * What several changes repair, where they make every relation around them hold.
 * @returns null where one does not hold
 */
export function tried(graph: Graph, failing: ReadonlySet<number>, changes: Values, settled: Values): Together | null {
  const values = changing(graph, changes);
  const all = new Map([...settled, ...values]);
  const around = aroundAll(graph, changes);
  if (!around.every((index) => graph.judged(index).relation.derived === true || graph.holds(index, all))) return null;
  return {
    values,
    repaired: around.filter((index) => failing.has(index) && graph.holds(index, all)),
    exact: around.filter((index) => graph.exact(index, all)).length,
  };
}

/** Of several ways the one that repairs most; none where another repairs as much of the same. */
export function best(ways: readonly Together[]): Together | null {
  const most = Math.max(0, ...ways.map(({ repaired }) => repaired.length));
  const leading = ways.filter(({ repaired }) => repaired.length === most);
  const fewest = Math.min(...leading.map(({ values }) => values.size));
  const [first, ...others] = leading.filter(({ values }) => values.size === fewest).sort((a, b) => b.exact - a.exact);
  if (!first) return null;
  // The same figures with values a digit apart are the same mistake.
  const differs = ({ values }: Together): boolean => [...values.keys()].some((key) => !first.values.has(key));
  return others.some((other) => differs(other) && other.repaired.some((index) => first.repaired.includes(index)))
    ? null
    : first;
}
