import cardCss from '../ui/card.css?inline';
import markCss from '../ui/mark.css?inline';
import themeCss from '../ui/theme.css?inline';

// `all: initial` keeps the page's inherited styles out; !important in here outranks whatever the page says of our host.
const hostCss = `
:host { all: initial !important; position: absolute !important; left: 0 !important; top: 0 !important; width: 0 !important; height: 0 !important;
  display: block !important; z-index: 2147483647 !important; pointer-events: none !important; }
.tieout { position: absolute; left: 0; top: 0; font: 13px/1.6 var(--tieout-font); }
.card-holder { position: absolute; z-index: 2; pointer-events: auto; }
.card-holder[hidden] { display: none; }
.mark[hidden], .mark .sign[hidden] { display: none; }
@media print { :host { display: none !important; } }
`;

/** Our one element in the page. */
export interface Layer {
  readonly root: HTMLElement;
  /** Where the layer's origin is in the viewport now. */
  origin(): { readonly left: number; readonly top: number };
}

/**
 * Lays an empty layer over the page, with its own style and out of the layout; it is removed when the signal aborts.
 * The shadow root is open: it holds nothing but what the page itself prints, and people and tests can look inside.
 */
export function createLayer(language: string, signal: AbortSignal): Layer {
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([themeCss, hostCss, markCss, cardCss].join('\n'));
  shadow.adoptedStyleSheets = [sheet];
  const root = document.createElement('div');
  root.className = 'tieout';
  root.lang = language === 'zh' ? 'zh-CN' : 'en';
  shadow.append(root);
  document.documentElement.append(host);
  signal.addEventListener('abort', () => host.remove());
  return { root, origin: () => root.getBoundingClientRect() };
}
