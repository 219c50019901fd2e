import type { Report, UncoveredReason } from '../../../core/report/schema.ts';
import { reasonText } from '../../../core/report/tell.ts';
import { setTitle, tableTitle } from '../findings/finding-text.ts';
import type { Language } from '../locale/messages.ts';
import { words } from '../locale/messages.ts';

interface Counts {
  readonly amounts: number;
  readonly checked: number;
  readonly reasons: readonly { readonly reason: UncoveredReason; readonly amounts: number }[];
}

/** How much of something was checked, as a quiet line. The words beside it say the same. */
export function CoverageLine({ amounts, checked }: Pick<Counts, 'amounts' | 'checked'>) {
  return (
    <span class="coverage-line" aria-hidden="true">
      <span style={{ width: `${amounts === 0 ? 0 : (100 * checked) / amounts}%` }} />
    </span>
  );
}

/** The reasons why amounts were not checked, over several documents, the most frequent first. */
export function uncoveredReasons(reports: readonly Report[]): Counts['reasons'] {
  const counts = new Map<UncoveredReason, number>();
  for (const { reason, amounts } of reports.flatMap(({ coverage }) => coverage.reasons))
    counts.set(reason, (counts.get(reason) ?? 0) + amounts);
  return [...counts].map(([reason, amounts]) => ({ reason, amounts })).sort((a, b) => b.amounts - a.amounts);
}

/** What was checked and what was not and why: the whole, then table by table. */
export function CoverageDetails({
  report,
  language,
  open,
  onOpen,
}: {
  readonly report: Report;
  readonly language: Language;
  /** Unfolded; without it the browser keeps that in mind. */
  readonly open?: boolean | undefined;
  readonly onOpen?: ((open: boolean) => void) | undefined;
}) {
  const spoken = words[language];
  const { coverage } = report;
  if (report.tables.length === 0 && coverage.amounts === 0) return null;
  const unchecked = coverage.amounts - coverage.checked;
  return (
    <details class="coverage-details" open={open} onToggle={({ currentTarget }) => onOpen?.(currentTarget.open)}>
      <summary>
        <span>{spoken.coverageTitle}</span>
        {unchecked > 0 && <small>{spoken.uncheckedCount(unchecked)}</small>}
      </summary>
      {coverage.reasons.length > 0 && (
        <ul class="reasons" aria-label={spoken.uncheckedTitle}>
          {coverage.reasons.map(({ reason, amounts }) => (
            <li key={reason}>
              <span>{reasonText(reason, language)}</span>
              <small>{amounts}</small>
            </li>
          ))}
        </ul>
      )}
      <ul class="tables">
        {report.tables.map((table, index) => (
          <Row
            key={table.id}
            set={
              report.sets.length > 1 && table.set !== report.tables[index - 1]?.set
                ? setTitle(report, table.set, spoken)
                : ''
            }
            title={tableTitle(report, table.id, spoken)}
            note={table.page === undefined ? '' : spoken.page(table.page)}
            counts={table.coverage}
            language={language}
          />
        ))}
        {coverage.text.amounts > 0 && (
          <Row set="" title={spoken.text} note="" counts={coverage.text} language={language} />
        )}
      </ul>
    </details>
  );
}

function Row({
  set,
  title,
  note,
  counts,
  language,
}: {
  readonly set: string;
  readonly title: string;
  readonly note: string;
  readonly counts: Counts;
  readonly language: Language;
}) {
  const spoken = words[language];
  const { amounts, checked, reasons } = counts;
  return (
    <li>
      {set !== '' && <p class="set">{set}</p>}
      <div class="row">
        <span class="title">
          {title}
          {note !== '' && <small>{note}</small>}
        </span>
        <small>
          {amounts === 0
            ? spoken.noAmounts
            : checked === amounts
              ? spoken.fullyChecked(amounts)
              : spoken.tableCoverage(checked, amounts)}
        </small>
      </div>
      {amounts > 0 && <CoverageLine amounts={amounts} checked={checked} />}
      {reasons.length > 0 && (
        <p class="why">
          {reasons
            .map(({ reason, amounts: count }) => spoken.reasonCount(reasonText(reason, language), count))
            .join(language === 'zh' ? '；' : '; ')}
        </p>
      )}
    </li>
  );
}
