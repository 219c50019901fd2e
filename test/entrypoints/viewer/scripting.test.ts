import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// CVE-2026-16633: scripts in a PDF could leave the sandbox of pdf.js's scripting manager, from 5.6.83 until 6.2.108. We never make one, and
// keep out of that range all the same: every scanner of packages goes by the version.

const root = join(import.meta.dirname, '../../..');
const sources = ['core', 'entrypoints', 'tools', 'wxt.config.ts']
  .flatMap((name) =>
    name.includes('.')
      ? [name]
      : readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map((file) => join(name, file)),
  )
  .filter((name) => /\.(?:tsx?|html)$/.test(name));
const scripting = /scripting_?manager|enableScripting|pdf\.sandbox|hasJSActions|getJSActions/i;

/** Whether a version lies in the range of versions with that fault. */
function isFaulty(version: string): boolean {
  const parts = version.split('.').map(Number);
  const isBefore = (other: readonly number[]): boolean => {
    const at = other.findIndex((part, index) => part !== parts[index]);
    return at >= 0 && (parts[at] ?? 0) < (other[at] ?? 0);
  };
  return !isBefore([5, 6, 83]) && isBefore([6, 2, 108]);
}

it('the range of versions is told', () => {
  expect(['5.5.207', '5.6.82', '5.6.83', '5.6.205', '6.2.107', '6.2.108', '6.10.1'].map(isFaulty)).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
});

it('the pdf.js that is installed is none of them', () => {
  const { version } = createRequire(import.meta.url)('pdfjs-dist/package.json') as { version: string };
  expect(isFaulty(version)).toBe(false);
});

it('no scripts of a PDF are run: no scripting manager exists', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((name) => scripting.test(readFileSync(join(root, name), 'utf8')))).toEqual([]);
  for (const line of [
    'new PDFScriptingManager({ eventBus })',
    "from 'pdf_scripting_manager.js'",
    'sandboxBundleSrc: "/pdf.sandbox.mjs"',
    'enableScripting: true',
  ])
    expect(line).toMatch(scripting);
});
