// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { embeddedPdfs } from '../../../../entrypoints/shared/page/embedded.ts';

const found = (html: string) => {
  document.body.innerHTML = html;
  return embeddedPdfs(document).map(({ element, url }) => [element.localName, new URL(url).pathname]);
};

it('finds what is embedded, by the outermost element', () => {
  expect(
    found('<embed src="/a.pdf"><object data="/b.pdf#toolbar=0"><embed src="/b.pdf"><a href="/b.pdf">b</a></object>'),
  ).toEqual([
    ['embed', '/a.pdf'],
    ['object', '/b.pdf'],
  ]);
  expect(found('<object type="application/pdf" data="/show?id=3"></object>')).toEqual([['object', '/show']]);
});

it('leaves other things alone', () => {
  expect(
    found(
      '<embed src="/clock.swf"><object data="/map.svg" type="image/svg+xml"></object><embed type="application/pdf"><embed src="javascript:0//a.pdf">',
    ),
  ).toEqual([]);
});
