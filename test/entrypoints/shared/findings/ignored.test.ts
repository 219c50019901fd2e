import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing';
import { ignoredEntry } from '../../../../entrypoints/shared/findings/ignored-entry.ts';
import {
  followIgnored,
  ignoredKey,
  isIgnored,
  loadIgnored,
  mostIgnored,
  saveIgnored,
  setIgnored,
  withoutIgnored,
} from '../../../../entrypoints/shared/findings/ignored.ts';
import { defaultSettings } from '../../../../entrypoints/shared/settings/settings.ts';
import { readSettingsFile, writeSettingsFile } from '../../../../entrypoints/shared/settings/settings-file.ts';
import { findingFixture, reportFixture } from '../../report-fixture.ts';

const report = reportFixture();
const entry = ignoredEntry(findingFixture(), report, 5);

beforeEach(() => fakeBrowser.reset());

describe('a finding is ignored', () => {
  it('by its document, its rule and its cell', () => {
    const ignored = (finding: Parameters<typeof findingFixture>[0], source = {}) =>
      isIgnored(findingFixture(finding), { ...report, source: { ...report.source, ...source } }, [entry]);
    expect(ignored({})).toBe(true);
    expect(ignored({ statement: { kind: 'remark', remark: 'enumeration', values: {} }, id: 'other' })).toBe(true);
    expect(ignored({ rule: 'footing/other' })).toBe(false);
    expect(ignored({ places: findingFixture().places.slice(0, 1) })).toBe(false);
    expect(ignored({}, { url: 'http://www.shili.gov.cn/b.html' })).toBe(false);
    expect(ignored({}, { url: `${report.source.url}#part` })).toBe(true);
  });
  it('only as long as its figure stands as printed', () => {
    const corrected = findingFixture({
      places: findingFixture().places.map((place) => ({ ...place, text: place.text.replace('907.54', '907.55') })),
    });
    expect(isIgnored(corrected, report, [entry])).toBe(false);
  });
  it('and leaves the report, whose other findings stay', () => {
    const two = reportFixture({ findings: [findingFixture(), findingFixture({ id: 'f2', rule: 'footing/other' })] });
    expect(withoutIgnored(two, [entry]).findings.map(({ id }) => id)).toEqual(['f2']);
    expect(withoutIgnored(two, [])).toBe(two);
  });
});

describe('what is ignored', () => {
  it('is kept, taken back, and told to those who follow', async () => {
    const told: number[] = [];
    const life = new AbortController();
    await followIgnored((list) => told.push(list.length), life.signal);
    await setIgnored(entry, true);
    await setIgnored({ ...entry, since: 9 }, true);
    expect(await loadIgnored()).toEqual([{ ...entry, since: 9 }]);
    await setIgnored(entry, false);
    expect(await loadIgnored()).toEqual([]);
    life.abort();
    await setIgnored(entry, true);
    expect(told.at(0)).toBe(0);
    expect(told.at(-1)).toBe(0);
    expect(told).toContain(1);
  });
  it('survives an entry that makes no sense', async () => {
    await browser.storage.local.set({ [ignoredKey]: [{ document: 5 }, entry, null] });
    expect(await loadIgnored()).toEqual([entry]);
    await browser.storage.local.set({ [ignoredKey]: 'nonsense' });
    expect(await loadIgnored()).toEqual([]);
  });
  it('is no more than a file of settings can hold, however much lies in the storage', async () => {
    await browser.storage.local.set({
      [ignoredKey]: Array.from({ length: mostIgnored + 1 }, (_, since) => ({ ...entry, since })),
    });
    const read = await loadIgnored();
    expect(read.map(({ since }) => since)).toEqual(Array.from({ length: mostIgnored }, (_, index) => index + 1));
    expect(readSettingsFile(writeSettingsFile(defaultSettings, read), defaultSettings).kind).toBe('read');
  });
  it('forgets the oldest of too many', async () => {
    await saveIgnored(
      Array.from({ length: mostIgnored + 3 }, (_, index) => ({ ...entry, cell: `t1/${index}/0`, since: index })),
    );
    const kept = await loadIgnored();
    expect(kept).toHaveLength(mostIgnored);
    expect(kept[0]?.since).toBe(3);
  });
});
