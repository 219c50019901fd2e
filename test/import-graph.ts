import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** For each file of the project's own sources, the files that it imports, types included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What a file imports of the project.
 * @param text TypeScript
 * @param name its path from the root, with forward slashes
 * @returns paths from the root
 */
export function importsOf(text: string, name: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((path) => path.startsWith('.'))
    .map((path) => posix.join(dirname(name), path));
}

/** The imports of core/, entrypoints/ and tools/. */
export function importGraph(): ImportGraph {
  const files = ['core', 'entrypoints', 'tools'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => join(root, folder, path)),
  );
  return new Map(
    files.sort().map((path) => {
      const name = relative(root, path).replaceAll('\\', '/');
      return [name, importsOf(readFileSync(path, 'utf8'), name)];
    }),
  );
}

/**
 * The circles of a graph: files that import each other, directly or through others.
 * @param graph of imports
 * @returns each circle as its files in the order of importing; empty when there is none
 */
export function circles(graph: ImportGraph): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      found.push(path.slice(at));
    } else if (!done.has(file)) {
      for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
      done.add(file);
    }
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}
