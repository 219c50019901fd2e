import type { Document, UnreadPage } from '../../document/document.ts';
import { assemble } from '../assemble.ts';
import { withAlignedTables } from './aligned/aligned-pages.ts';
import { headingSizes, paragraphs, rawParagraph } from './flow.ts';
import { withoutFurniture } from './furniture.ts';
import { fontNames, fontsOf, readOperators } from './operators.ts';
import { SheetPages } from './sideways.ts';
import type { PdfLayers, PdfOperators, PdfPage, PdfProgress, PdfSource } from './source.ts';
import { rawTable, Stitcher } from './stitch.ts';
import { upright } from './upright.ts';
import type { UprightPage } from './upright.ts';

/** A page without text is a scan when pictures cover this share of it. */
const scannedPicture = 0.3;
/** A page without text that fills this many curved outlines has its letters drawn. */
const drawnLetters = 40;

/**
 * What a page prints, the right way up.
 * @param number the page's number, from 1
 * @throws what pdf.js throws when the page cannot be read
 */
export async function uprightPage(page: PdfPage, number: number, operators: PdfOperators, layers: PdfLayers | null): Promise<UprightPage> {
  const list = await page.getOperatorList();
  const fonts = await fontsOf(fontNames(list, operators), page.commonObjs);
  const read = upright(readOperators(list, operators, fonts, page.view, layers), number, page.view, page.rotate);
  page.cleanup();
  return read;
}

/**
 * Reads a PDF: ruled tables, stitched over pages, tables told by alignment where there are no rules, and the paragraphs
 * around them. Yields after each page.
 * @param pdf the open document (pdf.js's PDFDocumentProxy)
 * @param operators pdf.js's OPS
 * @param source address and title
 * @returns the document
 * @throws what pdf.js throws when a page cannot be loaded
 */
export async function* readPdf(pdf: PdfSource, operators: PdfOperators, source: { readonly url: string; readonly title: string }): AsyncGenerator<PdfProgress, Document> {
  const pages = pdf.numPages;
  const layers = await pdf.getOptionalContentConfig?.() ?? null;
  const sheets = new SheetPages();
  for (let number = 1; number <= pages; number += 1) {
    sheets.add(await uprightPage(await pdf.getPage(number), number, operators, layers));
    yield { page: number, pages };
  }
  const clean = withAlignedTables(withoutFurniture(sheets.contents));
  const unread: UnreadPage[] = clean
    .filter((page) => page.items.length === 0 && (page.pictures >= scannedPicture || page.outlines >= drawnLetters))
    .map(({ page }) => ({ page, reason: 'scanned' }));
  const items = paragraphs(clean);
  const sizes = headingSizes(items.flat().filter((item) => item.kind === 'flow'));
  const stitcher = new Stitcher();
  for (const [index, page] of clean.entries()) {
    stitcher.add(items[index] ?? [], page.height);
  }
  const blocks = stitcher.blocks.map((block) => 'kind' in block ? rawParagraph(block, sizes) : rawTable(block));
  return assemble({ ...source, kind: 'pdf', pages }, blocks, unread);
}
