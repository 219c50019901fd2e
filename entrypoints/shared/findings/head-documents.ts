import type { DocumentRecord } from '../protocol/protocol.ts';

/**
 * The documents that a tab's badge and headline speak of: what is before the reader. Attachments speak for themselves in
 * their list, unless the accounts are in them: where nothing before the reader has a table that we know.
 */
export function headDocuments(documents: readonly DocumentRecord[]): readonly DocumentRecord[] {
  const shown = documents.filter(({ where }) => where !== 'attachment');
  return shown.some(({ report }) => report.coverage.recognised > 0) ? shown : documents;
}
