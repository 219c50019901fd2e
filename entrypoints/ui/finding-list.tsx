import type { Finding, Report, Verdict } from '../../core/report/schema.ts';
import { groupFindings, markedPlaces, sentence, spotLabel } from './finding-text.ts';
import type { Language } from './messages.ts';
import { words } from './messages.ts';
import { verdictGlyph } from './verdict.ts';

/** What the list shows and can do. */
export interface FindingListProps {
  readonly report: Report;
  readonly language: Language;
  /** Verdicts to list. */
  readonly shown: readonly Verdict[];
  /** The finding whose card is open, if any. */
  readonly current?: string | undefined;
  readonly onChoose: (finding: Finding) => void;
}

/** Findings by table; each takes the reader to its place. */
export function FindingList({ report, language, shown, current, onChoose }: FindingListProps) {
  const spoken = words[language];
  return (
    <div class="finding-list">
      {groupFindings(report, spoken, shown).map((group) => (
        <section key={group.key}>
          <h3>
            <span>{group.title}</span>
            {group.page !== undefined && <small>{spoken.page(group.page)}</small>}
          </h3>
          <ul>
            {group.findings.map((finding) => {
              const place = finding.places[markedPlaces(finding)[0] ?? 0];
              const text = sentence(finding, language);
              return (
                <li key={finding.id}>
                  <button
                    type="button" class={`finding ${finding.verdict}`} data-finding={finding.id} aria-current={finding.id === current ? 'true' : undefined}
                    title={spoken.locate(text)} onClick={() => onChoose(finding)}
                  >
                    <span class={`verdict-glyph ${finding.verdict}`} role="img" aria-label={spoken.verdict[finding.verdict]}>{verdictGlyph[finding.verdict]}</span>
                    <span class="body">
                      <span class="message">{text}</span>
                      {place !== undefined && 'table' in place && <span class="spot">{spotLabel(place, report, spoken)}</span>}
                      {finding.related.length > 0 && <span class="spot">{spoken.related(finding.related.length)}</span>}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
