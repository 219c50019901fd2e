import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { licences, licencesFile, shippedPackages } from '../../tools/licences.ts';

it('the licences that go into the package are those of the packages installed (npm run licences)', () => {
  expect(readFileSync(licencesFile, 'utf8')).toBe(licences());
});

it('has only terms under which anyone may use and pass on the extension', () => {
  const named = [...licences().matchAll(/^(\S+) \S+ · ([^·\n]+?)(?: · |$)/gm)].map(([, , licence]) => licence);
  expect(named.length).toBeGreaterThan(4);
  for (const licence of named) expect(licence).toMatch(/^(?:MIT|Apache-2\.0|BSD-[23]-Clause|ISC)$/);
});

it('lists what goes into the extension and nothing else, each with its text', () => {
  const text = licences();
  const listed = [...text.matchAll(/^={80}\n(\S+) /gm)].map(([, name]) => name);
  expect(listed).toEqual([...shippedPackages(), 'core-js']);
  expect(shippedPackages()).toEqual(
    expect.arrayContaining(['wxt', '@wxt-dev/browser', 'preact', 'pdfjs-dist', 'zod', 'decimal.js', 'fflate']),
  );
  // The command line reads HTML with it, the extension does not.
  expect(listed).not.toContain('parse5');
  for (const part of text.split(/^={80}\n/m).slice(1))
    expect(part.split('\n\n').length, part.slice(0, 60)).toBeGreaterThan(1);
});
