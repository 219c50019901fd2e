import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');

/** Where the interface's words are. */
const wordModules = /(?:^|[/-])(?:messages|words)\.ts$/;

/** Attributes that a reader sees or hears. */
const spokenAttributes = new Set(['title', 'aria-label', 'aria-description', 'alt', 'placeholder', 'label']);

const ideograph = /\p{Script=Han}/u;
const letter = /\p{L}/u;

/** Texts in a source that a reader would see and that stand in no word module. Patterns that recognise pages are no texts. */
function hardCoded(name: string, source: string): string[] {
  const file = ts.createSourceFile(
    name,
    source,
    ts.ScriptTarget.Latest,
    true,
    name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && letter.test(node.text)) found.push(node.text.trim());
    const isText =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (isText && ideograph.test(node.text)) found.push(node.text);
    if (
      ts.isJsxAttribute(node) &&
      ts.isIdentifier(node.name) &&
      spokenAttributes.has(node.name.text) &&
      node.initializer !== undefined &&
      ts.isStringLiteral(node.initializer) &&
      letter.test(node.initializer.text)
    )
      found.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

it('tells texts from patterns and names', () => {
  expect(hardCoded('a.tsx', 'const a = <p class="x" title="Close">Hello {b}</p>;')).toEqual(['Close', 'Hello']);
  expect(hardCoded('a.ts', 'const a = /合计/; const b = `第 ${c} 页`; const d = "决算";')).toEqual([
    '第 ',
    ' 页',
    '决算',
  ]);
});

it('has every text of the interface in a word module', async () => {
  const files = (await readdir(join(root, 'entrypoints'), { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const found: string[] = [];
  for (const entry of files) {
    const path = relative(root, join(entry.parentPath, entry.name));
    const source = await readFile(join(root, path), 'utf8');
    if (/\.tsx?$/.test(path) && !wordModules.test(path))
      found.push(...hardCoded(path, source).map((text) => `${path}: ${text}`));
    if (path.endsWith('.css'))
      found.push(
        ...[...source.matchAll(/content:\s*"([^"]*)"/g)].flatMap(([, text = '']) =>
          letter.test(text.replace(/\\[\da-f]+/gi, '')) ? [`${path}: ${text}`] : [],
        ),
      );
    if (path.endsWith('.html')) {
      // The name of the product is no text; a page's title is set by its script in the reader's language.
      const text = source.replace(
        /<script[^]*?<\/script>|<style[^]*?<\/style>|<!--[^]*?-->|<[^>]*>|__MSG_\w+__|对得上/g,
        '',
      );
      if (letter.test(text)) found.push(`${path}: ${text.trim()}`);
    }
  }
  expect(found).toEqual([]);
});
