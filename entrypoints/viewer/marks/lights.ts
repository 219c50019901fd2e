import type { Box } from '../../../core/document/document.ts';
import type { Finding } from '../../../core/report/schema.ts';
import type { Viewport } from '../pages/geometry.ts';
import { markBox, percentBox, place as put } from '../pages/geometry.ts';
import { markPart } from './mark-layer.ts';
import type { Spot } from '../reading/places.ts';
import { placeKey } from '../reading/places.ts';

/** A figure of the equation whose card is open. */
export interface Light extends Spot {
  /** Index among the finding's places. */
  readonly place: number;
  /** In the equation. */
  readonly sign: string;
}

/** The figures of a finding, but for the one whose mark is open: that shows for itself. @param here where that stands */
export function lightsOf(finding: Finding, here: Box, spots: Readonly<Record<string, Spot>>): Light[] {
  return finding.places.flatMap((found, place) => {
    const spot = spots[placeKey(found)];
    if (spot === undefined || (spot.box.page === here.page && spot.box.left === here.left && spot.box.top === here.top))
      return [];
    const sign = finding.terms.find((term) => term.place === place)?.sign ?? '';
    return [{ ...spot, place, sign: sign === '-' ? '−' : sign }];
  });
}

/** A ring around a figure, with its sign in the equation beside it. */
export function drawLight({ box, area, blank, place, sign }: Light, viewport: Viewport): HTMLElement {
  const ring = document.createElement('div');
  ring.className = 'lit';
  ring.dataset.place = String(place);
  ring.setAttribute('aria-hidden', 'true');
  const mark = markBox(percentBox(box, viewport), percentBox(area, viewport), viewport, blank);
  put(ring, mark.box);
  ring.append(markPart(`sign ${mark.sign}`, sign));
  return ring;
}
