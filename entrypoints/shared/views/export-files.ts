import { csvOf } from '../../../core/report/export/csv.ts';
import { findingRows, markdownOf } from '../../../core/report/export/findings.ts';
import type { Contents } from '../../../core/report/export/contents.ts';
import { amountColumn, figureRows } from '../../../core/report/export/figures.ts';
import { plainText } from '../../../core/report/export/plain-text.ts';
import { tablesAsCsv, tablesAsXlsx } from '../../../core/report/export/tables.ts';
import { reportWords } from '../../../core/report/words/languages.ts';
import { xlsxOf } from '../../../core/report/export/xlsx.ts';
import type { Report } from '../../../core/report/schema.ts';
import { download } from './download.ts';
import type { Language } from '../locale/messages.ts';
import { words } from '../locale/messages.ts';

const csv = 'text/csv;charset=utf-8';
const zip = 'application/zip';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A title as a file name that every system takes. */
export function exportName(title: string): string {
  const safe = plainText(title)
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return safe === '' ? 'tieout' : `tieout ${safe}`;
}

function nameOf(reports: readonly Report[]): string {
  return exportName(reports[0]?.document.publisher ?? reports[0]?.source.title ?? '');
}

/** What was found, as a file. */
export type FindingsFormat = 'json' | 'csv' | 'markdown';

/** What is printed, as a file. */
export type ContentsFormat = 'figures-csv' | 'figures-xlsx' | 'tables-xlsx' | 'tables-csv';

/** Offers the findings of some documents for download: JSON is one report as it is, several as a list. */
export function exportFindings(reports: readonly Report[], format: FindingsFormat, language: Language): void {
  const name = nameOf(reports);
  switch (format) {
    case 'json':
      download(
        `${name}.json`,
        new Blob([JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)], { type: 'application/json' }),
      );
      return;
    case 'csv':
      download(`${name}.csv`, new Blob([csvOf(findingRows(reports, language))], { type: csv }));
      return;
    case 'markdown':
      download(`${name}.md`, new Blob([markdownOf(reports, language)], { type: 'text/markdown;charset=utf-8' }));
  }
}

/** Offers a document's figures or tables for download. */
export function exportContents(
  report: Report,
  { tables, figures }: Contents,
  format: ContentsFormat,
  language: Language,
): void {
  const { exportFigures, exportTables } = words[language];
  const figuresName = `${nameOf([report])} ${exportFigures}`;
  const tablesName = `${nameOf([report])} ${exportTables}`;
  const rows = () => figureRows(figures, report.source.url, language);
  switch (format) {
    case 'figures-csv':
      download(`${figuresName}.csv`, new Blob([csvOf(rows())], { type: csv }));
      return;
    // Of the tidy table only the amounts are numbers; a code is a name.
    case 'figures-xlsx':
      download(
        `${figuresName}.xlsx`,
        new Blob(
          [
            xlsxOf([{ name: exportFigures, rows: rows(), numbers: [amountColumn] }], (index) =>
              reportWords[language].exported.table(index),
            ),
          ],
          { type: xlsx },
        ),
      );
      return;
    case 'tables-xlsx':
      download(`${tablesName}.xlsx`, new Blob([tablesAsXlsx({ tables }, language)], { type: xlsx }));
      return;
    case 'tables-csv':
      download(`${tablesName}.zip`, new Blob([tablesAsCsv({ tables }, language)], { type: zip }));
  }
}
