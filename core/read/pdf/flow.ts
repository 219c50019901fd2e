import { union } from '../../document/union.ts';
import type { RawParagraph } from '../raw.ts';
import type { PageContent, PageLine, PageTable } from './page-content.ts';
import { joinLines } from './text.ts';
import { tolerances } from './tolerances.ts';

/** Lines that make one paragraph, perhaps over pages. */
export interface TextFlow {
  readonly kind: 'flow';
  readonly lines: readonly PageLine[];
  readonly text: string;
}

/** The edges of the running text on a page. */
interface Measure {
  readonly left: number;
  readonly right: number;
}

const { slack, deepestIndent, indent, sharedBy, ragged, lineGap, sizeChange } = tolerances.flow;
/** A table of contents' entry, led by dots to its page number. */
const ledByDots = /(?:…{2}|[.．·]{4})\s*\d*$/u;
/** What always begins a paragraph; an item only after a full stop. */
const beginsNote = /^(?:注|备注|附注|说明|资料来源|数据来源)\s*(?:\d+\s*)?[：:]/u;
/** What ends no paragraph, however short its line. */
const goesOnAfter = /[，、；]$/u;
const beginsItem =
  /^(?:\d{1,2}[.、．)）](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}部分)/u;

function runningLines(page: PageContent): PageLine[] {
  return page.items.filter((item) => item.kind === 'line').filter((line) => line.turns === 0 && !line.piece);
}

/** The right edge that enough lines of a page share; null on pages of short lines. */
function sharedRight(page: PageContent): number | null {
  const rights = runningLines(page)
    .map((line) => line.ink.right)
    .toSorted((a, b) => b - a);
  return rights.find((right, index) => right - (rights[index + sharedBy - 1] ?? -Infinity) < ragged) ?? null;
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The measure of each page: its own where its lines show it, else that of pages of the same width. */
function measures(pages: readonly PageContent[]): Measure[] {
  const byWidth = new Map<number, { lefts: number[]; rights: number[] }>();
  const rights = pages.map(sharedRight);
  for (const [index, page] of pages.entries()) {
    const right = rights[index] ?? null;
    if (right !== null) {
      const entry = byWidth.get(Math.round(page.width)) ?? { lefts: [], rights: [] };
      byWidth.set(Math.round(page.width), entry);
      entry.rights.push(right);
      entry.lefts.push(Math.min(...runningLines(page).map((line) => line.ink.left)));
    }
  }
  return pages.map((page, index) => {
    if (page.measure !== undefined) {
      return page.measure;
    }
    const usual = byWidth.get(Math.round(page.width));
    const lines = runningLines(page).map((line) => line.ink);
    const tables = page.items.filter((item) => item.kind === 'table');
    return {
      left: Math.min(
        ...lines.map(({ left }) => left),
        ...tables.map((table) => table.columns[0] ?? Infinity),
        median(usual?.lefts ?? []) ?? Infinity,
      ),
      right:
        rights[index] ??
        median(usual?.rights ?? []) ??
        Math.max(0, ...lines.map(({ right }) => right), ...tables.map((table) => table.columns.at(-1) ?? 0)),
    };
  });
}

function alike(a: PageLine, b: PageLine): boolean {
  return (
    a.turns === 0 &&
    b.turns === 0 &&
    !a.piece &&
    !b.piece &&
    Math.max(a.size, b.size) <= sizeChange * Math.min(a.size, b.size)
  );
}

/** Lines set about the middle of the page are lines of a title or cover, each on its own. */
function centred(a: PageLine, b: PageLine, { left, right }: Measure): boolean {
  const axis = (line: PageLine): number => line.ink.left + line.ink.right;
  return (
    Math.abs(axis(a) - axis(b)) < 3 &&
    Math.abs(axis(a) - left - right) < 6 &&
    Math.abs(a.ink.left - b.ink.left) > 0.25 * a.size
  );
}

function goesOn(before: PageLine, line: PageLine, beforeMeasure: Measure, lineMeasure: Measure): boolean {
  return (
    alike(before, line) &&
    (before.ink.right + line.firstUnitWidth > beforeMeasure.right - slack * before.size ||
      goesOnAfter.test(before.text)) &&
    before.ink.left <= beforeMeasure.left + deepestIndent * before.size &&
    !centred(before, line, beforeMeasure) &&
    !ledByDots.test(before.text) &&
    !beginsNote.test(line.text) &&
    !(beginsItem.test(line.text) && /[。；;：:]$/u.test(before.text)) &&
    line.ink.left <= lineMeasure.left + indent * line.size &&
    (before.page !== line.page || line.ink.top - before.ink.bottom <= lineGap * line.size)
  );
}

function flowOf(lines: readonly PageLine[]): TextFlow {
  return { kind: 'flow', lines, text: joinLines(lines, () => 0) };
}

/**
 * Sets the lines around tables in paragraphs: a line goes on when the one above is full and it is not indented.
 * @param pages without page numbers and running heads
 * @returns tables and paragraphs, page by page; a paragraph that goes on over the page stands on the page it began
 */
export function paragraphs(pages: readonly PageContent[]): (PageTable | TextFlow)[][] {
  const result: (PageTable | TextFlow)[][] = [];
  let open: { lines: PageLine[]; on: (PageTable | TextFlow)[]; at: number; measure: Measure } | null = null;
  const pageMeasures = measures(pages);
  for (const [index, page] of pages.entries()) {
    const own: (PageTable | TextFlow)[] = [];
    const pageMeasure = pageMeasures[index] ?? { left: 0, right: page.width };
    result.push(own);
    for (const item of page.items) {
      if (item.kind === 'table') {
        own.push(item);
        open = null;
        continue;
      }
      const before: PageLine | undefined = open?.lines.at(-1);
      if (open !== null && before !== undefined && goesOn(before, item, open.measure, pageMeasure)) {
        open.lines.push(item);
        open.on[open.at] = flowOf(open.lines);
        open.measure = pageMeasure;
      } else {
        open = { lines: [item], on: own, at: own.length, measure: pageMeasure };
        own.push(flowOf(open.lines));
      }
    }
  }
  return result;
}

/**
 * The sizes that make a heading, largest first: those clearly above the size most text is set in.
 * @param flows all paragraphs of the document
 */
export function headingSizes(flows: readonly TextFlow[]): number[] {
  const characters = new Map<number, number>();
  const round = (size: number): number => Math.round(size * 2) / 2;
  for (const { lines } of flows) {
    for (const line of lines) {
      characters.set(round(line.size), (characters.get(round(line.size)) ?? 0) + line.text.length);
    }
  }
  const [[body] = [0]] = [...characters].toSorted((a, b) => b[1] - a[1]);
  return [...characters.keys()].filter((size) => size > body * sizeChange).toSorted((a, b) => b - a);
}

/**
 * A paragraph as the document takes it.
 * @param flow its lines
 * @param sizes from `headingSizes`
 */
export function rawParagraph(flow: TextFlow, sizes: readonly number[]): RawParagraph {
  const ink = flow.lines.map((line) => line.box);
  const [first] = flow.lines;
  const level =
    first && flow.text.length <= 60 && !first.piece
      ? sizes.findIndex((size) => Math.abs(size - first.size) <= 0.5)
      : -1;
  const area = union(ink);
  return {
    kind: 'paragraph',
    text: flow.text,
    ...(level >= 0 ? { heading: Math.min(6, level + 1) } : {}),
    place: { ...(first ? { page: first.page } : {}), ...(area ? { area } : {}), ink },
  };
}
