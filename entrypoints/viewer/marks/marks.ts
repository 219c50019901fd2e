import type { Finding, FindingPlace, Report, Verdict } from '../../../core/report/schema.ts';
import { markedPlaces } from '../../shared/findings/marked-places.ts';
import { byGravity } from '../../shared/findings/verdict.ts';
import type { Spot } from '../reading/places.ts';
import { placeKey } from '../reading/places.ts';

/** A mark: one figure of the document and what was found about it. */
export interface Mark extends Spot {
  readonly key: string;
  readonly place: FindingPlace;
  /** The gravest first. */
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  /** Which of all marks this is, from 1, in the order of the document. */
  readonly index: number;
  readonly count: number;
}

/**
 * The marks of a report, page by page from top to bottom.
 * @param spots where the places of its findings stand (spotsOf)
 * @param shown the verdicts to mark
 */
export function marksOf(report: Report, spots: Readonly<Record<string, Spot>>, shown: readonly Verdict[]): Mark[] {
  const figures = new Map<string, { place: FindingPlace; findings: Finding[] }>();
  for (const finding of report.findings) {
    if (!shown.includes(finding.verdict)) continue;
    for (const index of markedPlaces(finding)) {
      const place = finding.places[index];
      if (!place) continue;
      const figure = figures.get(placeKey(place)) ?? { place, findings: [] };
      if (!figure.findings.includes(finding)) figure.findings.push(finding);
      figures.set(placeKey(place), figure);
    }
  }
  const marks: Omit<Mark, 'index' | 'count'>[] = [];
  for (const [key, { place, findings }] of figures) {
    const spot = spots[key];
    findings.sort((a, b) => byGravity(a.verdict, b.verdict));
    const [gravest] = findings;
    if (spot && gravest) marks.push({ ...spot, key, place, findings, verdict: gravest.verdict });
  }
  marks.sort((a, b) => a.box.page - b.box.page || b.box.top - a.box.top || a.box.left - b.box.left);
  return marks.map((mark, index) => ({ ...mark, index: index + 1, count: marks.length }));
}

/**
 * The index of the place of a mark among the places of one of its findings, for telling it apart in the equation.
 * @returns undefined if the finding has no place there
 */
export function placeIndex(mark: Mark, finding: Finding): number | undefined {
  const index = finding.places.findIndex((place) => placeKey(place) === mark.key);
  return index < 0 ? undefined : index;
}
