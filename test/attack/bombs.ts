import { deflateSync } from 'node:zlib';
import { paperPdf, stream } from '../fuzz/paper.ts';
import { pdfFile } from '../pdf-file.ts';

const flate = (bytes: Buffer | string, times = 1): string => {
  let result: Buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  for (let turn = 0; turn < times; turn += 1) result = deflateSync(result, { level: 9 });
  return result.toString('latin1');
};
const packed = (bytes: Buffer | string, times = 1) =>
  stream(flate(bytes, times), `/Filter [${'/FlateDecode '.repeat(times)}]`);
const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A page whose content is too much to write down unpacked. */
const page = (content: string, resources = '', objects: readonly string[] = []) =>
  pdfFile([
    catalogue,
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${resources} >> >>`,
    content,
    font,
    ...objects,
  ]);
const picture = (side: number) =>
  `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`;
/** Forms each of which is drawn ten times by the next. */
const forms = (depth: number) =>
  Array.from({ length: depth }, (_, index) =>
    stream(
      index === depth - 1 ? '0 0 1 1 re f' : '/X Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /X ${7 + index} 0 R >> >>`,
    ),
  );

/** Files made to be too much: to unpack, to draw, to follow, or to believe. */
export const bombs: Readonly<Record<string, () => Uint8Array>> = {
  'a million glyphs': () => page(packed(`BT /F 1 Tf 50 700 Td ${`(${'1'.repeat(100)}) Tj `.repeat(10_000)} ET`)),
  'a million rules': () => page(packed('0 0 m 500 500 l S '.repeat(1_000_000))),
  'a million cells': () =>
    page(
      packed(
        Array.from(
          { length: 1000 },
          (_, index) => `${index / 2} 0 m ${index / 2} 800 l S 0 ${index / 2} m 500 ${index / 2} l S `,
        )
          .join('')
          .repeat(20),
      ),
    ),
  'seven hundred megabytes, packed twice': () => page(packed(Buffer.alloc(700_000_000, 32), 2)),
  'forty pictures of 8,000 by 8,000': () =>
    page(stream('/I Do '.repeat(40)), '/XObject << /I 6 0 R >>', [
      stream(flate(Buffer.alloc(64_000_000)), picture(8000)),
    ]),
  'a picture of 60,000 by 60,000': () =>
    page(stream('/I Do'), '/XObject << /I 6 0 R >>', [stream('\0', picture(60_000))]),
  'forms in forms, ten to the ninth': () => page(stream('/X Do'), '/XObject << /X 6 0 R >>', forms(9)),
  'a form in itself': () =>
    page(stream('/X Do'), '/XObject << /X 6 0 R >>', [
      stream('/X Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>'),
    ]),
  'no pages': () => pdfFile([catalogue, '<< /Type /Pages /Count 0 /Kids [] >>']),
  'a thousand million pages, it says': () =>
    pdfFile([
      catalogue,
      '<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ]),
  'pages that are their own children': () =>
    pdfFile([
      catalogue,
      '<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ]),
  'lists in lists': () => paperPdf({ content: '['.repeat(200_000) }),
  'graphics states without end': () => page(packed('q '.repeat(2_000_000))),
  'a page as large as the moon': () => paperPdf({ content: 'BT /F 10 Tf 9 9 Td (1) Tj ET', mediaBox: '0 0 1e38 1e38' }),
  'letters with a map of all there are': () =>
    page(stream('BT /G 9 Tf 9 9 Td <0001> Tj ET'), '/Font << /G 6 0 R >>', [
      '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
      packed(
        `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${'1 beginbfrange <0000> <ffff> <0000> endbfrange '.repeat(2000)} endcmap`,
      ),
    ]),
};

/** Those whose page has to be told as too much: what is left of it would look like a page without tables. */
export const overfull: readonly string[] = [
  'a million glyphs',
  'seven hundred megabytes, packed twice',
  'forms in forms, ten to the ninth',
];
