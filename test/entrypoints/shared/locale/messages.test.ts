import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { familyName, languageOf, words } from '../../../../entrypoints/shared/locale/messages.ts';

/** Every key with its path; sentences and functions are leaves. */
function paths(value: object, before = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? paths(inner, `${before}${key}.`)
      : [`${before}${key}:${typeof inner}`],
  );
}

/** Every text that is said without being told anything. */
function texts(value: object): string[] {
  return Object.values(value).flatMap((inner: unknown) =>
    typeof inner === 'string' ? [inner] : typeof inner === 'object' && inner !== null ? texts(inner) : [],
  );
}

const modules = import.meta.glob<Record<string, unknown>>(
  ['../../../../entrypoints/**/{,*-}words.ts', '../../../../entrypoints/shared/locale/messages.ts'],
  { eager: true },
);
const tables = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(module).flatMap(([name, value]) => {
    const table = z
      .object({ zh: z.record(z.string(), z.unknown()), en: z.record(z.string(), z.unknown()) })
      .safeParse(value).data;
    return table === undefined ? [] : [[`${path.replace(/^.*entrypoints\//, '')} ${name}`, table] as const];
  }),
);

it.each(tables)('says everything in both languages: %s', (_name, { zh, en }) => {
  expect(paths(en).sort()).toEqual(paths(zh).sort());
  for (const text of [...texts(zh), ...texts(en)]) expect(text.trim()).not.toBe('');
  // A Chinese sentence that was left where an English one belongs.
  for (const text of texts(en))
    expect(text.replace(/对得上|中文|“[^”]*”|\([^)]*\)/g, '')).not.toMatch(/\p{Script=Han}/u);
});

it('says the same in the manifest in both languages', async () => {
  const [zh, en] = await Promise.all(
    ['zh_CN', 'en'].map(async (locale) =>
      z
        .record(z.string(), z.object({ message: z.string().min(1) }))
        .parse(
          JSON.parse(
            await readFile(
              join(import.meta.dirname, `../../../../assets/public/_locales/${locale}/messages.json`),
              'utf8',
            ),
          ),
        ),
    ),
  );
  expect(Object.keys(en ?? {}).sort()).toEqual(Object.keys(zh ?? {}).sort());
  expect(zh).not.toEqual({});
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
