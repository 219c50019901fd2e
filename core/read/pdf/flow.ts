import type { Box } from '../../document/document.ts';
import type { RawParagraph } from '../assemble.ts';
import type { PageContent, PageLine, PageTable } from './page.ts';
import { joinLines } from './text.ts';

/** Lines that make one paragraph, perhaps over pages. */
export interface Flow {
  readonly kind: 'flow';
  readonly lines: readonly PageLine[];
  readonly text: string;
}

/** The edges of the running text on a page. */
interface Measure {
  readonly left: number;
  readonly right: number;
}

/** A line that ends this near the edge, in ems, is full: punctuation and a word that does not fit leave this much. */
const fullWithin = 1.7;
/** A line that starts further in, in ems, is indented. */
const indent = 1;
/** Lines further apart, in ems, are not of one paragraph. */
const lineGap = 1.6;
/** Sizes that differ by more are not of one paragraph; a heading is larger than the text by more. */
const sizeChange = 1.12;

function measure(page: PageContent): Measure {
  const lines = page.items.filter((item) => item.kind === 'line' && item.turns === 0 && !item.piece).map((item) => item as PageLine);
  const tables = page.items.filter((item) => item.kind === 'table');
  const rights = lines.map((line) => line.ink.right).toSorted((a, b) => b - a);
  // Text may be narrower than a table: only a right edge that no two lines share is taken from the tables.
  const shared = rights.find((right, index) => right - (rights[index + 1] ?? -Infinity) < 12);
  return {
    left: Math.min(...lines.map((line) => line.ink.left), ...tables.map((table) => table.columns[0] ?? Infinity)),
    right: shared ?? Math.max(...rights, ...tables.map((table) => table.columns.at(-1) ?? 0)),
  };
}

function alike(a: PageLine, b: PageLine): boolean {
  return a.turns === 0 && b.turns === 0 && !a.piece && !b.piece && Math.max(a.size, b.size) <= sizeChange * Math.min(a.size, b.size);
}

function goesOn(before: PageLine, line: PageLine, beforeMeasure: Measure, lineMeasure: Measure): boolean {
  return alike(before, line)
    && before.ink.right >= beforeMeasure.right - fullWithin * before.size
    && line.ink.left <= lineMeasure.left + indent * line.size
    && (before.page !== line.page || line.ink.top - before.ink.bottom <= lineGap * line.size);
}

function flowOf(lines: readonly PageLine[]): Flow {
  return { kind: 'flow', lines, text: joinLines(lines, () => 0) };
}

/**
 * Sets the lines around tables in paragraphs: a line goes on when the one above is full and it is not indented.
 * @param pages without page numbers and running heads
 * @returns tables and paragraphs, page by page; a paragraph that goes on over the page stands on the page it began
 */
export function paragraphs(pages: readonly PageContent[]): (PageTable | Flow)[][] {
  const result: (PageTable | Flow)[][] = [];
  let open: { lines: PageLine[]; on: (PageTable | Flow)[]; at: number; measure: Measure } | null = null;
  for (const page of pages) {
    const own: (PageTable | Flow)[] = [];
    const pageMeasure = measure(page);
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

function union(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes;
  return first && boxes.filter((box) => box.page === first.page).reduce((a, b) => ({
    page: a.page, left: Math.min(a.left, b.left), bottom: Math.min(a.bottom, b.bottom), right: Math.max(a.right, b.right), top: Math.max(a.top, b.top),
  }));
}

/**
 * The sizes that make a heading, largest first: those clearly above the size most text is set in.
 * @param flows all paragraphs of the document
 */
export function headingSizes(flows: readonly Flow[]): number[] {
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
export function rawParagraph(flow: Flow, sizes: readonly number[]): RawParagraph {
  const ink = flow.lines.map((line) => line.box);
  const [first] = flow.lines;
  const level = first && flow.text.length <= 60 && !first.piece ? sizes.findIndex((size) => Math.abs(size - first.size) <= 0.5) : -1;
  const area = union(ink);
  return {
    kind: 'paragraph', text: flow.text,
    ...(level >= 0 ? { heading: Math.min(6, level + 1) } : {}),
    place: { ...(first ? { page: first.page } : {}), ...(area ? { area } : {}), ink },
  };
}
