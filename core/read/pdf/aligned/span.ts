import type { WordBlock } from './block.ts';
import { partingsAt, reachOf } from './column.ts';
import type { AlignedColumns } from './column.ts';
import { heightOf } from './row.ts';
import type { WrapAnchor, Rows } from './row.ts';
import { tolerances } from '../tolerances.ts';

/** A block's place in the grid: first and last row and column. */
export interface Spread {
  readonly block: WordBlock;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const { centredWithin, flushWithin, middleWithin, perRow, leftOut, leastUnder } = tolerances.alignedSpan;
const totalLabel = /(?:[合总小]\s*计|总\s*分)$/u;

function middleOf(edges: readonly number[], first: number, last: number): number {
  return ((edges[first] ?? 0) + (edges[last + 1] ?? 0)) / 2;
}

/** Whether no other block stands in a rectangle of cells. */
function isFree(
  spreads: readonly Spread[],
  own: Spread,
  top: number,
  bottom: number,
  left: number,
  right: number,
): boolean {
  return !spreads.some(
    (other) =>
      other !== own && other.top <= bottom && other.bottom >= top && other.left <= right && other.right >= left,
  );
}

/** Whether a cell of these rows has no room left above and below: neighbours of its column, or the end of a label it belongs to. */
function isFull(spreads: readonly Spread[], own: Spread, top: number, bottom: number, count: number): boolean {
  const neighbour = (row: number): boolean =>
    spreads.some(
      (other) =>
        other !== own &&
        other.top >= 0 &&
        other.top <= row &&
        other.bottom >= row &&
        other.left <= own.right &&
        other.right >= own.left,
    );
  const end = (wall: (other: Spread) => boolean): boolean =>
    spreads.some(
      (other) =>
        other !== own &&
        other.top >= 0 &&
        other.bottom > other.top &&
        other.right < own.left &&
        other.top <= top &&
        other.bottom >= bottom &&
        wall(other),
    );
  return (
    bottom > top &&
    (top === 0 || neighbour(top - 1) || end((other) => other.top === top)) &&
    (bottom === count - 1 || neighbour(bottom + 1) || end((other) => other.bottom === bottom))
  );
}

/** Gives blocks between rows the fewest rows that they stand in the middle of. */
function spreadDown(spreads: readonly Spread[], rows: Rows, pitch: number, anchor: WrapAnchor): void {
  const count = rows.centres.length;
  for (const spread of spreads) {
    if (spread.top >= 0) {
      continue;
    }
    const at = heightOf(spread.block, anchor === 'middle' ? 'middle' : anchor);
    let best: { top: number; bottom: number; off: number } | null = null;
    for (let top = 0; top < count; top += 1) {
      for (let bottom = top; bottom < count; bottom += 1) {
        const off = Math.abs(middleOf(rows.edges, top, bottom) - at);
        if (off <= middleWithin * pitch && isFree(spreads, spread, top, bottom, spread.left, spread.right)) {
          const score = off + (isFull(spreads, spread, top, bottom, count) ? 0 : perRow * pitch * (bottom - top));
          if (best === null || score < best.off) {
            best = { top, bottom, off: score };
          }
        }
      }
    }
    if (best === null) {
      const nearest = rows.centres.reduce(
        (found, centre, row) =>
          Math.abs(centre - at) < Math.abs((rows.centres[found] ?? Infinity) - at) ? row : found,
        0,
      );
      best = { top: nearest, bottom: nearest, off: 0 };
    }
    spread.top = best.top;
    spread.bottom = best.bottom;
  }
}

/**
 * Divides rows or columns among blocks that stand in the middle of their shares.
 * @param edges of the rows or columns
 * @param middles of the blocks, ascending
 * @param within how far a block may be from the middle of its share
 * @param skip what a row or column costs that is left to nobody; Infinity when all must be given
 * @returns first and last of each block's share; null when it does not come out
 */
function shares(
  edges: readonly number[],
  middles: readonly number[],
  within: number,
  skip: number,
): { readonly first: number; readonly last: number }[] | null {
  const count = edges.length - 1;
  // cost[block][next]: the least cost of the blocks before, when `next` is the first place not given yet.
  const cost = Array.from({ length: middles.length + 1 }, () => new Array<number>(count + 1).fill(Infinity));
  const from = Array.from({ length: middles.length + 1 }, () =>
    new Array<readonly [number, number]>(count + 1).fill([-1, -1]),
  );
  const start = cost[0];
  if (start) {
    start[0] = 0;
  }
  for (let block = 0; block <= middles.length; block += 1) {
    const own = cost[block];
    for (let next = 0; own !== undefined && next <= count; next += 1) {
      const sofar = own[next] ?? Infinity;
      if (sofar === Infinity) {
        continue;
      }
      if (next < count && sofar + skip < (own[next + 1] ?? Infinity)) {
        own[next + 1] = sofar + skip;
        const trace = from[block];
        if (trace) {
          trace[next + 1] = [-1, next];
        }
      }
      const middle = middles[block];
      for (let last = next; middle !== undefined && last < count; last += 1) {
        const off = Math.abs(middleOf(edges, next, last) - middle);
        const after = cost[block + 1];
        if (off <= within && after && sofar + off < (after[last + 1] ?? Infinity)) {
          after[last + 1] = sofar + off;
          const trace = from[block + 1];
          if (trace) {
            trace[last + 1] = [next, last];
          }
        }
      }
    }
  }
  if ((cost[middles.length]?.[count] ?? Infinity) === Infinity) {
    return null;
  }
  const result: { first: number; last: number }[] = [];
  let block = middles.length;
  let next = count;
  while (block > 0 || next > 0) {
    const [first, last] = from[block]?.[next] ?? [-1, -1];
    if (first < 0) {
      if (last < 0) {
        return null;
      }
      next = last;
      continue;
    }
    result.unshift({ first, last });
    block -= 1;
    next = first;
  }
  return result;
}

/** Gives the cells of a label column all its rows, where that comes out: 产出指标 in the middle of its four. */
function shareRows(spreads: readonly Spread[], column: number, rows: Rows, pitch: number, anchor: WrapAnchor): void {
  const own = spreads
    .filter((spread) => spread.left <= column && spread.right >= column)
    .toSorted((a, b) => heightOf(a.block, anchor) - heightOf(b.block, anchor));
  if (anchor !== 'middle' || own.length < 2 || own.some((spread) => spread.block.numeric)) {
    return;
  }
  const found = shares(
    rows.edges,
    own.map((spread) => heightOf(spread.block, anchor)),
    0.45 * pitch,
    Infinity,
  );
  if (found === null) {
    return;
  }
  for (const [index, spread] of own.entries()) {
    const share = found[index];
    if (share && isFree(spreads, spread, share.first, share.last, spread.left, spread.right)) {
      spread.top = share.first;
      spread.bottom = share.last;
    }
  }
}

/** Gives the heads of a row all its columns, where that comes out: 本年支出 over three of them. */
function shareColumns(spreads: readonly Spread[], row: number, columns: AlignedColumns, size: number): void {
  const own = spreads
    .filter((spread) => spread.top <= row && spread.bottom >= row)
    .toSorted((a, b) => a.block.left - b.block.left);
  if (own.length === 0 || own.length >= columns.edges.length - 1) {
    return;
  }
  const found = shares(
    columns.edges,
    own.map(({ block }) => (block.left + block.right) / 2),
    1.2 * size,
    leftOut * size,
  );
  if (found === null) {
    return;
  }
  const fits = own.every((spread, index) => {
    const share = found[index];
    const { flushLeft = null } = columns.columns[spread.left] ?? {};
    const starts = flushLeft !== null && Math.abs(spread.block.left - flushLeft) <= flushWithin * size;
    return (
      share !== undefined &&
      share.first <= spread.left &&
      share.last >= spread.right &&
      (!starts || share.first === spread.left)
    );
  });
  for (const [index, spread] of own.entries()) {
    const share = found[index];
    if (fits && share && isFree(spreads, spread, spread.top, spread.bottom, share.first, share.last)) {
      spread.left = share.first;
      spread.right = share.last;
    }
  }
}

/**
 * Where cells are set to their top, a second row of heads shows which head above spans columns (年初预算数 over two) and
 * that the others span both rows.
 */
function coverHeads(spreads: readonly Spread[], row: number): void {
  const standing = (at: number): Spread[] =>
    spreads.filter((spread) => spread.top === at && spread.bottom === at).toSorted((a, b) => a.left - b.left);
  const [upper, lower, figures] = [standing(row), standing(row + 1), standing(row + 2)];
  const [first] = lower;
  const last = lower.at(-1);
  const over = upper.find((spread) => spread.left === first?.left && spread.right <= (last?.left ?? 0));
  if (
    !first ||
    !last ||
    !over ||
    lower.length < 2 ||
    upper.length <= lower.length ||
    last.left - first.left !== lower.length - 1 ||
    [...upper, ...lower].some(({ block }) => block.numeric) ||
    !figures.some(({ block }) => block.numeric) ||
    upper.some((spread) => spread !== over && spread.left <= last.right && spread.right >= first.left)
  ) {
    return;
  }
  over.right = last.right;
  for (const spread of upper) {
    if (spread !== over && isFree(spreads, spread, row, row + 1, spread.left, spread.right)) {
      spread.bottom = row + 1;
    }
  }
}

/** Widens a text that is centred over several columns: 合计 over code and name. */
function widen(spreads: readonly Spread[], spread: Spread, columns: AlignedColumns): void {
  const { block } = spread;
  const own = columns.columns[spread.left];
  if (spread.left !== spread.right || block.numeric || own === undefined) {
    return;
  }
  const near = flushWithin * block.size;
  if (
    (own.flushLeft !== null && Math.abs(block.left - own.flushLeft) <= near) ||
    (own.flushRight !== null && Math.abs(block.right - own.flushRight) <= near)
  ) {
    return;
  }
  const middle = (block.left + block.right) / 2;
  const within = centredWithin * block.size;
  let best = {
    first: spread.left,
    last: spread.right,
    off: Math.abs(middleOf(columns.edges, spread.left, spread.right) - middle),
  };
  if (best.off <= within) {
    return;
  }
  for (let first = 0; first <= spread.left; first += 1) {
    for (let last = spread.right; last < columns.columns.length; last += 1) {
      const off = Math.abs(middleOf(columns.edges, first, last) - middle);
      if (off <= within && off < best.off && isFree(spreads, spread, spread.top, spread.bottom, first, last)) {
        best = { first, last, off };
      }
    }
  }
  spread.left = best.first;
  spread.right = best.last;
}

/**
 * Finds each block's rows and columns.
 * @param blocks of a table
 * @param rows its rows
 * @param anchor how wrapped cells are set
 * @param columns its columns
 * @param pitch the least distance between rows
 * @param size the size most of it is set in
 * @param known the rows of each block, where edges tell them
 */
export function spreadsOf(
  blocks: readonly WordBlock[],
  rows: Rows,
  anchor: WrapAnchor,
  columns: AlignedColumns,
  pitch: number,
  size: number,
  known?: ReadonlyMap<WordBlock, { readonly top: number; readonly bottom: number }>,
): Spread[] {
  const gaps = partingsAt(columns.edges);
  const spreads = blocks.map((block): Spread => {
    const { first, last } = reachOf(block, gaps);
    const row = rows.of.get(block) ?? -1;
    return { block, top: row, bottom: known?.get(block)?.bottom ?? row, left: first, right: last };
  });
  const shareNames = (): void => {
    const isOfNames = (column: number): boolean =>
      !spreads.some((spread) => spread.block.numeric && spread.left === column);
    for (let column = 0; column < columns.columns.length && isOfNames(column); column += 1)
      shareRows(spreads, column, rows, pitch, anchor);
  };
  if (known === undefined) {
    shareNames();
    spreadDown(spreads, rows, pitch, anchor);
  }
  const head = headRows(spreads, rows);
  for (let row = 0; row < head; row += 1) {
    shareColumns(spreads, row, columns, size);
  }
  if (anchor === 'first' && known === undefined) {
    for (let row = 0; row + 2 < rows.centres.length; row += 1) {
      coverHeads(spreads, row);
    }
  }
  for (const spread of spreads) {
    widen(spreads, spread, columns);
  }
  if (known === undefined) shareNames();
  for (const spread of spreads) {
    leaveRoom(spreads, spread);
    reachAmount(spreads, spread, columns);
  }
  return spreads;
}

/**
 * Takes labels out of the column of a head that they all end before: in it their rows are blank. They reach into it only
 * because in other rows a wider text holds the place of that head and of the end of these labels.
 */
function leaveRoom(spreads: readonly Spread[], head: Spread): void {
  if (head.block.numeric || head.left !== head.right) {
    return;
  }
  const under: Spread[] = [];
  for (let row = head.bottom + 1; ; row += 1) {
    const label = spreads.find(
      (spread) =>
        spread.top === row &&
        spread.bottom === row &&
        spread.left < head.left &&
        spread.right >= head.left - 1 &&
        spread.right <= head.left &&
        !spread.block.numeric &&
        spread.block.right < head.block.left,
    );
    if (label === undefined) {
      break;
    }
    under.push(label);
  }
  for (const label of under.length >= leastUnder ? under : []) {
    label.right = head.left - 1;
  }
}

/** Whether a column holds labels: words in most of its cells. */
function isLabels(spreads: readonly Spread[], column: number): boolean {
  const own = spreads.filter((spread) => spread.left === column && spread.right === column);
  return own.length >= 3 && own.filter(({ block }) => !block.numeric).length >= 0.8 * own.length;
}

/** Widens a total's label over blank labels up to its amount: 公用经费合计 over the lanes beside it. */
function reachAmount(spreads: readonly Spread[], spread: Spread, columns: AlignedColumns): void {
  if (spread.top !== spread.bottom || !totalLabel.test(spread.block.words.at(-1)?.text ?? '')) {
    return;
  }
  const beside = spreads.filter((other) => other !== spread && other.top <= spread.top && other.bottom >= spread.top);
  const next = Math.min(
    columns.columns.length,
    ...beside.filter((other) => other.left > spread.right).map(({ left }) => left),
  );
  const amount = beside.find((other) => other.left === next);
  const blank = Array.from({ length: Math.max(0, next - spread.right - 1) }, (_, index) => spread.right + 1 + index);
  if (amount?.block.numeric === true && blank.some((column) => isLabels(spreads, column))) {
    spread.right = next - 1;
  }
}

/**
 * How many rows the head has: those before the first number.
 * @param spreads the table's cells
 * @param rows its rows
 */
export function headRows(spreads: readonly Spread[], rows: Rows): number {
  return Math.min(rows.centres.length, ...spreads.filter(({ block }) => block.numeric).map(({ top }) => top));
}
