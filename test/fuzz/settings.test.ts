import fc from 'fast-check';
import { beforeEach, describe, expect } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ignoredEntry } from '../../entrypoints/shared/findings/ignored-entry.ts';
import {
  ignoredKey,
  ignoredListSchema,
  isIgnored,
  loadIgnored,
  mostIgnored,
  saveIgnored,
  setIgnored,
} from '../../entrypoints/shared/findings/ignored.ts';
import { readSettingsFile, writeSettingsFile } from '../../entrypoints/shared/settings/settings-file.ts';
import {
  changeSettings,
  defaultSettings,
  loadSettings,
  patternsOf,
  settingsKey,
  settingsSchema,
} from '../../entrypoints/shared/settings/settings.ts';
import { reportFixture } from '../entrypoints/report-fixture.ts';
import { damaged } from './damaged.ts';
import { fuzz } from './fuzz.ts';

const report = reportFixture();
const [finding] = report.findings;
if (finding === undefined) throw new Error('a finding');
const ignored = Array.from({ length: 3 }, (_, index) => ({
  ...ignoredEntry(finding, report, 1_700_000_000_000 + index),
  rule: `footing/rule-${index}`,
}));
const settings = {
  ...defaultSettings,
  language: 'en' as const,
  rulesOff: ['footing/total', 'balance/total'],
  sites: ['*.example.com', 'a-b.example'],
  automatic: false,
};
const file = { format: 'tieout-settings/1', settings, ignored };

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a file of settings that somebody has edited', () => {
  const text = fc.oneof(
    { weight: 6, arbitrary: damaged(file).map((value) => (JSON.stringify(value) as string | undefined) ?? '') },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constant(JSON.stringify(file)), fc.nat(), fc.string({ unit: 'binary', maxLength: 6 }))
        .map(
          ([whole, at, put]) => whole.slice(0, at % whole.length) + put + whole.slice((at % whole.length) + put.length),
        ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '['.repeat(100_000),
        '{"format":"tieout-settings/1","settings":'.repeat(5000),
        `"${'\\ud800'.repeat(1000)}"`,
      ),
    },
  );
  fuzz('is taken whole or not at all, and what is taken can be written and read again', text, 3000, (given) => {
    const before = JSON.stringify(defaultSettings);
    const read = readSettingsFile(given, defaultSettings);
    expect(JSON.stringify(defaultSettings)).toBe(before);
    expect(({} as Record<string, unknown>).settings).toBeUndefined();
    if (read.kind !== 'read') {
      expect(['not-json', 'not-ours', 'newer', 'invalid']).toContain(read.kind);
      return;
    }
    expect(settingsSchema.parse(read.settings)).toEqual(read.settings);
    for (const site of read.settings.sites)
      for (const pattern of patternsOf(site)) expect(pattern).toMatch(/^https?:\/\/(\*\.)?[a-z0-9.-]+\/\*$/);
    const again = readSettingsFile(writeSettingsFile(read.settings, read.ignored ?? []), defaultSettings);
    expect(again).toEqual({ ...read, ignored: read.ignored ?? [] });
  });
});

describe('settings and ignored findings in the storage, whatever lies there', () => {
  const stored = fc.record({
    settings: fc.oneof(damaged(settings), damaged({})),
    ignored: fc.oneof(
      damaged(ignored),
      damaged([...ignored, ...ignored]),
      fc
        .integer({ min: 495, max: 505 })
        .map((count) => Array.from({ length: count }, (_, index) => ({ ...ignored[0], cell: `t1/${index}/1=1` }))),
    ),
  });
  fuzz(
    'are valid when read, can be changed, and can be saved to a file that is read again',
    stored,
    1500,
    async (items) => {
      await fakeBrowser.storage.local.set({ [settingsKey]: items.settings, [ignoredKey]: items.ignored });
      const loaded = await loadSettings();
      expect(settingsSchema.parse(loaded)).toEqual(loaded);
      const list = await loadIgnored();
      expect(ignoredListSchema.max(mostIgnored).parse(list)).toEqual(list);
      expect(readSettingsFile(writeSettingsFile(loaded, list), defaultSettings)).toEqual({
        kind: 'read',
        settings: loaded,
        ignored: list,
      });

      expect((await changeSettings({ showRounding: !loaded.showRounding })).showRounding).toBe(!loaded.showRounding);
      expect(await loadSettings()).toEqual({ ...loaded, showRounding: !loaded.showRounding });
      expect(await setIgnored(ignoredEntry(finding, report, 1_800_000_000_000), true)).toBe(true);
      expect(isIgnored(finding, report, await loadIgnored())).toBe(true);
      expect(await setIgnored(ignoredEntry(finding, report, 0), false)).toBe(true);
      expect(isIgnored(finding, report, await loadIgnored())).toBe(false);
      await saveIgnored([]);
    },
  );
});
