import { readdirSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What a page's own node may be typed as. Of these a form and a document have whatever names the page gives them; tables, texts and our own elements don't. */
const shadowed = new Set(['Node', 'Element', 'HTMLElement', 'HTMLFormElement', 'Document', 'ParentNode']);

/** Where the past names are taken: the one file that asks nodes directly, with the prototypes' own getters. */
const asks = 'entrypoints/shared/page/dom.ts';

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Where files ask a page's node for a property by its name. */
function asked(files: readonly string[]): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    jsx: ts.JsxEmit.ReactJSX,
    jsxImportSource: 'preact',
    types: [],
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  };
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const isShadowed = (type: ts.Type): boolean =>
    type.isUnionOrIntersection()
      ? type.types.some(isShadowed)
      : shadowed.has(type.getSymbol()?.name ?? '') &&
        type
          .getSymbol()
          ?.declarations?.some((declaration) => program.isSourceFileDefaultLibrary(declaration.getSourceFile())) ===
          true;
  return files.flatMap((path) => {
    const file = program.getSourceFile(path);
    const found: string[] = [];
    const visit = (node: ts.Node) => {
      const isAsked =
        (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
        isShadowed(checker.getTypeAtLocation(node.expression));
      const isTaken = ts.isObjectBindingPattern(node) && isShadowed(checker.getTypeAtLocation(node));
      if (file !== undefined && (isAsked || isTaken))
        found.push(
          `${relative(root, path)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText()}`,
        );
      ts.forEachChild(node, visit);
    };
    if (file !== undefined) visit(file);
    return found;
  });
}

describe('what is asked of a page’s nodes', () => {
  it('goes past the names that a page can put before the answers (shared/page/dom.ts)', () => {
    const files = [
      ...sources('entrypoints/annotate.content'),
      ...sources('entrypoints/detect.content'),
      ...sources('entrypoints/shared/page'),
    ].filter((path) => relative(root, path) !== asks);
    expect(files.length).toBeGreaterThan(30);
    expect(asked(files)).toEqual([]);
  });

  it('would be told', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tieout-asked-'));
    try {
      const path = join(folder, 'asks.ts');
      writeFileSync(
        path,
        `export const up = (of: Element) => of.parentElement;
export const at = (of: HTMLFormElement | null) => of?.['children'];
export const { title } = document;
export const cells = (of: HTMLTableElement) => of.rows;
export const said = (of: { readonly title: string }) => of.title;
`,
      );
      expect(asked([path]).map((line) => line.replace(/^.*asks\.ts:/, ''))).toEqual([
        '1 of.parentElement',
        "2 of?.['children']",
        '3 { title }',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
