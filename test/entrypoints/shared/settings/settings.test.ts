import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import {
  asChosen,
  changeSettings,
  defaultSettings,
  followSettings,
  languageFor,
  loadSettings,
  parseSettings,
  patternsOf,
  settingsSchema,
  siteOf,
  siteSchema,
} from '../../../../entrypoints/shared/settings/settings.ts';
import { readSettingsFile, writeSettingsFile } from '../../../../entrypoints/shared/settings/settings-file.ts';
import { findingFixture, reportFixture } from '../../report-fixture.ts';

beforeEach(() => fakeBrowser.reset());

describe('what is stored', () => {
  it('is whole and valid whatever lies there', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(settingsSchema.safeParse(parseSettings(raw)).success).toBe(true);
      }),
    );
  });

  it('keeps what is valid beside what is not', () => {
    expect(parseSettings({ language: 'en', showNotices: 'yes', sites: ['a b'], rulesOff: ['footing/x'] })).toEqual({
      ...defaultSettings,
      language: 'en',
      rulesOff: ['footing/x'],
    });
  });

  it('loses no change that is made while another is under way', async () => {
    await Promise.all([
      changeSettings({ language: 'en' }),
      changeSettings({ readPdfs: false }),
      changeSettings(({ rulesOff }) => ({ rulesOff: [...rulesOff, 'footing/x'] })),
    ]);
    expect(await loadSettings()).toEqual({
      ...defaultSettings,
      language: 'en',
      readPdfs: false,
      rulesOff: ['footing/x'],
    });
  });

  it('is heard of at once, until nobody listens any more', async () => {
    const heard: string[] = [];
    const life = new AbortController();
    await followSettings(({ language }) => heard.push(language), life.signal);
    await changeSettings({ language: 'en' });
    life.abort();
    await changeSettings({ language: 'zh' });
    expect(heard).toEqual(['browser', 'en']);
  });
});

it('speaks the chosen language, else the browser’s', () => {
  expect(languageFor({ language: 'zh' })).toBe('zh');
  expect(languageFor({ language: 'en' })).toBe('en');
  fakeBrowser.i18n.getUILanguage = () => 'zh-TW';
  expect(languageFor({ language: 'browser' })).toBe('zh');
});

it('hides the findings of a rule that is off, unless another rule bears them out', () => {
  const alone = findingFixture({ id: 'a', rule: 'footing/x' });
  const borneOut = findingFixture({
    id: 'b',
    rule: 'footing/x',
    related: [
      {
        rule: 'balance/y',
        statement: { kind: 'remark', remark: 'enumeration', values: {} },
        line: { left: '0', sign: '=', right: '0' },
        terms: [],
        places: [],
      },
    ],
  });
  const report = reportFixture({ findings: [alone, borneOut] });
  const off = (...rulesOff: string[]) => asChosen(report, { rulesOff, showNotices: true });
  expect(off('footing/x').findings.map(({ id }) => id)).toEqual(['b']);
  expect(off('footing/x', 'balance/y').findings).toEqual([]);
  expect(off()).toBe(report);
});

it('hides notices on request, and never what does not agree', () => {
  const report = reportFixture({
    findings: [
      findingFixture({ id: 'a' }),
      findingFixture({ id: 'b', verdict: 'notice' }),
      findingFixture({ id: 'c', verdict: 'rounding' }),
    ],
  });
  expect(asChosen(report, { rulesOff: [], showNotices: false }).findings.map(({ id }) => id)).toEqual(['a', 'c']);
});

describe('a site as typed', () => {
  it.each([
    ['www.example.edu.cn', 'www.example.edu.cn'],
    [' https://WWW.Example.com/a?b#c ', 'www.example.com'],
    ['*.example.com', '*.example.com'],
    ['财政.中国', 'xn--5bvu10g.xn--fiqs8s'],
    ['example.com:8080', 'example.com'],
    ['ftp://example.com', null],
    ['', null],
    ['*', null],
    ['a b', null],
    ['*.*.com', null],
    ['javascript:alert(1)', null],
  ])('%s', (typed, site) => {
    expect(siteOf(typed)).toBe(site);
  });

  it('is a host that a pattern can be made of, or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.domain(), fc.webUrl()), (typed) => {
        const site = siteOf(typed);
        if (site === null) return;
        expect(siteSchema.safeParse(site).success).toBe(true);
        for (const pattern of patternsOf(site)) expect(pattern).toMatch(/^https?:\/\/(\*\.)?[a-z0-9.-]+\/\*$/);
      }),
    );
  });
});

describe('a file of settings', () => {
  const ignored = [
    {
      document: 'http://a.gov.cn/',
      rule: 'footing/x',
      cell: 't1/1/1=1',
      title: '甲',
      messages: { zh: '乙', en: 'b' },
      since: 1,
    },
  ];

  it('brings back what was written', () => {
    const settings = { ...defaultSettings, language: 'en' as const, sites: ['*.example.com'] };
    expect(readSettingsFile(writeSettingsFile(settings, ignored), defaultSettings)).toEqual({
      kind: 'read',
      settings,
      ignored,
    });
  });

  it('leaves alone what it does not mention', () => {
    const before = { ...defaultSettings, readPdfs: false };
    expect(readSettingsFile('\uFEFF{"format":"tieout-settings/1","settings":{"language":"zh"}}', before)).toEqual({
      kind: 'read',
      settings: { ...before, language: 'zh' },
      ignored: null,
    });
  });

  it.each([
    ['', 'not-json'],
    ['{', 'not-json'],
    ['[]', 'not-ours'],
    ['{"format":"other"}', 'not-ours'],
    ['{"format":"tieout-settings/2"}', 'newer'],
  ])('%j is %s', (text, kind) => {
    expect(readSettingsFile(text, defaultSettings).kind).toBe(kind);
  });

  it('says which of its fields is wrong', () => {
    const file = JSON.stringify({ format: 'tieout-settings/1', settings: { sites: ['fine.example', 'no host'] } });
    expect(readSettingsFile(file, defaultSettings)).toEqual({ kind: 'invalid', field: 'settings.sites.1' });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        readSettingsFile(text, defaultSettings);
      }),
    );
  });
});
