import type { Document, Table } from '../document/document.ts';
import { mapped } from '../steps.ts';
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
  /** It stands last, and no note below it shows that its end is printed: what goes on may not be in the document. */
  readonly last?: boolean;
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

/** Words by which a page says that it is one of several: 仅本页, 未完待续, 第1页 共3页, 上一页 1 2 下一页. */
const saysMore = /仅(?:显示|为|限)?本页|未完|转下页|接下页/;
const pageOfPages = /第(\d{1,4})页[,，/]?共(\d{1,4})页/;
const pager = /下一?页/;
/** A longer line is no row of links to other pages. */
const longestPager = 60;

/** Whether a line behind the last table says that the document goes on elsewhere. */
function goesOnElsewhere(text: string): boolean {
  const line = squash(text);
  const [, at, of] = pageOfPages.exec(line) ?? [];
  if (at !== undefined && of !== undefined) return Number(at) < Number(of);
  if (line.length > longestPager) return false;
  return saysMore.test(line) || (pager.test(line) && new Set(text.match(/\d{1,3}/g)).size > 1);
}

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

/** The rows of data with something printed, one after the other, from the first or from the last. */
function* dataRows(piece: Piece, first: number, upwards = false): Generator<string[], undefined> {
  const count = piece.table.rows - first;
  for (let index = 0; index < count; index += 1) {
    const texts = textsOf(piece, first + (upwards ? count - 1 - index : index));
    if (texts.length > 0 && !note.test(texts[0] ?? '')) yield texts;
  }
}

/** The first two rows of data. */
function firstRows(piece: Piece, first: number): string[][] {
  const found: string[][] = [];
  for (const texts of dataRows(piece, first)) if (found.push(texts) === 2) break;
  return found;
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
function* codesOf(piece: Piece, first: number): Generator<string, undefined> {
  for (const texts of dataRows(piece, first)) {
    const code = texts
      .slice(0, 2)
      .map((text) => /^[[【]?(\d{3}(?:\d\d){0,2})(?=\D|$)/.exec(text)?.[1])
      .find((one) => one !== undefined);
    if (code !== undefined) yield code;
  }
}

/** Whether the first account of a table stands below one that only the table before it prints. */
function hasLostParent(one: Piece, other: Piece, first: number): boolean {
  const [begins] = codesOf(other, first);
  if (begins === undefined || begins.length < 5) return false;
  const [before, after] = [new Set(codesOf(one, one.head.rows)), new Set(codesOf(other, first))];
  const parents = [begins.slice(0, 5), begins.slice(0, 3)].filter((code) => code.length < begins.length);
  return parents.some((code) => before.has(code) && !after.has(code));
}

/** Whether the ordinals of the second table go on where those of the first end: 七、 and then 八、. */
function numberingGoesOn(one: Piece, other: Piece, first: number): boolean {
  const ordinal = (rows: Iterable<string[]>): number | null => {
    for (const texts of rows) {
      const order = texts
        .slice(0, 2)
        .map(outlineOrder)
        .find((found) => found !== null);
      if (order !== undefined) return order;
    }
    return null;
  };
  const last = ordinal(dataRows(one, one.head.rows, true));
  return last !== null && ordinal(dataRows(other, first)) === last + 1;
}

/** Whether the second table may be the rest of the first. When in doubt, it is: what fails in a piece is only left unjudged. */
function mayGoOn(one: Piece, other: Piece, between: readonly string[]): boolean {
  const isMarked = [...between, ...other.table.captions.map(({ text }) => text), other.caption.title].some((text) =>
    mark.test(squash(text)),
  );
  if (isMarked) return true;
  const headless = beginsWithData(other.grid);
  const first = headless ? 0 : other.head.rows;
  const [last] = dataRows(one, one.head.rows, true);
  if (isTotal(last)) return false;
  // A total at the top begins a table of its own, unless it is the same one again.
  const [top] = dataRows(one, one.head.rows);
  const [begins, ...rest] = firstRows(other, first);
  if (isTotal(begins) && rest.length > 0 && begins?.join('|') !== top?.join('|')) return false;
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
 * not all of it. Yields after each.
 * @param document as read
 * @param pieces its tables in order
 * @returns for each table, by id, which of its ends may be open
 */
export function* openEnds(document: Document, pieces: readonly Piece[]): Generator<void, Map<string, Ends>> {
  const at = new Map(document.blocks.map((block, index) => [block.id, index]));
  const linesBehind = (piece: Piece, next: Piece | undefined): string[] =>
    document.blocks
      .slice((at.get(piece.table.id) ?? 0) + 1, next && at.get(next.table.id))
      .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  const unread = new Set(document.unreadPages.map(({ page }) => page));
  const goesOn = yield* mapped(
    pieces,
    (piece, index) => {
      const next = pieces[index + 1];
      const page = lastPage(piece.table);
      if (page !== null && unread.has(page + 1) && (next === undefined || (firstPage(next.table) ?? 0) > page))
        return true;
      const between = linesBehind(piece, next);
      return next === undefined ? between.some(goesOnElsewhere) : mayGoOn(piece, next, between);
    },
    1,
  );
  const last = pieces.at(-1);
  const hasEnd =
    last !== undefined &&
    [...last.table.notes.map(({ text }) => text), ...linesBehind(last, undefined)].some((text) =>
      note.test(squash(text)),
    );
  return new Map(
    pieces.map((piece, index) => [
      piece.table.id,
      {
        above: goesOn[index - 1] === true,
        below: goesOn[index] === true,
        ...(piece === last && !hasEnd && { last: true }),
      },
    ]),
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
