import type { PageContent, PageTable } from '../page.ts';
import type { Glyph } from '../upright.ts';
import { alignedTable } from './aligned-table.ts';
import { stretchesOf } from './region.ts';
import type { Stretch } from './region.ts';
import { leadingOf } from './block.ts';

/** Pages of the same size within this many points. */
const sameSize = 1;

function goesOn(before: Stretch, after: Stretch): boolean {
  return before.atBottom && after.atTop && after.page.page === before.page.page + 1 && Math.abs(before.page.width - after.page.width) <= sameSize;
}

/**
 * Finds tables without rules among the lines of pages, also over several pages.
 * @param pages without page numbers and running heads
 * @returns the same pages, the lines of such tables taken out and the tables put where they begin
 */
export function withAlignedTables(pages: readonly PageContent[]): PageContent[] {
  const groups: Stretch[][] = [];
  for (const stretch of pages.flatMap((page) => stretchesOf(page))) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && goesOn(last, stretch)) {
      group.push(stretch);
    } else {
      groups.push([stretch]);
    }
  }
  const leadings = groups.map((group) => leadingOf(group.flatMap((stretch) => stretch.words))).filter(Number.isFinite).toSorted((a, b) => a - b);
  const leading = leadings[leadings.length >> 1] ?? Infinity;
  const taken = new Map<Glyph, PageTable>();
  for (const group of groups) {
    const table = alignedTable(group, leading);
    for (const word of table === null ? [] : group.flatMap((stretch) => stretch.words)) {
      for (const glyph of word.line.glyphs) {
        if (table) {
          taken.set(glyph, table);
        }
      }
    }
  }
  if (taken.size === 0) {
    return [...pages];
  }
  const placed = new Set<PageTable>();
  return pages.map((page) => ({
    ...page,
    items: page.items.flatMap((item) => {
      const table = item.kind === 'line' ? item.glyphs.map((glyph) => taken.get(glyph)).find((found) => found !== undefined) : undefined;
      if (table === undefined) {
        return [item];
      }
      if (placed.has(table)) {
        return [];
      }
      placed.add(table);
      return [table];
    }),
  }));
}
