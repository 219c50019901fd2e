import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { holds } from './arithmetic.ts';
import { compare } from './comparison.ts';
import { corpus, sentenceCount } from './notation.ts';
import { readingOf } from './reading.ts';

const known = new URL('known-misses.txt', import.meta.url);
const files = corpus();
const passages = [...files.values()].flat();

/** What the reader misses or reads wrongly, a line each: file, statement. */
const missesOf = (name: string): string[] =>
  (files.get(name) ?? []).flatMap((passage) => {
    const { missed, misread } = compare(passage, readingOf(passage));
    return [...missed, ...misread].map((line) => `${name}: ${line}`);
  });

describe('the corpus', () => {
  it('is large', () => {
    const provinces = new Set(passages.map(({ province }) => province)).size;
    const sentences = passages.reduce((sum, passage) => sum + sentenceCount(passage), 0);
    const statements = passages.flatMap((passage) => passage.statements).length;
    console.log(`${sentences} sentences of ${provinces} provinces, ${statements} statements`);
    expect(sentences).toBeGreaterThanOrEqual(600);
    expect(provinces).toBeGreaterThanOrEqual(30);
  });

  it('states nothing twice, and nothing that does not hold', () => {
    for (const { statements, paragraphs } of passages) {
      const lines = statements.map(({ line }) => line);
      expect(new Set(lines).size, paragraphs.join(' ')).toBe(lines.length);
    }
    const wrong = passages.flatMap((passage) =>
      passage.statements
        .filter((statement) => !holds(passage, statement))
        .map(({ line }) => `${line} | ${passage.paragraphs.join(' ')}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the reader', () => {
  it.each([...files.keys()])('understands what %s states, but for what is known', (name) => {
    const listed = readFileSync(known, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith(`${name}: `));
    expect(missesOf(name).sort()).toEqual(listed.sort());
  });

  it('has so many known misses', () => {
    const misses = [...files.keys()].flatMap(missesOf);
    // `UPDATE_MISSES=1` writes the list anew: look at each line that it adds.
    if (process.env.UPDATE_MISSES !== undefined) writeFileSync(known, `${misses.sort().join('\n')}\n`);
    console.log(
      `known misses: ${misses.filter((line) => !line.includes(': reads ')).length}, misread: ${misses.filter((line) => line.includes(': reads ')).length}`,
    );
    expect(misses.length).toBeLessThanOrEqual(readFileSync(known, 'utf8').trim().split('\n').length);
  });
});
