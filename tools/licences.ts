import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

// `npm run licences` writes what comes with the extension from others, and under which terms; the file is part of the package.

const root = join(import.meta.dirname, '..');

/** Where the listing lies: it goes into the package as it is. */
export const licencesFile = join(root, 'assets/public/licences.txt');

/** What the extension is made of: whatever these folders import from packages goes into it, and nothing else does. */
const ours = ['core', 'entrypoints'];

/** Behind what they import: what wxt's small run-time part is made of. */
const behind = ['@wxt-dev/browser'];

/** The MIT licence, for packages that name it and bring no text; the holders as their repositories name them. */
const mit = (holder: string): string => `--- MIT License ---
Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
const holders: Readonly<Record<string, string>> = { 'wxt': '2023 Aaron', '@wxt-dev/browser': '2023 Aaron' };

/** Inside pdf.js's legacy build lie parts of core-js, which says so itself. */
const coreJs = /version: '([\d.]+)',\s*mode: [^\n]*,\s*copyright: '© ([^']+?)\. All rights reserved\.'/;

/** Data that pdf.js brings along, each folder under terms of its own. */
const pdfjsData = ['standard_fonts', 'wasm', 'iccs', 'cmaps'];

const packageSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  homepage: z.string().optional(),
});

function licenceTexts(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|notice)/i.test(name))
    .sort()
    .map((name) => `--- ${name} ---\n${readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n').trim()}`);
}

/** The packages that go into the extension, by name. */
export function shippedPackages(): string[] {
  const imports = ours.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) =>
        [
          ...readFileSync(join(root, folder, path), 'utf8').matchAll(
            /(?:from|import) '((?:@[\w.-]+\/)?[\w][\w.-]*)(?:\/[^']*)?'/g,
          ),
        ].map(([, name = '']) => name),
      ),
  );
  return [...new Set([...imports, ...behind])].sort();
}

/**
 * The listing: every package that the extension ships, with its licence's text.
 * @throws when a package names no licence, or has no text for it
 */
export function licences(): string {
  const heading = (title: string) => `${'='.repeat(80)}\n${title}`;
  const parts = shippedPackages().map((shipped) => {
    const folder = join(root, 'node_modules', shipped);
    const { name, version, license, homepage } = packageSchema.parse(
      JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
    );
    const data =
      name === 'pdfjs-dist'
        ? pdfjsData.flatMap((own) => licenceTexts(join(folder, own)).map((text) => text.replace('--- ', `--- ${own}/`)))
        : [];
    const holder = holders[name];
    const texts = [...licenceTexts(folder), ...(holder === undefined ? [] : [mit(holder)])];
    if (texts.length === 0) throw new Error(`${name} brings no licence text`);
    return [
      heading(`${name} ${version} · ${license}${homepage === undefined ? '' : ` · ${homepage}`}`),
      ...texts,
      ...data,
    ].join('\n\n');
  });
  const [, version = '', holder = ''] =
    coreJs.exec(readFileSync(join(root, 'node_modules/pdfjs-dist/legacy/build/pdf.mjs'), 'utf8')) ?? [];
  if (version !== '') parts.push([heading(`core-js ${version} · MIT · https://core-js.io`), mit(holder)].join('\n\n'));
  return `对得上 · Tieout 所含的他人作品及其许可。 What Tieout contains of others, and under which terms. (npm run licences)\n\n${parts.join('\n\n')}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(licencesFile, licences());
