import type { Cell } from '../document/document.ts';

/** Heads have at most this many rows. */
const mostRows = 6;
const hasAmount = /\d[.．,，]?\d/u;
const numbersColumns = /^[(（]?\d{1,2}[)）]?$|栏次/u;

interface Span {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The rows before the first that holds figures; none where some of their cells are merged, as they should be. */
function headTexts(cells: readonly Cell[], columns: number): string[][] {
  const texts: string[][] = [];
  for (let row = 0; row <= mostRows; row += 1) {
    const own = cells.filter((cell) => cell.row === row);
    if (own.some(({ text }) => hasAmount.test(text) || numbersColumns.test(text.trim()))) return texts;
    if (
      own.length !== columns ||
      own.every(({ text }) => text.trim() === '') ||
      own.some(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
    )
      return [];
    texts.push(own.toSorted((a, b) => a.column - b.column).map(({ text }) => text.trim()));
  }
  return [];
}

/** The cells of a head's rows from `row` on, over some of its columns; null where a column has no name. */
function merged(texts: readonly (readonly string[])[], row: number, from: number, to: number): Span[] | null {
  const line = texts[row];
  if (line === undefined) return [];
  const named = (column: number): boolean => texts.slice(row + 1).some((below) => (below[column] ?? '') !== '');
  const spans: Span[] = [];
  for (let column = from; column < to;) {
    if (line[column] === '') return null;
    let end = column + 1;
    while (end < to && line[end] === '') end += 1;
    const under = Array.from({ length: end - column }, (_, index) => column + index);
    if (under.every(named)) {
      const below = merged(texts, row + 1, column, end);
      if (below === null) return null;
      spans.push({ row, column, rowSpan: 1, columnSpan: end - column }, ...below);
    } else if (under.length === 1) {
      spans.push({ row, column, rowSpan: texts.length - row, columnSpan: 1 });
    } else {
      return null;
    }
    column = end;
  }
  return spans;
}

/**
 * Gives a head its spans where it is printed without any: a blank cell beside a name that has names below it belongs to that name, a
 * blank cell below a name without any belongs to it too. Sheets saved without their merged cells have such heads.
 * @param cells the cells of a grid
 * @param columns its width
 * @returns the cells with the spans; the same where some cells of the head are merged, or the blanks could belong to either side
 */
export function withHeadSpans(cells: readonly Cell[], columns: number): readonly Cell[] {
  const texts = headTexts(cells, columns);
  if (texts.length < 2 || !texts.some((line) => line.includes(''))) return cells;
  const spans = merged(texts, 0, 0, columns);
  if (spans === null) return cells;
  const at = new Map(spans.map((span) => [span.row * columns + span.column, span]));
  return cells.flatMap((cell) => {
    if (cell.row >= texts.length) return [cell];
    const span = at.get(cell.row * columns + cell.column);
    return span === undefined ? [] : [{ ...cell, ...span }];
  });
}
