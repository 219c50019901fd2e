import { fakeBrowser } from 'wxt/testing/fake-browser';
import { expect, it } from 'vitest';
import { senderOf } from '../../../entrypoints/background/sender.ts';

const id = fakeBrowser.runtime.id;
const root = fakeBrowser.runtime.getURL('/');
const tab = { id: 5 };

it('knows our script in a page, our viewer and our popup', () => {
  expect(senderOf({ id, url: 'http://www.shili.gov.cn/a.html', frameId: 0, tab })).toEqual({
    kind: 'page',
    tabId: 5,
    url: 'http://www.shili.gov.cn/a.html',
    origin: 'http://www.shili.gov.cn',
  });
  // A page in a sandbox is of no origin, whatever its address.
  expect(senderOf({ id, url: 'http://www.shili.gov.cn/a.html', origin: 'null', frameId: 0, tab })).toMatchObject({
    origin: 'null',
  });
  expect(senderOf({ id, url: `${root}viewer.html?file=x`, frameId: 0, tab })).toEqual({ kind: 'viewer', tabId: 5 });
  expect(senderOf({ id, url: `${root}popup.html` })).toEqual({ kind: 'popup' });
  expect(senderOf({ id, url: `${root}frame.html`, frameId: 7, tab })).toEqual({ kind: 'framed-viewer', tabId: 5 });
  // A page may load this one in a tab, too: there it is nobody.
  expect(senderOf({ id, url: `${root}frame.html`, frameId: 0, tab })).toBeNull();
  expect(senderOf({ id, url: `${root}viewer.html`, frameId: 7, tab })).toBeNull();
  expect(senderOf({ id, url: `${root}reader.html` })).toEqual({ kind: 'reader' });
});

it('takes nothing from others', () => {
  expect(senderOf({ id: 'another-extension', url: 'http://www.shili.gov.cn/', frameId: 0, tab })).toBeNull();
  expect(senderOf({ id, url: 'http://www.shili.gov.cn/a.html', frameId: 3, tab })).toBeNull();
  expect(senderOf({ id, url: 'http://www.shili.gov.cn/a.html' })).toBeNull();
  expect(senderOf({ id, url: `${root}unknown.html`, frameId: 0, tab })).toBeNull();
  expect(senderOf({ id, url: `http://www.shili.gov.cn/?${root}popup.html`, frameId: 0, tab })).toMatchObject({
    kind: 'page',
  });
  expect(senderOf({ id, url: `${root}reader.html`, frameId: 0, tab })).toBeNull();
});
