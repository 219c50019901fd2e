import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importGraph } from '../import-graph.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The marks of page and viewer are one thing on two surfaces, and the sentence reader's Fact is one of core/recognise/facts: they will be one. */
const twins = ['CardHost', 'Fact', 'Mark', 'flash', 'marksOf'];

/** The names that a file declares and exports. */
const exportedIn = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(/^export (?:async )?(?:function\*?|const|type|interface|class) (\w+)/gm)].map(
      ([, name = '']) => name,
    ),
  );

test('no two exported things share a name; languages say the same under the same names', () => {
  const homes = new Map<string, number>();
  for (const path of [...importGraph().keys()].filter((one) => !/\/words\/(?:zh|en)\//.test(one)))
    for (const name of exportedIn(readFileSync(join(root, path), 'utf8'))) homes.set(name, (homes.get(name) ?? 0) + 1);
  expect(homes.size).toBeGreaterThan(1000);
  expect(
    [...homes]
      .filter(([, count]) => count > 1)
      .map(([name]) => name)
      .toSorted(),
  ).toEqual(twins);
});

test('a type and a value of one name in one file are one thing', () => {
  expect([
    ...exportedIn('export const a = 1;\nexport type a = typeof a;\nexport async function b() {}\nconst c = 2;'),
  ]).toEqual(['a', 'b']);
});
