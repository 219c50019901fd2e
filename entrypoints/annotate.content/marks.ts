import type { HtmlReading } from '../../core/read/html/read-html.ts';
import { position as positionOf } from '../shared/page/dom.ts';
import type { Finding, Report, Verdict } from '../../core/report/schema.ts';
import { markedPlaces } from '../shared/findings/marked-places.ts';
import { byGravity, gravest } from '../shared/findings/verdict.ts';
import type { Anchor } from './anchor.ts';
import { anchorOf } from './anchor.ts';

/** One figure that is marked, and what there is to say about it. */
export interface Mark {
  readonly anchor: Anchor;
  /** As printed. */
  readonly text: string;
  readonly verdict: Verdict;
  /** The gravest first; `place` is the index of this figure among the finding's places. */
  readonly findings: readonly { readonly finding: Finding; readonly place: number }[];
}

/**
 * The marks of a report, in the order of the page; findings about the same figure share one mark.
 * @param shown verdicts to mark
 */
export function marksOf(report: Report, reading: HtmlReading, shown: readonly Verdict[]): Mark[] {
  const byFigure = new Map<string, { anchor: Anchor; text: string; findings: { finding: Finding; place: number }[] }>();
  for (const finding of report.findings) {
    if (!shown.includes(finding.verdict)) continue;
    for (const index of markedPlaces(finding)) {
      const place = finding.places[index];
      if (place === undefined) continue;
      const key =
        'table' in place ? `${place.table} ${place.row} ${place.column}` : `${place.paragraph} ${place.start}`;
      const known = byFigure.get(key);
      if (known) {
        known.findings.push({ finding, place: index });
        continue;
      }
      const anchor = anchorOf(place, reading);
      if (anchor) byFigure.set(key, { anchor, text: place.text.trim(), findings: [{ finding, place: index }] });
    }
  }
  return [...byFigure.values()]
    .map((mark) => ({
      ...mark,
      verdict: gravest(mark.findings.map(({ finding }) => finding)),
      findings: mark.findings.sort((a, b) => byGravity(a.finding.verdict, b.finding.verdict)),
    }))
    .sort((a, b) => inPageOrder(a.anchor, b.anchor));
}

function inPageOrder(a: Anchor, b: Anchor): number {
  const position = positionOf(a.ranges[0]?.startContainer ?? a.element, b.ranges[0]?.startContainer ?? b.element);
  if (position & 4 /* Node.DOCUMENT_POSITION_FOLLOWING */) return -1;
  if (position & 2 /* Node.DOCUMENT_POSITION_PRECEDING */) return 1;
  return (a.ranges[0]?.startOffset ?? 0) - (b.ranges[0]?.startOffset ?? 0);
}
