import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const messages = z.record(z.string(), z.object({ message: z.string() }));

it.each([
  ['zh_CN', 'zh-CN'],
  ['en', 'en'],
])('the store says of the extension what its manifest says: %s', async (locale, store) => {
  const { extensionName, extensionDescription } = messages.parse(
    JSON.parse(await readFile(join(root, `assets/public/_locales/${locale}/messages.json`), 'utf8')),
  );
  const text = await readFile(join(root, `docs/store/${store}.md`), 'utf8');
  expect(text).toContain(extensionName?.message);
  expect(text).toContain(extensionDescription?.message);
  // The limits of the stores: 75 characters for a name (45 at Firefox's), 132 for the sentence.
  expect(extensionName?.message.length).toBeLessThanOrEqual(45);
  expect(extensionDescription?.message.length).toBeLessThanOrEqual(132);
});

it('the extension has a name of its own in Firefox, which no other can have', async () => {
  const config = await readFile(join(root, 'wxt.config.ts'), 'utf8');
  expect(/gecko: \{\s*id: '([^']*)'/.exec(config)?.[1]).toMatch(
    /^\{[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}\}$/,
  );
});

it.each(['zh-CN', 'en'])('the store gives a reason for every permission: %s', async (store) => {
  const config = await readFile(join(root, 'wxt.config.ts'), 'utf8');
  const asked = [...(/permissions: \[([^\]]*)\]/.exec(config)?.[1]?.matchAll(/'([a-zA-Z]+)'/g) ?? [])]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'firefox');
  expect(asked).toContain('storage');
  const text = await readFile(join(root, `docs/store/${store}.md`), 'utf8');
  for (const name of asked) expect(text).toContain(`| ${name} |`);
});
