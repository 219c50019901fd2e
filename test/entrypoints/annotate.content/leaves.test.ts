// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { hasTurned, noteLeaves } from '../../../entrypoints/annotate.content/leaves.ts';
import type { HtmlReading } from '../../../core/read/html/read-html.ts';

beforeEach(() => {
  // happy-dom lays nothing out: what is rendered is told by the attribute alone.
  vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function visible(this: Element) {
    return this.closest('[hidden]') === null;
  });
});

const one = (selector: string): Element => document.querySelector(selector) ?? document.body;
/** A page as it was read: the paragraphs shown, and what is hidden. */
function read(html: string): HtmlReading {
  document.body.innerHTML = html;
  const reading = {} as HtmlReading;
  noteLeaves(reading, document.querySelectorAll('p'), [...document.querySelectorAll('[hidden], [hidden] *')]);
  return reading;
}

it('knows that a leaf with amounts has come to be seen, where it looks', () => {
  const reading = read(
    '<div id="a"><div hidden id="leaf"><b>907.54万元</b></div></div><div id="b"></div><p>1.00元</p>',
  );
  expect(hasTurned(reading)).toBe(false);
  one('#leaf').removeAttribute('hidden');
  expect(hasTurned(reading, one('#leaf'))).toBe(true);
  expect(hasTurned(reading, one('#a'))).toBe(true);
  expect(hasTurned(reading, one('#b'))).toBe(false);
  expect(hasTurned(reading)).toBe(true);
});

it('knows that what was read is no longer to be seen', () => {
  const reading = read('<section><p>1.00元</p></section>');
  one('section').setAttribute('hidden', '');
  expect(hasTurned(reading, one('section'))).toBe(true);
});

it('takes no notice of what holds no amount', () => {
  const reading = read('<div hidden>联系我们，2024年</div><p>1.00元</p>');
  one('div').removeAttribute('hidden');
  expect(hasTurned(reading)).toBe(false);
});
