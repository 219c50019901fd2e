import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { tablesOf } from '../../core/document/document.ts';
import { readQuantity } from '../../core/quantity/quantity.ts';
import { readFileAsDocument } from '../run.ts';
import { timed } from './measure.ts';
import type { Row } from './table.ts';

// Table extraction beside other libraries. They are no part of the project: mupdf is AGPL. Who wants to compare installs them apart,
//   npm install --prefix .output/extractors mupdf@1.28.1 pdf-parse@2.4.5
// and they are measured in the same run.

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, '.output', 'extractors');

/** The printed cells of each row of each table of a file; null if the library is not installed. */
type Extractor = (path: string) => Promise<string[][]>;

const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const printed = (cells: readonly string[]): string[] => cells.map(tidy).filter((text) => text !== '');

/** Rows as Tieout reads them, of a page as of a PDF. */
async function tieout(path: string): Promise<string[][]> {
  return tablesOf(await readFileAsDocument(path)).flatMap((table) => {
    const rows: string[][] = Array.from({ length: table.rows }, () => []);
    for (const cell of [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column))
      rows[cell.row]?.push(cell.text);
    return rows.map(printed);
  });
}

/** @param path of the library's ES module, below node_modules */
function installed(path: string): Promise<unknown> {
  return import(pathToFileURL(join(folder, 'node_modules', path)).href);
}

interface Node {
  readonly raw?: string | undefined;
  readonly text?: string | undefined;
  readonly contents?: readonly Node[] | undefined;
  readonly lines?: readonly Node[] | undefined;
}

const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.object({
    raw: z.string().optional(),
    text: z.string().optional(),
    contents: z.array(nodeSchema).optional(),
    lines: z.array(nodeSchema).optional(),
  }),
);
const pageSchema = z.object({ blocks: z.array(nodeSchema) });

const inside = ({ contents = [], lines = [] }: Node): readonly Node[] => [...contents, ...lines];
const textOf = (node: Node): string => node.text ?? inside(node).map(textOf).join('');
const named = (node: Node, raw: string): Node[] =>
  node.raw === raw ? [node] : inside(node).flatMap((each) => named(each, raw));

interface Mupdf {
  readonly Document: {
    openDocument(
      bytes: Uint8Array,
      type: string,
    ): { countPages(): number; loadPage(index: number): { toStructuredText(options: string): { asJSON(): string } } };
  };
}

async function mupdf(): Promise<Extractor> {
  const { Document } = (await installed('mupdf/dist/mupdf.js')) as Mupdf;
  return async (path) => {
    const document = Document.openDocument(await readFile(path), 'application/pdf');
    return Array.from({ length: document.countPages() }, (_, index) =>
      pageSchema.parse(JSON.parse(document.loadPage(index).toStructuredText('segment,table-hunt').asJSON())),
    ).flatMap(({ blocks }) =>
      blocks.flatMap((block) => named(block, 'TR')).map((row) => printed(named(row, 'TD').map(textOf))),
    );
  };
}

interface PdfParse {
  readonly PDFParse: new (options: { readonly data: Uint8Array }) => {
    getTable(): Promise<unknown>;
    destroy(): Promise<void>;
  };
}

const tablesSchema = z.object({
  pages: z.array(z.object({ tables: z.array(z.array(z.array(z.string().nullish()))) })),
});

async function pdfParse(): Promise<Extractor> {
  const { PDFParse: Parser } = (await installed('pdf-parse/dist/pdf-parse/esm/index.js')) as PdfParse;
  return async (path) => {
    // Its own pdf.js would take the worker of ours.
    Reflect.deleteProperty(globalThis, 'pdfjsWorker');
    const parser = new Parser({ data: new Uint8Array(await readFile(path)) });
    const { pages } = tablesSchema.parse(await parser.getTable());
    await parser.destroy();
    Reflect.deleteProperty(globalThis, 'pdfjsWorker');
    return pages.flatMap(({ tables }) =>
      tables.flatMap((table) => table.map((row) => printed(row.map((cell) => cell ?? '')))),
    );
  };
}

/** A PDF and a page with the same tables, from which the truth is read. */
function pairs(): { readonly pdf: string; readonly page: string }[] {
  const samples = join(root, 'test', 'samples');
  const corpus = join(root, '..', 'shared', 'corpus');
  const found = !existsSync(corpus)
    ? []
    : readdirSync(corpus).flatMap((id) =>
        ['P1a', 'P2', 'P6a'].map((style) => ({
          pdf: join(corpus, id, `${id}.${style}.pdf`),
          page: join(corpus, id, `${id}.H1a.html`),
        })),
      );
  return [{ pdf: join(samples, 'disclosure.pdf'), page: join(samples, 'disclosure.html') }, ...found].filter(
    ({ pdf, page }) => existsSync(pdf) && existsSync(page),
  );
}

/** Rows with several amounts: what a check needs whole. */
const isTelling = (cells: readonly string[]): boolean =>
  cells.filter((text) => readQuantity(text).kind === 'amount').length >= 2;

/** Of the rows that a page prints, how many a library reads off the PDF just so, each once. */
function share(truth: readonly string[][], rows: readonly string[][]): number {
  const left = new Map<string, number>();
  for (const row of rows) left.set(row.join('|'), (left.get(row.join('|')) ?? 0) + 1);
  const wanted = truth.filter(isTelling);
  const met = wanted.filter((row) => {
    const count = left.get(row.join('|')) ?? 0;
    left.set(row.join('|'), count - 1);
    return count > 0;
  });
  return met.length / Math.max(1, wanted.length);
}

/** Whole rows read off PDFs, beside other libraries in the same run. */
export async function* extraction(): AsyncGenerator<Row> {
  const libraries: readonly (readonly [string, () => Promise<Extractor>])[] = [
    ['Tieout', () => Promise.resolve(tieout)],
    ['mupdf', mupdf],
    ['pdf-parse', pdfParse],
  ];
  for (const { pdf, page } of pairs()) {
    const truth = await tieout(page);
    for (const [name, library] of libraries) {
      const extract = await library().catch(() => null);
      const what = `rows of ${basename(pdf)}: ${name}`;
      if (extract === null) {
        yield { what, measured: 'not installed', note: 'see tools/bench/extraction.ts' };
        continue;
      }
      let rows: string[][] = [];
      const took = await timed(async () => {
        rows = await extract(pdf);
      });
      yield {
        what,
        measured: `${(100 * share(truth, rows)).toFixed(1)} %`,
        note: `${truth.filter(isTelling).length} rows, ${took.toFixed(0)} ms`,
      };
    }
  }
}
