import { type Language } from '../words/language-names.ts';
import { strToU8, zipSync } from 'fflate';
import type { TableDump } from '../tables.ts';
import { csvOf } from './csv.ts';
import { reportWords as spoken } from '../words/languages.ts';
import { sheetNames, xlsxOf, type Sheet } from './xlsx.ts';

function sheetsOf({ tables }: TableDump): Sheet[] {
  return tables.map(({ title, rows }) => ({ name: title, rows }));
}

/** Tables as a workbook, a sheet each, named by their titles. */
export function tablesAsXlsx(dump: TableDump, language: Language): Uint8Array<ArrayBuffer> {
  return xlsxOf(sheetsOf(dump), (index) => spoken[language].exported.table(index));
}

/** Tables as CSV files in one archive, numbered in the order of the document. */
export function tablesAsCsv(dump: TableDump, language: Language): Uint8Array<ArrayBuffer> {
  const names = sheetNames(
    dump.tables.map(({ title }) => title),
    (index) => spoken[language].exported.table(index),
  );
  const digits = String(dump.tables.length).length;
  const files = dump.tables.map(
    ({ rows }, index) =>
      [
        `${String(index + 1).padStart(digits, '0')} ${(names[index] ?? '').replace(/[<>"|]/g, ' ').trim()}.csv`,
        strToU8(csvOf(rows)),
      ] as const,
  );
  return zipSync(Object.fromEntries(files), { mtime: '1980-01-01T00:00:00' });
}
