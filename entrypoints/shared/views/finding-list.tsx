import type { Finding, Report, Verdict } from '../../../core/report/schema.ts';
import { sentence } from '../../../core/report/tell.ts';
import { foldAlike } from '../findings/alike.ts';
import { CoverageLine } from './coverage.tsx';
import type { FindingGroup } from '../findings/finding-text.ts';
import { groupFindings, setTitle, spotLabel } from '../findings/finding-text.ts';
import { markedPlaces } from '../findings/marked-places.ts';
import type { Ignored } from '../findings/ignored.ts';
import { isIgnored, withoutIgnored } from '../findings/ignored.ts';
import type { Language } from '../locale/messages.ts';
import { words } from '../locale/messages.ts';
import { verdictGlyph } from '../findings/verdict.ts';

/** What the list shows and can do. */
export interface FindingListProps {
  readonly report: Report;
  readonly language: Language;
  /** Verdicts to list. */
  readonly shown: readonly Verdict[];
  /** The finding whose card is open, if any. */
  readonly current?: string | undefined;
  readonly onChoose: (finding: Finding) => void;
  /** What the reader ignores: listed apart, to be taken back. */
  readonly ignored?: readonly Ignored[];
  readonly onRestore?: (finding: Finding) => void;
  /** Of the headings: one below the heading of what the list is about; 3 unless told. */
  readonly level?: 2 | 3;
}

type Heading = 'h2' | 'h3' | 'h4';

/** Findings by set and table; each takes the reader to its place. */
export function FindingList(props: FindingListProps) {
  const { report, language, shown, ignored = [], onRestore, level = 3 } = props;
  const spoken = words[language];
  const { groups, alike } = foldAlike(groupFindings(withoutIgnored(report, ignored), spoken, shown), report);
  // A heading for the set only where there are several.
  const sets = new Set(report.tables.map(({ set }) => set));
  const Head: Heading = `h${level}`;
  const below: Heading = sets.size > 1 ? (level === 2 ? 'h3' : 'h4') : Head;
  const left = report.findings.filter((finding) => isIgnored(finding, report, ignored));
  return (
    <div class="finding-list">
      {groups.map((group, index) => (
        <section key={group.key}>
          {sets.size > 1 && group.set !== groups[index - 1]?.set && (
            <Head class="set">{group.set === '' ? spoken.text : setTitle(report, group.set, spoken)}</Head>
          )}
          <GroupHead group={group} report={report} language={language} Head={below} />
          <ul>
            {group.findings.map((finding) => (
              <li key={finding.id}>
                <Line {...props} finding={finding} under={group.title} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {alike.map(({ first, others, count }) => (
        <details
          key={first.id}
          class="alike"
          open={others.some(({ findings }) => findings.some(({ id }) => id === props.current))}
        >
          <summary>{spoken.alike(count, sentence(first, language))}</summary>
          <ul>
            {others.flatMap(({ key, set, findings }) =>
              findings.map((finding) => (
                <li key={finding.id}>
                  <span class="set">{setTitle(report, set, spoken)}</span>
                  <Line {...props} finding={finding} under={key} />
                </li>
              )),
            )}
          </ul>
        </details>
      ))}
      {left.length > 0 && onRestore !== undefined && (
        <details class="ignored">
          <summary>{spoken.ignoredCount(left.length)}</summary>
          <ul>
            {left.map((finding) => (
              <li key={finding.id}>
                <span>{sentence(finding, language)}</span>
                <button type="button" class="link" data-restore={finding.id} onClick={() => onRestore(finding)}>
                  {spoken.unignore}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** A table's name, where it is, and how much of it was checked. */
function GroupHead({
  group,
  report,
  language,
  Head,
}: {
  readonly group: FindingGroup;
  readonly report: Report;
  readonly language: Language;
  readonly Head: Heading;
}) {
  const spoken = words[language];
  const { amounts, checked } = report.tables.find(({ id }) => id === group.key)?.coverage ?? report.coverage.text;
  const told = amounts === 0 ? '' : spoken.tableCoverage(checked, amounts);
  return (
    <Head class="group" title={told}>
      <span>{group.title}</span>
      {group.page !== undefined && <small>{spoken.page(group.page)}</small>}
      {amounts > 0 && <CoverageLine amounts={amounts} checked={checked} />}
    </Head>
  );
}

function Line({
  report,
  language,
  current,
  onChoose,
  finding,
  under,
}: FindingListProps & { readonly finding: Finding; readonly under: string }) {
  const spoken = words[language];
  const place = finding.places[markedPlaces(finding)[0] ?? 0];
  const text = sentence(finding, language);
  return (
    <button
      type="button"
      class={`finding ${finding.verdict}`}
      data-finding={finding.id}
      aria-current={finding.id === current ? 'true' : undefined}
      title={spoken.locate(text)}
      onClick={() => onChoose(finding)}
    >
      <span class={`verdict-glyph ${finding.verdict}`} role="img" aria-label={spoken.verdict[finding.verdict]}>
        {verdictGlyph[finding.verdict]}
      </span>
      <span class="body">
        <span class="message">{withoutTitle(text, under)}</span>
        {place !== undefined && 'table' in place && <span class="spot">{spotLabel(place, report, spoken)}</span>}
        {finding.related.length > 0 && <span class="spot">{spoken.related(finding.related.length)}</span>}
      </span>
    </button>
  );
}

/** Below its table's name a sentence need not begin with it. */
function withoutTitle(text: string, title: string): string {
  const rest = text.startsWith(title) ? text.slice(title.length) : '';
  if (rest.startsWith('“')) return rest;
  // In English: TITLE, row “合计” is …
  return /^, (row|column) /.test(rest) ? rest.charAt(2).toUpperCase() + rest.slice(3) : text;
}
