import { render } from 'preact';
import { create, withMaker } from '../shared/page/dom.ts';
import type { Finding, Report } from '../../core/report/schema.ts';
import { diagnosisText, equationText, sentence } from '../../core/report/tell.ts';
import { figureText, placeLabel } from '../shared/findings/finding-text.ts';
import { markedPlaces } from '../shared/findings/marked-places.ts';
import type { Language } from '../shared/locale/messages.ts';
import { familyName, words } from '../shared/locale/messages.ts';
import { verdictGlyph } from '../shared/findings/verdict.ts';
import type { Layer } from './layer.ts';

/** On paper there are no cards: after the page comes a list of what they say. On the screen it takes no room. */
export function layPrintList(layer: Layer, report: Report, findings: readonly Finding[], language: Language): void {
  if (findings.length === 0) return;
  const holder = withMaker(create('div'));
  holder.className = 'print-list';
  layer.root.append(holder);
  render(<PrintList report={report} findings={findings} language={language} />, holder);
}

/** Written by hand: asking the browser for its manner takes 30 ms, in a page that waits. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function PrintList({
  report,
  findings,
  language,
}: {
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly language: Language;
}) {
  const spoken = words[language];
  const { coverage, source } = report;
  return (
    <>
      <h2>{`${spoken.name} · ${spoken.printTitle}`}</h2>
      <p>
        {[source.title, spoken.coverage(coverage.checked, coverage.amounts), spoken.printedOn(today())]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <p>{source.url}</p>
      <ol>
        {findings.map((finding) => {
          const place = finding.places[markedPlaces(finding)[0] ?? 0];
          return (
            <li key={finding.id} class={finding.verdict}>
              <p>
                <b>{`${verdictGlyph[finding.verdict]} ${spoken.verdict[finding.verdict]}`}</b>
                {` · ${familyName(finding.rule, spoken)}`}
                {place !== undefined &&
                  ` · ${placeLabel(place, report, spoken)}${spoken.colon}${figureText(place.text, spoken)}`}
              </p>
              <p>{sentence(finding, language)}</p>
              {finding.line !== undefined && <p class="equation">{equationText(finding, language)}</p>}
              {finding.diagnosis !== undefined && <p>{diagnosisText(finding.diagnosis, language)}</p>}
            </li>
          );
        })}
      </ol>
      <p>{spoken.neutral}</p>
    </>
  );
}
