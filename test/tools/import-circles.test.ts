import { expect, test } from 'vitest';
import { circles, importGraph, importsOf } from '../import-graph.ts';

test('no file imports itself through others, types included', () => {
  const graph = importGraph();
  expect(graph.size).toBeGreaterThan(100);
  expect(circles(graph)).toEqual([]);
});

test('a circle is found, and two ways to one file are none', () => {
  const graph = new Map([
    ['core/a.ts', ['core/b.ts', 'core/c.ts']],
    ['core/b.ts', ['core/c.ts']],
    ['core/c.ts', ['core/d.ts']],
    ['core/d.ts', []],
  ]);
  expect(circles(graph)).toEqual([]);
  expect(circles(new Map([...graph, ['core/d.ts', ['core/b.ts']]]))).toEqual([['core/b.ts', 'core/c.ts', 'core/d.ts']]);
});

test('an import of a type alone, one for its effect, one at run time and one passed on count', () => {
  const text = `
    import type { A } from './a.ts';
    import '../b.ts';
    export { c } from './deep/c.ts';
    const d = await import('./d.ts');
    import { e } from 'elsewhere';
  `;
  expect(importsOf(text, 'core/read/x.ts').toSorted()).toEqual([
    'core/b.ts',
    'core/read/a.ts',
    'core/read/d.ts',
    'core/read/deep/c.ts',
  ]);
});
