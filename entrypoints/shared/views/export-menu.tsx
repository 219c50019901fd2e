import { useState } from 'preact/hooks';
import type { Contents } from '../../../core/report/export/contents.ts';
import type { Report } from '../../../core/report/schema.ts';
import type { ContentsFormat, FindingsFormat } from './export-files.ts';
import { exportContents, exportFindings } from './export-files.ts';
import './export-menu.css';
import type { Language } from '../locale/messages.ts';
import { words } from '../locale/messages.ts';

/** The findings, the recognised figures and the tables, as files. */
export function ExportMenu({
  reports,
  main,
  language,
  contents,
}: {
  readonly reports: readonly Report[];
  /** The document whose figures and tables are at hand; null if they are not. */
  readonly main: Report | null;
  readonly language: Language;
  /** Brings what is printed in it; null if the document has gone. */
  readonly contents: () => Promise<Contents | null>;
}) {
  const spoken = words[language];
  const [gone, setGone] = useState(false);
  const findings = (format: FindingsFormat, label: string) => (
    <button
      key={format}
      type="button"
      data-action={format === 'json' ? 'export' : `export-${format}`}
      onClick={() => exportFindings(reports, format, language)}
    >
      {label}
    </button>
  );
  const printed = (format: ContentsFormat, label: string) => (
    <button
      key={format}
      type="button"
      data-action={`export-${format}`}
      onClick={() =>
        void contents().then((found) => {
          setGone(found === null);
          if (found !== null && main !== null) exportContents(main, found, format, language);
        })
      }
    >
      {label}
    </button>
  );
  return (
    <details class="export-menu">
      <summary>{spoken.export}</summary>
      <dl>
        <dt>{spoken.findings}</dt>
        <dd>
          {findings('csv', 'CSV')}
          {findings('markdown', 'Markdown')}
          {findings('json', 'JSON')}
        </dd>
        {main !== null && main.tables.length > 0 && (
          <>
            <dt title={spoken.exportFiguresNote}>{spoken.exportFigures}</dt>
            <dd>
              {printed('figures-xlsx', 'XLSX')}
              {printed('figures-csv', 'CSV')}
            </dd>
            <dt>{spoken.exportTables}</dt>
            <dd>
              {printed('tables-xlsx', 'XLSX')}
              {printed('tables-csv', 'CSV (ZIP)')}
            </dd>
          </>
        )}
      </dl>
      <p role="status">{gone && spoken.exportGone}</p>
    </details>
  );
}
