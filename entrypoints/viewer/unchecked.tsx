import type { Report } from '../../core/report/schema.ts';
import { reasonWords } from '../../core/report/wording.ts';
import { tableTitle } from '../ui/finding-text.ts';
import type { Language } from '../ui/messages.ts';
import { familyName, words } from '../ui/messages.ts';

/** 1, 2, 3, 7 as 1–3、7. */
export function pageRanges(pages: readonly number[], separator: string): string {
  const ranges: [number, number][] = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && page <= last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(separator);
}

/** What could not be checked and why: pictures, unknown tables, relations by table. */
export function Unchecked({ report, language }: { readonly report: Report; readonly language: Language }) {
  const spoken = words[language];
  const scanned = report.source.scannedPages ?? [];
  const unknown = report.tables.filter((table) => table.form === null);
  const total = report.unchecked.reduce((sum, each) => sum + each.relations, 0);
  if (scanned.length === 0 && unknown.length === 0 && total === 0) return null;
  return (
    <details class="unchecked" open={scanned.length > 0}>
      <summary>{spoken.uncheckedTitle}{total > 0 && <small>{spoken.uncheckedCount(total)}</small>}</summary>
      {scanned.length > 0 && <p>{spoken.scanned(pageRanges(scanned, language === 'zh' ? '、' : ', '))}</p>}
      {unknown.length > 0 && (
        <>
          <h3>{spoken.unrecognisedTables}</h3>
          <ul>
            {unknown.map((table) => (
              <li key={table.id}><span>{tableTitle(report, table.id, spoken)}</span>{table.page !== undefined && <small>{spoken.page(table.page)}</small>}</li>
            ))}
          </ul>
        </>
      )}
      {byReason(report).map(([reason, entries]) => (
        <section key={reason}>
          <h3>{reasonWords[reason][language]}</h3>
          <ul>
            {entries.map((entry, index) => (
              <li key={index}>
                <span>{[entry.table === undefined ? '' : tableTitle(report, entry.table, spoken), familyName(entry.rule, spoken)].filter((part) => part !== '').join(' · ')}</span>
                <small>{spoken.uncheckedCount(entry.relations)}</small>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

type Entry = Report['unchecked'][number];

function byReason(report: Report): [Entry['reason'], Entry[]][] {
  const groups = new Map<Entry['reason'], Entry[]>();
  for (const entry of report.unchecked) groups.set(entry.reason, [...(groups.get(entry.reason) ?? []), entry]);
  return [...groups];
}
