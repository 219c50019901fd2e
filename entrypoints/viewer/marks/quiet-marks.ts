import type { Document } from '../../../core/document/document.ts';
import { tablesOf } from '../../../core/document/document.ts';
import type { FindingPlace, Report, Verdict } from '../../../core/report/schema.ts';
import type { CoveredFigure } from '../../shared/findings/covered-figures.ts';
import { coveredFigures, coveredText } from '../../shared/findings/covered-figures.ts';
import type { Language } from '../../shared/locale/messages.ts';
import type { Viewport } from '../pages/geometry.ts';
import { markBox, percentBox, place as put } from '../pages/geometry.ts';
import { markPart } from './mark-layer.ts';
import type { FindText, Spot } from '../reading/places.ts';
import { placeKey, spotsOf } from '../reading/places.ts';

/** A figure that no finding marks, where it stands, and whether it was checked. */
export interface QuietMark extends Spot, CoveredFigure {
  readonly figure: string;
}

/** The figures of a report that no finding marks. @param shown the verdicts that get marks */
export async function quietMarksOf(
  report: Report,
  document: Document,
  shown: readonly Verdict[],
  findText: FindText,
): Promise<QuietMark[]> {
  const figures = [...coveredFigures(report, shown)];
  const spots = await spotsOf({ findings: figures.map(({ place }) => ({ places: [place] })) }, document, findText);
  return figures.flatMap((covered) => {
    const spot = spots[placeKey(covered.place)];
    return spot === undefined || spot.blank ? [] : [{ ...spot, ...covered, figure: printed(covered.place, document) }];
  });
}

function printed(place: FindingPlace, document: Document): string {
  if ('table' in place) {
    const cells = tablesOf(document).find(({ id }) => id === place.table)?.cells;
    return cells?.find(({ row, column }) => row === place.row && column === place.column)?.text.trim() ?? '';
  }
  const paragraph = document.blocks.find((block) => block.kind === 'paragraph' && block.id === place.paragraph);
  return paragraph?.kind === 'paragraph' ? paragraph.text.slice(place.start, place.end) : '';
}

/** A thin line below a figure and a small sign beside it; what it means is its name. */
export function drawQuietMark(mark: QuietMark, viewport: Viewport, language: Language): HTMLElement {
  const name = coveredText(mark, mark.figure, language);
  const strip = document.createElement('span');
  strip.className = `quiet ${mark.reason === null ? 'checked' : 'unchecked'}`;
  strip.setAttribute('role', 'img');
  strip.setAttribute('aria-label', name);
  strip.title = name;
  const { box, sign } = markBox(percentBox(mark.box, viewport), percentBox(mark.area, viewport), viewport, false);
  put(strip, box);
  strip.append(markPart(`sign ${sign}`, mark.reason === null ? '✓' : '?'));
  return strip;
}
