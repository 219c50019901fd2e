import { boxOfElement, create, documentOf, isConnected, replace, specifiedStyle, styleOf } from '../shared/page/dom.ts';

/** What decides over the box of an element in its surroundings. */
const boxProperties = [
  'display',
  'position',
  'top',
  'right',
  'bottom',
  'left',
  'float',
  'clear',
  'z-index',
  'vertical-align',
  'box-sizing',
  'width',
  'height',
  'min-width',
  'min-height',
  'max-width',
  'max-height',
  'aspect-ratio',
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  ...['top', 'right', 'bottom', 'left'].flatMap((side) =>
    ['width', 'style', 'color'].map((what) => `border-${side}-${what}`),
  ),
  'align-self',
  'justify-self',
  'flex-grow',
  'flex-shrink',
  'flex-basis',
  'order',
  'grid-row-start',
  'grid-row-end',
  'grid-column-start',
  'grid-column-end',
  'transform',
  'zoom',
];

/**
 * Puts a frame in the place of an element, in the same box: nothing else on the page moves. The element itself is not changed,
 * and comes back when the signal aborts. The frame is out of the page's sight: its address is a word for the session, with which the page could
 * load it again.
 * @param source the frame's address
 * @returns null if the element is not to be seen
 */
export function swapIn(
  element: HTMLElement,
  source: string,
  title: string,
  signal: AbortSignal,
): HTMLIFrameElement | null {
  const before = boxOfElement(element);
  if (!isConnected(element) || before.width < 1 || before.height < 1) return null;
  const page = documentOf(element);
  const host = create('div', page);
  const frame = create('iframe', page);
  frame.title = title;
  frame.allow = 'clipboard-write';
  frame.style.cssText = 'display: block; width: 100%; height: 100%; border: 0; color-scheme: light dark';
  host.attachShadow({ mode: 'closed' }).append(frame);
  // !important: the page's rules for frames have no say.
  host.style.setProperty('all', 'initial', 'important');
  const specified = specifiedStyle(element);
  const used = styleOf(element);
  for (const property of boxProperties) {
    // As specified, so that a width in per cent stays one.
    const value = specified?.get(property)?.toString() ?? used?.getPropertyValue(property) ?? '';
    if (value !== '') host.style.setProperty(property, value === 'inline' ? 'inline-block' : value, 'important');
  }
  // Its foot is its baseline, as that of what it stands for.
  host.style.setProperty('overflow', 'hidden', 'important');
  frame.src = source;
  replace(element, host);
  const after = boxOfElement(host);
  if (Math.abs(after.width - before.width) > 0.5) fix(host, 'width', before.width);
  if (Math.abs(after.height - before.height) > 0.5) fix(host, 'height', before.height);
  signal.addEventListener(
    'abort',
    () => {
      // If the page has thrown the frame out, the place is gone.
      if (isConnected(host)) replace(host, element);
    },
    { once: true },
  );
  return frame;
}

function fix(host: HTMLDivElement, side: 'width' | 'height', length: number): void {
  host.style.setProperty('box-sizing', 'border-box', 'important');
  for (const property of [side, `min-${side}`, `max-${side}`])
    host.style.setProperty(property, `${length}px`, 'important');
}
