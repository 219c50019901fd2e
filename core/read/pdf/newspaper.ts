import type { PageContent, PageLine } from './page-content.ts';
import { textLines } from './text.ts';
import type { Glyph } from './upright-page.ts';
import { tolerances } from './tolerances.ts';

// A page set in columns like a newspaper is read column by column: across, its lines would be half sentences, and its columns a table's.

const { gutterWidth, runOver, narrowest, leastLines, full, mostlyFull, withStops, raggedWidth, raggedStops, larger } =
  tolerances.newspaper;

const stop = /[，。；、：]/u;
const figureOnly = /^[-−\d.,，%％\s]+$/u;

interface Strip {
  readonly left: number;
  readonly right: number;
}

function usual(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** The strips of a page that its glyphs leave free from top to bottom, but for a few rows. */
function gutters(glyphs: readonly Glyph[], size: number): Strip[] {
  const rows = new Map<number, Set<number>>();
  for (const glyph of glyphs) {
    const row = Math.round((glyph.bottom - glyph.descent) / size);
    for (let x = Math.floor(glyph.left); x < glyph.right; x += 1) {
      const own = rows.get(x);
      if (own) own.add(row);
      else rows.set(x, new Set([row]));
    }
  }
  const [first, last] = [Math.min(...rows.keys()), Math.max(...rows.keys())];
  const most = Math.max(...[...rows.values()].map((own) => own.size));
  const strips: Strip[] = [];
  let from: number | null = null;
  for (let x = first; x <= last; x += 1) {
    const isFree = (rows.get(x)?.size ?? 0) <= runOver * most;
    if (isFree) from ??= x;
    if (!isFree && from !== null) {
      if (x - from >= gutterWidth * size) strips.push({ left: from, right: x });
      from = null;
    }
  }
  return strips;
}

/** Where the lines of a column of running text end that go on in the next one; null when they are no running text. */
function edgeOf(lines: readonly PageLine[], { left, right }: Strip): number | null {
  const share = lines.filter(({ text }) => stop.test(text)).length / lines.length;
  if (share < withStops || lines.some(({ text }) => figureOnly.test(text))) return null;
  const before = lines.slice(0, -1);
  if (before.filter(({ ink, size }) => ink.right >= right - full * size).length >= mostlyFull * before.length)
    return right;
  const least = Math.min(...before.map(({ ink }) => ink.right));
  return share >= raggedStops && least - left >= raggedWidth * (right - left) ? least : null;
}

/**
 * Parts a page that is set in columns of running text.
 * @param page without page numbers and running heads
 * @returns what stands above the columns, each column, and what stands below them, as pages of their own with the same number; the page
 * itself where it is not set so
 */
export function columnByColumn(page: PageContent): PageContent[] {
  const lines = page.items.filter((item): item is PageLine => item.kind === 'line');
  if (lines.length < page.items.length || !lines.some(({ piece }) => piece)) return [page];
  const all = lines.flatMap((line) => line.glyphs).filter(({ turns }) => turns === 0);
  const size = usual(all.map((glyph) => glyph.size));
  const text = all.filter((glyph) => glyph.size <= larger * size);
  const free = text.length === 0 ? [] : gutters(text, size);
  if (free.length === 0) return [page];
  const bounds = [-Infinity, ...free.map(({ left, right }) => (left + right) / 2), Infinity];
  const crosses = (line: PageLine): boolean =>
    free.some(({ left, right }) => line.ink.left < left && line.ink.right > right);
  const titles = new Set(lines.filter((line) => line.size > larger * size && (crosses(line) || !line.piece)));
  const rest = lines.filter((line) => !titles.has(line)).flatMap((line) => line.glyphs);
  const columns = bounds.slice(1).map((bound, index): PageLine[] => {
    const own = rest.filter(
      (glyph) => (glyph.left + glyph.right) / 2 > (bounds[index] ?? 0) && (glyph.left + glyph.right) / 2 <= bound,
    );
    return textLines(own).map((line) => ({
      ...line,
      kind: 'line',
      page: page.page,
      piece: false,
      box: page.box(line.ink),
    }));
  });
  const strip = (own: readonly PageLine[]): Strip => ({
    left: Math.min(...own.map(({ ink }) => ink.left)),
    right: Math.max(...own.map(({ ink }) => ink.right)),
  });
  const strips = columns.map(strip);
  const edges = columns.map((own, index) => {
    const { left, right } = strips[index] ?? { left: 0, right: 0 };
    return own.length >= leastLines && right - left >= narrowest * size ? edgeOf(own, { left, right }) : null;
  });
  if (edges.includes(null)) return [page];
  const top = Math.min(...columns.flat().map(({ ink }) => ink.top));
  const isAbove = (line: PageLine): boolean => line.ink.top < top;
  const part = (items: readonly PageLine[]): PageContent => ({ ...page, items });
  const set = (items: readonly PageLine[], index: number): PageContent => ({
    ...part(items),
    measure: { left: strips[index]?.left ?? 0, right: edges[index] ?? 0 },
  });
  const order = [...titles].toSorted((a, b) => a.ink.top - b.ink.top);
  return [part(order.filter(isAbove)), ...columns.map(set), part(order.filter((line) => !isAbove(line)))].filter(
    ({ items }) => items.length > 0,
  );
}
