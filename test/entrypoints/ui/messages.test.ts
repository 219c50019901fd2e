import { expect, it } from 'vitest';
import { familyName, languageOf, words } from '../../../entrypoints/ui/messages.ts';

/** Every key with its path; sentences and functions are leaves. */
function paths(value: object, before = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null ? paths(inner, `${before}${key}.`) : [`${before}${key}:${typeof inner}`]);
}

it('says everything in both languages', () => {
  expect(paths(words.en).sort()).toEqual(paths(words.zh).sort());
  for (const spoken of [words.zh, words.en]) for (const text of Object.values(spoken)) if (typeof text === 'string') expect(text.trim()).not.toBe('');
});

it('speaks Chinese to a Chinese browser and English to others', () => {
  expect(['zh-CN', 'zh-TW', 'ZH', 'zh'].map(languageOf)).toEqual(['zh', 'zh', 'zh', 'zh']);
  expect(['en-US', 'de', '', 'zhx'].map(languageOf)).toEqual(['en', 'en', 'en', 'en']);
});

it('names a rule by its family, and by itself if it has none', () => {
  expect(familyName('cross-footing/account-columns', words.zh)).toBe('横向校验');
  expect(familyName('something/new', words.en)).toBe('something');
});

it('numbers a mark for those who cannot see it', () => {
  expect(words.zh.markName('907.54', words.zh.verdict.inconsistent, 1, 12)).toBe('907.54，不一致，第 1 处，共 12 处');
});
