import { pageContent } from './page.ts';
import type { PageContent } from './page-content.ts';
import { snap, joinRulingLines, snapDistance } from './ruling-lines.ts';
import type { Glyph, UprightPage } from './upright-page.ts';
import { tolerances } from './tolerances.ts';

// A spreadsheet that is wider than its paper prints the columns that do not fit on pages of their own. Read apart, such a
// strip is a table without labels and its first part a table without its last columns; so they are laid side by side again.

const { sameEdge, leastRows, reachBack, titleSize } = tolerances.sideways;

const title = /表(?:[（(].{0,12}[）)])?$/u;
const formNumber = /^[（(]?(?:财决)?公开\s*\d+\s*表/u;

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** The edges of a page's one grid. */
interface Strip {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

/** A page as it was read, while another may still belong beside it. */
interface Kept {
  readonly at: number;
  readonly upright: UprightPage;
  readonly grid: Strip;
  /** Its titles: beside it stands nothing but the rest of them. */
  readonly titles: readonly string[];
  readonly above: readonly string[];
  /** The column edges of each strip that has been laid side by side. */
  readonly strips: readonly (readonly number[])[];
}

/** The one grid of a page; one without text, or of one cell, counts too: the last columns of a sheet may be blank. */
function onlyGrid(upright: UprightPage, content: PageContent): Strip | null {
  const tables = content.items.filter((item) => item.kind === 'table');
  const [table] = tables;
  if (table !== undefined) {
    return tables.length === 1 ? table : null;
  }
  const rows = snap(
    joinRulingLines(upright.horizontal).map(({ at }) => at),
    snapDistance,
  );
  const columns = snap(
    joinRulingLines(upright.vertical).map(({ at }) => at),
    snapDistance,
  );
  return rows.length > 1 && columns.length > 1 ? { rows, columns } : null;
}

function includes(edges: readonly number[], some: readonly number[]): boolean {
  return some.every((edge) => edges.some((other) => Math.abs(other - edge) <= sameEdge));
}

function sameRows(a: readonly number[], b: readonly number[]): boolean {
  return (
    Math.abs((a[0] ?? 0) - (b[0] ?? 0)) <= sameEdge &&
    Math.abs((a.at(-1) ?? 0) - (b.at(-1) ?? 0)) <= sameEdge &&
    (includes(a, b) || includes(b, a))
  );
}

/** Pages that follow each other down the same columns have the same widths. */
function sameColumns(a: readonly number[], b: readonly number[]): boolean {
  return (
    a.length === b.length &&
    a.every((edge, index) => Math.abs(edge - (a[0] ?? 0) - (b[index] ?? 0) + (b[0] ?? 0)) <= sameEdge)
  );
}

/** The titles above a page's grid or in its first row; large letters count, whatever they say. */
function titles(content: PageContent, grid: Strip): { readonly text: string; readonly left: number }[] {
  const least = Math.min(...content.items.flatMap((item) => (item.kind === 'line' ? [item.size] : [])));
  return content.items.flatMap((item) => {
    if (item.kind === 'line') {
      const isTitle =
        item.ink.bottom <= (grid.rows[0] ?? 0) &&
        !formNumber.test(item.text) &&
        (title.test(item.text) || item.size > titleSize * least);
      return isTitle ? [{ text: item.text, left: item.ink.left - item.size }] : [];
    }
    return item.cells
      .filter((cell) => cell.row === 0)
      .map((cell) => ({ text: bare(cell.text), left: item.columns[cell.column] ?? 0 }))
      .filter(({ text }) => title.test(text) && !formNumber.test(text));
  });
}

/** What is printed above a page's grid; a strip repeats none of it. */
function linesAbove(content: PageContent, grid: Strip): string[] {
  return content.items.flatMap((item) =>
    item.kind === 'line' && item.ink.bottom <= (grid.rows[0] ?? 0) ? [bare(item.text)] : [],
  );
}

/** A title of its own begins within the strip; that of the whole sheet is cut off at its left edge. */
function isTitled(content: PageContent, grid: Strip): boolean {
  return titles(content, grid).some(({ left }) => left > (grid.columns[0] ?? 0));
}

/** One page as wide as both, the right strip against the last rule of the left one. */
function sideBySide(left: Kept, right: UprightPage, grid: Strip): UprightPage {
  const seam = left.grid.columns.at(-1) ?? left.upright.width;
  const by = seam - (grid.columns[0] ?? 0);
  // The boxes outlive the pages: they must not hold their glyphs.
  const [leftBox, rightBox] = [left.upright.box, right.box];
  return {
    ...left.upright,
    width: Math.max(left.upright.width, right.width + by),
    glyphs: [
      ...left.upright.glyphs,
      ...right.glyphs.map((glyph): Glyph => ({ ...glyph, left: glyph.left + by, right: glyph.right + by })),
    ],
    horizontal: [
      ...left.upright.horizontal,
      ...right.horizontal.map((rule) => ({ ...rule, from: rule.from + by, to: rule.to + by })),
    ],
    shades: [
      ...left.upright.shades,
      ...right.shades.map((shade) => ({ ...shade, left: shade.left + by, right: shade.right + by })),
    ],
    vertical: [...left.upright.vertical, ...right.vertical.map((rule) => ({ ...rule, at: rule.at + by }))],
    box: (rectangle) =>
      (rectangle.left + rectangle.right) / 2 < seam
        ? leftBox(rectangle)
        : rightBox({ ...rectangle, left: Math.max(rectangle.left, seam) - by, right: rectangle.right - by }),
  };
}

/** Takes pages in order and lays the strips of one sheet side by side. */
export class SheetPages {
  readonly #contents: PageContent[] = [];
  #kept: Kept[] = [];

  /** The pages so far; those that were laid beside another have gone into it. */
  get contents(): readonly PageContent[] {
    return this.#contents;
  }

  /**
   * Adds a page.
   * @param upright the next page of the document
   */
  add(upright: UprightPage): void {
    const content = pageContent(upright);
    const grid = onlyGrid(upright, content);
    if (grid === null || isTitled(content, grid)) {
      this.#kept = [];
    }
    const beside =
      grid === null
        ? undefined
        : this.#kept.find(
            (kept) =>
              this.#isBeside(kept, upright, grid) &&
              titles(content, grid).every(({ text }) =>
                kept.titles.some((own) => own.endsWith(text) || !title.test(own)),
              ) &&
              !linesAbove(content, grid).some((line) => kept.above.includes(line)),
          );
    if (grid !== null && beside !== undefined) {
      const wide = sideBySide(beside, upright, grid);
      const whole = pageContent(wide);
      this.#contents[beside.at] = whole;
      // What stands before it on the sheet has its strips already.
      this.#kept = this.#kept.filter((other) => other.at > beside.at);
      this.#kept.unshift({
        ...beside,
        upright: wide,
        grid: onlyGrid(wide, whole) ?? beside.grid,
        strips: [...beside.strips, grid.columns],
      });
      return;
    }
    this.#contents.push(content);
    if (grid !== null) {
      this.#kept = [
        ...this.#kept,
        {
          at: this.#contents.length - 1,
          upright,
          grid,
          titles: titles(content, grid).map(({ text }) => text),
          above: linesAbove(content, grid),
          strips: [grid.columns],
        },
      ].slice(-reachBack);
    }
  }

  #isBeside(kept: Kept, page: UprightPage, grid: Strip): boolean {
    return (
      Math.abs(kept.upright.height - page.height) <= sameEdge &&
      sameRows(kept.grid.rows, grid.rows) &&
      !kept.strips.some((strip) => sameColumns(strip, grid.columns)) &&
      (Math.min(kept.grid.rows.length, grid.rows.length) > leastRows || this.#isKnownSeam(kept, grid))
    );
  }

  /** Whether pages above on the same sheet were laid side by side with these columns. */
  #isKnownSeam(kept: Kept, grid: Strip): boolean {
    return this.#kept.some(({ strips }) =>
      strips.some(
        (strip, index) =>
          sameColumns(strip, grid.columns) && sameColumns(strips[index - 1] ?? [], kept.strips.at(-1) ?? []),
      ),
    );
  }
}
