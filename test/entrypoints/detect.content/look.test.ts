// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { looksLikeDisclosure, watchLate } from '../../../entrypoints/detect.content/look.ts';

const disclosure = '<h1>2024 年度部门决算</h1><table><tr><td>合　计</td><td>907.94</td></tr></table>';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('looks twice at a table with a total on a page about accounts', () => {
  document.body.innerHTML = disclosure;
  expect(looksLikeDisclosure(document)).toBe(true);
  document.body.innerHTML = '<p>“三 公”经费</p><table><tr><td>总计</td></tr></table>';
  expect(looksLikeDisclosure(document)).toBe(true);
});

it('leaves ordinary pages alone', () => {
  for (const page of [
    '<p>部门决算公开，合计见附件</p>',
    '<h1>值班表</h1><table><tr><td>周一</td><td>合计</td></tr></table>',
    '<nav>部门预算 <a>部门决算</a></nav><p>办件情况</p><table><tr><td>合计</td></tr></table><footer><a>“三公”经费</a></footer>',
    '<h1>部门决算</h1><table><tr><td>联系电话</td></tr></table><p>合计</p>',
  ]) {
    document.body.innerHTML = page;
    expect(looksLikeDisclosure(document)).toBe(false);
  }
});

it('finds tables that a script draws later, once', async () => {
  document.body.innerHTML = '<p>正在加载</p>';
  const found = vi.fn();
  watchLate(document, looksLikeDisclosure, found);
  await vi.advanceTimersByTimeAsync(1000);
  expect(found).not.toHaveBeenCalled();
  document.body.innerHTML = disclosure;
  await vi.advanceTimersByTimeAsync(1000);
  document.body.append('more');
  await vi.advanceTimersByTimeAsync(1000);
  expect(found).toHaveBeenCalledTimes(1);
});

it('finds them however late they come, and however often the page has changed before', async () => {
  document.body.innerHTML = '';
  const found = vi.fn();
  watchLate(document, looksLikeDisclosure, found);
  for (let round = 0; round < 50; round++) {
    document.body.append('tick');
    await vi.advanceTimersByTimeAsync(600);
  }
  expect(found).not.toHaveBeenCalled();
  document.body.innerHTML = disclosure;
  await vi.advanceTimersByTimeAsync(31_000);
  expect(found).toHaveBeenCalledTimes(1);
});
