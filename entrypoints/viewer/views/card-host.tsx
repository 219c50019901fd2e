import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Card } from '../../shared/views/card.tsx';
import { isIgnored } from '../../shared/findings/ignored.ts';
import { placeCard } from '../../shared/views/place-card.ts';
import type { Session } from '../session/session.ts';
import type { ViewerState } from '../session/state.ts';

/** The open card, beside its figure wherever that scrolls; out of sight with it. */
export function CardHost({ session, state }: { readonly session: Session; readonly state: ViewerState }) {
  const holder = useRef<HTMLDivElement>(null);
  const { card, checking } = state;
  const shown = card !== null && checking.stage === 'done';

  const put = () => {
    const element = holder.current;
    const pages = session.pages;
    if (!element || !pages || !card) return;
    const figure = pages.rectangle(card.at);
    const frame = pages.container.getBoundingClientRect();
    const seen =
      figure !== null &&
      figure.bottom > frame.top &&
      figure.top < frame.bottom &&
      figure.right > frame.left &&
      figure.left < frame.right;
    element.style.visibility = seen ? 'visible' : 'hidden';
    if (!seen) return;
    // Kept below the toolbar: the coordinates of placeCard begin at the frame's top.
    const { left, top } = placeCard(
      { left: figure.left, top: figure.top - frame.top, right: figure.right, bottom: figure.bottom - frame.top },
      { width: element.offsetWidth, height: element.offsetHeight },
      { width: innerWidth, height: innerHeight - frame.top },
    );
    element.style.left = `${left}px`;
    element.style.top = `${top + frame.top}px`;
  };

  useLayoutEffect(put);
  useEffect(() => {
    if (card?.takesFocus === true)
      holder.current?.querySelector<HTMLElement>('.jump, button')?.focus({ preventScroll: true });
  }, [card]);
  useEffect(() => {
    const element = holder.current;
    const container = session.pages?.container;
    if (!shown || !element || !container) return;
    const life = new AbortController();
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(put);
    };
    container.addEventListener('scroll', soon, { passive: true, signal: life.signal });
    addEventListener('resize', soon, { signal: life.signal });
    // The card grows when the reader turns to its next finding.
    const sizes = new ResizeObserver(soon);
    sizes.observe(element);
    addEventListener(
      'pointerdown',
      (event) => {
        if (event.target instanceof Element && event.target.closest('.tieout-card, .mark, .panel') === null)
          session.card.close();
      },
      { signal: life.signal },
    );
    return () => {
      life.abort();
      sizes.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [session, shown, card]);

  useEffect(() => {
    if (!shown) session.marker.light(null);
  }, [session, shown]);

  if (card === null || checking.stage !== 'done') return null;
  const { report } = checking;
  const position = session.card.position(card.mark);
  return (
    <div
      class="tieout-card"
      ref={holder}
      onPointerEnter={() => session.card.keep()}
      onPointerLeave={() => session.card.leave()}
      onFocusOut={() => session.card.leave()}
    >
      <Card
        key={`${card.mark ?? ''} ${card.findings.map((finding) => finding.id).join(' ')}`}
        findings={card.findings}
        report={report}
        language={session.language}
        here={card.here}
        onJump={(finding, place) => void session.locator.locate(finding, place)}
        onTurn={(finding) => session.marker.light(finding)}
        onPoint={(place) => session.marker.point(place)}
        position={position === null ? undefined : { ...position, onStep: (by) => void session.locator.step(by) }}
        ignoring={{
          isIgnored: (finding) => isIgnored(finding, report, state.ignored),
          onIgnore: (finding, ignored) => session.ignore(finding, ignored),
        }}
        onCopy={putOnClipboard}
        onClose={() => session.card.close()}
      />
    </div>
  );
}

/** @returns whether the text is there */
function putOnClipboard(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
