// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { DomNode, elementOf } from '../../../entrypoints/annotate.content/dom-node.ts';

beforeEach(() => {
  // happy-dom lays nothing out: what is rendered is told by the style alone.
  vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function visible(this: Element) {
    return this.getAttribute('style') === null;
  });
});

it('shows elements and text as the reader wants them', () => {
  document.body.innerHTML =
    '<table><tbody><tr><td rowspan="2">907<!-- not printed --><b>.54</b></td></tr></tbody></table>';
  const cell = document.querySelector('td');
  const node = cell && new DomNode(cell);
  expect(node?.tag).toBe('td');
  expect(node?.attribute('rowspan')).toBe('2');
  expect(node?.attribute('colspan')).toBeNull();
  expect(node?.children.map(({ tag, text }) => tag ?? text)).toEqual(['907', 'b']);
  expect(node?.children[1]?.children[0]?.text).toBe('.54');
  expect(node?.text).toBe('');
});

it('gives the same children each time, so that places stay with their elements', () => {
  document.body.innerHTML = '<p>1</p>';
  const node = new DomNode(document.body);
  expect(node.children[0]).toBe(node.children[0]);
  expect(elementOf(node.children[0])).toBe(document.querySelector('p'));
  expect(elementOf(node.children[0]?.children[0])).toBe(document.querySelector('p'));
  expect(elementOf(undefined)).toBeNull();
});

it('knows what is not rendered, and that a box of its own is not needed for that', () => {
  document.body.innerHTML = '<p style="display:none">a</p><p style="display:contents">b</p><p>c</p>';
  expect(new DomNode(document.body).children.map((child) => child.hidden)).toEqual([true, false, false]);
});
