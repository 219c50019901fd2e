import type { Cell, Document as Printed, Paragraph, Table } from '../../core/document/document.ts';
import { tablesOf } from '../../core/document/document.ts';
import type { HtmlReading } from '../../core/read/html/read-html.ts';
import type { FindingPlace } from '../../core/report/schema.ts';
import { createRange, documentOf, isShown, parentElement, textWalker } from '../shared/page/dom.ts';
import { elementOf } from './dom-node.ts';

/** Where a figure stands in the live page. */
export interface Anchor {
  /** The cell or paragraph. */
  readonly element: Element;
  /** The figure's characters, one range a text node; empty for a blank cell. */
  readonly ranges: readonly Range[];
}

/**
 * Finds a place of a report in the live page.
 * @returns null if nothing of the page stands for it
 */
export function anchorOf(place: FindingPlace, reading: HtmlReading): Anchor | null {
  if ('table' in place) {
    const table = indexOf(reading.document).tables.get(place.table);
    const element = table && elementAt(cellAt(table, place.row, place.column)?.place.node, reading);
    return element ? { element, ranges: rangesOf(element, 0, Infinity) } : null;
  }
  const paragraph = indexOf(reading.document).paragraphs.get(place.paragraph);
  const element = paragraph && elementAt(paragraph.place.node, reading);
  if (!paragraph || !element) return null;
  const before = inked(paragraph.text.slice(0, place.start));
  const length = inked(paragraph.text.slice(place.start, place.end));
  // The paragraph may be a part of its element's text: between two <br>, or the text around a table.
  const whole = inkOf(element);
  const offset = Math.max(0, whole.indexOf(paragraph.text.replace(/\s/g, '')));
  return { element, ranges: rangesOf(element, offset + before, offset + before + length) };
}

/** The table that holds a place, for when the place itself has nothing in the page: a missing cell. */
export function tableElementOf(place: FindingPlace, reading: HtmlReading): Element | null {
  if (!('table' in place)) return null;
  return elementAt(indexOf(reading.document).tables.get(place.table)?.table.place.node, reading);
}

/** A document's parts by name: a long one has thousands of places to find. */
interface Index {
  readonly tables: ReadonlyMap<string, { readonly table: Table; readonly corners: ReadonlyMap<string, Cell> }>;
  readonly paragraphs: ReadonlyMap<string, Paragraph>;
}

const indexes = new WeakMap<Printed, Index>();

function indexOf(document: Printed): Index {
  const known = indexes.get(document);
  if (known) return known;
  const index: Index = {
    tables: new Map(
      tablesOf(document).map((table) => [
        table.id,
        { table, corners: new Map(table.cells.map((cell) => [`${cell.row} ${cell.column}`, cell])) },
      ]),
    ),
    paragraphs: new Map(document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [[block.id, block]] : []))),
  };
  indexes.set(document, index);
  return index;
}

function cellAt(
  { table, corners }: { readonly table: Table; readonly corners: ReadonlyMap<string, Cell> },
  row: number,
  column: number,
): Cell | undefined {
  return (
    corners.get(`${row} ${column}`) ??
    table.cells.find(
      (cell) =>
        cell.row <= row &&
        row < cell.row + cell.rowSpan &&
        cell.column <= column &&
        column < cell.column + cell.columnSpan,
    )
  );
}

function elementAt(node: number | undefined, reading: HtmlReading): Element | null {
  return node === undefined ? null : elementOf(reading.nodes[node]);
}

/** Characters that leave ink: readers and browsers disagree on white space, never on these. */
function inked(text: string): number {
  return text.replace(/\s/g, '').length;
}

function* textNodes(element: Element): Generator<Text> {
  const walker = textWalker(element);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const around = parentElement(node);
    if (around === null || isShown(around, { visibilityProperty: true })) yield node as Text;
  }
}

function inkOf(element: Element): string {
  return Array.from(textNodes(element), (node) => node.data)
    .join('')
    .replace(/\s/g, '');
}

/** Ranges over the inked characters `start` to `end` of an element, without the white space around them. */
function rangesOf(element: Element, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  let ink = 0;
  for (const node of textNodes(element)) {
    let from = -1;
    let to = -1;
    for (let index = 0; index < node.data.length; index++) {
      if (/\s/.test(node.data.charAt(index))) continue;
      if (ink >= start && ink < end) {
        if (from < 0) from = index;
        to = index + 1;
      }
      ink += 1;
    }
    if (from < 0) continue;
    const range = createRange(documentOf(element));
    range.setStart(node, from);
    range.setEnd(node, to);
    ranges.push(range);
    if (ink >= end) break;
  }
  return ranges;
}
