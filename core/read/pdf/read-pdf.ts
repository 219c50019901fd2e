import type { Document, UnreadPage } from '../../document/document.ts';
import { atOnce } from '../../steps.ts';
import { assemble } from '../assemble.ts';
import { withAlignedTables } from './aligned/aligned-pages.ts';
import { isWriting, unreadable } from './characters.ts';
import { headingSizes, paragraphs, rawParagraph } from './flow.ts';
import { withoutFurniture } from './furniture.ts';
import { columnByColumn } from './newspaper.ts';
import { fontNames, fontsOf } from './content/font.ts';
import { readOperators, TooMuch } from './content/operators.ts';
import type { PageContent } from './page-content.ts';
import { hasUnreadPicture } from './picture.ts';
import { SheetPages } from './sideways.ts';
import type { PdfLayers, PdfOperators, PdfPage, PdfProgress, PdfSource } from './source.ts';
import { rawTable, Stitcher } from './stitch.ts';
import { distrustTorn } from './torn.ts';
import { upright } from './upright.ts';
import type { UprightPage } from './upright-page.ts';
import { tolerances } from './tolerances.ts';

/** A file without a single page: nothing was read, which is not the same as nothing to find. */
export class NoPages extends Error {
  constructor() {
    super('这个 PDF 一页也没有，没有核对。 This PDF has no pages, and nothing was checked.');
    this.name = 'NoPages';
  }
}

const { drawnLetters, leastUnknown, unknownShare } = tolerances.readPdf;

/**
 * What a page prints, the right way up.
 * @param number the page's number, from 1
 * @throws what pdf.js throws when the page cannot be read
 */
export async function uprightPage(
  page: PdfPage,
  number: number,
  operators: PdfOperators,
  layers: PdfLayers | null,
): Promise<UprightPage> {
  const list = await page.getOperatorList();
  const fonts = await fontsOf(fontNames(list, operators), page.commonObjs);
  const read = upright(readOperators(list, operators, fonts, page.view, layers), number, page.view, page.rotate);
  page.cleanup();
  return read;
}

/** A page whose letters mostly stand for no known character, or make no words: its fonts lack the table that says what they show, or have a wrong one. */
function isUnknownScript({ items }: PageContent): boolean {
  const texts = items.flatMap((item) => (item.kind === 'line' ? [item.text] : item.cells.map(({ text }) => text)));
  const letters = texts.join('').replace(/\s+/gu, '');
  const unknown = letters.split(unreadable).length - 1;
  const chinese = letters.match(/\p{Script=Han}/gu)?.length ?? 0;
  return (
    (unknown >= leastUnknown &&
      (2 * unknown > letters.length || (unknown > chinese && unknown > unknownShare * letters.length))) ||
    !isWriting(texts)
  );
}

/** A page that could not be read: nothing stands on it, and no table goes on over it. */
function emptyPage(page: PdfPage | null, number: number): UprightPage {
  const [left = 0, bottom = 0, right = 595, top = 842] = page?.view ?? [];
  return {
    page: number,
    width: right - left,
    height: top - bottom,
    glyphs: [],
    horizontal: [],
    vertical: [],
    pictures: [],
    shades: [],
    outlines: 0,
    box: () => ({ page: number, left, bottom, right, top }),
  };
}

/**
 * Pages of a file without its end that lack something: those that came out empty, and the last that did not, which may be cut short
 * without a sign.
 */
function cutShort(contents: readonly PageContent[]): number[] {
  const isEmpty = ({ items, pictures, outlines }: PageContent) =>
    items.length === 0 && pictures.length === 0 && outlines === 0;
  const last = contents.findLast((content) => !isEmpty(content));
  return contents.filter((content) => content === last || isEmpty(content)).map(({ page }) => page);
}

/**
 * Reads a PDF: ruled tables, stitched over pages, tables told by alignment where there are no rules, and the paragraphs
 * around them. Yields after each page; `next(true)` ends the reading there, and what was read is the document.
 * @param pdf the open document (pdf.js's PDFDocumentProxy)
 * @param operators pdf.js's OPS
 * @param source address and title
 * @param incomplete the file lacks its end (bytes.ts), or is damaged elsewhere: pages may be cut short without a sign
 * @param tooMuch pages at which reading had to be ended before: they are not asked for again
 * @returns the document; its unread pages tell what is not in it
 * @throws what pdf.js throws when no page can be read, and NoPages
 */
export async function* readPdf(
  pdf: PdfSource,
  operators: PdfOperators,
  source: { readonly url: string; readonly title: string },
  incomplete = false,
  tooMuch: ReadonlySet<number> = new Set(),
): AsyncGenerator<PdfProgress, Document, boolean | undefined> {
  const pages = pdf.numPages;
  if (!(pages > 0)) throw new NoPages();
  const layers = (await pdf.getOptionalContentConfig?.()) ?? null;
  const sheets = new SheetPages();
  const damaged = new Set<number>();
  const overfull = new Set<number>();
  let failure: unknown;
  let read = 0;
  while (read < pages) {
    read += 1;
    let page: PdfPage | null = null;
    try {
      if (tooMuch.has(read)) throw new TooMuch();
      page = await pdf.getPage(read);
      sheets.add(await uprightPage(page, read, operators, layers));
    } catch (error) {
      failure = error;
      (error instanceof TooMuch ? overfull : damaged).add(read);
      sheets.add(emptyPage(page, read));
    }
    if ((yield { page: read, pages }) === true) break;
  }
  if (damaged.size === read) throw failure;
  if (incomplete) for (const page of cutShort(sheets.contents)) damaged.add(page);
  const printed = withoutFurniture(sheets.contents);
  const unread: UnreadPage[] = [
    ...printed.flatMap((content): UnreadPage[] => {
      const { page, items, outlines } = content;
      if (overfull.has(page)) return [{ page, reason: 'too-much' }];
      if (damaged.has(page)) return [{ page, reason: 'damaged' }];
      if (isUnknownScript(content)) return [{ page, reason: 'unknown-letters' }];
      return hasUnreadPicture(content) || (items.length === 0 && outlines >= drawnLetters)
        ? [{ page, reason: 'scanned' }]
        : [];
    }),
    ...Array.from({ length: pages - read }, (_, index): UnreadPage => ({ page: read + 1 + index, reason: 'left-out' })),
  ];
  const clean = withAlignedTables(printed.flatMap(columnByColumn));
  const items = paragraphs(clean);
  const sizes = headingSizes(items.flat().filter((item) => item.kind === 'flow'));
  const stitcher = new Stitcher();
  for (const [index, page] of clean.entries()) {
    stitcher.add(items[index] ?? [], page.height);
  }
  const blocks = stitcher.blocks.map((block) => ('kind' in block ? rawParagraph(block, sizes) : rawTable(block)));
  return distrustTorn(atOnce(assemble({ ...source, kind: 'pdf', pages }, blocks, unread)), unread);
}
