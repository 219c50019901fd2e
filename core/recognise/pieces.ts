import type { Document, Table } from '../document/document.ts';
import { readQuantity } from '../quantity/quantity.ts';
import type { Caption } from './caption.ts';
import { normaliseTitle } from './forms.ts';
import { squash, type ExpandedGrid } from './grid.ts';
import { beginsWithData, type Head } from './head.ts';
import { outlineOrder } from './outline.ts';

/** Where a table may be only a piece of one: rows of it may stand in the table before it, or in the one behind it. */
export interface Ends {
  readonly above: boolean;
  readonly below: boolean;
}

/** A table with what is known of it before its form is told. */
export interface Piece {
  readonly table: Table;
  readonly grid: ExpandedGrid;
  readonly head: Head;
  readonly caption: Caption;
}

const mark = /^[（(]?(?:续|接上|上接|承前页)|[（(]续.{0,4}[)）]\d{0,2}$|续表/;
const totalName = /(?:合计|总计|总额)$/;
const note = /^(?:注|备注|说明)\d?[:：、]/;
const pageTotal = /本页|承前页|过次页|转下页/;

/** A title without what a repeated one may have more. */
const titleKey = ({ caption }: Piece): string =>
  squash(normaliseTitle(caption.title))
    .replace(/\(?续\d?表?[一二三四五六七八九十\d]*\)?$/, '')
    .replace(/^[:：]/, '');

/** The filled cells of a row. */
function textsOf({ table, grid }: Piece, row: number): string[] {
  return Array.from({ length: table.columns }, (_, column) => squash(grid.ownTextAt(row, column))).filter(
    (text) => text !== '',
  );
}

/** The rows of data with something printed. */
function dataRows(piece: Piece, first: number): string[][] {
  return Array.from({ length: piece.table.rows - first }, (_, index) => textsOf(piece, first + index)).filter(
    (texts) => texts.length > 0 && !note.test(texts[0] ?? ''),
  );
}

const isTotal = (texts: readonly string[] | undefined): boolean =>
  texts !== undefined &&
  !texts.some((text) => pageTotal.test(text)) &&
  texts.some((text) => totalName.test(text) && readQuantity(text).kind === 'text');

/** The words of a head, whatever columns they stand over. */
function headWords(piece: Piece): Set<string> {
  return new Set(
    piece.head.paths
      .flat()
      .map(squash)
      .filter((text) => text !== ''),
  );
}

/** Whether two heads say the same: empty columns may have been left out of either. */
function haveSameHead(one: Piece, other: Piece): boolean {
  const [a, b] = [headWords(one), headWords(other)];
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  return (
    fewer.size > 0 &&
    [...fewer].filter((word) => more.has(word)).length * 4 >= fewer.size * 3 &&
    fewer.size * 2 >= more.size
  );
}

/** The account codes of a table, as far as they stand in one cell or begin it. */
function codesOf(piece: Piece, first: number): string[] {
  return dataRows(piece, first).flatMap(
    (texts) =>
      texts
        .slice(0, 2)
        .map((text) => /^[[【]?(\d{3}(?:\d\d){0,2})(?=\D|$)/.exec(text)?.[1])
        .find((code) => code !== undefined) ?? [],
  );
}

/** Whether the first account of a table stands below one that only the table before it prints. */
function hasLostParent(one: Piece, other: Piece, first: number): boolean {
  const [before, after] = [codesOf(one, one.head.rows), codesOf(other, first)];
  const [begins] = after;
  if (begins === undefined || begins.length < 5) return false;
  const parents = [begins.slice(0, 5), begins.slice(0, 3)].filter((code) => code.length < begins.length);
  return parents.some((code) => before.includes(code) && !after.includes(code));
}

/** Whether the ordinals of the second table go on where those of the first end: 七、 and then 八、. */
function numberingGoesOn(one: Piece, other: Piece, first: number): boolean {
  const ordinals = (piece: Piece, from: number): number[] =>
    dataRows(piece, from).flatMap(
      (texts) =>
        texts
          .slice(0, 2)
          .map(outlineOrder)
          .find((order) => order !== null) ?? [],
    );
  const last = ordinals(one, one.head.rows).at(-1);
  return last !== undefined && ordinals(other, first)[0] === last + 1;
}

/** Whether the second table may be the rest of the first. When in doubt, it is: what fails in a piece is only left unjudged. */
function mayGoOn(one: Piece, other: Piece, between: readonly string[]): boolean {
  const isMarked = [...between, ...other.table.captions.map(({ text }) => text), other.caption.title].some((text) =>
    mark.test(squash(text)),
  );
  if (isMarked) return true;
  const headless = beginsWithData(other.grid);
  const first = headless ? 0 : other.head.rows;
  const [above, below] = [dataRows(one, one.head.rows), dataRows(other, first)];
  if (isTotal(above.at(-1))) return false;
  // A total at the top begins a table of its own, unless it is the same one again.
  if (isTotal(below[0]) && below.length > 1 && below[0]?.join('|') !== above[0]?.join('|')) return false;
  const [own, theirs] = [titleKey(one), titleKey(other)];
  const isOther = [
    [one.caption.publisher, other.caption.publisher],
    [one.caption.year, other.caption.year],
    [one.caption.unit, other.caption.unit],
  ].some(([a, b]) => a !== null && b !== null && a !== b);
  const isUntitled = theirs === '' && other.caption.formNumber === null;
  const isSame = own !== '' && own === theirs && !isOther;
  if (isSame || isUntitled)
    return (
      headless || haveSameHead(one, other) || numberingGoesOn(one, other, first) || hasLostParent(one, other, first)
    );
  return hasLostParent(one, other, first) && haveSameHead(one, other);
}

/**
 * Finds tables that may be pieces of one: whose rows may go on in the table behind, or begin in the one before. What such a piece adds up to is
 * not all of it.
 * @param document as read
 * @param pieces its tables in order
 * @returns for each table, by id, which of its ends may be open
 */
export function openEnds(document: Document, pieces: readonly Piece[]): Map<string, Ends> {
  const at = new Map(document.blocks.map((block, index) => [block.id, index]));
  const unread = new Set(document.unreadPages.map(({ page }) => page));
  const goesOn = pieces.map((piece, index) => {
    const next = pieces[index + 1];
    const page = lastPage(piece.table);
    if (page !== null && unread.has(page + 1) && (next === undefined || (firstPage(next.table) ?? 0) > page))
      return true;
    if (next === undefined) return false;
    const between = document.blocks
      .slice((at.get(piece.table.id) ?? 0) + 1, at.get(next.table.id))
      .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    return mayGoOn(piece, next, between);
  });
  return new Map(
    pieces.map(({ table }, index) => [table.id, { above: goesOn[index - 1] === true, below: goesOn[index] === true }]),
  );
}

const firstPage = (table: Table): number | null => table.place.page ?? null;
/** The page that a table ends on. */
function lastPage(table: Table): number | null {
  return table.cells.reduce<number | null>(
    (last, { place }) => (place.page === undefined ? last : Math.max(last ?? 0, place.page)),
    firstPage(table),
  );
}
