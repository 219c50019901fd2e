import type { PageContent, PageTable } from '../page-content.ts';
import type { Glyph } from '../upright-page.ts';
import { continued } from '../../head-rows.ts';
import { alignedTable, goesOnUnderHead } from './aligned-table.ts';
import { stretchesOf } from './region.ts';
import type { Stretch } from './region.ts';
import { leadingOf } from './block.ts';
import { tolerances } from '../tolerances.ts';

const { sameSize, sure } = tolerances.alignedPages;

function isOverleaf(before: Stretch, after: Stretch): boolean {
  return (
    before.atBottom &&
    after.page.page === before.page.page + 1 &&
    Math.abs(before.page.width - after.page.width) <= sameSize
  );
}

function goesOn(before: Stretch, after: Stretch): boolean {
  return isOverleaf(before, after) && after.atTop;
}

const title = ({ above }: Stretch): string => above.map((text) => text.replace(continued, '')).join('\n');

/** Whether a page begins with the title and the head of the table that fills the page before. */
function beginsAgain(first: Stretch, before: Stretch, after: Stretch): boolean {
  return (
    isOverleaf(before, after) && !after.atTop && title(first) === title(after) && goesOnUnderHead(first, before, after)
  );
}

/** Puts together what goes on under a repeated title and head. */
function withRepeatedHeads(groups: readonly Stretch[][]): Stretch[][][] {
  const result: Stretch[][][] = [];
  for (const group of groups) {
    const parts = result.at(-1);
    const [first, before, after] = [parts?.[0]?.[0], parts?.at(-1)?.at(-1), group[0]];
    if (parts && first && before && after && beginsAgain(first, before, after)) {
      parts.push(group);
    } else {
      result.push([group]);
    }
  }
  return result;
}

interface Part {
  readonly stretches: readonly Stretch[];
  readonly table: PageTable | null;
}

const isSure = ({ table }: Part): boolean => table !== null && table.confidence >= sure;

/** The parts of a table as one where their columns are the same all through; else those of each half, down to the parts themselves. */
function wholes(parts: readonly Part[], leading: number): Part[] {
  if (parts.length < 2) {
    return [...parts];
  }
  if (parts.every(isSure)) {
    const stretches = parts.flatMap((part) => part.stretches);
    const whole = { stretches, table: alignedTable(stretches, leading) };
    if (isSure(whole)) {
      return [whole];
    }
  }
  const doubtful = parts.findIndex((part) => !isSure(part));
  const middle = doubtful > 0 ? doubtful : doubtful === 0 ? 1 : parts.length >> 1;
  return [...wholes(parts.slice(0, middle), leading), ...wholes(parts.slice(middle), leading)];
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
  const leadings = groups
    .map((group) => leadingOf(group.flatMap((stretch) => stretch.words)))
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b);
  const leading = leadings[leadings.length >> 1] ?? Infinity;
  const taken = new Map<Glyph, PageTable>();
  /** How far down a page its lines only repeat the title of the table that goes on. */
  const repeatedTo = new Map<PageContent, number>();
  const take = (stretches: readonly Stretch[], table: PageTable | null): void => {
    for (const word of table === null ? [] : stretches.flatMap((stretch) => stretch.words)) {
      for (const glyph of word.line.glyphs) {
        if (table) {
          taken.set(glyph, table);
        }
      }
    }
  };
  for (const parts of withRepeatedHeads(groups)) {
    for (const { stretches, table } of wholes(
      parts.map((stretches) => ({ stretches, table: alignedTable(stretches, leading) })),
      leading,
    )) {
      take(stretches, table);
      for (const stretch of stretches.slice(1).filter(({ atTop }) => !atTop)) {
        repeatedTo.set(stretch.page, Math.min(...stretch.words.map((word) => word.line.ink.top)));
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
      const table =
        item.kind === 'line'
          ? item.glyphs.map((glyph) => taken.get(glyph)).find((found) => found !== undefined)
          : undefined;
      if (table === undefined) {
        return item.kind === 'line' && item.ink.bottom <= (repeatedTo.get(page) ?? -Infinity) ? [] : [item];
      }
      if (placed.has(table)) {
        return [];
      }
      placed.add(table);
      return [table];
    }),
  }));
}
