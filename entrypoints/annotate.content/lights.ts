import type { HtmlReading } from '../../core/read/html/read-html.ts';
import { create } from '../shared/page/dom.ts';
import type { Finding } from '../../core/report/schema.ts';
import type { Anchor } from './anchor.ts';
import { anchorOf } from './anchor.ts';
import { boxOf } from './box.ts';
import type { Ruler } from './geometry.ts';
import type { Layer, Origin } from './layer.ts';
import { putAt } from './layer.ts';

interface Light {
  readonly anchor: Anchor;
  readonly place: number;
  readonly element: HTMLDivElement;
  readonly sign: HTMLSpanElement;
}

/** Rings around the figures of the equation whose card is open, each with its sign in the equation. */
export class Lights {
  private lit: readonly Light[] = [];
  private finding: Finding | null = null;

  constructor(
    private readonly layer: Layer,
    private readonly reading: HtmlReading,
  ) {}

  /**
   * Lights up the figures of a finding in place of those before; null: none.
   * @param here the place whose mark is open: it shows for itself
   */
  show(finding: Finding | null, here: number | null, pointed: number | null): void {
    if (finding !== this.finding) {
      for (const { element } of this.lit) element.remove();
      this.finding = finding;
      this.lit =
        finding === null
          ? []
          : finding.places.flatMap((place, index) => {
              const anchor = index === here ? null : anchorOf(place, this.reading);
              return anchor === null
                ? []
                : [this.light(anchor, index, finding.terms.find((term) => term.place === index)?.sign)];
            });
    }
    for (const { element, place } of this.lit) element.classList.toggle('pointed', place === pointed);
  }

  /** Puts the rings around their figures again. */
  draw(ruler: Ruler, origin: Origin): void {
    for (const { anchor, element, sign } of this.lit) {
      const sight = ruler.measure(anchor);
      const blank = anchor.ranges.length === 0;
      const spot = sight && boxOf(sight, blank);
      element.hidden = spot === null;
      if (spot === null) continue;
      putAt(element, spot.box, origin);
      sign.hidden = spot.sign === null;
      if (spot.sign === null) continue;
      sign.style.left = `${(spot.sign.left - spot.box.left) / origin.scale}px`;
      sign.style.top = `${(spot.sign.top - spot.box.top) / origin.scale}px`;
    }
  }

  private light(anchor: Anchor, place: number, sign: string | undefined): Light {
    const element = create('div');
    element.className = 'lit';
    element.setAttribute('aria-hidden', 'true');
    const mark = create('span');
    mark.className = 'sign';
    mark.textContent = sign === '-' ? '−' : (sign ?? '');
    element.append(mark);
    this.layer.root.prepend(element);
    return { anchor, place, element, sign: mark };
  }
}
