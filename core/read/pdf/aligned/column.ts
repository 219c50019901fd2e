import type { WordBlock } from './block.ts';
import { tolerances } from '../tolerances.ts';

/** A column, as the text set in it tells. */
export interface AlignedColumn {
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
export interface AlignedColumns {
  /** One more than there are columns. */
  readonly edges: readonly number[];
  readonly columns: readonly AlignedColumn[];
}

const {
  beside,
  touching,
  sameEdge,
  usualPadding,
  agreeing,
  most,
  byMiddle,
  byGap,
  sharedStarts,
  differingWidths,
  clearance,
} = tolerances.alignedColumn;
/** Edges are settled when a round moves none by more than this many points; tables of 15 columns need up to 150 rounds. */
const settled = 0.02;
const rounds = 150;

interface Gap {
  readonly from: number;
  readonly to: number;
}

function gapsBetween(blocks: readonly WordBlock[]): Gap[] {
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
        gaps.push(
          after.left >= before.right ? { from: before.right, to: after.left } : { from: after.left, to: before.right },
        );
      }
    }
  }
  return gaps;
}

/** Places where several texts start, with nothing that runs over them: a column that never stands beside the one before it. */
function rivers(blocks: readonly WordBlock[]): Gap[] {
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
    const before = Math.max(
      -Infinity,
      ...blocks.filter((block) => block.left < first.left - sameEdge * first.size).map(({ right }) => right),
    );
    if (
      group.length >= sharedStarts &&
      Math.max(...widths) - Math.min(...widths) >= differingWidths * first.size &&
      before > -Infinity &&
      first.left - before >= clearance * first.size
    ) {
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
export function partings(blocks: readonly WordBlock[]): Gap[] {
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
export function reachOf(block: WordBlock, gaps: readonly Gap[]): { readonly first: number; readonly last: number } {
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

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? null;
}

/** The place that most values share; null when they do not agree. */
function shared(values: readonly number[], tolerance: number): { readonly at: number; readonly count: number } | null {
  let best: number[] = [];
  for (const value of values) {
    const near = values.filter((other) => Math.abs(other - value) <= tolerance);
    if (near.length > best.length) {
      best = near;
    }
  }
  return best.length >= 2 && best.length >= (best.length >= sharedStarts ? agreeing : most) * values.length
    ? { at: best.reduce((sum, value) => sum + value, 0) / best.length, count: best.length }
    : null;
}

/**
 * The edge that blocks are set to: more of them agree on it than on their middle. Amounts of one width are set to the
 * right all the same; line numbers and codes of one width may be centred.
 */
function flush(blocks: readonly WordBlock[], edge: 'left' | 'right', tolerance: number): number | null {
  const found = shared(
    blocks.map((block) => block[edge]),
    tolerance,
  );
  const centred = shared(
    blocks.map((block) => (block.left + block.right) / 2),
    tolerance / 2,
  );
  if (found === null) {
    return null;
  }
  const amounts =
    edge === 'right' &&
    blocks.filter((block) => block.words.some(({ text }) => /\d[.,]\d/.test(text))).length > blocks.length / 2;
  return centred === null || found.count > centred.count || amounts ? found.at : null;
}

function columnOf(blocks: readonly WordBlock[], gapBefore: Gap | undefined, gapAfter: Gap | undefined): AlignedColumn {
  const size = median(blocks.map((block) => block.size)) ?? 0;
  const near = sameEdge * size;
  const flushLeft = flush(
    blocks.filter((block) => !block.numeric),
    'left',
    near,
  );
  const flushRight = flush(
    blocks.filter((block) => block.numeric),
    'right',
    near,
  );
  const toLeft = blocks.filter(
    (block) => !block.numeric && flushLeft !== null && Math.abs(block.left - flushLeft) <= near,
  );
  const toRight = blocks.filter(
    (block) => block.numeric && flushRight !== null && Math.abs(block.right - flushRight) <= near,
  );
  // The cell holds the longest text set to an edge: its middle lies no nearer to that edge than half that text.
  const least = Math.max(-Infinity, ...toLeft.map((block) => (block.left + block.right) / 2 - near));
  const greatest = Math.min(Infinity, ...toRight.map((block) => (block.left + block.right) / 2 + near));
  const middles = blocks
    .filter((block) => !toLeft.includes(block) && !toRight.includes(block))
    .map((block) => (block.left + block.right) / 2)
    .filter((middle) => middle >= least && middle <= greatest);
  return {
    left: Math.min(gapBefore === undefined ? Infinity : gapBefore.to, ...blocks.map((block) => block.left)),
    right: Math.max(gapAfter === undefined ? -Infinity : gapAfter.from, ...blocks.map((block) => block.right)),
    flushLeft,
    flushRight,
    middle: shared(middles, near)?.at ?? median(middles),
  };
}

/**
 * Places the edges between columns: a padding away from text set to them, and with what is centred half way between
 * them, as well as all that can be had at once.
 */
function edgesOf(columns: readonly AlignedColumn[], gaps: readonly Gap[], size: number): number[] {
  const count = columns.length;
  let padding = usualPadding * size;
  const edges = Array.from({ length: count + 1 }, (_, index) => {
    const gap = gaps[index - 1];
    return gap
      ? (gap.from + gap.to) / 2
      : index === 0
        ? (columns[0]?.left ?? 0) - padding
        : (columns[count - 1]?.right ?? 0) + padding;
  });
  for (let round = 0, moved = Infinity; round < rounds && moved > settled; round += 1) {
    moved = 0;
    for (let index = 0; index <= count; index += 1) {
      const before = columns[index - 1];
      const after = columns[index];
      const gap = gaps[index - 1];
      let sum = 0;
      let weight = 0;
      if (after && after.flushLeft !== null) {
        sum += after.flushLeft - padding;
        weight += 1;
      }
      if (before && before.flushRight !== null) {
        sum += before.flushRight + padding;
        weight += 1;
      }
      if (after && after.middle !== null) {
        sum += byMiddle * (2 * after.middle - (edges[index + 1] ?? 0));
        weight += byMiddle;
      }
      if (before && before.middle !== null) {
        sum += byMiddle * (2 * before.middle - (edges[index - 1] ?? 0));
        weight += byMiddle;
      }
      if (gap) {
        sum += (byGap * (gap.from + gap.to)) / 2;
        weight += byGap;
      }
      if (weight > 0) {
        const value = gap
          ? Math.min(Math.max(gap.to, gap.from), Math.max(Math.min(gap.from, gap.to), sum / weight))
          : sum / weight;
        moved = Math.max(moved, Math.abs(value - (edges[index] ?? 0)));
        edges[index] = value;
      }
    }
    let paddings = usualPadding * size;
    let known = 1;
    for (const [index, column] of columns.entries()) {
      const left = column.flushLeft === null ? 0 : column.flushLeft - (edges[index] ?? 0);
      const right = column.flushRight === null ? 0 : (edges[index + 1] ?? 0) - column.flushRight;
      for (const own of [left, right]) {
        if (own > 0) {
          paddings += own;
          known += 1;
        }
      }
    }
    padding = paddings / known;
  }
  return edges;
}

/**
 * Partings at known edges.
 * @param edges of columns, the outer two included
 */
export function partingsAt(edges: readonly number[]): Gap[] {
  return edges.slice(1, -1).map((at) => ({ from: at, to: at }));
}

/**
 * A table's columns. Where a wide gap leaves open whose text a head is, the edges found first tell.
 * @param blocks its cells' text
 * @param gaps from `partings`
 * @param size the size most of it is set in
 */
export function alignedColumns(blocks: readonly WordBlock[], gaps: readonly Gap[], size: number): AlignedColumns {
  const found = (at: readonly Gap[]): AlignedColumns => {
    const own = Array.from({ length: gaps.length + 1 }, (): WordBlock[] => []);
    for (const block of blocks) {
      const { first, last } = reachOf(block, at);
      if (first === last) {
        own[first]?.push(block);
      }
    }
    const columns = own.map((entries, index) => columnOf(entries, gaps[index - 1], gaps[index]));
    return { columns, edges: edgesOf(columns, gaps, size) };
  };
  return found(partingsAt(found(gaps).edges));
}
