import type { Report } from '../../core/report/schema.ts';
import { reasonText } from '../../core/report/tell.ts';
import { CoverageLine, uncoveredReasons } from '../shared/views/coverage.tsx';
import type { Ignored } from '../shared/findings/ignored.ts';
import type { Language } from '../shared/locale/messages.ts';
import { words } from '../shared/locale/messages.ts';
import { isFileUnread, muchIsUnchecked, outcomeOf, outcomeText, tallyOf } from '../shared/findings/outcome.ts';
import type { FileEntry } from '../shared/protocol/protocol.ts';

/** What these documents are, the verdict over all of them, and how much of them was checked. @param files those of the page */
export function Headline({
  reports,
  ignored,
  files,
  language,
}: {
  readonly reports: readonly Report[];
  readonly ignored: readonly Ignored[];
  readonly files: readonly FileEntry[];
  readonly language: Language;
}) {
  const spoken = words[language];
  const tally = tallyOf(reports, ignored);
  const { amounts, checked } = tally;
  const sum = (of: (coverage: Report['coverage']) => number) =>
    reports.reduce((total, report) => total + of(report.coverage), 0);
  const tables = sum((coverage) => coverage.tables);
  const first = reports[0];
  const { publisher, year, kind } = first?.document ?? { publisher: null, year: null, kind: 'unknown' as const };
  const title = publisher ?? first?.source.title ?? '';
  const outcome = outcomeOf(tally, isFileUnread(tally, files));
  return (
    <header class="headline">
      <p class="what">
        {[year === null ? '' : spoken.year(year), spoken.kind[kind]].filter((part) => part !== '').join(' ')}
      </p>
      <h1>{title === '' ? spoken.name : title}</h1>
      <p class={`verdict-line ${outcome}`} role="status">
        {outcomeText(tally, outcome, spoken)}
      </p>
      <div class="coverage">
        <CoverageLine amounts={amounts} checked={checked} />
        <p>
          {[
            spoken.coverage(checked, amounts),
            ...(tables > 0 ? [spoken.coverageTables(tally.tables, tables)] : []),
            spoken.coverageRelations(sum((coverage) => coverage.relations)),
          ].join(' · ')}
        </p>
        {checked > 0 && muchIsUnchecked(tally) && (
          <p class="partly-why">
            {outcome === 'partly' ? spoken.partlyWhy : spoken.partly(amounts - checked)}
            {spoken.colon}
            {uncoveredReasons(reports)
              .slice(0, 2)
              .map(({ reason, amounts: count }) => spoken.reasonCount(reasonText(reason, language), count))
              .join(language === 'zh' ? '；' : '; ')}
          </p>
        )}
      </div>
    </header>
  );
}
