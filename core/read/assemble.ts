import type { Block, Cell, Document, NearbyLine, Paragraph, Table, UnreadPage } from '../document/document.ts';
import { dropBlankColumns } from './blank-columns.ts';
import { mapped } from '../steps.ts';
import { isHeadCopy } from './head-copy.ts';
import { printedCells } from './head-rows.ts';
import type { RawBlock, RawParagraph, RawTable } from './raw.ts';
import { separated } from './touching.ts';
import { withHeadSpans } from './unmerged-head.ts';

/** A title, form number, publisher, year and unit may each have a line of their own, with a heading or two above. */
const captionLinesAbove = 8;

const captionToken =
  /^[（(]?(?:(?:财决)?公开\d+表(?:(?:金额)?单位[:：].*)?|附?表\s*[\d一二三四五六七八九十]+(?:[-－]\d+)?|(?:金额)?单位\s*[:：].*|(?:编制|填报|预算|公开)?(?:部门|单位)(?:[（(]单位[）)])?(?:名称)?\s*[:：].*|\d{4}\s*年度?|预算年度\s*[:：].*)[）)]?$/;
const titleRow = /表(?:[（(].{0,12}[）)])?$/;
const noteRow = /^(?:注|说明|备注|注释)\s*[:：]/;

/** Rows of the grid that hold a title, a form number, a publisher, a year or a unit instead of a head. */
function isCaptionRow(cells: readonly Cell[], columns: number): boolean {
  const printed = printedCells(cells);
  if (printed.length === 0 || printed.length > 5 || cells.some((cell) => cell.rowSpan > 1)) return false;
  const words = printed.map((cell) => cell.text.normalize('NFKC').replace(/\s+/g, ''));
  const titles = printed.filter(
    (cell, index) =>
      titleRow.test(words[index] ?? '') &&
      (printed.length === 1 ? cell.columnSpan > 1 || columns === 1 || cells.length === columns : true),
  );
  const tokens = words.filter((word) => captionToken.test(word));
  const both = words.filter(
    (word, index) => captionToken.test(word) || titles.some((title) => title === printed[index]),
  );
  return both.length === printed.length && (tokens.length > 0 || titles.length === printed.length);
}

/** Layout that carries the title, number, publisher and unit of the table below it in a grid of its own: its lines; else null. */
function captionGrid(raw: RawTable): RawParagraph[] | null {
  if (raw.rows > captionLinesAbove) return null;
  const rows = cellsByRow(raw);
  const printed = printedCells(raw.cells);
  const only =
    printed.length > 0 &&
    rows.every((cells) => cells.every((cell) => cell.text.trim() === '') || isCaptionRow(cells, raw.columns));
  return only ? printed.map((cell) => ({ kind: 'paragraph', text: cell.text, place: cell.place })) : null;
}

interface Trimmed {
  readonly captions: NearbyLine[];
  readonly notes: NearbyLine[];
  readonly rows: number;
  readonly cells: readonly Cell[];
}

/** The cells that begin in each row. */
function cellsByRow(raw: RawTable): Cell[][] {
  const rows: Cell[][] = Array.from({ length: raw.rows }, () => []);
  for (const cell of raw.cells) rows[cell.row]?.push(cell);
  return rows;
}

/** Takes caption rows off the top of a grid and note rows off its bottom. */
function trim(raw: RawTable): Trimmed {
  const byRow = cellsByRow(raw);
  const rowCells = (row: number) => byRow[row] ?? [];
  const asLines = (cells: readonly Cell[]) =>
    printedCells(cells).map((cell) => ({ text: cell.text, place: cell.place }));
  const captions: NearbyLine[] = [];
  const notes: NearbyLine[] = [];
  let first = 0;
  while (first < raw.rows - 1) {
    const cells = rowCells(first);
    const blank = cells.every((cell) => cell.text.trim() === '' && cell.rowSpan === 1);
    if (!isCaptionRow(cells, raw.columns) && !(blank && (first === 0 || captions.length > 0))) break;
    captions.push(...asLines(cells));
    first += 1;
  }
  if (captions.length === 0) first = 0;
  let end = raw.rows;
  while (end > first + 1) {
    const cells = rowCells(end - 1);
    const printed = printedCells(cells);
    const [note] = printed;
    if (printed.length !== 1 || !note || note.column > 0 || note.rowSpan > 1 || !noteRow.test(note.text.trim())) break;
    notes.push(...asLines(cells));
    end -= 1;
  }
  notes.reverse();
  const cells =
    first === 0 && end === raw.rows
      ? raw.cells
      : raw.cells
          .filter((cell) => cell.row >= first && cell.row < end)
          .map((cell) => ({ ...cell, row: cell.row - first, rowSpan: Math.min(cell.rowSpan, end - cell.row) }));
  return { captions, notes, rows: end - first, cells };
}

const isSentence = (text: string): boolean => /[。；;]/.test(text) || text.length > 80;

/** The short lines directly above a table, nearest last; they end at another table, its notes, or running text. */
function linesAbove(blocks: readonly RawBlock[], index: number, notesEnd: number): NearbyLine[] {
  const lines: NearbyLine[] = [];
  for (let at = index - 1; at >= notesEnd && lines.length < captionLinesAbove; at -= 1) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph' || isSentence(block.text)) break;
    lines.unshift({ text: block.text, place: block.place });
  }
  return lines;
}

/** The notes directly below a table: 注：…, 说明：本表无数据, and their continuation, which the numbered title of the next table is not. */
function linesBelow(blocks: readonly RawBlock[], index: number): NearbyLine[] {
  const lines: NearbyLine[] = [];
  for (let at = index + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph') break;
    const text = block.text.trim();
    const continues =
      lines.length > 0 && /^(?:[（(]?\d+[.、）)]|本表)/.test(text) && !titleRow.test(text.replace(/\s+/g, ''));
    if (!noteRow.test(text) && !continues && !/本表(?:无数据|为空)|^(?:此表|本表).{0,6}(?:无|空)/.test(text)) break;
    lines.push({ text: block.text, place: block.place });
  }
  return lines;
}

/** Leaves out tables that only repeat the head of the next one; what stands in their first rows stays with the real table. */
function* withoutHeadCopies(blocks: readonly RawBlock[]): Generator<void, RawBlock[]> {
  const kept: RawBlock[] = [];
  let captions: readonly NearbyLine[] = [];
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (block.kind === 'table' && next?.kind === 'table') {
      yield;
      const copy = trim(block);
      if (isHeadCopy({ ...copy, columns: block.columns }, { ...trim(next), columns: next.columns })) {
        captions = [...captions, ...block.captions, ...copy.captions];
        continue;
      }
    }
    kept.push(
      block.kind === 'table' && captions.length > 0 ? { ...block, captions: [...captions, ...block.captions] } : block,
    );
    captions = [];
  }
  return kept;
}

/**
 * Makes a document of the blocks of a page or file: numbers them, takes caption rows and note rows off the grids,
 * and gives each table the lines that stand directly above and below it. Yields after each table.
 * @param source where the document comes from
 * @param found tables and paragraphs in reading order
 * @param unreadPages pages without text
 */
export function* assemble(
  source: Document['source'],
  found: readonly RawBlock[],
  unreadPages: readonly UnreadPage[] = [],
): Generator<void, Document> {
  const parted = yield* mapped(found, (block): readonly RawBlock[] =>
    block.kind === 'table' ? (captionGrid(block) ?? separated(block)) : [block],
  );
  const raw = yield* withoutHeadCopies(parted.flat());
  const blocks: Block[] = [];
  let tables = 0;
  let paragraphs = 0;
  let notesEnd = 0;
  for (const [index, block] of raw.entries()) {
    if (block.kind === 'paragraph') {
      paragraphs += 1;
      const paragraph: Paragraph = { ...block, id: `p${paragraphs}` };
      blocks.push(paragraph);
      continue;
    }
    yield;
    tables += 1;
    const trimmed = trim(block);
    const { cells, columns } = dropBlankColumns(trimmed.cells, trimmed.rows, block.columns);
    const below = linesBelow(raw, index);
    const table: Table = {
      kind: 'table',
      id: `t${tables}`,
      captions: [...linesAbove(raw, index, notesEnd), ...block.captions, ...trimmed.captions],
      notes: [...trimmed.notes, ...below],
      rows: trimmed.rows,
      columns,
      cells: withHeadSpans(cells, columns),
      place: block.place,
      confidence: block.confidence,
      ...(block.doubt === undefined ? {} : { doubt: block.doubt }),
    };
    notesEnd = index + 1 + below.length;
    blocks.push(table);
  }
  return { source, blocks, unreadPages };
}
