import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Document } from '../../../../core/document/document.ts';
import type { PdfOperatorList, PdfPage, PdfSource } from '../../../../core/read/pdf/source.ts';
import { tolerances } from '../../../../core/read/pdf/tolerances.ts';
import { openPdf, type OpenPdf } from '../../../../tools/pdf.ts';

const sample = join(import.meta.dirname, '../../../samples/disclosure.pdf');

/** So many of its pages are read again and again: they hold a summary, a listing and text. */
const mostPages = 2;

/** A file whose pages are followed by pdf.js once, however often they are read; without some of their operators. */
async function recorded({ pages, OPS }: OpenPdf, without: readonly string[]): Promise<PdfSource> {
  const left = new Set(without.map((name) => OPS[name]));
  const all: PdfPage[] = [];
  for (let number = 1; number <= Math.min(mostPages, pages.numPages); number += 1) {
    const page = await pages.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const kept = fnArray.flatMap((code, index) => (left.has(code) ? [] : [index]));
    const list: PdfOperatorList = {
      fnArray: kept.map((index) => fnArray[index] ?? 0),
      argsArray: kept.map((index) => argsArray[index]),
    };
    const { view, rotate, userUnit, commonObjs } = page;
    all.push({
      view,
      rotate,
      userUnit,
      commonObjs,
      getOperatorList: () => Promise.resolve(list),
      cleanup: () => undefined,
    });
  }
  return {
    numPages: all.length,
    getPage: (number) => {
      const page = all[number - 1];
      return page ? Promise.resolve(page) : Promise.reject(new RangeError(`no page ${number}`));
    },
  };
}

/** What is printed, without places and confidence. */
const printed = ({ blocks }: Document): unknown =>
  blocks.map((block) =>
    block.kind === 'table'
      ? [
          block.captions.map(({ text }) => text),
          block.rows,
          block.columns,
          block.cells.map(({ row, column, rowSpan, columnSpan, text }) => [row, column, rowSpan, columnSpan, text]),
        ]
      : block.text,
  );

/** A fifth more or less: of a ratio of sizes, which is never below one, of what it is above one. */
const moved = (value: number, factor: number): number =>
  value > 1 && value < 1.25 ? 1 + (value - 1) * factor : value * factor;

/** Distances of lines in blocks are told by each other: where they all move together, lines of one cell and of two are as far apart. */
const oneByOne: ReadonlySet<string> = new Set(['alignedBlock']);

/** What is moved at once: the tolerances of one step of reading, or each of them. */
const moves = Object.entries(tolerances).flatMap(([step, own]) =>
  oneByOne.has(step) ? Object.keys(own).map((name) => ({ step, name })) : [{ step, name: 'all' }],
);

/** The tolerances with those of one step of reading, or one of these, greater or smaller. */
const scaled = (step: string, only: string, factor: number): unknown =>
  Object.fromEntries(
    Object.entries(tolerances).map(([group, own]) => [
      group,
      group === step
        ? Object.fromEntries(
            Object.entries(own).map(([name, value]: [string, number]) => [
              name,
              only === 'all' || only === name ? moved(value, factor) : value,
            ]),
          )
        : own,
    ]),
  );

/** Reads with other tolerances. */
async function readWith(source: PdfSource, OPS: OpenPdf['OPS'], other: unknown): Promise<unknown> {
  vi.resetModules();
  vi.doMock('../../../../core/read/pdf/tolerances.ts', () => ({ tolerances: other }));
  const { readPdf } = await import('../../../../core/read/pdf/read-pdf.ts');
  const reading = readPdf(source, OPS, { url: 'file:a.pdf', title: 'a' });
  let step = await reading.next();
  while (step.done !== true) step = await reading.next();
  return printed(step.value);
}

describe.each([
  { about: 'as printed', without: [] },
  { about: 'without its ruling lines', without: ['constructPath'] },
])('the sample $about', ({ without }) => {
  let file: OpenPdf;
  let source: PdfSource;
  let before: unknown;

  beforeAll(async () => {
    file = await openPdf(sample);
    source = await recorded(file, without);
    before = await readWith(source, file.OPS, tolerances);
    return () => file.close();
  });
  afterEach(() => {
    vi.doUnmock('../../../../core/read/pdf/tolerances.ts');
  });

  test.each(moves)('is read the same with $step, $name, a fifth smaller or greater', async ({ step, name }) => {
    expect(await readWith(source, file.OPS, scaled(step, name, 0.8))).toEqual(before);
    expect(await readWith(source, file.OPS, scaled(step, name, 1.2))).toEqual(before);
  });

  test('is read otherwise with other tolerances', async () => {
    expect(await readWith(source, file.OPS, scaled('text', 'all', 20))).not.toEqual(before);
  });
});
