import { strToU8, zipSync } from 'fflate';
import { readQuantity } from '../../quantity/quantity.ts';
import { plainText } from './plain-text.ts';

/** A sheet of a workbook: its name, and its cells as text. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Columns whose plain numbers are numbers, by index; else every cell that prints an amount is one. */
  readonly numbers?: readonly number[];
}

/** Spreadsheets calculate with 15 significant digits: an amount with more stays text, so that none of its digits is lost. */
const mostDigits = 15;

/** Characters that XML cannot hold at all. */
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function xml(text: string): string {
  return plainText(text)
    .replace(notXml, '\uFFFD')
    .replace(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

/** An amount as its decimal digits, exactly as printed, without grouping; null if the cell is none or has too many digits. */
function amountOf(
  text: string,
): { readonly digits: string; readonly decimals: number; readonly grouped: boolean } | null {
  const quantity = readQuantity(text);
  if (quantity.kind !== 'amount' || quantity.unit !== undefined) return null;
  const digits = quantity.value.toFixed(quantity.decimals);
  if (digits.replace(/[-.]/g, '').replace(/^0+/, '').length > mostDigits) return null;
  return { digits, decimals: quantity.decimals, grouped: /\d,\d{3}/.test(text) };
}

/** Number formats: as many decimals as printed, thousands apart if they were. */
class Styles {
  readonly #formats: string[] = [];

  /** The index of a cell style; 0 is the plain one, 1 that of a head. */
  of(decimals: number, grouped: boolean): number {
    const format = `${grouped ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
    if (!this.#formats.includes(format)) this.#formats.push(format);
    return 2 + this.#formats.indexOf(format);
  }

  xml(): string {
    const formats = this.#formats
      .map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${xml(format)}"/>`)
      .join('');
    const styles = this.#formats
      .map(
        (_, index) =>
          `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
      )
      .join('');
    return (
      `${head}<styleSheet xmlns="${main}">${formats === '' ? '' : `<numFmts count="${this.#formats.length}">${formats}</numFmts>`}` +
      '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${2 + this.#formats.length}"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
      `<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>${styles}</cellXfs></styleSheet>`
    );
  }
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** About how wide a text is, in digits: ideographs take two. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u2E80-\uFFFF]/g)?.length ?? 0);
}

/** What a workbook's cell holds, in UTF-16 units, and more rows than a reader can use: what is beyond is said, not written. */
const mostInCell = 32_767;
const mostRows = 200_000;

/** A cell's text as far as a workbook takes it; the last words say how much is missing. */
function withinCell(text: string): string {
  if (text.length <= mostInCell) return text;
  const said = `…（还有 ${text.length - mostInCell} 字未导出 more characters left out）`;
  return text.slice(0, mostInCell - said.length - 20) + said;
}

function withinSheet(rows: Sheet['rows']): Sheet['rows'] {
  return rows.length <= mostRows
    ? rows
    : [...rows.slice(0, mostRows - 1), [`还有 ${rows.length - mostRows + 1} 行未导出 more rows left out`]];
}

function sheetXml({ rows: all, numbers }: Sheet, styles: Styles): string {
  const rows = withinSheet(all);
  const cells = (row: readonly string[], at: number) =>
    row
      .map((text, column) => {
        if (text === '') return '';
        const name = `${columnName(column)}${at + 1}`;
        const amount = numbers === undefined || (numbers.includes(column) && at > 0) ? amountOf(text) : null;
        // A number's digits are written as they are: no binary number in between. Text is inline, and never a formula.
        return amount === null
          ? `<c r="${name}" s="${numbers !== undefined && at === 0 ? 1 : 0}" t="inlineStr"><is><t xml:space="preserve">${xml(withinCell(text))}</t></is></c>`
          : `<c r="${name}" s="${styles.of(amount.decimals, amount.grouped)}"><v>${amount.digits}</v></c>`;
      })
      .join('');
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const columns = Array.from({ length: width }, (_, column) => {
    const longest = Math.max(6, ...rows.slice(0, 400).map((row) => widthOf(row[column] ?? '')));
    return `<col min="${column + 1}" max="${column + 1}" width="${Math.min(48, longest + 2)}" customWidth="1"/>`;
  }).join('');
  const frozen =
    numbers === undefined
      ? ''
      : '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${head}<worksheet xmlns="${main}">${frozen}<cols>${columns}</cols><sheetData>${rows.map((row, at) => `<row r="${at + 1}">${cells(row, at)}</row>`).join('')}</sheetData></worksheet>`;
}

/** Names that a workbook takes: at most 31 characters, some signs never, each once whatever its case. */
export function sheetNames(names: readonly string[], fallback: (index: number) => string): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const base =
      plainText(name)
        .replace(notXml, ' ')
        .replace(/[:\\/?*[\]\s]+/g, ' ')
        .replace(/^['\s]+/, '')
        .slice(0, 31)
        .replace(/['\s]{1,30}$/, '') || fallback(index + 1);
    let own = base;
    for (let number = 2; taken.has(own.toLowerCase()) || own.toLowerCase() === 'history'; number += 1)
      own = `${base.slice(0, 31 - ` ${number}`.length)} ${number}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

/**
 * A workbook (Office Open XML), without formulas, macros or links. Amounts of up to 15 significant digits are numbers, written digit by
 * digit as they are printed; longer ones stay text.
 * @param sheets at least one
 * @param fallback what a sheet without a name is called, from 1
 */
export function xlsxOf(sheets: readonly Sheet[], fallback: (index: number) => string): Uint8Array<ArrayBuffer> {
  const styles = new Styles();
  const names = sheetNames(
    sheets.map(({ name }) => name),
    fallback,
  );
  const pages = sheets.map((sheet) => sheetXml(sheet, styles));
  const files: Record<string, string> = {
    '[Content_Types].xml':
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' +
      `${pages.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${head}<Relationships xmlns="${packaged}">${names.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}` +
      `<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles.xml(),
    ...Object.fromEntries(pages.map((page, index) => [`xl/worksheets/sheet${index + 1}.xml`, page])),
  };
  // The same tables make the same file: no time of day in it.
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    mtime: '1980-01-01T00:00:00',
  });
}
