import { pdfFile } from './pdf-file.ts';

/** A PDF taken to pieces: its objects by number, in latin-1, and the number of its catalogue. For files with a plain cross-reference table. */
interface Pieces {
  readonly objects: Map<number, string>;
  readonly root: number;
}

function pieces(bytes: Uint8Array): Pieces {
  const text = Buffer.from(bytes).toString('latin1');
  const from = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const lines = text.slice(from).split(/\r?\n/);
  const offsets: { number: number; offset: number }[] = [];
  let number = 0;
  for (const line of lines.slice(1)) {
    if (line.startsWith('trailer')) break;
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(line);
    if (entry === null) number = Number(line.split(' ')[0]);
    else offsets.push({ number: number++, offset: entry[2] === 'n' ? Number(entry[1]) : -1 });
  }
  const used = offsets.filter(({ offset }) => offset > 0).sort((a, b) => a.offset - b.offset);
  const objects = new Map(
    used.map(({ number: own, offset }, index) => [
      own,
      text
        .slice(offset, used[index + 1]?.offset ?? from)
        .replace(/^\d+ \d+ obj\s*/, '')
        .replace(/\s*endobj\s*$/, ''),
    ]),
  );
  return { objects, root: Number(/\/Root (\d+)/.exec(text.slice(from))?.[1]) };
}

function written(objects: Iterable<readonly [number, string]>, root: number): Buffer {
  // A trailer at the beginning too, as files for the web have it: who lacks the end finds the catalogue all the same.
  let text = `%PDF-1.7\ntrailer\n<< /Root ${root} 0 R >>\n`;
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const size = Math.max(...offsets.keys()) + 1;
  const start = text.length;
  text += `xref\n0 ${size}\n`;
  for (let number = 0; number < size; number += 1) {
    const offset = offsets.get(number);
    text += offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  return Buffer.from(`${text}trailer\n<< /Size ${size} /Root ${root} 0 R >>\nstartxref\n${start}\n%%EOF\n`, 'latin1');
}

const isPage = (object: string) => /\/Type\s*\/Page\b(?!s)/.test(object);

/** The pages of a file over and over again: as many times as asked for, one after the other. */
export function longPdf(bytes: Uint8Array, times: number): Buffer {
  const { objects, root } = pieces(bytes);
  const pages = [...objects].filter(([, object]) => isPage(object));
  const tree =
    [...objects].find(([, object]) => /\/Type\s*\/Pages\b/.test(object) && !/\/Parent\b/.test(object))?.[0] ?? 0;
  let next = Math.max(...objects.keys()) + 1;
  const kids: number[] = [];
  for (let time = 0; time < times; time += 1) {
    for (const [, page] of pages) {
      objects.set(next, page.replace(/\/Parent\s+\d+ 0 R/, `/Parent ${tree} 0 R`));
      kids.push(next++);
    }
  }
  objects.set(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  return written(objects, root);
}

/**
 * The same file with the catalogue, the pages and the fonts first, and what is printed on the pages last: cut off anywhere behind them,
 * it still has all its pages, but not all that is on them.
 */
export function printedLast(bytes: Uint8Array): Buffer {
  const { objects, root } = pieces(bytes);
  const contents = new Set(
    [...objects.values()]
      .filter(isPage)
      .flatMap((page) => [...(/\/Contents\s+(\d+) 0 R/.exec(page)?.slice(1) ?? [])].map(Number)),
  );
  const order = [...objects].sort(([a], [b]) => Number(contents.has(a)) - Number(contents.has(b)));
  return written(order, root);
}

/** A PDF of one page in a font that does not say which letters its glyphs are: to the eye perhaps a page of text, to a program numbers of glyphs. */
export function wordlessPdf(): Buffer {
  const glyphs = '3A02263139FB26C64BBA3C6539FB81E8'.repeat(4);
  const lines = Array.from({ length: 12 }, (_, index) => `1 0 0 1 60 ${760 - 30 * index} Tm <${glyphs}> Tj`).join(' ');
  const stream = `BT /F1 12 Tf ${lines} ET`;
  return Buffer.from(
    pdfFile([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      '<< /Type /Font /Subtype /Type0 /BaseFont /Unnamed /Encoding /Identity-H /DescendantFonts [6 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unnamed /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 7 0 R >>',
      '<< /Type /FontDescriptor /FontName /Unnamed /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ]),
  );
}

/** UTF-16 as the glyphs of a font whose map to Unicode is the identity. */
const hexOf = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join('');

const identityMap =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Identity def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end';

/**
 * A PDF of one page: lines of text, and below them a ruled table.
 * @param lines above the table
 * @param rows its cells, each row with as many as the first
 */
export function ruledPdf(lines: readonly string[], rows: readonly (readonly string[])[]): Buffer {
  const [left, width, height, size] = [50, 500 / (rows[0]?.length ?? 1), 24, 8];
  const top = 800 - 24 * lines.length;
  const at = (x: number, y: number, text: string): string => `1 0 0 1 ${x} ${y} Tm <${hexOf(text)}> Tj`;
  const texts = [
    ...lines.map((text, index) => at(left, 800 - 24 * index, text)),
    ...rows.flatMap((cells, row) =>
      cells.map((text, column) => at(left + 4 + column * width, top - height * (row + 1) + 8, text)),
    ),
  ];
  const rules = [
    ...Array.from(
      { length: rows.length + 1 },
      (_, row) => `${left} ${top - height * row} m 550 ${top - height * row} l S`,
    ),
    ...Array.from(
      { length: (rows[0]?.length ?? 0) + 1 },
      (_, column) => `${left + column * width} ${top} m ${left + column * width} ${top - height * rows.length} l S`,
    ),
  ];
  const stream = `BT /F1 ${size} Tf ${texts.join(' ')} ET ${rules.join(' ')}`;
  return Buffer.from(
    pdfFile([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      '<< /Type /Font /Subtype /Type0 /BaseFont /Drawn /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Drawn /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] /FontDescriptor 7 0 R >>',
      '<< /Type /FontDescriptor /FontName /Drawn /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
      `<< /Length ${identityMap.length} >>\nstream\n${identityMap}\nendstream`,
    ]),
  );
}
