import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Report } from '../../../core/report/schema.ts';
import { tableTitle } from '../../shared/findings/finding-text.ts';
import type { InterfaceWords } from '../../shared/locale/messages.ts';

/** One line of the table of contents. */
export interface OutlineEntry {
  readonly title: string;
  /** 0 for the outermost. */
  readonly level: number;
  /** Null if the file names a place that it does not have. */
  readonly page: number | null;
  /** Where in the document, in pdf.js's words; null: the page's beginning. */
  readonly destination: readonly unknown[] | null;
}

/** A file may bring an outline without end. */
const mostEntries = 2000;

interface OutlineNode {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly OutlineNode[];
}

/** Where a destination is: its first part is a page's number from 0, or a reference to the page. */
async function placeOf(
  pdf: PDFDocumentProxy,
  { dest }: OutlineNode,
): Promise<Pick<OutlineEntry, 'page' | 'destination'>> {
  try {
    const destination: readonly unknown[] | null = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const target = destination?.[0];
    if (target == null) return { page: null, destination: null };
    const index =
      typeof target === 'number'
        ? target
        : await pdf.getPageIndex(target as Parameters<PDFDocumentProxy['getPageIndex']>[0]);
    return { page: index + 1, destination };
  } catch {
    return { page: null, destination: null };
  }
}

/**
 * The table of contents that a PDF brings along, the outermost lines and what is below them in the order of the file.
 * @returns none for a file without one, or with one that cannot be read
 */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  const add = async (nodes: readonly OutlineNode[], level: number): Promise<void> => {
    for (const node of nodes) {
      if (entries.length >= mostEntries) return;
      const title = node.title.replace(/\s+/g, ' ').trim();
      const place = await placeOf(pdf, node);
      // A line that leads out of the document is none of ours, but may have lines below it that are.
      if (title !== '' && (place.page !== null || node.items.length > 0)) entries.push({ title, level, ...place });
      await add(node.items, level + 1);
    }
  };
  const nodes: readonly OutlineNode[] =
    ((await pdf.getOutline().catch(() => [])) as readonly OutlineNode[] | null) ?? [];
  await add(nodes, 0);
  return entries;
}

/** The tables of a report as a table of contents, for a file that brings none. */
export function tablesAsOutline(report: Report, spoken: InterfaceWords): OutlineEntry[] {
  return report.tables.flatMap((table) =>
    table.page === undefined
      ? []
      : [{ title: tableTitle(report, table.id, spoken), level: 0, page: table.page, destination: null }],
  );
}

/** Which line the reader is at: the last one that begins on the page in view or before it. @returns -1 for none */
export function lineAt(entries: readonly OutlineEntry[], page: number): number {
  return entries.findLastIndex((entry) => entry.page !== null && entry.page <= page);
}

/** The lines that are seen when some are folded: a folded line hides those below it. */
export function linesInView(entries: readonly OutlineEntry[], folded: ReadonlySet<number>): number[] {
  const seen: number[] = [];
  let hiddenBelow = Infinity;
  for (const [index, { level }] of entries.entries()) {
    if (level > hiddenBelow) continue;
    hiddenBelow = folded.has(index) ? level : Infinity;
    seen.push(index);
  }
  return seen;
}

/** Whether a line has others below it. */
export function hasInner(entries: readonly OutlineEntry[], index: number): boolean {
  return (entries[index + 1]?.level ?? 0) > (entries[index]?.level ?? 0);
}
