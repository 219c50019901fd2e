/** What decides over the box of an element in its surroundings. */
const boxProperties = [
  'display', 'position', 'top', 'right', 'bottom', 'left', 'float', 'clear', 'z-index', 'vertical-align', 'box-sizing',
  'width', 'height', 'min-width', 'min-height', 'max-width', 'max-height', 'aspect-ratio',
  'margin-top', 'margin-right', 'margin-bottom', 'margin-left', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left',
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => ['width', 'style', 'color'].map((what) => `border-${side}-${what}`)),
  'align-self', 'justify-self', 'flex-grow', 'flex-shrink', 'flex-basis', 'order',
  'grid-row-start', 'grid-row-end', 'grid-column-start', 'grid-column-end', 'transform', 'zoom',
];

/**
 * Puts a frame in the place of an element, in the same box: nothing else on the page moves. The element itself is not changed,
 * and comes back when the signal aborts.
 * @param source the frame's address
 * @returns null if the element is not to be seen
 */
export function swapIn(element: HTMLElement, source: string, title: string, signal: AbortSignal): HTMLIFrameElement | null {
  const before = element.getBoundingClientRect();
  if (!element.isConnected || before.width < 1 || before.height < 1) return null;
  const frame = element.ownerDocument.createElement('iframe');
  frame.title = title;
  frame.allow = 'clipboard-write';
  // !important: the page's rules for frames have no say.
  frame.style.setProperty('all', 'initial', 'important');
  const specified = 'computedStyleMap' in element ? element.computedStyleMap() : null;
  const used = getComputedStyle(element);
  for (const property of boxProperties) {
    // As specified, so that a width in per cent stays one.
    const value = specified?.get(property)?.toString() ?? used.getPropertyValue(property);
    if (value !== '') frame.style.setProperty(property, value, 'important');
  }
  frame.style.setProperty('color-scheme', 'light dark', 'important');
  frame.src = source;
  element.replaceWith(frame);
  const after = frame.getBoundingClientRect();
  if (Math.abs(after.width - before.width) > 0.5) fix(frame, 'width', before.width);
  if (Math.abs(after.height - before.height) > 0.5) fix(frame, 'height', before.height);
  signal.addEventListener('abort', () => {
    // If the page has thrown the frame out, the place is gone.
    if (frame.isConnected) frame.replaceWith(element);
  }, { once: true });
  return frame;
}

function fix(frame: HTMLElement, side: 'width' | 'height', length: number): void {
  frame.style.setProperty('box-sizing', 'border-box', 'important');
  for (const property of [side, `min-${side}`, `max-${side}`]) frame.style.setProperty(property, `${length}px`, 'important');
}
