import type { DocumentRecord } from './protocol.ts';

/**
 * The documents that a tab's badge and headline speak of: what is before the reader. Attachments speak for themselves in
 * their list, unless there is nothing else to speak of.
 */
export function headDocuments(documents: readonly DocumentRecord[]): readonly DocumentRecord[] {
  const shown = documents.filter(({ where }) => where !== 'attachment');
  return shown.some(({ report }) => report.coverage.checked > 0 || report.findings.length > 0) ? shown : documents;
}
