import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../core/check.ts';
import type { Document, Table } from '../core/document/document.ts';
import { readQuantity } from '../core/quantity/quantity.ts';
import type { Finding, Report } from '../core/report/schema.ts';
import { drain, readFileAsDocument } from './run.ts';

/** A small seeded generator (mulberry32): the same slips every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Spot {
  readonly table: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

type Slip = (text: string, random: () => number) => string | null;

const digitsAt = (text: string): number[] => [...text.matchAll(/\d/g)].map((match) => match.index);
const put = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

/** The typical slips of typing and conversion. */
const slips: Readonly<Record<string, Slip>> = {
  digit(text, random) {
    const at = digitsAt(text);
    const index = at[Math.floor(random() * at.length)] ?? 0;
    return put(text, index, String((Number(text[index]) + 1 + Math.floor(random() * 9)) % 10));
  },
  transposition(text, random) {
    const pairs = digitsAt(text).filter((at) => /\d/.test(text[at + 1] ?? '') && text[at] !== text[at + 1]);
    const at = pairs[Math.floor(random() * pairs.length)];
    return at === undefined ? null : text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  },
  point(text, random) {
    const plain = text.replace(/,/g, '');
    const at = plain.indexOf('.');
    if (at < 1) return null;
    const to = random() < 0.5 && at > 1 ? at - 1 : at + 1;
    const bare = plain.replace('.', '');
    return to >= bare.length ? null : `${bare.slice(0, to)}.${bare.slice(to)}`;
  },
  unit: (text) => {
    const quantity = readQuantity(text);
    return quantity.kind === 'amount' ? quantity.value.times(10_000).toFixed(quantity.decimals) : null;
  },
  sign: (text) => `-${text}`,
  blank: () => '',
};

function withText(document: Document, spot: Spot, text: string): Document {
  return {
    ...document,
    blocks: document.blocks.map((block) => (block.kind === 'table' && block.id === spot.table
      ? { ...block, cells: block.cells.map((cell) => (cell.row === spot.row && cell.column === spot.column ? { ...cell, text } : cell)) } : block)),
  };
}

/** Non-zero amounts of the recognised forms. */
function spotsOf(document: Document, report: Report): Spot[] {
  const forms = new Set(report.tables.filter((table) => table.form !== null).map((table) => table.id));
  return document.blocks.filter((block): block is Table => block.kind === 'table' && forms.has(block.id)).flatMap((table) => table.cells.flatMap((cell) => {
    const quantity = readQuantity(cell.text);
    return quantity.kind === 'amount' && quantity.decimals > 0 && !quantity.value.isZero() ? [{ table: table.id, row: cell.row, column: cell.column, text: cell.text }] : [];
  }));
}

const alarms = (report: Report): Finding[] => report.findings.filter((finding) => finding.verdict === 'inconsistent');

/** Measures one document: every amount once, with a slip drawn by chance. */
function measure(name: string, document: Document, seed: number): void {
  const random = randomFrom(seed);
  const clean = drain(check(document));
  const known = new Set(alarms(clean).map((finding) => finding.id));
  const kinds = Object.keys(slips);
  let planted = 0;
  let detected = 0;
  let named = 0;
  let right = 0;
  let likely = 0;
  let findings = 0;
  const missed: string[] = [];
  for (const spot of spotsOf(document, clean)) {
    const kind = kinds[Math.floor(random() * kinds.length)] ?? 'digit';
    const text = slips[kind]?.(spot.text, random) ?? null;
    if (text === null || text === spot.text) continue;
    const report = drain(check(withText(document, spot, text)));
    const found = alarms(report).filter((finding) => !known.has(finding.id));
    planted += 1;
    if (found.length === 0) {
      missed.push(`${kind} ${spot.table} ${spot.row}/${spot.column} ${spot.text} → ${text}`);
      continue;
    }
    detected += 1;
    findings += found.length;
    const suspects = found.flatMap((finding) => finding.places.filter((place) => place.role === 'suspect').map((place) => ({ place, finding })));
    if (suspects.length > 0) named += 1;
    const hit = suspects.find(({ place }) => 'table' in place && place.table === spot.table && place.row === spot.row && place.column === spot.column);
    if (!hit) continue;
    right += 1;
    const was = readQuantity(spot.text);
    if (hit.finding.likely !== undefined && was.kind === 'amount' && was.value.eq(hit.finding.likely)) likely += 1;
  }
  const share = (part: number, whole: number): string => `${part}/${whole} (${(100 * part / Math.max(1, whole)).toFixed(1)}%)`;
  console.log(`${name}: detected ${share(detected, planted)}, suspect named ${share(named, detected)}, right ${share(right, detected)}, likely value ${share(likely, right)}, findings per error ${(findings / Math.max(1, detected)).toFixed(2)}`);
  if (process.argv.includes('--verbose')) for (const line of missed) console.log(`  missed ${line}`);
}

const root = join(import.meta.dirname, '..');
const files = [
  ...['miyun-2024', 'datong-2024'].map((id) => join(root, '..', 'shared', 'corpus', id, `${id}.H3.html`)).filter((path) => existsSync(path)),
  join(root, 'test', 'samples', 'clean.html'),
];
const seed = Number(process.argv.find((argument) => argument.startsWith('--seed='))?.slice('--seed='.length) ?? '1');
for (const path of files) measure(path.split('/').at(-1) ?? path, await readFileAsDocument(path), seed);
