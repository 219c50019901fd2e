import type { Block, Document, Place, UnreadPage } from '../../document/document.ts';

/** The pages that a block stands on. */
function pagesOf(block: Block): Set<number> {
  const places: readonly Place[] =
    block.kind === 'table' ? [block.place, ...block.cells.map(({ place }) => place)] : [block.place];
  return new Set(
    places
      .flatMap(({ page, area, ink }) => [page, area?.page, ...(ink ?? []).map((line) => line.page)])
      .filter((page) => page !== undefined),
  );
}

/**
 * What stands beside a page that was not read may go on there: such tables lose the reader's confidence, and the paragraphs next to the
 * gap are left out, so that half a table or half a sentence contradicts nobody.
 * @param document as read
 * @param unread pages that hold more than was read
 */
export function distrustTorn(document: Document, unread: readonly UnreadPage[]): Document {
  const gaps = new Set(unread.filter(({ reason }) => reason !== 'scanned').map(({ page }) => page));
  if (gaps.size === 0) return document;
  const beside = (page: number, step: number) => gaps.has(page) || gaps.has(page + step);
  const pages = document.blocks.map(pagesOf);
  const blocks = document.blocks.flatMap((block, index): Block[] => {
    const own = [...(pages[index] ?? [])];
    if (block.kind === 'table')
      return [own.some((page) => beside(page, 1) || beside(page, -1)) ? { ...block, confidence: 0 } : block];
    const isLast = own.some((page) => beside(page, 1) && !pages.slice(index + 1).some((later) => later.has(page)));
    const isFirst = own.some((page) => beside(page, -1) && !pages.slice(0, index).some((earlier) => earlier.has(page)));
    return isLast || isFirst ? [] : [block];
  });
  return { ...document, blocks };
}
