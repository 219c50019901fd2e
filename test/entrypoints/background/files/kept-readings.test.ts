import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it } from 'vitest';
import { dropOldestReading, keepReading } from '../../../../entrypoints/background/files/kept-readings.ts';
import { knownReading } from '../../../../entrypoints/viewer/reading/known-reading.ts';
import { reportFixture } from '../../report-fixture.ts';

const box = { page: 4, left: 1, right: 2, bottom: 3, top: 4.5 };
const spots = { 't2:1:1': { box, area: box, blank: false } };
const report = reportFixture();
const { url } = report.source;
const print = (digit: number) => String(digit).repeat(64);

beforeEach(() => fakeBrowser.reset());

it('is found again for the same bytes at the same address only', async () => {
  await keepReading(report, { fingerprint: print(1), spots });
  expect(await knownReading(print(1), url)).toMatchObject({ report: { findings: [{ id: 'f1' }] }, spots });
  expect(await knownReading(print(2), url)).toBeNull();
  expect(await knownReading(print(1), `${url}?other`)).toBeNull();
  expect(await knownReading(null, url)).toBeNull();
});

it('makes room for newer ones, the oldest first', async () => {
  for (let digit = 0; digit < 8; digit += 1) {
    await keepReading(report, { fingerprint: print(digit), spots });
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(await knownReading(print(1), url)).toBeNull();
  expect(await knownReading(print(2), url)).not.toBeNull();
  expect(await dropOldestReading()).toBe(true);
  expect(await knownReading(print(2), url)).toBeNull();
});

it('keeps none that would crowd out the rest', async () => {
  await keepReading(reportFixture({ paragraphs: [{ id: 'p7', text: '元'.repeat(2_100_000) }] }), {
    fingerprint: print(1),
    spots,
  });
  expect(await knownReading(print(1), url)).toBeNull();
  expect(await dropOldestReading()).toBe(false);
});
