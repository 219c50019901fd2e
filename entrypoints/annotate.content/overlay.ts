import { bodyOf, closest, create, matches, rootOf } from '../shared/page/dom.ts';
import type { HtmlReading } from '../../core/read/html/read-html.ts';
import type { Finding, Report, Verdict } from '../../core/report/schema.ts';
import { cellPlace } from '../shared/findings/cell-place.ts';
import type { CardIgnoring } from '../shared/views/card.tsx';
import { figureText } from '../shared/findings/finding-text.ts';
import { markedPlaces } from '../shared/findings/marked-places.ts';
import type { Language } from '../shared/locale/messages.ts';
import { words } from '../shared/locale/messages.ts';
import type { CellAddress } from '../shared/protocol/protocol.ts';
import type { ViewportRectangle } from '../shared/views/place-card.ts';
import { stepOf } from '../shared/views/step-keys.ts';
import { verdictGlyph } from '../shared/findings/verdict.ts';
import type { Anchor } from './anchor.ts';
import { anchorOf, tableElementOf } from './anchor.ts';
import type { MarkBox } from './box.ts';
import { boxOf } from './box.ts';
import { CardView } from './card-view.tsx';
import { followPage } from './follow.ts';
import { intersect, Ruler } from './geometry.ts';
import { highlight } from './highlights.ts';
import type { Origin } from './layer.ts';
import { createLayer, putAt } from './layer.ts';
import { Lights } from './lights.ts';
import { flash, scrollTo } from './locate.ts';
import type { Mark } from './marks.ts';
import { marksOf } from './marks.ts';
import { layPrintList } from './print-list.tsx';
import { QuietMarks } from './quiet-marks.ts';

/** What the overlay shows. */
export interface OverlayContent {
  readonly report: Report;
  readonly reading: HtmlReading;
  readonly shown: readonly Verdict[];
  /** Mark every figure: checked, or not and why. */
  readonly coverage: boolean;
  /** Single keys go from mark to mark. */
  readonly stepKeys: boolean;
  readonly language: Language;
  readonly ignoring: CardIgnoring;
  /** A card has opened on a finding, or closed. */
  readonly onCard: (finding: string | null) => void;
}

/** Which card is open, to open it again on marks drawn anew. */
export interface OpenedCard {
  readonly finding: string;
  readonly pinned: boolean;
  /** The focus is on the mark or in its card. */
  readonly focused: boolean;
}

/** The marks while they are on. */
export interface Overlay {
  /** Brings a place of a finding into view and opens the finding's card there. */
  locate(finding: Finding, place: number | undefined): void;
  /** Goes on to the next mark, or the one before, and opens its card; round the end. */
  step(by: 1 | -1): void;
  /** The open card, if any. */
  opened(): OpenedCard | null;
  /** Opens a card as it was before the marks were drawn anew. */
  reopen(card: OpenedCard): void;
  /** What is ignored has changed. */
  refresh(): void;
}

interface DrawnMark {
  readonly mark: Mark;
  readonly button: HTMLButtonElement;
  readonly sign: HTMLSpanElement;
  /** What is on screen now, so that a frame in which nothing moved writes nothing. */
  drawn: string;
}

/** The live figure of a place; its table, if the page has no cell there. */
function anchorOrTable(finding: Finding, index: number, reading: HtmlReading): Anchor | null {
  const place = finding.places[index];
  if (place === undefined) return null;
  const anchor = anchorOf(place, reading);
  const table = anchor === null ? tableElementOf(place, reading) : null;
  return table === null ? anchor : { element: table, ranges: [] };
}

/** Brings a place of a finding into view while the marks are off. */
export function locateOnce(
  finding: Finding,
  place: number | undefined,
  content: Pick<OverlayContent, 'reading' | 'language'>,
): void {
  showForAMoment(anchorOrTable(finding, place ?? markedPlaces(finding)[0] ?? 0, content.reading), content.language);
}

/** Brings a cell into view, whether the marks are on or off. */
export function locateCell(
  cell: CellAddress,
  { reading, language }: Pick<OverlayContent, 'reading' | 'language'>,
): void {
  showForAMoment(anchorOf(cellPlace(cell), reading), language);
}

/** The layer is there for a moment only. */
function showForAMoment(anchor: Anchor | null, language: Language): void {
  if (anchor === null) return;
  const moment = new AbortController();
  scrollTo(anchor);
  flash(anchor, createLayer(language, moment.signal), moment.signal);
  setTimeout(() => moment.abort(), 1700);
}

/** What can be seen of an anchor's cell, or of its figure in a sentence; null if nothing. */
function seenCell(anchor: Anchor): ViewportRectangle | null {
  const sight = new Ruler().measure(anchor);
  if (sight === null) return null;
  const viewport = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const within = intersect(sight.clip, viewport);
  const figure = intersect(sight.figure, within);
  if (figure.right < figure.left || figure.bottom < figure.top) return null;
  return matches(anchor.element, 'td, th') ? intersect(sight.cell, within) : figure;
}

/** Draws the marks of a report over the page; everything is taken away when the signal aborts. */
export function drawOverlay(
  { report, reading, shown, coverage, stepKeys, language, ignoring, onCard }: OverlayContent,
  signal: AbortSignal,
): Overlay {
  const layer = createLayer(language, signal);
  const marks = marksOf(report, reading, shown);
  const lights = new Lights(layer, reading);
  highlight(marks, signal);
  let quiet: QuietMarks | null = null;
  /** Where the reader is in going from mark to mark. */
  let current = -1;

  const card = new CardView(
    {
      layer,
      report,
      language,
      ignoring,
      sight: seenCell,
      jump: (finding, place) => {
        const anchor = anchorOrTable(finding, place, reading);
        if (anchor === null) return null;
        scrollTo(anchor);
        flash(anchor, layer, signal);
        return anchor;
      },
      light: (finding, here, pointed) => {
        lights.show(finding, here, pointed);
        lights.draw(new Ruler(), layer.origin());
      },
      position: (mark) => ({ index: marks.indexOf(mark) + 1, count: marks.length }),
      step: (by) => step(by),
      opened: (mark) => {
        if (mark !== null) current = marks.indexOf(mark);
        onCard(mark?.findings[0]?.finding.id ?? null);
      },
    },
    signal,
  );

  const drawn = marks.map((mark, index): DrawnMark => {
    const { button, sign } = createButton(mark, index, marks.length, language);
    card.attach(button, mark);
    layer.root.append(button);
    return { mark, button, sign, drawn: '' };
  });

  const update = () => {
    const ruler = new Ruler();
    const origin = layer.origin();
    // Measure all, then write all: the page is laid out once.
    const boxes = drawn.map(({ mark }) => {
      const sight = ruler.measure(mark.anchor);
      return sight && boxOf(sight, mark.anchor.ranges.length === 0);
    });
    drawn.forEach((item, index) => draw(item, boxes[index] ?? null, origin));
    lights.draw(ruler, origin);
    quiet?.draw(ruler, origin);
    card.place();
  };

  const step = (by: 1 | -1) => {
    const next = drawn.at((current + (current < 0 && by < 0 ? 0 : by)) % Math.max(1, drawn.length));
    if (next === undefined) return;
    scrollTo(next.mark.anchor);
    update();
    // First the focus: it may open the card, which then stays.
    next.button.focus({ preventScroll: true });
    card.show(next.mark, next.button, true);
  };
  layer.root.addEventListener(
    'keydown',
    (event) => {
      const by = stepKeys ? stepOf(event) : null;
      if (by === null) return;
      event.preventDefault();
      event.stopPropagation();
      const focused = drawn.findIndex(({ button }) => button === event.target);
      if (focused >= 0) current = focused;
      step(by);
    },
    { signal },
  );

  layPrintList(
    layer,
    report,
    report.findings.filter(({ verdict }) => shown.includes(verdict)),
    language,
  );
  const tables = marks.map(({ anchor }) => closest(anchor.element, 'table') ?? anchor.element);
  const updateSoon = followPage(
    [rootOf(document), bodyOf(document), ...tables].filter((element) => element !== null),
    update,
    signal,
  );
  if (coverage) quiet = new QuietMarks(report, shown, reading, layer, language, updateSoon, signal);
  update();

  const itemOf = (finding: string) =>
    drawn.find(({ mark }) => mark.findings.some((entry) => entry.finding.id === finding));
  return {
    step,
    locate(finding, place) {
      const item = itemOf(finding.id);
      const anchor = anchorOrTable(
        finding,
        place ?? item?.mark.findings.find((entry) => entry.finding.id === finding.id)?.place ?? 0,
        reading,
      );
      if (anchor === null) return;
      scrollTo(anchor);
      update();
      flash(anchor, layer, signal);
      if (item === undefined) return;
      // From the mark Tab leads into the card, Escape and N go on from there.
      item.button.focus({ preventScroll: true });
      card.show(item.mark, item.button, true, place === undefined ? item.mark.anchor : anchor);
    },
    opened() {
      const { state } = card;
      if (state?.finding === undefined) return null;
      const focused =
        state.focused || drawn.some(({ button, mark }) => mark === state.mark && button.matches(':focus'));
      return { finding: state.finding.id, pinned: state.pinned, focused };
    },
    reopen({ finding, pinned, focused }) {
      const item = itemOf(finding);
      if (item === undefined) return;
      if (focused) item.button.focus({ preventScroll: true });
      card.show(item.mark, item.button, pinned);
    },
    refresh: () => card.render(),
  };
}

function createButton(
  mark: Mark,
  index: number,
  count: number,
  language: Language,
): Pick<DrawnMark, 'button' | 'sign'> {
  const spoken = words[language];
  const button = create('button');
  button.type = 'button';
  button.className = `mark ${mark.verdict}${mark.anchor.ranges.length === 0 ? ' blank' : ''}`;
  button.setAttribute(
    'aria-label',
    spoken.markName(figureText(mark.text, spoken), spoken.verdict[mark.verdict], index + 1, count),
  );
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', 'false');
  const sign = create('span');
  sign.className = 'sign';
  sign.setAttribute('aria-hidden', 'true');
  sign.textContent = verdictGlyph[mark.verdict];
  button.append(sign);
  return { button, sign };
}

function draw(item: DrawnMark, markBox: MarkBox | null, origin: Origin): void {
  const { button, sign } = item;
  const drawn =
    markBox === null
      ? 'out'
      : [
          markBox.box.left - origin.left,
          markBox.box.top - origin.top,
          markBox.box.right - markBox.box.left,
          markBox.box.bottom - markBox.box.top,
          markBox.sign && markBox.sign.left - markBox.box.left,
          markBox.sign && markBox.sign.top - markBox.box.top,
          origin.scale,
        ].join(' ');
  if (drawn === item.drawn) return;
  item.drawn = drawn;
  button.hidden = markBox === null;
  if (markBox === null) return;
  const { box } = markBox;
  putAt(button, box, origin);
  sign.hidden = markBox.sign === null;
  if (markBox.sign === null) return;
  const border = button.classList.contains('blank') ? 1.5 : 0;
  sign.style.left = `${(markBox.sign.left - box.left) / origin.scale - border}px`;
  sign.style.top = `${(markBox.sign.top - box.top) / origin.scale - border}px`;
}
