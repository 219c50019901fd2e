import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from '../../tools/browser.ts';

afterEach(() => vi.unstubAllEnvs());

test('TIEOUT_BROWSER is taken at its word', async () => {
  vi.stubEnv('TIEOUT_BROWSER', process.execPath);
  expect(await findBrowser()).toEqual({ path: process.execPath, branded: false });
});

test('a TIEOUT_BROWSER that is not there is said to be not there', async () => {
  vi.stubEnv('TIEOUT_BROWSER', '/nowhere/chromium');
  await expect(findBrowser()).rejects.toThrow('/nowhere/chromium');
});
