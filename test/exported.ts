import { strFromU8, unzipSync } from 'fflate';
import { parseFragment } from 'parse5';

// Readers of the files that the extension writes, which know nothing of the writers.

/** Rows of a CSV after RFC 4180, with or without a BOM; written apart from the writer. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < body.length; at += 1) {
    const sign = body.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (body.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',' || sign === '\r') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\r') {
        rows.push([]);
        at += 1;
      }
    } else cell += sign;
  }
  rows.pop();
  return rows;
}

/** The elements of a name in some XML, each as its attributes and the text inside it. */
function elementsOf(xml: string, name: string): { readonly attributes: string; readonly inner: string }[] {
  return [...xml.matchAll(new RegExp(`<${name}((?: [^>]*?)?)(?:/>|>(.*?)</${name}>)`, 'gs'))].map(
    ([, attributes = '', inner = '']) => ({ attributes, inner }),
  );
}

/** Text of XML with its references resolved. */
function plain(xml: string): string {
  return parseFragment(xml.replace(/<[^>]*>/g, ''))
    .childNodes.map((node) => ('value' in node ? node.value : ''))
    .join('');
}

/** A sheet of a workbook as its cells' text; a number stands as its digits. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Cells that hold numbers, by row and column. */
  readonly numbers: ReadonlySet<string>;
}

/** B → 1, AA → 26. */
const columnAt = (reference: string): number =>
  Array.from(reference.replace(/\d+/, '')).reduce((index, letter) => 26 * index + letter.charCodeAt(0) - 64, 0) - 1;

/** The sheets of a workbook, as far as ours go: inline text and numbers, every cell in its place. */
export function readXlsx(bytes: Uint8Array): ReadSheet[] {
  const files = unzipSync(bytes);
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  return elementsOf(text('xl/workbook.xml'), 'sheet').map(({ attributes }, index) => {
    const numbers = new Set<string>();
    const cells = elementsOf(text(`xl/worksheets/sheet${index + 1}.xml`), 'row').map(
      ({ inner }, row) =>
        new Map(
          elementsOf(inner, 'c').map((cell) => {
            const column = columnAt(/ r="([A-Z]+\d+)"/.exec(cell.attributes)?.[1] ?? '');
            if (!cell.attributes.includes('t="inlineStr"')) numbers.add(`${row}:${column}`);
            return [column, plain(cell.inner)] as const;
          }),
        ),
    );
    // Blank cells are left out of the file.
    const width = Math.max(0, ...cells.flatMap((row) => [...row.keys()])) + 1;
    const rows = cells.map((row) => Array.from({ length: width }, (_, column) => row.get(column) ?? ''));
    return { name: plain(/ name="([^"]*)"/.exec(attributes)?.[1] ?? ''), rows, numbers };
  });
}
