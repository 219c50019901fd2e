import type { HtmlReading } from '../../core/read/html/read-html.ts';
import type { FindingPlace, Report, UncoveredReason, Verdict } from '../../core/report/schema.ts';
import { reasonWords } from '../../core/report/wording.ts';
import { markedPlaces } from '../ui/finding-text.ts';
import type { Language } from '../ui/messages.ts';
import { words } from '../ui/messages.ts';
import type { Anchor } from './anchor.ts';
import { anchorOf } from './anchor.ts';
import { boxOf } from './box.ts';
import type { Ruler } from './geometry.ts';
import type { Layer, Origin } from './layer.ts';
import { putAt } from './layer.ts';

/** A figure of the report, and whether it was checked. */
interface Covered {
  readonly place: FindingPlace;
  readonly relations: number;
  /** Why it was not. */
  readonly reason: UncoveredReason | null;
}

interface Drawn {
  readonly anchor: Anchor;
  readonly strip: HTMLElement;
  readonly sign: HTMLElement;
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
  constructor(report: Report, shown: readonly Verdict[], reading: HtmlReading, private readonly layer: Layer, private readonly language: Language, moved: () => void, signal: AbortSignal) {
    const byElement = new Map<Element, Covered[]>();
    for (const covered of coveredFigures(report, shown)) {
      const element = anchorOf(covered.place, reading)?.element;
      if (element !== undefined) byElement.set(element, [...byElement.get(element) ?? [], covered]);
    }
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        for (const { strip } of this.drawn.get(target) ?? []) strip.remove();
        this.drawn.delete(target);
        if (isIntersecting) this.drawn.set(target, (byElement.get(target) ?? []).flatMap((covered) => this.create(covered, reading)));
      }
      moved();
    }, { rootMargin: ahead });
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

  private create({ place, relations, reason }: Covered, reading: HtmlReading): Drawn[] {
    const anchor = anchorOf(place, reading);
    if (anchor === null || anchor.ranges.length === 0) return [];
    const spoken = words[this.language];
    const figure = anchor.ranges.map((range) => range.toString()).join('').trim();
    const name = reason === null ? spoken.checkedMark(figure, relations) : spoken.uncheckedMark(figure, reasonWords[reason][this.language]);
    const strip = document.createElement('span');
    strip.className = `quiet ${reason === null ? 'checked' : 'unchecked'}`;
    strip.setAttribute('role', 'img');
    strip.setAttribute('aria-label', name);
    strip.title = name;
    const sign = document.createElement('span');
    sign.className = 'sign';
    sign.setAttribute('aria-hidden', 'true');
    sign.textContent = reason === null ? '✓' : '?';
    strip.append(sign);
    this.layer.root.prepend(strip);
    return [{ anchor, strip, sign }];
  }
}

/** Every figure of a report, except those that findings mark. */
function* coveredFigures(report: Report, shown: readonly Verdict[]): Generator<Covered> {
  const marked = new Set(report.findings.filter(({ verdict }) => shown.includes(verdict))
    .flatMap((finding) => markedPlaces(finding).flatMap((index) => finding.places[index] ?? [])).map(keyOf));
  for (const covered of everyFigure(report)) if (!marked.has(keyOf(covered.place))) yield covered;
}

function* everyFigure({ tables, coverage: { text } }: Report): Generator<Covered> {
  const rest = { role: 'operand', text: '' } as const;
  for (const { id, coverage } of tables) {
    const cell = (row: number, column: number): FindingPlace => ({ ...rest, table: id, row, column, rowLabel: '', columnLabel: '' });
    for (const [row, column, relations] of coverage.checkedCells) yield { place: cell(row, column), relations, reason: null };
    for (const { reason, cells } of coverage.uncheckedCells) for (const [row, column] of cells) yield { place: cell(row, column), relations: 0, reason };
  }
  for (const [paragraph, start, end, relations] of text.checkedSpans) yield { place: { ...rest, paragraph, start, end }, relations, reason: null };
  for (const { reason, spans } of text.uncheckedSpans) for (const [paragraph, start, end] of spans) yield { place: { ...rest, paragraph, start, end }, relations: 0, reason };
}

function keyOf(place: FindingPlace): string {
  return 'table' in place ? `${place.table} ${place.row} ${place.column}` : `${place.paragraph} ${place.start}`;
}
