// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { anchorOf, tableElementOf } from '../../../entrypoints/annotate.content/anchor.ts';
import { DomNode } from '../../../entrypoints/annotate.content/dom-node.ts';
import type { HtmlReading } from '../../../core/read/html/read-html.ts';

beforeEach(() => vi.spyOn(Element.prototype, 'checkVisibility').mockReturnValue(true));

/** A reading of a page with one table of one row, and one paragraph. */
function reading(): HtmlReading {
  document.body.innerHTML =
    '<table><tr><td><p> <span>907</span><span>.54</span> </p></td><td colspan="2">&nbsp;</td></tr></table><p>共计<br>财政 拨款收入 <b>907.94</b> 万元</p>';
  const nodes = ['table', 'td:first-child', 'td:last-child', 'body > p'].map(
    (selector) => new DomNode(document.querySelector(selector) ?? document.body),
  );
  const cell = { row: 0, rowSpan: 1 };
  return {
    nodes,
    document: {
      source: { url: '', title: '', kind: 'html' },
      unreadPages: [],
      blocks: [
        {
          kind: 'table',
          id: 't1',
          captions: [],
          notes: [],
          rows: 1,
          columns: 4,
          place: { node: 0 },
          confidence: 1,
          cells: [
            { ...cell, column: 0, columnSpan: 1, text: '907.54', place: { node: 1 } },
            { ...cell, column: 1, columnSpan: 2, text: '', place: { node: 2 } },
          ],
        },
        { kind: 'paragraph', id: 'p1', text: '财政拨款收入907.94万元', place: { node: 3 } },
      ],
    },
  };
}

const at = (column: number) => ({
  role: 'suspect' as const,
  table: 't1',
  row: 0,
  column,
  rowLabel: '',
  columnLabel: '',
  text: '',
});
const texts = (ranges: readonly Range[] | undefined) => ranges?.map((range) => range.toString());

it('finds the digits of a cell, also when they are split over elements', () => {
  expect(texts(anchorOf(at(0), reading())?.ranges)).toEqual(['907', '.54']);
});

it('finds a blank cell, also by the columns it spans', () => {
  const anchor = anchorOf(at(2), reading());
  expect(anchor?.element.getAttribute('colspan')).toBe('2');
  expect(anchor?.ranges).toEqual([]);
});

it('has nothing for a cell that is missing in the page, but its table', () => {
  const page = reading();
  expect(anchorOf(at(3), page)).toBeNull();
  expect(tableElementOf(at(3), page)).toBe(document.querySelector('table'));
});

it('finds the figure of a sentence by its ink, whatever the white space', () => {
  const place = { role: 'operand' as const, paragraph: 'p1', start: 6, end: 12, text: '907.94' };
  expect(texts(anchorOf(place, reading())?.ranges)).toEqual(['907.94']);
});
