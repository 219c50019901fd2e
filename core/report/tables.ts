import { tablesOf, type Document } from '../document/document.ts';
import type { Report } from './schema.ts';

/** Every grid as text: what `--tables` writes, and what grid scorers read. */
export interface TableDump {
  readonly tables: readonly {
    readonly id: string;
    readonly title: string;
    readonly page?: number | undefined;
    readonly rows: readonly (readonly string[])[];
  }[];
}

/**
 * The grids of a document, spans expanded: the text of a merged cell at its top left, "" for covered and empty cells.
 * @param document as read
 * @param report its report, for the titles
 */
export function dumpTables(document: Document, report: Report): TableDump {
  const titles = new Map(report.tables.map((table) => [table.id, table.title]));
  return {
    tables: tablesOf(document).map((table) => {
      const rows = Array.from({ length: table.rows }, () => new Array<string>(table.columns).fill(''));
      for (const cell of table.cells) {
        const row = rows[cell.row];
        if (row) row[cell.column] = cell.text;
      }
      const page = table.place.page;
      return { id: table.id, title: titles.get(table.id) ?? '', ...(page === undefined ? {} : { page }), rows };
    }),
  };
}
