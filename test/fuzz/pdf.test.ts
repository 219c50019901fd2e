import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../core/check.ts';
import { tablesOf } from '../../core/document/document.ts';
import { readPdf } from '../../core/read/pdf/read-pdf.ts';
import { reportSchema } from '../../core/report/schema.ts';
import { openPdfBytes, pagesFailure, PdfError } from '../../tools/pdf.ts';
import { drain } from '../../tools/run.ts';
import { checkConfined, sentence } from './confined.ts';
import { fuzz } from './fuzz.ts';
import { paperPdf, stream, tableContent } from './paper.ts';

const whole = paperPdf({
  content: `${tableContent(6, 4)} q 1 0 0 1 20 20 cm /X Do Q`,
  objects: [
    stream(
      'BT /F 8 Tf 10 10 Td (12.50) Tj ET',
      '/Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << /Font << /F 5 0 R >> >>',
    ),
  ],
  resources: '/XObject << /X 6 0 R >>',
});

/** What damage does to a file on its way, or on purpose. */
type Damage = (bytes: Buffer) => Buffer;
const at = fc.double({ min: 0, max: 1, noNaN: true });
const place = (bytes: Buffer, where: number): number => Math.min(bytes.length - 1, Math.floor(where * bytes.length));
const flipped = fc.tuple(at, fc.integer({ min: 0, max: 255 })).map(([where, byte]): Damage => (bytes) => {
  const copy = Buffer.from(bytes);
  copy[place(copy, where)] = byte;
  return copy;
});
const cut = at.map(
  (where): Damage =>
    (bytes) =>
      bytes.subarray(0, place(bytes, where) + 1),
);
const torn = fc.tuple(at, at).map(
  ([from, to]): Damage =>
    (bytes) =>
      Buffer.concat([
        bytes.subarray(0, place(bytes, Math.min(from, to))),
        bytes.subarray(place(bytes, Math.max(from, to))),
      ]),
);
const written = fc
  .tuple(
    fc.constantFrom(
      '0 0 595 842',
      '50',
      '/Contents 4 0 R',
      '/Kids [3 0 R]',
      '/F 10',
      ' Td',
      ' l S',
      '/Length',
      '/Subtype /Form',
      '/Root 1 0 R',
      'n \n',
      'xref',
      'startxref\n',
    ),
    fc.constantFrom(
      '0 0 1e9 1e9',
      '-1e30',
      '99999999999999999999',
      '/Contents 3 0 R',
      '/Kids [2 0 R 3 0 R]',
      '[',
      '>>',
      '<<',
      '/F 1e20',
      ' 1e308 0 Td',
      ' c f',
      'W n',
      '(',
      '/Length -5',
      '/Subtype /Image',
      '/Root 9 0 R',
      'f \n',
      'q q q',
      '\0',
      '',
    ),
  )
  .map(
    ([from, to]): Damage =>
      (bytes) =>
        Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1'),
  );
// The table of places gives one object's place to another.
const swapped = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .map(([one, other]): Damage => (bytes) => {
    const text = bytes.toString('latin1');
    const start = text.lastIndexOf('xref\n0 ');
    const head = text.indexOf('\n', text.indexOf('\n', start) + 1) + 1;
    const entry = (index: number) => text.slice(head + (index - 1) * 20, head + index * 20);
    const [first, second] = [Math.min(one, other), Math.max(one, other)];
    if (start < 0 || first === second) return bytes;
    return Buffer.from(
      text.slice(0, head + (first - 1) * 20) +
        entry(second) +
        text.slice(head + first * 20, head + (second - 1) * 20) +
        entry(first) +
        text.slice(head + second * 20),
      'latin1',
    );
  });
const damaged = fc
  .array(fc.oneof(flipped, flipped, cut, torn, written, written, swapped), { minLength: 1, maxLength: 5 })
  .map((damages): Uint8Array => damages.reduce<Buffer>((bytes, damage) => damage(bytes), Buffer.from(whole)));

/** Rules at any places, whole, in pieces and crossing, with figures between them, on one page or two: as damage leaves a sheet's lines. */
const place72 = fc.integer({ min: 0, max: 72 }).map((at) => 40 + 7 * at);
const rule = fc
  .tuple(fc.boolean(), place72, place72, place72)
  .map(([across, at, from, to]) =>
    across ? `${from} ${at} m ${to} ${at} l S\n` : `${at} ${from} m ${at} ${to} l S\n`,
  );
const shown = fc
  .tuple(place72, place72, fc.constantFrom('12.50', '1', 'Total', '3,100', '205'))
  .map(([x, y, text]) => `BT /F 8 Tf ${x + 2} ${y + 2} Td (${text}) Tj ET\n`);
const sheet = fc
  .tuple(
    fc.array(rule, { minLength: 4, maxLength: 40 }),
    fc.array(shown, { minLength: 2, maxLength: 40 }),
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 1, max: 6 }),
  )
  .map(([rules, texts, rows, columns]) =>
    paperPdf({ content: `${tableContent(rows, columns)}${rules.join('')}${texts.join('')}` }),
  );

/** What may be thrown: our sentence, which stands for pdf.js's complaint about a page as well. */
async function readAll(bytes: Uint8Array): Promise<void> {
  const opened = await openPdfBytes(bytes);
  try {
    const steps = readPdf(opened.pdf, opened.OPS, { url: '', title: '' });
    const next = () =>
      steps.next().catch((error: unknown) => {
        throw pagesFailure(error);
      });
    let step = await next();
    while (step.done !== true) step = await next();
    for (const { rows, columns, cells } of tablesOf(step.value)) {
      const covered = new Set<number>();
      for (const cell of cells) {
        expect(
          cell.row + cell.rowSpan <= rows &&
            cell.column + cell.columnSpan <= columns &&
            cell.rowSpan > 0 &&
            cell.columnSpan > 0,
        ).toBe(true);
        for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
          for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
            expect(covered.has(row * columns + column)).toBe(false);
            covered.add(row * columns + column);
          }
        }
      }
    }
    reportSchema.parse(drain(check(step.value)));
  } finally {
    await opened.close();
  }
}

describe('a damaged PDF', () => {
  it('is read when it is whole', async () => {
    await readAll(whole);
  });

  fuzz('is read, or refused with a sentence', damaged, 400, async (bytes) => {
    await readAll(bytes).catch((error: unknown) => {
      expect(error).toBeInstanceOf(PdfError);
      expect((error as PdfError).message).toMatch(sentence);
    });
  });
});

describe('rules in disorder', () => {
  fuzz('make grids whose cells do not overlap', sheet, 120, readAll);
});

const nestedForms = (depth: number): string[] =>
  Array.from({ length: depth }, (_, index) =>
    stream(
      index + 1 < depth ? `/X${index + 1} Do` : 'BT /F 8 Tf 10 10 Td (12.50) Tj ET',
      `/Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << /Font << /F 5 0 R >> /XObject << /X${index + 1} ${index + 7} 0 R >> >>`,
    ),
  );
const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

const monsters: Readonly<Record<string, () => Uint8Array>> = {
  'a page of a billion points': () => paperPdf({ content: tableContent(5, 5), mediaBox: '0 0 1000000000 1000000000' }),
  'a page turned inside out': () => paperPdf({ content: tableContent(5, 5), mediaBox: '842 595 -1e9 0' }),
  'forms in forms, 2,000 deep': () =>
    paperPdf({ content: '/X0 Do', objects: nestedForms(2000), resources: '/XObject << /X0 6 0 R >>' }),
  'a form that holds itself': () =>
    paperPdf({
      content: '/X Do',
      objects: [
        stream(
          '/X Do /X Do',
          '/Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << /XObject << /X 6 0 R >> >>',
        ),
      ],
      resources: '/XObject << /X 6 0 R >>',
    }),
  '80,000 strokes in a grid': () =>
    paperPdf({
      content: repeat(
        40_000,
        (index) =>
          `${(index % 997) * 0.6} 0 m ${(index % 997) * 0.6} 842 l S\n0 ${(index % 1009) * 0.8} m 595 ${(index % 1009) * 0.8} l S\n`,
      ),
    }),
  '2,000 rules each way': () =>
    paperPdf({
      content: repeat(
        2000,
        (index) => `${index * 7} 0 m ${index * 7} 14000 l S\n0 ${index * 7} m 14000 ${index * 7} l S\n`,
      ),
      mediaBox: '0 0 14000 14000',
    }),
  'one path of a million pieces': () =>
    paperPdf({ content: `0 0 m\n${repeat(1_000_000, (index) => `${(index * 37) % 595} ${(index * 91) % 842} l\n`)}S` }),
  'a million glyphs on a line': () =>
    paperPdf({
      content: repeat(
        2000,
        (index) => `BT /F 1 Tf ${(index % 500) * 1.1} ${800 - (index % 10)} Td (${'1234567890'.repeat(50)}) Tj ET\n`,
      ),
    }),
  '2,000 saved states': () => paperPdf({ content: `${'q '.repeat(2000)}${tableContent(3, 3)}` }),
  'boxes in boxes': () =>
    paperPdf({ content: repeat(300, (index) => `${index} ${index} ${595 - 2 * index} ${842 - 2 * index} re S\n`) }),
};

describe('a monstrous PDF', () => {
  it.each(Object.entries(monsters))('ends with what was read, or a sentence: %s', async (_, file) => {
    const report = await checkConfined('file.pdf', file());
    if (report.source.error !== undefined) expect(report.source.error).toMatch(sentence);
    expect(report.unchecked.filter(({ reason }) => reason === 'rule-failed')).toEqual([]);
  });
});
