import { addTo } from '../../core/grouped.ts';
import type { HtmlReading } from '../../core/read/html/read-html.ts';
import { allIn, bodyOf, documentOf, parentElement, textContent, viewOf } from '../shared/page/dom.ts';
import { frameTags, innerDocument } from '../shared/page/inner-document.ts';
import { showsWords } from './dom-node.ts';

// The leaves of a page that lies in tabs: they are there from the start, and a class or a style shows one and hides another.

/** An amount in running text: with its unit, in per cent, or with decimals. A clock shows none. */
export const amount = /\d\s*(?:[十百千万亿]?元|[万亿%％])|\d[.．]\d/u;

/** So many elements are looked at for whether they are shown, hidden ones first: each costs the browser a microsecond or two. */
const mostLooked = 2000;

/** So much hidden text is looked through, in characters: invisible elements within visible ones within invisible ones are read as often as they are deep. */
const mostText = 20_000_000;

/** What of a page was to be seen when it was read. */
interface Leaves {
  readonly wasShown: ReadonlyMap<Element, boolean>;
  /** Those in an element, at any depth and in its frames, and the element itself. */
  readonly within: ReadonlyMap<Element, readonly Element[]>;
}

const known = new WeakMap<HtmlReading, Leaves>();

/** The element around another; around the root of a frame's page, the frame. */
function around(element: Element): Element | null {
  return parentElement(element) ?? viewOf(documentOf(element))?.frameElement ?? null;
}

/** What an element holds, its frames included. */
function* wordsOf(element: Element): Generator<string> {
  yield textContent(element);
  for (const frame of [element, ...allIn(element, frameTags)]) {
    const inner = innerDocument(frame);
    const body = inner && bodyOf(inner);
    if (body !== null) yield textContent(body);
  }
}

/** The outermost of hidden elements that hold amounts. */
function* leavesOf(hidden: readonly Element[]): Generator<Element> {
  const all = new Set(hidden);
  let read = 0;
  for (const element of hidden) {
    const parent = parentElement(element);
    if ((parent !== null && all.has(parent)) || read > mostText) continue;
    for (const words of wordsOf(element)) {
      read += words.length;
      if (!amount.test(words)) continue;
      yield element;
      break;
    }
  }
}

/**
 * Keeps in mind what of a page was to be seen, at the time of its reading.
 * @param shown elements whose words were read
 * @param hidden elements whose words were not, as they were not to be seen
 */
export function noteLeaves(reading: HtmlReading, shown: Iterable<Element>, hidden: readonly Element[]): void {
  const wasShown = new Map<Element, boolean>();
  const within = new Map<Element, Element[]>();
  for (const element of leavesOf(hidden)) {
    if (wasShown.size === mostLooked) break;
    wasShown.set(element, false);
  }
  for (const element of shown) {
    if (wasShown.size === mostLooked) break;
    wasShown.set(element, showsWords(element));
  }
  for (const element of wasShown.keys())
    for (let at: Element | null = element; at !== null; at = around(at)) addTo(within, at, element);
  known.set(reading, { wasShown, within });
}

/** Whether something with amounts has come to be seen since a page was read, or no longer is. @param at looks only there */
export function hasTurned(reading: HtmlReading, at?: Element): boolean {
  const { wasShown, within } = known.get(reading) ?? {};
  const looked = at === undefined ? wasShown?.keys() : within?.get(at);
  for (const element of looked ?? []) if (showsWords(element) !== wasShown?.get(element)) return true;
  return false;
}
