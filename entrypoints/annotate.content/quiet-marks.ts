import type { HtmlReading } from '../../core/read/html/read-html.ts';
import { create } from '../shared/page/dom.ts';
import type { Report, Verdict } from '../../core/report/schema.ts';
import type { CoveredFigure } from '../shared/findings/covered-figures.ts';
import { coveredFigures, coveredText } from '../shared/findings/covered-figures.ts';
import type { Language } from '../shared/locale/messages.ts';
import type { Anchor } from './anchor.ts';
import { anchorOf } from './anchor.ts';
import { boxOf } from './box.ts';
import type { Ruler } from './geometry.ts';
import type { Layer, Origin } from './layer.ts';
import { putAt } from './layer.ts';

interface Drawn {
  readonly anchor: Anchor;
  readonly strip: HTMLSpanElement;
  readonly sign: HTMLSpanElement;
}

/** Figures near the view get their marks before they come into it. */
const ahead = '300px';

/** Height of the strip below the digits. */
const stripHeight = 3;

/**
 * Small marks on the figures that were checked, and others on those that were not, with the reason. A long disclosure has thousands
 * of figures: only those in view are drawn.
 */
export class QuietMarks {
  private readonly drawn = new Map<Element, Drawn[]>();

  /** @param moved asks for the marks to be put in their places */
  constructor(
    report: Report,
    shown: readonly Verdict[],
    reading: HtmlReading,
    private readonly layer: Layer,
    private readonly language: Language,
    moved: () => void,
    signal: AbortSignal,
  ) {
    const byElement = new Map<Element, CoveredFigure[]>();
    for (const covered of coveredFigures(report, shown)) {
      const element = anchorOf(covered.place, reading)?.element;
      if (element !== undefined) byElement.set(element, [...(byElement.get(element) ?? []), covered]);
    }
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          for (const { strip } of this.drawn.get(target) ?? []) strip.remove();
          this.drawn.delete(target);
          if (isIntersecting)
            this.drawn.set(
              target,
              (byElement.get(target) ?? []).flatMap((covered) => this.create(covered, reading)),
            );
        }
        moved();
      },
      { rootMargin: ahead },
    );
    for (const element of byElement.keys()) observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Puts the marks under their figures again. */
  draw(ruler: Ruler, origin: Origin): void {
    for (const { anchor, strip, sign } of [...this.drawn.values()].flat()) {
      const sight = ruler.measure(anchor);
      const spot = sight && boxOf(sight, false);
      strip.hidden = spot === null;
      if (spot === null) continue;
      const top = spot.box.bottom - stripHeight;
      putAt(strip, { ...spot.box, top }, origin);
      sign.hidden = spot.sign === null;
      if (spot.sign === null) continue;
      sign.style.left = `${(spot.sign.left - spot.box.left) / origin.scale}px`;
      sign.style.top = `${(spot.sign.top - top) / origin.scale}px`;
    }
  }

  private create(covered: CoveredFigure, reading: HtmlReading): Drawn[] {
    const anchor = anchorOf(covered.place, reading);
    if (anchor === null || anchor.ranges.length === 0) return [];
    const figure = anchor.ranges
      .map((range) => range.toString())
      .join('')
      .trim();
    const name = coveredText(covered, figure, this.language);
    const strip = create('span');
    strip.className = `quiet ${covered.reason === null ? 'checked' : 'unchecked'}`;
    strip.setAttribute('role', 'img');
    strip.setAttribute('aria-label', name);
    strip.title = name;
    const sign = create('span');
    sign.className = 'sign';
    sign.setAttribute('aria-hidden', 'true');
    sign.textContent = covered.reason === null ? '✓' : '?';
    strip.append(sign);
    this.layer.root.prepend(strip);
    return [{ anchor, strip, sign }];
  }
}
