import type { Finding, Report, UncheckedReason } from '../../core/report/schema.ts';
import { reasonWords } from '../../core/report/wording.ts';
import { FindingList } from '../ui/finding-list.tsx';
import { tableTitle } from '../ui/finding-text.ts';
import type { Language } from '../ui/messages.ts';
import { familyName, words } from '../ui/messages.ts';
import type { Where } from '../ui/protocol.ts';

/** One document of the tab: its findings by table, and what could not be checked. */
export function DocumentReport({ report, where, language, rounding, alone, onChoose }: {
  readonly report: Report; readonly where: Where; readonly language: Language; readonly rounding: boolean; readonly alone: boolean;
  readonly onChoose: (finding: Finding) => void;
}) {
  const spoken = words[language];
  return (
    <section class="document">
      {!alone && <h2>{spoken.where[where]}{spoken.colon}{report.source.title}</h2>}
      <DocumentTrouble report={report} language={language} />
      <FindingList report={report} language={language} shown={rounding ? ['inconsistent', 'rounding', 'notice'] : ['inconsistent', 'notice']} onChoose={onChoose} />
      <Unchecked report={report} language={language} />
    </section>
  );
}

/** What stands in the way of reading all of a document. */
export function DocumentTrouble({ report, language }: { readonly report: Report; readonly language: Language }) {
  const { error, scannedPages } = report.source;
  return (
    <>
      {error !== undefined && <p class="trouble">{error}</p>}
      {scannedPages !== undefined && scannedPages.length > 0 && <p class="trouble">{words[language].scanned(scannedPages.join('、'))}</p>}
    </>
  );
}

/** What could not be checked and why: by reason, with the tables concerned. */
export function Unchecked({ report, language }: { readonly report: Report; readonly language: Language }) {
  const spoken = words[language];
  const reasons = groupReasons(report);
  const unknown = report.tables.filter((table) => table.form === null && !table.empty);
  if (reasons.length === 0 && unknown.length === 0) return null;
  const relations = reasons.reduce((sum, reason) => sum + reason.relations, 0);
  return (
    <details class="unchecked">
      <summary>
        <span>{spoken.uncheckedTitle}</span>
        {relations > 0 && <span class="number">{spoken.uncheckedCount(relations)}</span>}
      </summary>
      <ul>
        {reasons.map(({ reason, relations: count, tables, rules }) => (
          <li key={reason}>
            <div class="reason"><span>{reasonWords[reason][language]}</span><span class="number">{spoken.uncheckedCount(count)}</span></div>
            <div class="detail">{[
              rules.map((rule) => familyName(rule, spoken)).filter((name, index, all) => all.indexOf(name) === index).join('、'),
              tables.map((id) => tableTitle(report, id, spoken)).filter((name, index, all) => all.indexOf(name) === index).join('、'),
            ].filter((part) => part !== '').join(' · ')}</div>
          </li>
        ))}
        {unknown.length > 0 && (
          <li>
            <div class="reason"><span>{spoken.unrecognisedTables}</span><span class="number">{unknown.length}</span></div>
            <div class="detail">{unknown.map((table) => tableTitle(report, table.id, spoken)).join('、')}</div>
          </li>
        )}
      </ul>
    </details>
  );
}

interface Reason {
  readonly reason: UncheckedReason;
  readonly relations: number;
  readonly tables: readonly string[];
  readonly rules: readonly string[];
}

/** What was not checked, by reason, the most frequent first. */
export function groupReasons(report: Report): Reason[] {
  const byReason = new Map<UncheckedReason, Reason>();
  for (const { reason, relations, table, rule } of report.unchecked) {
    const known = byReason.get(reason) ?? { reason, relations: 0, tables: [], rules: [] };
    const tables = table === undefined || known.tables.includes(table) ? known.tables : [...known.tables, table];
    const rules = known.rules.includes(rule) ? known.rules : [...known.rules, rule];
    byReason.set(reason, { reason, relations: known.relations + relations, tables, rules });
  }
  return [...byReason.values()].sort((a, b) => b.relations - a.relations);
}
