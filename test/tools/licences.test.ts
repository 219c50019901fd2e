import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { licences, licencesFile } from '../../tools/licences.ts';

it('the licences that go into the package are those of the packages installed (npm run licences)', () => {
  expect(readFileSync(licencesFile, 'utf8')).toBe(licences());
});

it('has only terms under which anyone may use and pass on the extension', () => {
  const named = [...licences().matchAll(/^(\S+) \S+ · ([^·\n]+?)(?: · |$)/gm)].map(([, , licence]) => licence);
  expect(named.length).toBeGreaterThan(4);
  for (const licence of named) expect(licence).toMatch(/^(?:MIT|Apache-2\.0|BSD-[23]-Clause|ISC)$/);
});
