import { snap, snapDistance } from '../ruling-lines.ts';
import type { RulingLine } from '../upright-page.ts';
import { blockOf } from './block.ts';
import type { WordBlock } from './block.ts';
import type { Rows } from './row.ts';
import type { Word } from './word.ts';
import { tolerances } from '../tolerances.ts';

// Rules between rows, without any between columns, and the grounds of rows and cells (hints.ts) say where a table's rows part;
// alignment then has only its columns and the spans of its heads to tell.

/** Rows told by edges, and those each block stands in. */
export interface DrawnRows {
  readonly rows: Rows;
  readonly spans: ReadonlyMap<WordBlock, { readonly top: number; readonly bottom: number }>;
}

const { leastEdges, along, mostLeading, touching } = tolerances.alignedDrawn;

interface Stretched {
  readonly left: number;
  readonly right: number;
}

function runsAlong(edge: RulingLine, { left, right }: Stretched): boolean {
  return Math.min(edge.to, right) - Math.max(edge.from, left) >= along * (right - left);
}

function overlaps(a: Stretched, b: Stretched): boolean {
  return Math.min(a.right, b.right) > Math.max(a.left, b.left);
}

function isBetween(edges: readonly RulingLine[], above: Word, below: Word): boolean {
  const both = { left: Math.max(above.left, below.left), right: Math.min(above.right, below.right) };
  return edges.some((edge) => edge.at > above.baseline && edge.at < below.baseline && runsAlong(edge, both));
}

/**
 * Whether edges part a table's rows: there are enough, and no figures stand below each other without one between them.
 * @param words of the table
 * @param edges at the heights of baselines
 */
export function arePartedBy(words: readonly Word[], edges: readonly RulingLine[]): boolean {
  if (
    snap(
      edges.map(({ at }) => at),
      snapDistance,
    ).length < leastEdges
  ) {
    return false;
  }
  const figures = words.filter((word) => word.numeric).toSorted((a, b) => a.baseline - b.baseline);
  return figures.every((figure, index) => {
    const next = figures
      .slice(index + 1)
      .find((other) => other.baseline - figure.baseline > 0.6 * figure.size && overlaps(figure, other));
    return next === undefined || isBetween(edges, figure, next);
  });
}

/**
 * Joins the lines of a cell: those that no edge parts.
 * @param words of the table
 * @param edges at the heights of baselines
 */
export function blocksBetween(words: readonly Word[], edges: readonly RulingLine[]): WordBlock[] {
  const cells: Word[][] = [];
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const above = word.numeric
      ? undefined
      : cells.findLast((lines) => {
          const last = lines.at(-1);
          return (
            last !== undefined &&
            !last.numeric &&
            overlaps(last, word) &&
            word.baseline - last.baseline > 0.6 * word.size &&
            word.baseline - last.baseline <= mostLeading * word.size &&
            !isBetween(edges, last, word)
          );
        });
    if (above === undefined) {
      cells.push([word]);
    } else {
      above.push(word);
    }
  }
  return cells.map((lines) => blockOf(lines));
}

/**
 * The rows between edges.
 * @param blocks the cells' texts
 * @param edges at the heights of baselines
 */
export function rowsBetween(blocks: readonly WordBlock[], edges: readonly RulingLine[]): DrawnRows {
  const inner = snap(
    edges.map(({ at }) => at),
    snapDistance,
  );
  const heights = [
    ...(blocks.some((block) => block.first < (inner[0] ?? Infinity))
      ? [Math.min(...blocks.map(({ first, size }) => first - size))]
      : []),
    ...inner,
    ...(blocks.some((block) => block.last > (inner.at(-1) ?? -Infinity))
      ? [Math.max(...blocks.map(({ last, size }) => last + size))]
      : []),
  ];
  const count = heights.length - 1;
  const at = (edge: number): number => heights.findIndex((height) => Math.abs(height - edge) <= snapDistance);
  const spans = new Map(
    blocks.map((block) => {
      const above = edges.filter((edge) => edge.at < block.first && runsAlong(edge, block)).map((edge) => at(edge.at));
      const below = edges
        .filter((edge) => edge.at > block.last && runsAlong(edge, block))
        .map((edge) => at(edge.at))
        .filter((index) => index > 0);
      const own = Math.max(
        0,
        heights.findLastIndex((height) => height < block.last),
      );
      const top = Math.max(0, ...above);
      return [
        block,
        { top, bottom: Math.max(top, below.length > 0 ? Math.min(...below) - 1 : Math.min(own, count - 1)) },
      ];
    }),
  );
  return {
    rows: {
      centres: heights.slice(1).map((height, index) => (height + (heights[index] ?? 0)) / 2),
      edges: heights,
      of: new Map([...spans].map(([block, { top }]) => [block, top])),
    },
    spans,
  };
}

/**
 * The partings between columns that are drawn, when the text keeps to them: each figure to one column, and no two texts of a
 * row to the same.
 * @param blocks the cells' texts
 * @param columns column edges, the outer ones too
 * @returns null when it does not
 */
export function drawnPartings(
  blocks: readonly WordBlock[],
  columns: readonly number[],
): { readonly from: number; readonly to: number }[] | null {
  const [left, right] = [
    Math.min(...blocks.map((block) => block.left)),
    Math.max(...blocks.map((block) => block.right)),
  ];
  const inner = columns.filter((at) => at > left && at < right);
  const columnOf = (block: WordBlock): number | null => {
    const inset = touching * block.size;
    const own = inner.filter((at) => at < block.left + inset).length;
    return inner.every((at) => at < block.left + inset || at > block.right - inset) ? own : null;
  };
  const own = blocks.map((block) => ({ block, column: columnOf(block) }));
  const isClear = own.every(
    ({ block, column }, index) =>
      (column !== null || !block.numeric) &&
      !own.some(
        (other, at) =>
          at > index &&
          column !== null &&
          other.column === column &&
          Math.min(block.last, other.block.last) - Math.max(block.first, other.block.first) > -0.5 * block.size,
      ),
  );
  return inner.length > 0 && isClear ? inner.map((at) => ({ from: at, to: at })) : null;
}
