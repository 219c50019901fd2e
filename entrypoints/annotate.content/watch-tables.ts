import type { HtmlReading } from '../../core/read/html/read-html.ts';
import { closest, holds, isElement, localName, parentElement, textContent } from '../shared/page/dom.ts';
import { innerDocument } from '../shared/page/inner-document.ts';
import { elementOf } from './dom-node.ts';
import { amount, hasTurned, noteLeaves } from './leaves.ts';
import { movedElements, watch } from './watch.ts';

const blocks = 'p, div, table, section, article, ul, ol';

/** What shows or hides elements that are there already: the leaves of a page that lies in tabs. */
const showing = ['class', 'style', 'hidden', 'open'];

/** Calls back when what a page prints of tables and amounts has changed, in its own document or a frame's, or a frame has loaded. @param concerns says so of a change */
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
    return reading !== null && isElement(record.target) && hasTurned(reading, record.target);
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

/** Keeps in mind what of a page was to be seen when it was read. @param unseen what was not */
export function noteShown(reading: HtmlReading, unseen: readonly Element[]): void {
  const { within, loose } = elementsRead(reading);
  noteLeaves(reading, [...within, ...loose], unseen);
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
