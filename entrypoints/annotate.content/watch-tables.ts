import type { HtmlReading } from '../../core/read/html/read-html.ts';
import {
  all,
  closest,
  contains,
  holds,
  isElement,
  isShown,
  localName,
  parentElement,
  textContent,
} from '../shared/page/dom.ts';
import { innerDocument } from '../shared/page/inner-document.ts';
import { elementOf } from './dom-node.ts';
import { movedElements, watch } from './watch.ts';

/** An amount in running text: with its unit, in per cent, or with decimals. A clock shows none. */
const amount = /\d\s*(?:[十百千万亿]?元|[万亿%％])|\d[.．]\d/u;

const blocks = 'p, div, table, section, article, ul, ol';

/** What shows or hides elements that are there already: the leaves of a page that lies in tabs. */
const showing = ['class', 'style', 'hidden', 'open'];

/** Tables looked at for whether they are shown. A page with more lies in no tabs. */
const mostTables = 200;

/** Calls back when what a page prints of tables and amounts has changed, or a frame has loaded. @param concerns says so of a change */
export function watchTables(
  page: Document,
  concerns: (record: MutationRecord) => boolean,
  changed: () => void,
  signal: AbortSignal,
): void {
  watch(
    page,
    {
      observed: { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: showing },
      concerns,
      // What is in a frame of another site is not read.
      concernsFrame: (frame) => innerDocument(frame) !== null,
    },
    changed,
    signal,
  );
}

/** Whether a change makes a reading untrue. While nothing was read, whatever is in a table may matter. */
export function concernsReading(record: MutationRecord, reading: HtmlReading | null): boolean {
  if (record.type === 'attributes')
    return reading !== null && isElement(record.target) && showsOrHides(record.target, reading);
  if (
    movedElements(record).some(
      (element) => localName(element) === 'table' || holds(element, 'table') || amount.test(textContent(element)),
    )
  )
    return true;
  const { target } = record;
  const at = isElement(target) ? target : parentElement(target);
  if (at === null) return false;
  if (reading === null) return closest(at, 'table') !== null;
  const { within, loose } = elementsRead(reading);
  if (loose.has(at)) return true;
  for (let around: Element | null = at; around !== null; around = parentElement(around))
    if (within.has(around)) return true;
  return false;
}

/** Which tables with amounts were to be seen when the page was read. */
const seen = new WeakMap<HtmlReading, ReadonlyMap<Element, boolean>>();

/** Keeps in mind which tables of a page are to be seen, at the time of its reading. */
export function noteShown(page: Document, reading: HtmlReading): void {
  const tables = all(page, 'table').slice(0, mostTables);
  seen.set(
    reading,
    new Map(tables.filter((table) => amount.test(textContent(table))).map((table) => [table, isShown(table)])),
  );
}

/** Whether a table in an element, or the element itself, has come to be seen since, or no longer is. */
function showsOrHides(at: Element, reading: HtmlReading): boolean {
  for (const [table, was] of seen.get(reading) ?? [])
    if ((at === table || contains(at, table)) && isShown(table) !== was) return true;
  return false;
}

/** Where a page's tables and its sentences with amounts stand; tables that only lay the page out are none. */
interface ElementsRead {
  /** Whatever is in them was read. */
  readonly within: ReadonlySet<Element>;
  /** They have text of their own beside other blocks. */
  readonly loose: ReadonlySet<Element>;
}

const known = new WeakMap<HtmlReading, ElementsRead>();

function elementsRead(reading: HtmlReading): ElementsRead {
  const before = known.get(reading);
  if (before !== undefined) return before;
  const [within, loose] = [new Set<Element>(), new Set<Element>()];
  for (const block of reading.document.blocks) {
    const node = block.kind === 'table' || amount.test(block.text) ? block.place.node : undefined;
    const element = node === undefined ? null : elementOf(reading.nodes[node]);
    if (element === null) continue;
    if (block.kind === 'table' || !holds(element, blocks)) within.add(element);
    else loose.add(element);
  }
  const read = { within, loose };
  known.set(reading, read);
  return read;
}
