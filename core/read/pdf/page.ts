import type { Cell } from '../../document/document.ts';
import { addTo } from '../../grouped.ts';
import { isCjk } from './characters.ts';
import { ruledConfidence } from './confidence.ts';
import type { Rectangle } from './geometry.ts';
import { grids } from './grid.ts';
import type { Grid, GridCell } from './grid.ts';
import { hintsOf, noHints } from './hints.ts';
import type { PageContent, PageLine, PageTable } from './page-content.ts';
import { coveredShare, picturesOf, scanned } from './picture.ts';
import { strings } from './strings.ts';
import { snap, joinRulingLines, snapDistance } from './ruling-lines.ts';
import { joinLines, textLines } from './text.ts';
import type { TextLine } from './text.ts';
import type { Glyph, UprightPage } from './upright-page.ts';
import { tolerances } from './tolerances.ts';

const {
  pieceGap,
  beyondRule,
  padding,
  overprint,
  leastNames,
  mostHeadRows,
  leastBeside,
  leastRows,
  nextRow,
  leastStack,
  unwrapped,
} = tolerances.page;
const decimalAmount = /^[-−]?\d[\d,]*\.\d+%?$/;

/** Punctuation leaves half of its square free, and is set closer. */
const inked = /^[\p{L}\p{N}]/u;

const figure = /^[-−]?\d[\d,]*(?:\.\d+)?[%％]?$/u;

function interval(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length - 1;
  if (high < 1 || value < (edges[0] ?? 0) || value > (edges[high] ?? 0)) {
    return -1;
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= value) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Whether letters are printed over each other: of two texts, one reaching into the other's cell. */
function isOverprinted({ glyphs, turns }: TextLine): boolean {
  return (
    turns === 0 &&
    glyphs.some((glyph, index) => {
      const before = glyphs[index - 1];
      return (
        before !== undefined &&
        inked.test(before.text) &&
        inked.test(glyph.text) &&
        before.right - glyph.left > overprint * Math.min(before.right - before.left, glyph.right - glyph.left)
      );
    })
  );
}

/** A grid being filled with the glyphs whose centres lie in its cells. */
class Filling {
  readonly grid: Grid;
  readonly glyphs: Glyph[][];
  readonly #straddling = new Set<number>();
  #count = 0;
  readonly #cellAt: Int32Array;
  readonly #columnCount: number;

  constructor(grid: Grid) {
    this.grid = grid;
    this.#columnCount = grid.columns.length - 1;
    this.#cellAt = new Int32Array((grid.rows.length - 1) * this.#columnCount).fill(-1);
    this.glyphs = grid.cells.map(() => []);
    for (const [index, cell] of grid.cells.entries()) {
      for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
        this.#cellAt.fill(
          index,
          row * this.#columnCount + cell.column,
          row * this.#columnCount + cell.column + cell.columnSpan,
        );
      }
    }
  }

  #cellOf(glyph: Glyph): number {
    const column = interval(this.grid.columns, (glyph.left + glyph.right) / 2);
    const row = interval(this.grid.rows, (glyph.top + glyph.bottom) / 2);
    return column < 0 || row < 0 ? -1 : (this.#cellAt[row * this.#columnCount + column] ?? -1);
  }

  /**
   * Puts an unbroken string in its cell, also where it runs over into the next one.
   * @param string glyphs shown together without a gap
   * @returns whether it lies in a cell
   */
  take(string: readonly Glyph[]): boolean {
    const cells = string.map((glyph) => this.#cellOf(glyph));
    const [first = -1] = cells;
    const last = cells.at(-1) ?? -1;
    if (first < 0 || last < 0) {
      // Part of it may still lie in the grid: an outline with a step.
      return cells.some((cell) => cell >= 0) && string.every((glyph, index) => this.#put(glyph, cells[index] ?? -1));
    }
    const owner = first === last ? first : this.#owner(string, cells, first, last);
    return string.every((glyph, index) => this.#put(glyph, owner ?? cells[index] ?? -1));
  }

  /**
   * Whose text a string is that runs over a rule: that of the cell it is aligned in.
   * @returns null when the parts stand on their own, as two amounts do
   */
  #owner(string: readonly Glyph[], cells: readonly number[], first: number, last: number): number | null {
    const parts = new Map<number, string>();
    for (const [index, glyph] of string.entries()) {
      const cell = cells[index] ?? -1;
      parts.set(cell, (parts.get(cell) ?? '') + glyph.text);
    }
    if ([...parts.values()].every((part) => decimalAmount.test(part))) {
      return null;
    }
    const [start] = string;
    const end = string.at(-1);
    const [firstCell, lastCell] = [this.grid.cells[first], this.grid.cells[last]];
    if (!start || !end || !firstCell || !lastCell) {
      return null;
    }
    const near = padding + start.size;
    const before = start.left - this.rectangle(firstCell).left;
    const after = this.rectangle(lastCell).right - end.right;
    if (before <= near && before <= after) {
      return first;
    }
    if (after <= near) {
      return last;
    }
    return cells[Math.floor(cells.length / 2)] ?? first;
  }

  #put(glyph: Glyph, index: number): boolean {
    const cell = this.grid.cells[index];
    if (cell === undefined) {
      return false;
    }
    this.glyphs[index]?.push(glyph);
    if (!glyph.blank) {
      this.#count += 1;
      const { left, top, right, bottom } = this.rectangle(cell);
      const wide = beyondRule * (glyph.right - glyph.left);
      const high = beyondRule * (glyph.bottom - glyph.top);
      if (
        left - glyph.left > wide ||
        glyph.right - right > wide ||
        top - glyph.top > high ||
        glyph.bottom - bottom > high
      ) {
        this.#straddling.add(index);
      }
    }
    return true;
  }

  /** Whether one row of the rules holds several of the table: figures stand below each other in cells beside each other, or beside lines of words. */
  lacksRowRules(): boolean {
    const stacks = new Map<number, number[][]>();
    const lines = new Map<number, Set<number>[]>();
    const place = ({ ink }: TextLine): number => Math.round(ink.bottom / 2);
    for (const [index, cell] of this.grid.cells.entries()) {
      const glyphs = this.glyphs[index] ?? [];
      const { top, bottom } = this.rectangle(cell);
      if (glyphs.length < leastStack || bottom - top < leastStack * (glyphs[0]?.size ?? Infinity)) {
        continue;
      }
      const own = textLines(glyphs);
      const figures = own.filter(({ text }) => figure.test(text));
      addTo(lines, cell.row, new Set(own.map(place)));
      const apart = Math.min(
        ...figures.slice(1).map(({ ink, size }, at) => (ink.bottom - (figures[at]?.ink.bottom ?? 0)) / size),
      );
      if (figures.length >= leastStack || (figures.length > 1 && figures.length === own.length && apart >= unwrapped)) {
        addTo(stacks, cell.row, figures.map(place));
      }
    }
    const isOpen = (row: number, own: readonly (readonly number[])[]): boolean => {
      const others = lines.get(row) ?? [];
      return (
        new Set(own.map((stack) => stack.join(' '))).size < own.length ||
        own.length >= leastStack ||
        own.some(
          (stack) =>
            others.filter(
              (other) =>
                other.size >= stack.length && stack.every((at) => [at - 1, at, at + 1].some((near) => other.has(near))),
            ).length > 1,
        )
      );
    };
    return [...stacks].some(([row, own]) => isOpen(row, own));
  }

  /** Whether it holds names of columns and no figures, and rows of figures stand below it that nothing rules. */
  isHeadOf(below: readonly Glyph[]): boolean {
    const { rows, cells } = this.grid;
    const bottom = rows.at(-1) ?? 0;
    const names = cells
      .map((_, index) => joinLines(textLines(this.glyphs[index] ?? []), () => 0))
      .filter((text) => text !== '');
    if (
      rows.length - 1 > mostHeadRows ||
      names.length < leastNames ||
      names.some((text) => figure.test(text) || decimalAmount.test(text))
    ) {
      return false;
    }
    const figures = looseFigures(below.filter((glyph) => glyph.top > bottom - padding));
    const first = Math.min(...figures.flat().map(({ ink }) => ink.top));
    return (
      figures.filter((row) => row.length >= leastBeside).length >= leastRows &&
      first - bottom <= nextRow * (figures[0]?.[0]?.size ?? 0)
    );
  }

  rectangle(cell: GridCell): Rectangle {
    const { rows, columns } = this.grid;
    return {
      left: columns[cell.column] ?? 0,
      top: rows[cell.row] ?? 0,
      right: columns[cell.column + cell.columnSpan] ?? 0,
      bottom: rows[cell.row + cell.rowSpan] ?? 0,
    };
  }

  /** The filled table; null when nothing is printed in it. */
  table(page: UprightPage, isScan: boolean): PageTable | null {
    const { grid } = this;
    if (this.#count === 0) {
      return null;
    }
    let overprinted = 0;
    const cells = grid.cells.map((cell, index): Cell => {
      const rectangle = this.rectangle(cell);
      const lines = textLines(this.glyphs[index] ?? []);
      overprinted += lines.some(isOverprinted) ? 1 : 0;
      const room = (line: TextLine): number =>
        (line.turns % 2 === 0
          ? rectangle.right - rectangle.left - (line.ink.right - line.ink.left)
          : rectangle.bottom - rectangle.top - (line.ink.bottom - line.ink.top)) -
        2 * padding;
      return {
        row: cell.row,
        column: cell.column,
        rowSpan: cell.rowSpan,
        columnSpan: cell.columnSpan,
        text: joinLines(lines, room),
        place: { page: page.page, area: page.box(rectangle), ink: lines.map((line) => page.box(line.ink)) },
      };
    });
    return {
      kind: 'table',
      page: page.page,
      columns: grid.columns,
      rows: grid.rows,
      cells,
      openTop: grid.cells.filter((cell) => cell.openTop).map(({ column }) => column),
      openBottom: grid.cells.filter((cell) => cell.openBottom).map(({ column }) => column),
      area: page.box({
        left: grid.columns[0] ?? 0,
        top: grid.rows[0] ?? 0,
        right: grid.columns.at(-1) ?? 0,
        bottom: grid.rows.at(-1) ?? 0,
      }),
      confidence: ruledConfidence(grid, cells, this.#straddling.size, overprinted),
      ...(isScan ? { doubt: 'letters' as const } : {}),
    };
  }
}

/** The figures among lines, those at one height together. */
function looseFigures(glyphs: readonly Glyph[]): TextLine[][] {
  const rows: TextLine[][] = [];
  for (const line of textLines(glyphs, (before, after, gap) => gap > Math.max(before.size, after.size)).filter(
    ({ text }) => decimalAmount.test(text),
  )) {
    const last = rows.at(-1)?.[0];
    if (last && Math.abs(last.ink.bottom - line.ink.bottom) < line.size / 2) {
      rows.at(-1)?.push(line);
    } else {
      rows.push([line]);
    }
  }
  return rows;
}

/** The glyphs outside tables, as lines; columns of a line apart, but not the letters of a spaced heading. */
function looseLines(glyphs: readonly Glyph[], page: UprightPage): PageLine[] {
  const pieces = textLines(glyphs, (before, after, gap) => gap > pieceGap * Math.max(before.size, after.size));
  const baselines: TextLine[][] = [];
  for (const line of pieces) {
    const row = baselines.at(-1);
    const last = row?.at(-1);
    if (
      row &&
      last?.turns === line.turns &&
      Math.min(last.ink.bottom, line.ink.bottom) - Math.max(last.ink.top, line.ink.top) >
        0.5 * Math.min(last.size, line.size) &&
      line.ink.left >= last.ink.right
    ) {
      row.push(line);
    } else {
      baselines.push([line]);
    }
  }
  return baselines.flatMap((row): PageLine[] => {
    if (row.length > 1 && row.every(({ text }) => text.length === 1 && isCjk(text))) {
      const [first] = row;
      const last = row.at(-1);
      if (first && last) {
        const ink = { ...first.ink, right: last.ink.right };
        return [
          {
            ...first,
            kind: 'line',
            page: page.page,
            piece: false,
            text: row.map(({ text }) => text).join(''),
            ink,
            glyphs: row.flatMap(({ glyphs: own }) => own),
            box: page.box(ink),
          },
        ];
      }
    }
    return row.map((line) => ({
      ...line,
      kind: 'line',
      page: page.page,
      piece: row.length > 1,
      box: page.box(line.ink),
    }));
  });
}

function filled(
  drawn: readonly Grid[],
  shown: readonly Glyph[][],
): { readonly fillings: Filling[]; readonly loose: Glyph[] } {
  const fillings = drawn.map((grid) => new Filling(grid));
  // A table inside another's cell comes first, so that its text is its own.
  const innerFirst = fillings.toSorted((a, b) => span(a.grid) - span(b.grid));
  return { fillings, loose: shown.filter((string) => !innerFirst.some((filling) => filling.take(string))).flat() };
}

/**
 * Lets go of the glyphs where no table can be told by their alignment: on a page with a ruled one, or without text beside
 * text. A document is put together when all its pages are read, and most of what a page takes up is glyphs.
 */
function withGlyphsOnlyToAlign(lines: readonly PageLine[], tables: readonly PageTable[]): readonly PageLine[] {
  return tables.length === 0 && lines.some(({ piece }) => piece)
    ? lines
    : lines.map((line) => ({ ...line, glyphs: [] }));
}

/**
 * Reads one upright page: its ruled tables, and the lines of text around them.
 * @param page the page's glyphs and rules
 * @returns tables and lines, top to bottom
 */
export function pageContent(page: UprightPage): PageContent {
  const shown = strings(page.glyphs);
  const drawn = grids(joinRulingLines(page.horizontal), joinRulingLines(page.vertical));
  let { fillings, loose } = filled(drawn, shown);
  const [only, ...others] = fillings;
  const open = fillings.filter(
    (filling) => filling.lacksRowRules() || (others.length === 0 && filling === only && only.isHeadOf(loose)),
  );
  if (open.length > 0) {
    const whole = fillings.filter((filling) => !open.includes(filling));
    // Its columns and rows are told by alignment, as where nothing is ruled.
    ({ fillings, loose } = filled(
      whole.map(({ grid }) => grid),
      shown,
    ));
  }
  const pictures = picturesOf(page);
  const isScan = coveredShare(pictures) >= scanned;
  const tables = fillings.map((filling) => filling.table(page, isScan)).filter((table) => table !== null);
  const known = snap(
    open.flatMap(({ grid }) => grid.columns),
    snapDistance,
  );
  const items: (PageTable | PageLine)[] = [];
  let next = 0;
  for (const line of withGlyphsOnlyToAlign(looseLines(loose, page), tables)) {
    for (
      let table = tables[next];
      table !== undefined && (table.rows[0] ?? 0) < (line.ink.top + line.ink.bottom) / 2;
      table = tables[next]
    ) {
      items.push(table);
      next += 1;
    }
    items.push(line);
  }
  items.push(...tables.slice(next));
  return {
    page: page.page,
    width: page.width,
    height: page.height,
    items,
    pictures,
    outlines: page.outlines,
    hints: tables.length === 0 ? hintsOf(page, known) : noHints,
    box: page.box,
  };
}

function span(grid: Grid): number {
  return ((grid.columns.at(-1) ?? 0) - (grid.columns[0] ?? 0)) * ((grid.rows.at(-1) ?? 0) - (grid.rows[0] ?? 0));
}
