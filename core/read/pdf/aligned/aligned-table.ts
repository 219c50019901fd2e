import type { Box, Cell } from '../../../document/document.ts';
import { grouped } from '../../../grouped.ts';
import { around } from '../geometry.ts';
import type { Rectangle } from '../geometry.ts';
import type { PageTable } from '../page-content.ts';
import { snapDistance } from '../ruling-lines.ts';
import { joinLines } from '../text.ts';
import type { TextLine } from '../text.ts';
import type { RulingLine } from '../upright-page.ts';
import { wordBlocks, leadingOf, rowPitch } from './block.ts';
import type { WordBlock } from './block.ts';
import { alignedColumns, partings } from './column.ts';
import { arePartedBy, blocksBetween, drawnPartings, rowsBetween } from './drawn.ts';
import { alignedConfidence } from './confidence.ts';
import type { Stretch } from './region.ts';
import { wrapAnchorOf, rowsOf } from './row.ts';
import type { Rows } from './row.ts';
import { spreadsOf } from './span.ts';
import type { Spread } from './span.ts';
import { partedAtEdges } from './touching.ts';
import type { Word } from './word.ts';
import { tolerances } from '../tolerances.ts';

const { middleOfText, edgeReach, leastRows, leastTexts, leastBeside, leastNames } = tolerances.alignedTable;
const endsTable = /^(?:(?:合|总)计|(?:收入|支出)(?:合|总)计)$/u;
const decimal = /\d\.\d/;

/** A word with the page it is printed on. */
interface Hung {
  readonly word: Word;
  readonly stretch: Stretch;
  /** How much further down it counts than it stands. */
  readonly drop: number;
}

function usual(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Hangs the pages of a table below each other, a row apart. */
function hung(stretches: readonly Stretch[]): Hung[] {
  const result: Hung[] = [];
  let bottom: number | null = null;
  for (const stretch of stretches) {
    const heights = stretch.words.map(({ baseline }) => baseline);
    const size = usual(stretch.words.map((word) => word.size));
    const drop: number = bottom === null ? 0 : bottom + rowPitch(stretch.words, size) - Math.min(...heights);
    result.push(
      ...stretch.words.map((word) => ({
        word: drop === 0 ? word : { ...word, baseline: word.baseline + drop },
        stretch,
        drop,
      })),
    );
    bottom = Math.max(...heights) + drop;
  }
  return result;
}

/** The edges between rows that are drawn, at the heights of baselines and hung like the words. */
function drawnEdges(entries: readonly Hung[], size: number): RulingLine[] {
  return [...new Map(entries.map((entry) => [entry.stretch, entry])).values()].flatMap(({ stretch, drop }) => {
    const heights = stretch.words.map(({ baseline }) => baseline);
    const [first, last] = [Math.min(...heights) - edgeReach * size, Math.max(...heights) + edgeReach * size];
    return stretch.page.hints.rows
      .filter(({ at }) => at > first && at < last)
      .map((rule) => ({ ...rule, at: rule.at + middleOfText * size + drop }));
  });
}

/** The column edges that are drawn on the pages of a table; none when they differ. */
function drawnColumns(stretches: readonly Stretch[]): readonly number[] {
  const [first = [], ...others] = stretches.map((stretch) => stretch.page.hints.columns);
  return others.every(
    (other) =>
      other.length === first.length && other.every((at, index) => Math.abs(at - (first[index] ?? 0)) <= snapDistance),
  )
    ? first
    : [];
}

/** Words at one height, top to bottom, each line from left to right. */
function levelsOf(words: readonly Word[]): Word[][] {
  const result: Word[][] = [];
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = result.at(-1)?.[0];
    if (last && word.baseline - last.baseline <= 0.5 * word.size) {
      result.at(-1)?.push(word);
    } else {
      result.push([word]);
    }
  }
  return result.map((level) => level.toSorted((a, b) => a.left - b.left));
}

/** How many lines at the top of a page repeat those of another; a single line of few words may be alike by chance. */
function repeatedLines(own: readonly (readonly Word[])[], others: readonly (readonly Word[])[]): number {
  const key = (words: readonly Word[] | undefined): string => (words ?? []).map(({ text }) => text).join(' ');
  let count = 0;
  while (count < own.length && count < others.length && key(own[count]) === key(others[count])) {
    count += 1;
  }
  const [head = []] = own;
  return count >= 2 || (count === 1 && head.length >= leastNames && !head.some(({ text }) => /\d/u.test(text)))
    ? count
    : 0;
}

/** The first rows of a page that repeat those of the page before. */
function withoutRepeatedHead(stretch: Stretch, first: Stretch): Stretch {
  const own = levelsOf(stretch.words);
  const count = repeatedLines(own, levelsOf(first.words));
  return count > 0 ? { ...stretch, words: own.slice(count).flat() } : stretch;
}

/**
 * Whether a table may go on under its own head: the head is repeated, the part above has not ended with its total, and the part
 * below does not begin as the table began.
 * @param first the table's first part
 * @param before the part that it would go on from
 * @param after the part that may go on
 */
export function goesOnUnderHead(first: Stretch, before: Stretch, after: Stretch): boolean {
  const [own, others] = [levelsOf(after.words), levelsOf(first.words)];
  const count = repeatedLines(own, others);
  const [begins, began, ended] = [own[count]?.[0], others[count]?.[0], levelsOf(before.words).at(-1)?.[0]];
  return (
    count > 0 &&
    begins !== undefined &&
    begins.text !== began?.text &&
    !endsTable.test(ended?.text.replace(/\s+/gu, '') ?? '')
  );
}

/** Takes out rows in which nothing begins: heights at which only cells stood that turned out to span rows. */
function withoutEmptyRows(
  rows: Rows,
  spreads: readonly Spread[],
): { readonly rows: Rows; readonly spreads: readonly Spread[] } {
  const kept = rows.centres.map((_, row) => spreads.some(({ top }) => top === row));
  const number = (row: number): number => kept.slice(0, row).filter(Boolean).length;
  return {
    rows: {
      of: rows.of,
      centres: rows.centres.filter((_, row) => kept[row]),
      edges: rows.edges.filter((_, row) => row === kept.length || kept[row]),
    },
    spreads: spreads.map((spread) => ({
      ...spread,
      top: number(spread.top),
      bottom: Math.max(number(spread.top), number(spread.bottom + 1) - 1),
    })),
  };
}

/**
 * Whether texts stand beside each other in most rows; or in several, with amounts, and all others keep to a column: a form most of
 * whose lines are blank on one of its sides.
 */
function isTable(spreads: readonly Spread[], rowCount: number): boolean {
  const rows = Array.from({ length: rowCount }, (_, row) =>
    spreads.filter((spread) => spread.top <= row && spread.bottom >= row),
  );
  const beside = rows.filter((own) => own.length > 1);
  const amounts = beside.filter((own) =>
    own.some(({ block }) => block.numeric && block.words.some(({ text }) => decimal.test(text))),
  );
  return (
    beside.length >= Math.max(leastRows, rowCount / 2) ||
    (amounts.length >= leastBeside &&
      rows.every((own) => own.length !== 1 || own.every(({ left, right }) => left === right)))
  );
}

function textOf(blocks: readonly WordBlock[], width: number): string {
  const lines = blocks.flatMap((block) => block.words).map((word): TextLine => ({ ...word.line, text: word.text }));
  return joinLines(lines, (line) => width - (line.ink.right - line.ink.left) - line.size);
}

/**
 * Reads a table without rules: columns by what stands beside each other, rows by the heights of the text.
 * @param stretches its parts, one a page
 * @param usualLeading how far apart the lines of a cell are in the document's other tables, from `leadingOf`
 * @returns null when it is no table
 */
export function alignedTable(stretches: readonly Stretch[], usualLeading: number): PageTable | null {
  const [first] = stretches;
  if (first === undefined) {
    return null;
  }
  const parts = stretches
    .map((stretch, index) => (index === 0 ? stretch : withoutRepeatedHead(stretch, first)))
    .map((stretch) => ({ ...stretch, words: partedAtEdges(stretch.words, stretch.slope) }));
  const entries = hung(parts.filter((stretch) => stretch.words.length > 0));
  const home = new Map(entries.map((entry) => [entry.word, entry]));
  const words = entries.map(({ word }) => word);
  const size = usual(words.map((word) => word.size));
  const pitch = rowPitch(words, size);
  const recognised = stretches.some((stretch) => stretch.recognised);
  const leading = recognised ? Infinity : Math.min(usualLeading, leadingOf(words));
  const edges = recognised ? [] : drawnEdges(entries, size);
  const parted = arePartedBy(words, edges);
  const blocks = parted ? blocksBetween(words, edges) : wordBlocks(words, pitch, leading);
  const drawn = parted ? rowsBetween(blocks, edges) : null;
  const found = drawn?.rows ?? rowsOf(blocks, pitch, recognised);
  const gaps = (recognised ? null : drawnPartings(blocks, drawnColumns(parts))) ?? partings(blocks);
  const columnCount = gaps.length + 1;
  if (found.centres.length < leastRows || columnCount < 2 || blocks.length < leastTexts) {
    return null;
  }
  const columns = alignedColumns(blocks, gaps, size);
  const all = spreadsOf(blocks, found, wrapAnchorOf(blocks, pitch), columns, pitch, size, drawn?.spans);
  const { rows, spreads } = withoutEmptyRows(found, all);
  const rowCount = rows.centres.length;
  if (!isTable(spreads, rowCount)) {
    return null;
  }

  /** The page each row stands on: that of its text, else that of the row above. */
  const rowHome: Hung[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    const own = spreads.find((spread) => spread.top === row && spread.bottom === row);
    const [word] = own?.block.words ?? [];
    const entry = (word && home.get(word)) ?? rowHome[row - 1] ?? entries[0];
    if (entry) {
      rowHome.push(entry);
    }
  }
  const place = (top: number, bottom: number, left: number, right: number): { page: number; area: Box } | null => {
    const entry = rowHome[top];
    if (entry === undefined) {
      return null;
    }
    let last = top;
    while (last < bottom && rowHome[last + 1]?.stretch === entry.stretch) {
      last += 1;
    }
    const [x0 = 0, x1 = 0] = [columns.edges[left], columns.edges[right + 1]];
    const lift = middleOfText * size + entry.drop - (entry.stretch.slope * (x0 + x1)) / 2;
    const [y0 = 0, y1 = 0] = [rows.edges[top], rows.edges[last + 1]];
    const lean = entry.stretch.slope * (y0 - lift);
    return {
      page: entry.stretch.page.page,
      area: entry.stretch.page.box({ left: x0 - lean, right: x1 - lean, top: y0 - lift, bottom: y1 - lift }),
    };
  };

  const owners = grouped(spreads, ({ top, left }) => `${top} ${left}`);
  const covered = new Set<number>();
  const cells: Cell[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) {
      if (covered.has(row * columnCount + column)) {
        continue;
      }
      const own = owners.get(`${row} ${column}`) ?? [];
      let bottom = Math.max(row, ...own.map((spread) => spread.bottom));
      let right = Math.max(column, ...own.map((spread) => spread.right));
      const free = (r: number, c: number): boolean =>
        !covered.has(r * columnCount + c) &&
        (r === row && c === column
          ? true
          : !spreads.some((other) => !own.includes(other) && other.top === r && other.left === c));
      while (
        right > column &&
        !Array.from({ length: right - column + 1 }, (_, index) => column + index).every((c) => free(row, c))
      ) {
        right -= 1;
      }
      while (
        bottom > row &&
        !Array.from({ length: bottom - row + 1 }, (_, index) => row + index).every((r) =>
          Array.from({ length: right - column + 1 }, (_, index) => column + index).every((c) => free(r, c)),
        )
      ) {
        bottom -= 1;
      }
      for (let r = row; r <= bottom; r += 1) {
        for (let c = column; c <= right; c += 1) {
          covered.add(r * columnCount + c);
        }
      }
      const at = place(row, bottom, column, right);
      const lines = own.flatMap(({ block }) => block.words);
      cells.push({
        row,
        column,
        rowSpan: bottom - row + 1,
        columnSpan: right - column + 1,
        text: textOf(
          own.map(({ block }) => block).toSorted((a, b) => a.first - b.first || a.left - b.left),
          (columns.edges[right + 1] ?? 0) - (columns.edges[column] ?? 0),
        ),
        place: {
          ...(at ?? {}),
          ink: lines
            .map((word) => home.get(word))
            .filter((entry) => entry !== undefined)
            .map((entry) => entry.stretch.page.box(entry.word.line.ink)),
        },
      });
    }
  }
  const { page } = first;
  const outline: Rectangle = around(first.words.map((word) => word.line.ink));
  return {
    kind: 'table',
    page: page.page,
    columns: columns.edges,
    rows: rows.edges,
    cells,
    area: page.box(outline),
    openTop: [],
    openBottom: [],
    aligned: true,
    doubt: recognised ? 'letters' : 'runs',
    confidence: alignedConfidence({ spreads, columns, rows, size, recognised }),
  };
}
