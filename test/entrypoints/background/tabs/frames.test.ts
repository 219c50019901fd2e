import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it } from 'vitest';
import { saveFiles } from '../../../../entrypoints/background/files/file-store.ts';
import { listFiles } from '../../../../entrypoints/background/files/files.ts';
import { dropFrames, grantFrame, offerFrame } from '../../../../entrypoints/background/tabs/frames.ts';

const url = 'http://www.shili.gov.cn/a.pdf';
const nonce = 'n'.repeat(48);

beforeEach(async () => {
  fakeBrowser.reset();
  const files = listFiles([], [{ where: 'embedded', url, name: 'a.pdf', format: 'pdf', own: true }], {
    now: 1,
    allowed: () => true,
    atOnce: false,
  });
  await saveFiles(7, { navigationId: 'a', files, more: 0 });
});

it('a word serves once, and only in its tab', async () => {
  await offerFrame(7, url, nonce);
  expect(await grantFrame(8, [nonce])).toBeNull();
  expect(await grantFrame(7, ['x'.repeat(48)])).toBeNull();
  expect(await grantFrame(7, ['x'.repeat(48), nonce])).toEqual({
    nonce,
    documentId: url,
    name: 'a.pdf',
    rounding: false,
  });
  expect(await grantFrame(7, [nonce])).toBeNull();
});

it('serves for embedded files of the tab only, and not after the tab has left', async () => {
  await offerFrame(7, 'http://www.shili.gov.cn/other.pdf', nonce);
  expect(await grantFrame(7, [nonce])).toBeNull();
  await offerFrame(7, url, nonce);
  await dropFrames(7);
  expect(await grantFrame(7, [nonce])).toBeNull();
});

it('serves for no file of another origin', async () => {
  const files = listFiles([], [{ where: 'embedded', url, name: 'a.pdf', format: 'pdf', own: false }], {
    now: 1,
    allowed: () => true,
    atOnce: false,
  });
  await saveFiles(7, { navigationId: 'a', files, more: 0 });
  await offerFrame(7, url, nonce);
  expect(await grantFrame(7, [nonce])).toBeNull();
});
