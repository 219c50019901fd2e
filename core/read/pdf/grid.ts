import { snap, nearest, snapDistance } from './ruling-lines.ts';
import type { RulingLine } from './upright-page.ts';
import { tolerances } from './tolerances.ts';

/** A cell between rules, in rows and columns of its grid. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** It lies at the grid's top or bottom, and no rule closes it there: a cell that a page break has torn. */
  readonly openTop?: true;
  readonly openBottom?: true;
}

/** A ruled grid. */
export interface Grid {
  /** The places of the column edges, left to right: one more than there are columns. */
  readonly columns: readonly number[];
  /** The places of the row edges, top to bottom: one more than there are rows. */
  readonly rows: readonly number[];
  /** Row by row, without overlap; a place that no cell covers is outside the outline. */
  readonly cells: readonly GridCell[];
  /** Cells whose rules do not close a rectangle. */
  readonly unclosed: number;
  /** Sides of the outline that had to be supplied. */
  readonly supplied: number;
}

const { reach, ruledShare, overhang, tallestWholeRow } = tolerances.grid;
/** More places than this no page for people shows: a pattern, not a grid. */
const mostPlaces = 200_000;
/** So many rules across so many others draw a pattern or a map; the largest sheets have a few hundred each way. */
const mostMeetings = 4_000_000;

function intersect(horizontal: RulingLine, vertical: RulingLine): boolean {
  return (
    vertical.at >= horizontal.from - reach &&
    vertical.at <= horizontal.to + reach &&
    horizontal.at >= vertical.from - reach &&
    horizontal.at <= vertical.to + reach
  );
}

/** Rules that hang together: each group may be a grid. */
function intersectingGroups(
  horizontal: readonly RulingLine[],
  vertical: readonly RulingLine[],
): { horizontal: RulingLine[]; vertical: RulingLine[] }[] {
  const parents = Array.from({ length: horizontal.length + vertical.length }, (_, index) => index);
  const root = (index: number): number => {
    let current = index;
    while (parents[current] !== current) {
      const parent = parents[current] ?? current;
      parents[current] = parents[parent] ?? parent;
      current = parent;
    }
    return current;
  };
  for (const [v, verticalRule] of vertical.entries()) {
    for (const [h, horizontalRule] of horizontal.entries()) {
      if (intersect(horizontalRule, verticalRule)) {
        parents[root(horizontal.length + v)] = root(h);
      }
    }
  }
  const byRoot = new Map<number, { horizontal: RulingLine[]; vertical: RulingLine[] }>();
  const groupOf = (index: number): { horizontal: RulingLine[]; vertical: RulingLine[] } => {
    const key = root(index);
    const group = byRoot.get(key) ?? { horizontal: [], vertical: [] };
    byRoot.set(key, group);
    return group;
  };
  horizontal.forEach((rule, index) => groupOf(index).horizontal.push(rule));
  vertical.forEach((rule, index) => groupOf(horizontal.length + index).vertical.push(rule));
  return withWholeRows(withTornColumns([...byRoot.values()]));
}

interface Group {
  readonly horizontal: RulingLine[];
  readonly vertical: RulingLine[];
}

/** The rules of a group at its top or bottom, when they reach past its columns on both sides: a table whose sides are not drawn. */
function openEdge({ horizontal, vertical }: Group, bottom: boolean): RulingLine | null {
  const edge = horizontal.reduce<RulingLine | null>(
    (found, rule) => (found === null || (bottom ? rule.at > found.at : rule.at < found.at) ? rule : found),
    null,
  );
  const columns = vertical.map(({ at }) => at);
  return edge !== null && Math.min(...columns) > edge.from + overhang && Math.max(...columns) < edge.to - overhang
    ? edge
    : null;
}

function usualRow({ horizontal }: Group): number {
  const rows = snap(
    horizontal.map(({ at }) => at),
    snapDistance,
  );
  const heights = rows
    .slice(1)
    .map((at, index) => at - (rows[index] ?? 0))
    .toSorted((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

/** Puts together what only a row across the whole table parts, where no side is drawn along it either. */
function withWholeRows(all: readonly Group[]): Group[] {
  const result: Group[] = [];
  const top = ({ horizontal }: Group): number => Math.min(...horizontal.map(({ at }) => at));
  for (const group of all.toSorted((a, b) => top(a) - top(b))) {
    const above = result.at(-1);
    const [upper, lower] =
      above === undefined || above.vertical.length === 0 || group.vertical.length === 0
        ? [null, null]
        : [openEdge(above, true), openEdge(group, false)];
    const gap = upper === null || lower === null ? 0 : lower.at - upper.at;
    if (
      above !== undefined &&
      upper !== null &&
      lower !== null &&
      gap > 0 &&
      gap <= tallestWholeRow * Math.min(usualRow(above), usualRow(group)) &&
      Math.abs(upper.from - lower.from) <= reach &&
      Math.abs(upper.to - lower.to) <= reach
    ) {
      above.horizontal.push(...group.horizontal);
      above.vertical.push(...group.vertical);
    } else {
      result.push(group);
    }
  }
  return result;
}

/** Gives a group the rules that run beside it from its top to its bottom and meet none: the sides of cells that go on from page to page. */
function withTornColumns(
  all: readonly { horizontal: RulingLine[]; vertical: RulingLine[] }[],
): { horizontal: RulingLine[]; vertical: RulingLine[] }[] {
  const whole = all.filter((group) => group.horizontal.length > 0 && group.vertical.length > 1);
  const lone = all.filter((group) => group.horizontal.length === 0).flatMap((group) => group.vertical);
  for (const rule of lone) {
    whole
      .find(
        (group) =>
          Math.abs(Math.min(...group.vertical.map(({ from }) => from)) - rule.from) <= reach &&
          Math.abs(Math.max(...group.vertical.map(({ to }) => to)) - rule.to) <= reach,
      )
      ?.vertical.push(rule);
  }
  return all.filter((group) => group.horizontal.length > 0);
}

/** Supplies an outer edge where at least two rules reach past the outermost rule across them. */
function withOuterEdges(
  edges: readonly number[],
  crossing: readonly RulingLine[],
): { edges: number[]; before: boolean; after: boolean } {
  const first = edges[0] ?? 0;
  const last = edges.at(-1) ?? 0;
  const starts = crossing.map((rule) => rule.from).filter((from) => from < first - overhang);
  const ends = crossing.map((rule) => rule.to).filter((to) => to > last + overhang);
  const before = starts.length >= 2;
  const after = ends.length >= 2;
  return {
    edges: [...(before ? [Math.min(...starts)] : []), ...edges, ...(after ? [Math.max(...ends)] : [])],
    before,
    after,
  };
}

/** For each edge, which of the stretches between crossing edges are ruled. */
function ruledStretches(
  rules: readonly RulingLine[],
  edges: readonly number[],
  crossings: readonly number[],
): boolean[][] {
  const stretches = edges.map(() => new Array<boolean>(Math.max(0, crossings.length - 1)).fill(false));
  for (const rule of rules) {
    const ruled = stretches[nearest(edges, rule.at)];
    for (
      let index = Math.max(0, nearest(crossings, rule.from) - 1);
      ruled !== undefined && index < ruled.length;
      index += 1
    ) {
      const from = crossings[index] ?? 0;
      const to = crossings[index + 1] ?? 0;
      if (from > rule.to) {
        break;
      }
      if (Math.min(to, rule.to) - Math.max(from, rule.from) >= ruledShare * (to - from)) {
        ruled[index] = true;
      }
    }
  }
  return stretches;
}

/** Cells from the stretches that are ruled: each spans right and down until a rule stops it. */
function cellsBetween(
  rowCount: number,
  columnCount: number,
  below: (row: number, column: number) => boolean,
  right: (row: number, column: number) => boolean,
): { cells: GridCell[]; unclosed: number } {
  const taken = Array.from({ length: rowCount }, () => new Array<boolean>(columnCount).fill(false));
  const cells: GridCell[] = [];
  let unclosed = 0;
  const free = (row: number, from: number, to: number): boolean => {
    for (let column = from; column < to; column += 1) {
      if (taken[row]?.[column] !== false) {
        return false;
      }
    }
    return true;
  };
  const stretch = (row: number, from: number, to: number, ruled: (row: number, column: number) => boolean): number => {
    let count = 0;
    for (let column = from; column < to; column += 1) {
      count += ruled(row, column) ? 1 : 0;
    }
    return count;
  };
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) {
      if (taken[row]?.[column] !== false) {
        continue;
      }
      let to = column + 1;
      while (to < columnCount && !right(row, to - 1) && taken[row]?.[to] === false) {
        to += 1;
      }
      let bottom = row + 1;
      while (
        bottom < rowCount &&
        stretch(bottom - 1, column, to, below) === 0 &&
        free(bottom, column, to) &&
        stretch(bottom, column, to - 1, right) === 0
      ) {
        bottom += 1;
      }
      for (let covered = row; covered < bottom; covered += 1) {
        taken[covered]?.fill(true, column, to);
      }
      // At the top and the bottom a page break may have torn the cell.
      let closed =
        (bottom === rowCount || stretch(bottom - 1, column, to, below) === to - column) &&
        (row === 0 || stretch(row - 1, column, to, below) === to - column);
      for (let side = row; side < bottom && closed; side += 1) {
        closed = right(side, to - 1) && right(side, column - 1);
      }
      unclosed += closed ? 0 : 1;
      cells.push({ row, column, rowSpan: bottom - row, columnSpan: to - column });
    }
  }
  return { cells, unclosed };
}

/** Drops the places that lie outside an outline that is no rectangle: nothing closes them to the left or the right. */
function insideOutline(
  cells: readonly GridCell[],
  columnCount: number,
  right: (row: number, column: number) => boolean,
): GridCell[] {
  return cells.filter(({ row, column, rowSpan, columnSpan }) => {
    const open = (edge: boolean, at: number): boolean =>
      edge && !Array.from({ length: rowSpan }, (_, index) => row + index).some((own) => right(own, at));
    return !(open(column === 0, -1) || open(column + columnSpan === columnCount, columnCount - 1));
  });
}

/** Takes out edges that no cell needs: slivers between rules that should have been one. */
function withoutSlivers(
  edges: readonly number[],
  spans: readonly { readonly from: number; readonly to: number }[],
): number[] {
  const needed = new Set<number>();
  for (let index = 0; index + 1 < edges.length; index += 1) {
    if (
      (edges[index + 1] ?? 0) - (edges[index] ?? 0) > 2 * reach ||
      spans.some((span) => span.from === index && span.to === index + 1)
    ) {
      needed.add(index);
    }
  }
  // Each place of the result tells the edge that an old edge becomes.
  let next = 0;
  const renumbered = [0];
  for (let index = 0; index + 1 < edges.length; index += 1) {
    next += needed.has(index) ? 1 : 0;
    renumbered.push(next);
  }
  return renumbered;
}

function merged(edges: readonly number[], renumbered: readonly number[]): number[] {
  const sums: { sum: number; count: number }[] = [];
  for (const [index, edge] of edges.entries()) {
    const entry = (sums[renumbered[index] ?? 0] ??= { sum: 0, count: 0 });
    entry.sum += edge;
    entry.count += 1;
  }
  return sums.map(({ sum, count }) => sum / count);
}

function gridOf(horizontal: readonly RulingLine[], vertical: readonly RulingLine[]): Grid | null {
  const ruledColumns = snap(
    vertical.map((rule) => rule.at),
    snapDistance,
  );
  const ruledRows = snap(
    horizontal.map((rule) => rule.at),
    snapDistance,
  );
  const { edges: columns, before: left, after: rightmost } = withOuterEdges(ruledColumns, horizontal);
  const { edges: rows, before: top, after: bottom } = withOuterEdges(ruledRows, vertical);
  const rowCount = rows.length - 1;
  const columnCount = columns.length - 1;
  if (rowCount < 1 || columnCount < 1 || rowCount * columnCount > mostPlaces) {
    return null;
  }
  const across = ruledStretches(horizontal, rows, columns);
  const down = ruledStretches(vertical, columns, rows);
  const [firstEdge, lastEdge] = [[...(across[0] ?? [])], [...(across[rowCount] ?? [])]];
  if (top) {
    across[0]?.fill(true);
  }
  if (bottom) {
    across[rowCount]?.fill(true);
  }
  if (left) {
    down[0]?.fill(true);
  }
  if (rightmost) {
    down[columnCount]?.fill(true);
  }
  const below = (row: number, column: number): boolean => across[row + 1]?.[column] === true;
  const right = (row: number, column: number): boolean => down[column + 1]?.[row] === true;
  const all = cellsBetween(rowCount, columnCount, below, right);
  const inside = insideOutline(all.cells, columnCount, right);
  if (inside.length < 2) {
    return null;
  }
  const columnNumbers = withoutSlivers(
    columns,
    inside.map((cell) => ({ from: cell.column, to: cell.column + cell.columnSpan })),
  );
  const rowNumbers = withoutSlivers(
    rows,
    inside.map((cell) => ({ from: cell.row, to: cell.row + cell.rowSpan })),
  );
  return {
    columns: merged(columns, columnNumbers),
    rows: merged(rows, rowNumbers),
    cells: inside.map((cell) => {
      const row = rowNumbers[cell.row] ?? 0;
      const column = columnNumbers[cell.column] ?? 0;
      const open = (edge: readonly boolean[]): boolean =>
        !edge.slice(cell.column, cell.column + cell.columnSpan).some(Boolean);
      return {
        ...(cell.row === 0 && open(firstEdge) ? { openTop: true as const } : {}),
        ...(cell.row + cell.rowSpan === rowCount && open(lastEdge) ? { openBottom: true as const } : {}),
        row,
        column,
        rowSpan: (rowNumbers[cell.row + cell.rowSpan] ?? 0) - row,
        columnSpan: (columnNumbers[cell.column + cell.columnSpan] ?? 0) - column,
      };
    }),
    unclosed: Math.max(0, all.unclosed - (all.cells.length - inside.length)),
    supplied: [left, rightmost, top, bottom].filter(Boolean).length,
  };
}

/**
 * The ruled grids of a page. Where a rule between two places is missing they are one cell; a side of the outline that
 * is not drawn is supplied where rules run up to it. A frame around a single cell is no grid.
 * @param horizontal joined horizontal rules
 * @param vertical joined vertical rules
 * @returns the grids, top to bottom, then left to right
 */
export function grids(horizontal: readonly RulingLine[], vertical: readonly RulingLine[]): Grid[] {
  if (horizontal.length * vertical.length > mostMeetings) {
    return [];
  }
  return intersectingGroups(horizontal, vertical)
    .map((group) => gridOf(group.horizontal, group.vertical))
    .filter((grid) => grid !== null)
    .toSorted((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0) || (a.columns[0] ?? 0) - (b.columns[0] ?? 0));
}
