import type { PageContent, PageLine } from './page-content.ts';
import { tolerances } from './tolerances.ts';

const { margin, running, sameHeight } = tolerances.furniture;

const pageNumber =
  /^[-—–―－_~·•.\s]{0,60}(?:第\s{0,9})?(?:\d{1,4}|[ivxlc]{1,6}|[IVXLC]{1,6})(?:\s{0,9}页)?(?:[\s,，/／]{0,9}共?\s{0,9}\d{1,4}\s{0,9}页?)?[-—–―－_~·•.\s]{0,60}$/u;

/** Two of them on one line are line numbers of a table, not page numbers. */
const bareNumber = /^\d{1,4}$/;

interface Edge {
  readonly side: 'top' | 'bottom' | 'left' | 'right';
  readonly distance: number;
}

function edge(line: PageLine, page: PageContent): Edge | null {
  const sides: Edge[] = [
    { side: 'top', distance: line.ink.top },
    { side: 'bottom', distance: page.height - line.ink.bottom },
  ];
  if (line.turns % 2 === 1) {
    sides.push({ side: 'left', distance: line.ink.left }, { side: 'right', distance: page.width - line.ink.right });
  }
  const reach = {
    top: margin * page.height,
    bottom: margin * page.height,
    left: margin * page.width,
    right: margin * page.width,
  };
  return (
    sides.filter(({ side, distance }) => distance <= reach[side]).toSorted((a, b) => a.distance - b.distance)[0] ?? null
  );
}

/** The lines that no other item separates from the page's edge. */
function outermost(page: PageContent): PageLine[] {
  const lines = page.items.filter((item) => item.kind === 'line');
  const first = page.items[0];
  const last = page.items.at(-1);
  const near = (item: PageLine | undefined): PageLine[] =>
    item === undefined
      ? []
      : lines.filter(
          (line) =>
            line.turns === item.turns &&
            Math.abs(line.ink.top + line.ink.bottom - (item.ink.top + item.ink.bottom)) < item.size,
        );
  return [
    ...new Set([
      ...near(first?.kind === 'line' ? first : undefined),
      ...near(last?.kind === 'line' ? last : undefined),
      ...lines.filter((line) => line.turns !== 0),
      // The last line in reading order may be sideways text: the lowest upright one counts too.
      ...near(lines.filter((line) => line.turns === 0).at(-1)),
    ]),
  ];
}

/** Whether a piece of a line stands beside others that stay: the first row of a table without rules. */
function hasCompany(piece: PageLine, page: PageContent, furniture: ReadonlySet<PageLine>): boolean {
  return (
    piece.piece &&
    page.items.some(
      (other) =>
        other !== piece &&
        other.kind === 'line' &&
        other.piece &&
        (!furniture.has(other) || (bareNumber.test(other.text) && bareNumber.test(piece.text))) &&
        Math.abs(other.ink.top + other.ink.bottom - piece.ink.top - piece.ink.bottom) < piece.size,
    )
  );
}

/**
 * Takes page numbers and running heads off the pages. A line that is repeated only above tables is a caption, not a
 * running head, and stays.
 * @param pages what the pages hold
 * @returns the same pages without them
 */
export function withoutFurniture(pages: readonly PageContent[]): PageContent[] {
  const candidates = pages.map((page) =>
    outermost(page)
      .map((line) => ({ line, edge: edge(line, page) }))
      .filter(({ edge: found }) => found !== null),
  );
  const repeats = new Map<string, { page: PageContent; line: PageLine; distance: number }[]>();
  for (const [index, page] of pages.entries()) {
    for (const { line, edge: found } of candidates[index] ?? []) {
      if (found !== null) {
        const key = `${found.side} ${line.text.replace(/\d+/g, '0')}`;
        const places = repeats.get(key) ?? [];
        places.push({ page, line, distance: found.distance });
        repeats.set(key, places);
      }
    }
  }
  const furniture = new Set<PageLine>();
  for (const found of candidates.flat()) {
    if (pageNumber.test(found.line.text)) {
      furniture.add(found.line);
    }
  }
  const printed = pages.filter((page) => page.items.length > 0).length;
  for (const places of repeats.values()) {
    const usual = places.map(({ distance }) => distance).toSorted((a, b) => a - b)[places.length >> 1] ?? 0;
    const alike = places.filter(({ distance }) => Math.abs(distance - usual) <= sameHeight);
    const aboveTextOnly = alike.some(({ page }) => page.items.every((item) => item.kind === 'line'));
    if (alike.length >= Math.max(3, running * printed) && aboveTextOnly) {
      for (const { line } of alike) {
        furniture.add(line);
      }
    }
  }
  return pages.map((page) => ({
    ...page,
    items: page.items.filter(
      (item) => item.kind === 'table' || !furniture.has(item) || hasCompany(item, page, furniture),
    ),
  }));
}
