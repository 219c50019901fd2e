import type { Report } from '../../core/report/schema.ts';
import { reasonWords } from '../../core/report/wording.ts';
import { CoverageLine, uncoveredReasons } from '../ui/coverage.tsx';
import { countVerdicts } from '../ui/finding-text.ts';
import type { Language } from '../ui/messages.ts';
import { words } from '../ui/messages.ts';

/** With more than a tenth left out, the verdict speaks of a part only, and the reader is told so beside it. */
const muchUnchecked = 0.1;

/** What these documents are, the verdict over all of them, and how much of them was checked. */
export function Headline({ reports, language }: { readonly reports: readonly Report[]; readonly language: Language }) {
  const spoken = words[language];
  const counts = countVerdicts(reports);
  const sum = (of: (coverage: Report['coverage']) => number) => reports.reduce((total, report) => total + of(report.coverage), 0);
  const [amounts, checked] = [sum((coverage) => coverage.amounts), sum((coverage) => coverage.checked)];
  const [tables, recognised] = [sum((coverage) => coverage.tables), sum((coverage) => coverage.recognised)];
  const first = reports[0];
  const { publisher, year, kind } = first?.document ?? { publisher: null, year: null, kind: 'unknown' as const };
  const title = publisher ?? first?.source.title ?? '';
  const state = counts.inconsistent > 0 ? 'inconsistent' : checked > 0 ? 'agree' : 'nothing';
  return (
    <header class="headline">
      <p class="what">{[year === null ? '' : spoken.year(year), spoken.kind[kind]].filter((part) => part !== '').join(' ')}</p>
      <h1>{title === '' ? spoken.name : title}</h1>
      <p class={`verdict-line ${state}`} role="status">
        {state === 'inconsistent' ? spoken.headlineInconsistent(counts.inconsistent) : state === 'agree' ? spoken.headlineAgree : spoken.headlineNothingChecked}
      </p>
      <div class="coverage">
        <CoverageLine amounts={amounts} checked={checked} />
        <p>{[spoken.coverage(checked, amounts), ...(tables > 0 ? [spoken.coverageTables(recognised, tables)] : []), spoken.coverageRelations(sum((coverage) => coverage.relations))].join(' · ')}</p>
        {checked > 0 && amounts - checked > muchUnchecked * amounts && (
          <p class="partly">
            {spoken.partly(amounts - checked)}{spoken.colon}
            {uncoveredReasons(reports).slice(0, 2).map(({ reason, amounts: count }) => spoken.reasonCount(reasonWords[reason][language], count)).join(language === 'zh' ? '；' : '; ')}
          </p>
        )}
      </div>
    </header>
  );
}
