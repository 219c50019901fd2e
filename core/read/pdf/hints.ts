import type { Rectangle } from './geometry.ts';
import { snap, joinRulingLines, nearest, snapDistance } from './ruling-lines.ts';
import type { RulingLine, UprightPage } from './upright-page.ts';
import { tolerances } from './tolerances.ts';

/**
 * What a page without a ruled grid still draws of its tables: rules between rows only, the grounds of rows and cells, rules
 * drawn cell by cell. It says where rows and columns part, not which of them a cell spans.
 */
export interface Hints {
  /** Edges between rows, where they are drawn. */
  readonly rows: readonly RulingLine[];
  /** Edges between columns, left to right, the outer ones too; empty when nothing tells. */
  readonly columns: readonly number[];
}

export const noHints: Hints = { rows: [], columns: [] };

const { shortestPiece, meeting, leastPieces, highestGround, leastRows, shortestEdge } = tolerances.hints;
/** More grounds than this are a picture. */
const mostGrounds = 5_000;

/** The places along a line where the pieces that make it up begin and end; none for one that is drawn at once, or dashed. */
function joints(pieces: readonly RulingLine[]): number[] {
  const sorted = pieces.toSorted((a, b) => a.from - b.from);
  const met = sorted.filter(
    (piece, index) => index > 0 && Math.abs(piece.from - (sorted[index - 1]?.to ?? 0)) <= meeting,
  ).length;
  return sorted.length >= leastPieces &&
    met + 1 >= leastPieces &&
    sorted.every((piece) => piece.to - piece.from >= shortestPiece)
    ? sorted.flatMap(({ from, to }) => [from, to])
    : [];
}

/** Places that several rows show. */
function repeated(places: readonly number[]): number[] {
  return snap(places, snapDistance).filter(
    (at) => places.filter((place) => Math.abs(place - at) <= snapDistance).length >= leastRows,
  );
}

/**
 * What a page draws of tables that have no grid.
 * @param page upright
 * @param known column edges of what is ruled down but not across, empty when nothing is
 */
export function hintsOf(page: Pick<UprightPage, 'horizontal' | 'shades' | 'height'>, known: readonly number[]): Hints {
  const grounds: Rectangle[] =
    page.shades.length > mostGrounds
      ? []
      : page.shades.filter((shade) => shade.bottom - shade.top < highestGround * page.height);
  const edges = grounds.flatMap((shade) =>
    [shade.top, shade.bottom].map((at): RulingLine => ({ at, from: shade.left, to: shade.right, width: 0 })),
  );
  const rows = joinRulingLines([...page.horizontal, ...edges]).filter((rule) => rule.to - rule.from >= shortestEdge);
  if (known.length > 0) {
    return { rows, columns: known };
  }
  const heights = snap(
    page.horizontal.map(({ at }) => at),
    snapDistance,
  );
  const pieces = heights.map((): RulingLine[] => []);
  for (const rule of page.horizontal) {
    pieces[nearest(heights, rule.at)]?.push(rule);
  }
  return {
    rows,
    columns: repeated([...pieces.flatMap(joints), ...grounds.flatMap((shade) => [shade.left, shade.right])]),
  };
}
