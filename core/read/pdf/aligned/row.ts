import type { WordBlock } from './block.ts';
import { tolerances } from '../tolerances.ts';

/** Where the text of a wrapped cell stands against its neighbours' single line. */
export type WrapAnchor = 'middle' | 'first' | 'last';

/** The rows of a table. */
export interface Rows {
  /** The height of each row's text. */
  readonly centres: readonly number[];
  /** One more than there are rows. */
  readonly edges: readonly number[];
  /** The row each block stands on; -1 for one that stands between rows. */
  readonly of: ReadonlyMap<WordBlock, number>;
}

const { sameRow, squeeze, recognisedSqueeze } = tolerances.alignedRow;
/** A row more counts for more than any number of blocks. */
const perLevel = 1000;

/**
 * The height that tells a block's row.
 * @param block a cell's text
 * @param anchor how the table sets wrapped cells
 */
export function heightOf(block: WordBlock, anchor: WrapAnchor): number {
  return anchor === 'middle' ? (block.first + block.last) / 2 : anchor === 'first' ? block.first : block.last;
}

/**
 * How a table sets its wrapped cells: by which of their lines agree with single lines beside them.
 * @param blocks of a table
 * @param pitch the least distance between rows
 */
export function wrapAnchorOf(blocks: readonly WordBlock[], pitch: number): WrapAnchor {
  const single = blocks.filter(({ words }) => words.length === 1);
  const votes = { middle: 0, first: 0, last: 0 };
  for (const block of blocks.filter(({ words }) => words.length > 1)) {
    for (const anchor of ['middle', 'first', 'last'] as const) {
      if (single.some((other) => Math.abs(other.first - heightOf(block, anchor)) <= 0.15 * pitch)) {
        votes[anchor] += 1;
      }
    }
  }
  return votes.first > votes.middle && votes.first >= votes.last
    ? 'first'
    : votes.last > votes.middle
      ? 'last'
      : 'middle';
}

interface Level {
  readonly blocks: WordBlock[];
  readonly at: number;
  readonly top: number;
  readonly bottom: number;
}

function levels(blocks: readonly WordBlock[], pitch: number, anchor: WrapAnchor, recognised: boolean): Level[] {
  const groups: WordBlock[][] = [];
  let sum = 0;
  for (const block of blocks.toSorted((a, b) => heightOf(a, anchor) - heightOf(b, anchor))) {
    const group = groups.at(-1);
    if (group && heightOf(block, anchor) - sum / group.length <= sameRow * pitch) {
      group.push(block);
      sum += heightOf(block, anchor);
    } else {
      groups.push([block]);
      sum = heightOf(block, anchor);
    }
  }
  const heights = groups.map((own) => own.reduce((total, block) => total + heightOf(block, anchor), 0) / own.length);
  return groups.map((own, index) => {
    const at = heights[index] ?? 0;
    // A cell of several lines makes its row high, unless it reaches over other rows.
    const within = own.filter(
      (block) =>
        !groups.some(
          (others, other) =>
            other !== index &&
            others.length > 1 &&
            (heights[other] ?? 0) > block.first - 0.3 * pitch &&
            (heights[other] ?? 0) < block.last + 0.3 * pitch,
        ),
    );
    const extra = Math.max(0, ...within.map((block) => block.last - block.first));
    const above = anchor === 'middle' ? extra / 2 : anchor === 'last' ? extra : 0;
    const half = (0.5 - (recognised ? recognisedSqueeze : squeeze) / 2) * pitch;
    return { blocks: own, at, top: at - above - half, bottom: at + (extra - above) + half };
  });
}

/** Whether one level can be the next row after another: there is room for both, or they have cells in one column. */
function follows(before: Level, after: Level, least: number): boolean {
  return (
    before.bottom <= after.top ||
    (after.at - before.at >= least &&
      before.blocks.some((a) => after.blocks.some((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0)))
  );
}

/** As many levels as find room below each other; among as many, those with the most blocks. */
function fitting(order: readonly Level[], least: number): Level[] {
  const best: { score: number; before: number }[] = [];
  for (const [index, level] of order.entries()) {
    let before = -1;
    for (let other = 0; other < index; other += 1) {
      const earlier = order[other];
      if (earlier && (best[other]?.score ?? 0) > (best[before]?.score ?? 0) && follows(earlier, level, least)) {
        before = other;
      }
    }
    best.push({ score: perLevel + level.blocks.length + (best[before]?.score ?? 0), before });
  }
  let at = best.reduce((top, entry, index) => (entry.score > (best[top]?.score ?? -1) ? index : top), 0);
  const chosen: Level[] = [];
  for (let level = order[at]; level !== undefined; level = order[at]) {
    chosen.unshift(level);
    at = best[at]?.before ?? -1;
  }
  return chosen;
}

/**
 * Finds a table's rows: the largest number of heights that leave each other room. A block between them spans rows.
 * @param blocks of a table
 * @param pitch the least distance between rows
 * @param recognised whether the text was recognised from a picture
 */
export function rowsOf(blocks: readonly WordBlock[], pitch: number, recognised: boolean): Rows {
  const anchor = wrapAnchorOf(blocks, pitch);
  const chosen = fitting(
    levels(blocks, pitch, anchor, recognised),
    (1 - (recognised ? recognisedSqueeze : squeeze)) * pitch,
  );
  const of = new Map<WordBlock, number>(blocks.map((block) => [block, -1]));
  const centres = chosen.map(({ at }) => at);
  const reach = chosen.map(({ blocks: own }, row) => {
    for (const block of own) {
      of.set(block, row);
    }
    const within = own.filter(
      (block) => block.first >= (centres[row - 1] ?? -Infinity) && block.last <= (centres[row + 1] ?? Infinity),
    );
    return {
      top: Math.min(centres[row] ?? 0, ...within.map(({ first }) => first)),
      bottom: Math.max(centres[row] ?? 0, ...within.map(({ last }) => last)),
    };
  });
  const edges: number[] = [];
  for (let row = 0; row <= chosen.length; row += 1) {
    const above = reach[row - 1];
    const below = reach[row];
    edges.push(
      above && below
        ? (above.bottom + below.top) / 2
        : below
          ? below.top - pitch / 2
          : (above?.bottom ?? 0) + pitch / 2,
    );
  }
  return { centres, edges, of };
}
