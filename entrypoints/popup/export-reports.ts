import type { DocumentRecord } from '../ui/protocol.ts';

/** Offers the tab's reports for download: one report as it is, several as a list. */
export function exportReports(documents: readonly DocumentRecord[]): void {
  const reports = documents.map(({ report }) => report);
  const text = JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `${fileName(reports[0]?.document.publisher ?? reports[0]?.source.title ?? '')}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A title as a file name that every system takes. */
export function fileName(title: string): string {
  const safe = title.replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 80);
  return safe === '' ? 'tieout' : `tieout ${safe}`;
}
