import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importGraph } from '../import-graph.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const texts = [...importGraph().keys()].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** The headings of a document. */
const headings = (path: string): string[] =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);

test('a comment that refers to a page of docs/ names one that is there, and a section of it', () => {
  const cited = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(docs\/[\w-]+\.md)(?:, ([A-Z][a-z]+(?: [a-z]+)?))?/g)].map(([, page = '', section]) => ({
      path,
      page,
      section,
    })),
  );
  expect(cited.length).toBeGreaterThan(5);
  const lost = cited.filter(
    ({ page, section }) =>
      !existsSync(join(root, page)) || (section !== undefined && !headings(page).includes(section)),
  );
  expect(lost).toEqual([]);
});

test('no comment refers to a paper that a stranger does not have', () => {
  const paper = /\b[A-Z]{4,}\.md\b|\b[A-Z]{4,}(?:\.md)?,? §/;
  const known = /\b(?:README|CONTRIBUTING|CHANGELOG|SECURITY)\.md\b/;
  const citing = texts.filter(({ text }) => text.split('\n').some((line) => paper.test(line) && !known.test(line)));
  expect(citing.map(({ path }) => path)).toEqual([]);
});
