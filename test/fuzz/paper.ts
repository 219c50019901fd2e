import { pdfFile } from '../pdf-file.ts';

export interface Paper {
  /** Content stream of the one page. */
  readonly content: string;
  readonly mediaBox?: string;
  /** More objects, from 6 on, and what the page's resources say of them. */
  readonly objects?: readonly string[];
  readonly resources?: string;
}

export const stream = (text: string, entries = ''): string =>
  `<< /Length ${text.length} ${entries} >>\nstream\n${text}\nendstream`;

/**
 * A PDF of one page.
 * @returns its bytes
 */
export function paperPdf({ content, mediaBox = '0 0 595 842', objects = [], resources = '' }: Paper): Uint8Array {
  return pdfFile([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${resources} >> >>`,
    stream(content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...objects,
  ]);
}

const show = (x: number, y: number, text: string, size = 10): string =>
  `BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET\n`;
const line = (x0: number, y0: number, x1: number, y1: number): string => `${x0} ${y0} m ${x1} ${y1} l S\n`;

/** A ruled table of amounts, and some lines. */
export function tableContent(rows: number, columns: number): string {
  const parts: string[] = [show(60, 800, 'Total 100.00')];
  for (let row = 0; row <= rows; row += 1) parts.push(line(50, 780 - row * 18, 50 + columns * 60, 780 - row * 18));
  for (let column = 0; column <= columns; column += 1)
    parts.push(line(50 + column * 60, 780, 50 + column * 60, 780 - rows * 18));
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      parts.push(show(54 + column * 60, 767 - row * 18, `${row * column}.50`));
  return parts.join('');
}
