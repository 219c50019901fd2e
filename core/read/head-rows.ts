import type { Cell } from '../document/document.ts';

/** Heads have at most this many rows. */
export const mostHeadRows = 8;
/** Title, publisher and unit rows above a head that is repeated without them. */
export const mostTitleRows = 4;

/** A line that says that the table below goes on from above. */
export const continuation = /^[（(]?(?:续表|续上表|接上表|续|上接.{0,12})[）)]?$/u;
/** The same as a part of a title. */
export const continued = /[（(]续(?:上?表)?[）)\d一二三四五六七八九十]*[）)]?|续表/gu;
/** A form's title, number, unit or publisher. */
export const titleText = /表(?:[（(].{0,28}[）)])?$|公开\s*\d+\s*表|单位\s*[：:]|^附(?:表|件)/u;

/** A text without white space. */
export function unspaced(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** The cells that print something. */
export function printedCells(cells: readonly Cell[]): Cell[] {
  return cells.filter(({ text }) => text.trim() !== '');
}

/** One of the first rows of a grid. */
export interface HeadRow {
  readonly key: string;
  readonly blank: boolean;
  /** One cell across the whole table. */
  readonly whole: boolean;
  readonly firstText: string;
  readonly cells: readonly Cell[];
}

/**
 * The first rows of a grid; a row's key holds the texts and spans of its cells.
 * @param count how many; no more than the grid has
 */
export function topRows(cells: readonly Cell[], columnCount: number, count: number): HeadRow[] {
  const rows: Cell[][] = Array.from({ length: count }, () => []);
  for (const cell of cells) rows[cell.row]?.push(cell);
  return rows.map((row): HeadRow => {
    const own = row.toSorted((a, b) => a.column - b.column);
    return {
      key: own.map((cell) => `${cell.column} ${cell.columnSpan} ${cell.rowSpan} ${unspaced(cell.text)}`).join('|'),
      blank: own.every((cell) => cell.text === ''),
      whole: own.length === 1 && own[0]?.columnSpan === columnCount,
      firstText: unspaced(own[0]?.text ?? ''),
      cells: own,
    };
  });
}

/** A title in the grid itself, as sheets printed with their grid lines have it. */
export function isTitle(row: HeadRow, columnCount: number): boolean {
  const [first, ...others] = row.cells;
  return (
    first !== undefined &&
    2 * first.columnSpan > columnCount &&
    titleText.test(row.firstText) &&
    others.every((cell) => cell.text === '')
  );
}

/** Rows that only name a form, without the heads of its columns: the next form of the same name begins with them too. */
export function onlyName(rows: readonly HeadRow[], columnCount: number): boolean {
  return (
    rows.some((row) => isTitle(row, columnCount)) &&
    rows.every(({ cells }) => cells.filter(({ text }) => text !== '' && !titleText.test(unspaced(text))).length <= 1)
  );
}

/**
 * How many rows at the top of the lower part repeat the head of the upper one.
 * @param upper from `topRows`, with its title rows
 * @param lower from `topRows`, of the same width
 */
export function repeatedRows(upper: readonly HeadRow[], lower: readonly HeadRow[]): number {
  for (
    let titles = 0;
    titles <= mostTitleRows && upper.slice(0, titles).every((row) => row.whole || row.blank || titles === 0);
    titles += 1
  ) {
    let count = 0;
    while (
      count < Math.min(lower.length, mostHeadRows) &&
      upper[titles + count] !== undefined &&
      upper[titles + count]?.key === lower[count]?.key
    ) {
      count += 1;
    }
    while (
      count > 0 &&
      (lower[count - 1]?.blank === true ||
        lower.slice(0, count).some((row, index) => row.cells.some((cell) => index + cell.rowSpan > count)))
    ) {
      count -= 1;
    }
    if (count > 0) {
      return count;
    }
  }
  return 0;
}
