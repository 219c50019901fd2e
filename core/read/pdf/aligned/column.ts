import type { Block } from './block.ts';

/** A column, as the text set in it tells. */
export interface Column {
  /** Where its own text begins and ends. */
  readonly left: number;
  readonly right: number;
  /** The edge that its text is set to on the left, on the right; null when it is not. */
  readonly flushLeft: number | null;
  readonly flushRight: number | null;
  /** The middle of what is centred in it. */
  readonly middle: number | null;
}

/** A table's columns. */
export interface Columns {
  /** One more than there are columns. */
  readonly edges: readonly number[];
  readonly columns: readonly Column[];
}

/** Blocks stand beside each other when they share this much of an em in height. */
const beside = 0.3;
/** Text may touch the next column's by this much of an em, where recognised text is placed badly. */
const touching = 0.15;
/** Edges agree within this share of an em. */
const sameEdge = 0.3;
/** Cells keep about this much free at either side of their text, in ems, when nothing tells. */
const usualPadding = 0.65;
/** A text starts a column of its own where at least this many others start at the same place, */
const sharedStarts = 3;
/** of widths that differ by this many ems, so that it is not their middle they share, */
const differingWidths = 1;
/** with this much free before them, in ems. */
const clearance = 0.5;

interface Gap {
  readonly from: number;
  readonly to: number;
}

function gapsBetween(blocks: readonly Block[]): Gap[] {
  const gaps: Gap[] = [];
  const sorted = blocks.toSorted((a, b) => a.first - b.first);
  for (const [index, a] of sorted.entries()) {
    for (const b of sorted.slice(index + 1)) {
      const size = Math.min(a.size, b.size);
      if (b.first - 0.8 * size > a.last + 0.2 * size) {
        break;
      }
      const shared = Math.min(a.last, b.last) + 0.2 * size - (Math.max(a.first, b.first) - 0.8 * size);
      const [before, after] = a.left < b.left ? [a, b] : [b, a];
      if (shared > beside * size && after.left - before.right > -touching * size) {
        gaps.push(after.left >= before.right ? { from: before.right, to: after.left } : { from: after.left, to: before.right });
      }
    }
  }
  return gaps;
}

/** Places where several texts start, with nothing that runs over them: a column that never stands beside the one before it. */
function rivers(blocks: readonly Block[]): Gap[] {
  const texts = blocks.filter((block) => !block.numeric).toSorted((a, b) => a.left - b.left);
  const result: Gap[] = [];
  for (let at = 0; at < texts.length;) {
    const [first] = texts.slice(at);
    if (first === undefined) {
      break;
    }
    const group = texts.slice(at).filter((block) => block.left - first.left <= sameEdge * first.size);
    at += group.length;
    const widths = group.map((block) => block.right - block.left);
    const before = Math.max(-Infinity, ...blocks.filter((block) => block.left < first.left - sameEdge * first.size).map(({ right }) => right));
    if (group.length >= sharedStarts && Math.max(...widths) - Math.min(...widths) >= differingWidths * first.size
      && before > -Infinity && first.left - before >= clearance * first.size) {
      result.push({ from: before, to: first.left });
    }
  }
  return result;
}

/**
 * Where columns part: the fewest places that lie in every gap between neighbours.
 * @param blocks of a table
 * @returns the free stretch around each, left to right
 */
export function partings(blocks: readonly Block[]): Gap[] {
  const gaps = [...gapsBetween(blocks), ...rivers(blocks)].toSorted((a, b) => a.to - b.to || b.from - a.from);
  const result: { from: number; to: number }[] = [];
  for (const gap of gaps) {
    const last = result.at(-1);
    if (last !== undefined && gap.from <= last.to) {
      // It holds the place just before the nearest start to the right.
      last.from = Math.max(last.from, Math.min(gap.from, last.to));
    } else {
      result.push({ from: gap.from, to: gap.to });
    }
  }
  return result;
}

/**
 * The columns a block reaches over, by the partings it crosses.
 * @param block a cell's text
 * @param gaps from `partings`
 */
export function reachOf(block: Block, gaps: readonly Gap[]): { readonly first: number; readonly last: number } {
  const inset = Math.min(sameEdge * block.size, (block.right - block.left) / 3);
  const of = (x: number): number => {
    const index = gaps.findIndex((gap) => x < (gap.from + gap.to) / 2);
    return index < 0 ? gaps.length : index;
  };
  const first = of(block.left + inset);
  const last = of(block.right - inset);
  if (block.numeric && first !== last) {
    const own = of((block.left + block.right) / 2);
    return { first: own, last: own };
  }
  return { first, last };
}

/** The place that most values share; null when they do not agree. */
function flush(values: readonly number[], tolerance: number): number | null {
  let best: number[] = [];
  for (const value of values) {
    const near = values.filter((other) => Math.abs(other - value) <= tolerance);
    if (near.length > best.length) {
      best = near;
    }
  }
  return best.length >= 2 && best.length >= 0.6 * values.length ? best.reduce((sum, value) => sum + value, 0) / best.length : null;
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? null;
}

function columnOf(blocks: readonly Block[], gapBefore: Gap | undefined, gapAfter: Gap | undefined): Column {
  const size = median(blocks.map((block) => block.size)) ?? 0;
  const texts = blocks.filter((block) => !block.numeric);
  const numbers = blocks.filter((block) => block.numeric);
  const flushLeft = flush(texts.map(({ left }) => left), sameEdge * size);
  const flushRight = flush(numbers.map(({ right }) => right), sameEdge * size);
  const centred = blocks.filter((block) => !(flushLeft !== null && Math.abs(block.left - flushLeft) <= sameEdge * size) && !(flushRight !== null && Math.abs(block.right - flushRight) <= sameEdge * size));
  return {
    left: Math.min(gapBefore === undefined ? Infinity : gapBefore.to, ...blocks.map(({ left }) => left)),
    right: Math.max(gapAfter === undefined ? -Infinity : gapAfter.from, ...blocks.map(({ right }) => right)),
    flushLeft, flushRight, middle: median(centred.map((block) => (block.left + block.right) / 2)),
  };
}

/** Places the edges between columns: half way between text set to them, else where the middle of what is centred tells. */
function edgesOf(columns: readonly Column[], gaps: readonly Gap[], size: number): number[] {
  const count = columns.length;
  const paddings = columns.slice(1).flatMap((column, index) => {
    const before = columns[index]?.flushRight ?? null;
    return before !== null && column.flushLeft !== null && column.flushLeft > before ? [(column.flushLeft - before) / 2] : [];
  });
  const padding = Math.min(median(paddings) ?? usualPadding * size, 1.2 * size);
  const edges = new Array<number | null>(count + 1).fill(null);
  for (let index = 0; index <= count; index += 1) {
    const right = columns[index - 1]?.flushRight ?? null;
    const left = columns[index]?.flushLeft ?? null;
    const gap = gaps[index - 1];
    if (right !== null && left !== null && left > right) {
      edges[index] = (left + right) / 2;
    } else if (right !== null) {
      edges[index] = gap ? Math.min(right + padding, Math.max(gap.to, gap.from)) : right + padding;
    } else if (left !== null) {
      edges[index] = gap ? Math.max(left - padding, Math.min(gap.from, gap.to)) : left - padding;
    }
  }
  const fit = (index: number, from: number, middle: number | null): void => {
    if (edges[index] === null && middle !== null) {
      const gap = gaps[index - 1];
      const value = 2 * middle - from;
      if (gap === undefined || (value >= gap.from - size && value <= gap.to + size)) {
        edges[index] = gap === undefined ? value : Math.min(gap.to, Math.max(gap.from, value));
      }
    }
  };
  for (let index = 1; index <= count; index += 1) {
    const from = edges[index - 1];
    if (from !== null && from !== undefined) {
      fit(index, from, columns[index - 1]?.middle ?? null);
    }
  }
  for (let index = count - 1; index >= 0; index -= 1) {
    const from = edges[index + 1];
    if (from !== null && from !== undefined) {
      fit(index, from, columns[index]?.middle ?? null);
    }
  }
  return edges.map((edge, index) => {
    const gap = gaps[index - 1];
    return edge ?? (gap !== undefined ? (gap.from + gap.to) / 2 : index === 0 ? (columns[0]?.left ?? 0) - padding : (columns[count - 1]?.right ?? 0) + padding);
  });
}

/**
 * A table's columns.
 * @param blocks its cells' text
 * @param gaps from `partings`
 * @param size the size most of it is set in
 */
export function columnsOf(blocks: readonly Block[], gaps: readonly Gap[], size: number): Columns {
  const own = Array.from({ length: gaps.length + 1 }, (): Block[] => []);
  for (const block of blocks) {
    const { first, last } = reachOf(block, gaps);
    if (first === last) {
      own[first]?.push(block);
    }
  }
  const columns = own.map((entries, index) => columnOf(entries, gaps[index - 1], gaps[index]));
  return { columns, edges: edgesOf(columns, gaps, size) };
}
