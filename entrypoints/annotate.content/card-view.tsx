import { render } from 'preact';
import { clientWidth, create, rootOf, withMaker } from '../shared/page/dom.ts';
import type { Finding, Report } from '../../core/report/schema.ts';
import type { CardIgnoring } from '../shared/views/card.tsx';
import { Card } from '../shared/views/card.tsx';
import type { Language } from '../shared/locale/messages.ts';
import type { ViewportRectangle } from '../shared/views/place-card.ts';
import { placeCard } from '../shared/views/place-card.ts';
import type { Anchor } from './anchor.ts';
import type { Layer } from './layer.ts';
import type { Mark } from './marks.ts';
import { copyText } from '../shared/page/copy.ts';

/** What the card needs of the overlay around it. */
export interface CardHost {
  readonly layer: Layer;
  readonly report: Report;
  readonly language: Language;
  readonly ignoring: CardIgnoring;
  /** Scrolls to a place of a finding. @returns its anchor, at which the card then stands */
  jump(finding: Finding, place: number): Anchor | null;
  /** Lights up the figures of a finding; null: none. @param here the one with the card @param pointed the one that the reader points at */
  light(finding: Finding | null, here: number | null, pointed: number | null): void;
  /** Where a mark is among all. */
  position(mark: Mark): { readonly index: number; readonly count: number };
  /** Goes on to the next mark, or the one before. */
  step(by: 1 | -1): void;
  /** The card has opened on a mark, or closed. */
  opened(mark: Mark | null): void;
  /** What can be seen of an anchor's cell; null if nothing. */
  sight(anchor: Anchor): ViewportRectangle | null;
}

/** Time to move the pointer from mark to card, and before a passing pointer opens one. */
const linger = 300;
const pause = 120;

/** The one card: opened by hovering, focusing or clicking a mark; it stays while pointer or focus is in it. */
export class CardView {
  private readonly holder = withMaker(create('div'));
  private open: {
    readonly mark: Mark;
    readonly button: HTMLButtonElement;
    anchor: Anchor;
    pinned: boolean;
    finding: Finding | undefined;
    turn: number;
  } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Focus that Escape gives back to a mark must not open its card again. */
  private returning = false;
  /** Each card begins at its first finding. */
  private turns = 0;

  constructor(
    private readonly host: CardHost,
    private readonly signal: AbortSignal,
  ) {
    this.holder.className = 'card-holder';
    this.holder.hidden = true;
    this.holder.addEventListener('pointerenter', () => this.stay());
    this.holder.addEventListener('pointerleave', () => this.leave());
    this.holder.addEventListener('focusout', (event) => this.focusLeft(event));
    addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted || event.key !== 'Escape' || this.open === null) return;
        event.stopPropagation();
        event.preventDefault();
        this.close(true);
      },
      { capture: true, signal },
    );
    addEventListener(
      'pointerdown',
      (event) => {
        if (event.isTrusted && this.open !== null && !host.layer.holds(event)) this.close();
      },
      { capture: true, signal },
    );
    signal.addEventListener('abort', () => {
      clearTimeout(this.timer);
      render(null, this.holder);
    });
  }

  /** The mark whose card is open, whether the card stays, and whether the focus is in it. */
  get state(): {
    readonly mark: Mark;
    readonly finding: Finding | undefined;
    readonly pinned: boolean;
    readonly focused: boolean;
  } | null {
    return (
      this.open && {
        mark: this.open.mark,
        finding: this.open.finding,
        pinned: this.open.pinned,
        focused: this.focused() !== null,
      }
    );
  }

  /** Makes a mark's button open this card. */
  attach(button: HTMLButtonElement, mark: Mark): void {
    const { signal } = this;
    button.addEventListener(
      'pointerenter',
      () => {
        this.stay();
        this.timer = setTimeout(() => this.show(mark, button, false), pause);
      },
      { signal },
    );
    button.addEventListener('pointerleave', () => this.leave(), { signal });
    button.addEventListener(
      'focus',
      () => {
        if (!this.returning && button.matches(':focus-visible')) this.show(mark, button, false);
      },
      { signal },
    );
    button.addEventListener('focusout', (event) => this.focusLeft(event), { signal });
    button.addEventListener('click', () => this.show(mark, button, true), { signal });
  }

  /** Opens the card of a mark; pinned, it stays until it is closed. */
  show(mark: Mark, button: HTMLButtonElement, pinned: boolean, anchor: Anchor = mark.anchor): void {
    this.stay();
    if (this.open?.mark === mark && this.open.anchor === anchor) {
      this.open.pinned ||= pinned;
      return;
    }
    const known = this.open?.mark === mark;
    if (this.open !== null && !known) this.close();
    if (!known) this.turns += 1;
    this.open = {
      mark,
      button,
      anchor,
      pinned,
      finding: known ? this.open?.finding : mark.findings[0]?.finding,
      turn: this.turns,
    };
    button.setAttribute('aria-expanded', 'true');
    // After its mark, so that Tab leads from the mark into the card.
    if (button.nextSibling !== this.holder) button.after(this.holder);
    this.render();
    this.host.opened(mark);
    this.place();
  }

  /** What is ignored has changed. */
  render(): void {
    const { open, host } = this;
    if (open === null) return;
    const { mark } = open;
    const here = placeIn(mark, open.finding);
    render(
      <Card
        key={open.turn}
        findings={mark.findings.map(({ finding }) => finding)}
        report={host.report}
        language={host.language}
        here={here}
        position={{ ...host.position(mark), onStep: (by) => host.step(by) }}
        ignoring={host.ignoring}
        onJump={(finding, place) => this.jump(finding, place)}
        onPoint={(place) => host.light(open.finding ?? null, here ?? null, place)}
        onTurn={(finding) => this.turn(finding)}
        onCopy={copyText}
        onClose={() => this.close(true)}
      />,
      this.holder,
    );
  }

  /** Puts the card beside its figure again. */
  place(): void {
    if (this.open === null) return;
    const sight = this.host.sight(this.open.anchor);
    this.holder.hidden = sight === null;
    if (sight === null) return;
    const origin = this.host.layer.origin();
    const { width, height } = this.holder.getBoundingClientRect();
    const { left, top } = placeCard(sight, { width, height }, { width: viewWidth(), height: innerHeight });
    this.holder.style.left = `${(left - origin.left) / origin.scale}px`;
    this.holder.style.top = `${(top - origin.top) / origin.scale}px`;
  }

  private turn(finding: Finding): void {
    if (this.open === null) return;
    const changed = this.open.finding !== finding;
    this.open.finding = finding;
    this.host.light(finding, placeIn(this.open.mark, finding) ?? null, null);
    if (changed) this.render();
    this.place();
  }

  private jump(finding: Finding, place: number): void {
    const anchor = this.host.jump(finding, place);
    if (this.open === null || anchor === null) return;
    this.open.anchor = anchor;
    this.open.pinned = true;
    this.place();
  }

  private focused(): Element | null {
    const root = this.holder.getRootNode();
    const focused = root instanceof ShadowRoot ? root.activeElement : null;
    return focused !== null && this.holder.contains(focused) ? focused : null;
  }

  private close(giveBackFocus = false): void {
    clearTimeout(this.timer);
    const open = this.open;
    if (open === null) return;
    const focused = this.focused();
    this.open = null;
    open.button.setAttribute('aria-expanded', 'false');
    if (giveBackFocus && focused !== null) {
      this.returning = true;
      open.button.focus({ preventScroll: true });
      this.returning = false;
    }
    render(null, this.holder);
    this.holder.hidden = true;
    this.host.light(null, null, null);
    this.host.opened(null);
  }

  private stay(): void {
    clearTimeout(this.timer);
  }

  private leave(): void {
    clearTimeout(this.timer);
    if (this.open?.pinned === true) return;
    this.timer = setTimeout(() => {
      if (!this.open?.pinned && !this.holder.matches(':focus-within')) this.close();
    }, linger);
  }

  private focusLeft(event: FocusEvent): void {
    const to = event.relatedTarget;
    const stays = to instanceof Node && (this.holder.contains(to) || to === this.open?.button);
    if (!stays && this.open?.pinned === false && !this.holder.matches(':hover')) this.close();
  }
}

/** The width of the view without its scrollbar. */
function viewWidth(): number {
  const root = rootOf(document);
  return root === null ? innerWidth : clientWidth(root);
}

/** Which of a finding's places a mark stands at. */
function placeIn(mark: Mark, finding: Finding | undefined): number | undefined {
  return mark.findings.find((each) => each.finding === finding)?.place;
}
