import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

// `npm run licences` writes what comes with the extension from others, and under which terms; the file is part of the package.

const root = join(import.meta.dirname, '..');

/** Where the listing lies: it goes into the package as it is. */
export const licencesFile = join(root, 'assets/public/licences.txt');

/** Built into the package though it is a tool: its small run-time part. */
const builtIn = ['wxt', '@wxt-dev/browser'];

/** Data that pdf.js brings along, each folder under terms of its own. */
const pdfjsData = ['standard_fonts', 'wasm', 'iccs', 'cmaps'];

const lockSchema = z.object({ packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional(), optional: z.boolean().optional() })) });
const packageSchema = z.looseObject({ name: z.string(), version: z.string(), license: z.string(), homepage: z.string().optional() });

function licenceTexts(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice)/i.test(name)).sort()
    .map((name) => `--- ${name} ---\n${readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n').trim()}`);
}

/**
 * The listing: every package that the extension or the command line ships, with its licence's text.
 * @throws when a package names no licence
 */
export function licences(): string {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const shipped = Object.entries(packages).filter(([path, { dev, optional }]) => path.startsWith('node_modules/') && dev !== true && optional !== true).map(([path]) => path);
  const paths = [...new Set([...shipped, ...builtIn.map((name) => `node_modules/${name}`)])].sort();
  const parts = paths.map((path) => {
    const folder = join(root, path);
    const { name, version, license, homepage } = packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    const data = name === 'pdfjs-dist' ? pdfjsData.flatMap((own) => licenceTexts(join(folder, own)).map((text) => text.replace('--- ', `--- ${own}/`))) : [];
    return [`${'='.repeat(80)}\n${name} ${version} · ${license}${homepage === undefined ? '' : ` · ${homepage}`}`, ...licenceTexts(folder), ...data].join('\n\n');
  });
  return `对得上 · Tieout 所含的他人作品及其许可。 What Tieout contains of others, and under which terms. (npm run licences)\n\n${parts.join('\n\n')}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(licencesFile, licences());
