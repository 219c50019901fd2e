import { appendTo, create, rootOf } from '../shared/page/dom.ts';
import cardCss from '../shared/views/card.css?inline';
import markCss from '../shared/views/mark.css?inline';
import themeCss from '../shared/views/theme.css?inline';
import type { Language } from '../shared/locale/messages.ts';
import { words } from '../shared/locale/messages.ts';
import type { ViewportRectangle } from '../shared/views/place-card.ts';

// `all: initial` keeps the page's inherited styles out; !important in here outranks whatever the page says of our host.
const hostCss = `
:host { all: initial !important; position: absolute !important; left: 0 !important; top: 0 !important; width: 0 !important; height: 0 !important;
  display: block !important; z-index: 2147483647 !important; pointer-events: none !important; }
.tieout { position: absolute; left: 0; top: 0; width: 100px; height: 0; font: 13px/1.6 var(--tieout-font); }
.card-holder { position: absolute; z-index: 2; pointer-events: auto; }
.card-holder[hidden] { display: none; }
.mark[hidden], .mark .sign[hidden] { display: none; }
.farewell { position: fixed; top: 16px; right: 16px; max-width: 22em; padding: 10px 14px; border: 1px solid var(--tieout-line); border-radius: 8px; background: var(--tieout-paper); color: var(--tieout-ink); box-shadow: var(--tieout-shadow); }
.print-list { display: none; }
/* On paper the fills stay (shared/page/highlight-css.ts), and the list follows the page. */
@media print {
  :host { position: static !important; width: auto !important; height: auto !important; break-before: page; }
  .tieout { position: static; width: auto; height: auto; color: #000; }
  .tieout > :not(.print-list) { display: none !important; }
  .print-list { display: block; }
  .print-list h2 { margin: 0 0 6px; font-size: 16px; }
  .print-list p { margin: 0 0 2px; overflow-wrap: anywhere; }
  .print-list li { margin: 8px 0; break-inside: avoid; }
}
`;

/** So often our layer comes back into a page that has removed it. */
const mostReturns = 5;

/** Where the layer is in the viewport: a page may have shifted or zoomed its root element, and our layer with it. */
export interface Origin {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** What we draw with. */
export type Own = HTMLDivElement | HTMLSpanElement | HTMLButtonElement;

/** Our one element in the page. */
export interface Layer {
  readonly root: HTMLDivElement;
  /** Whether something happened in the layer, as seen from outside, where nobody sees to what in it. */
  holds(event: Event): boolean;
  origin(): Origin;
}

/** All that anything in the layer hears. */
const heard = [
  'click',
  'pointerdown',
  'pointerenter',
  'pointerleave',
  'keydown',
  'focus',
  'blur',
  'focusin',
  'focusout',
  'toggle',
  'input',
  'change',
];

/** Events that a script has made end here, before anybody hears of them. */
function hearReaderOnly(shadow: ShadowRoot): void {
  for (const type of heard)
    shadow.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) event.stopImmediatePropagation();
      },
      { capture: true },
    );
}

/** Puts an element of the layer at a rectangle of the viewport. */
export function putAt(element: Own, { left, top, right, bottom }: ViewportRectangle, origin: Origin): void {
  element.style.left = `${(left - origin.left) / origin.scale}px`;
  element.style.top = `${(top - origin.top) / origin.scale}px`;
  element.style.width = `${(right - left) / origin.scale}px`;
  element.style.height = `${(bottom - top) / origin.scale}px`;
}

/**
 * Lays an empty layer over the page, with its own style and out of the layout; it is removed when the signal aborts.
 * The shadow root is closed, and only the reader's own hand moves what is in it: else a page could set our findings aside itself.
 */
export function createLayer(language: Language, signal: AbortSignal): Layer {
  const host = create('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  hearReaderOnly(shadow);
  // A constructed sheet, as the page's CSP may forbid style elements.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([themeCss, hostCss, markCss, cardCss].join('\n'));
  shadow.adoptedStyleSheets = [sheet];
  const root = create('div');
  root.className = 'tieout';
  root.lang = language === 'zh' ? 'zh-CN' : 'en';
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', words[language].name);
  shadow.append(root);
  appendTo(document, host);
  let returns = 0;
  // A page that rewrites itself throws us out with the rest; one that means it is left alone.
  const observer = new MutationObserver(() => {
    if (host.isConnected || returns >= mostReturns) return;
    returns += 1;
    appendTo(document, host);
  });
  observer.observe(rootOf(document) ?? document, { childList: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    host.remove();
  });
  const origin = () => {
    const { left, top, width } = root.getBoundingClientRect();
    return { left, top, scale: width / 100 || 1 };
  };
  return { root, origin, holds: ({ target }) => target === host };
}
