import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { check, examine } from '../core/check.ts';
import type { Document } from '../core/document/document.ts';
import { figureKey } from '../core/document/figure.ts';
import type { Judged } from '../core/judge/diagnosis.ts';
import { evaluate, withValue } from '../core/judge/evaluate.ts';
import { readQuantity } from '../core/quantity/quantity.ts';
import type { Finding, FindingPlace, Report } from '../core/report/schema.ts';
import { documentOf } from '../test/core/build.ts';
import { accountSheets, accountsArbitrary } from '../test/core/synthetic/accounts.ts';
import { drawnOf, styles } from '../test/core/synthetic/sheet.ts';
import { mutated, randomFrom, slipAt, slipKinds, type Mutation, type Spot } from './mutate.ts';
import { drain, readFileAsDocument } from './run.ts';

/** What a figure stands in: measured apart. */
type Part = 'main forms' | 'performance' | 'sentences';

interface Candidate {
  readonly spot: Spot;
  readonly part: Part;
}

/** Amounts other than zero that a reader compares: of the recognised forms, and of the sentences that say something. */
function candidatesOf(document: Document, report: Report): Candidate[] {
  const cells = document.blocks.flatMap((block): Candidate[] => {
    const form = block.kind === 'table' ? report.tables.find((table) => table.id === block.id)?.form ?? null : null;
    if (block.kind !== 'table' || form === null) return [];
    const part: Part = form.includes('performance') || form === 'budget-targets' ? 'performance' : 'main forms';
    return block.cells.flatMap((cell): Candidate[] => {
      const quantity = readQuantity(cell.text);
      return quantity.kind === 'amount' && quantity.decimals > 0 && !quantity.value.isZero() ? [{ part, spot: { in: 'table', table: block.id, row: cell.row, column: cell.column, text: cell.text } }] : [];
    });
  });
  const { checkedSpans, uncheckedSpans } = report.coverage.text;
  const spans = [...checkedSpans.map(([paragraph, start, end]) => ({ paragraph, start, end })), ...uncheckedSpans.flatMap(({ spans: unchecked }) => unchecked.map(([paragraph, start, end]) => ({ paragraph, start, end })))];
  const sentences = spans.flatMap(({ paragraph, start, end }): Candidate[] => {
    const block = document.blocks.find((one) => one.kind === 'paragraph' && one.id === paragraph);
    const text = block?.kind === 'paragraph' ? block.text.slice(start, end) : '';
    const quantity = readQuantity(text);
    return quantity.kind === 'amount' && !quantity.value.isZero() ? [{ part: 'sentences', spot: { in: 'text', paragraph, start, end, text } }] : [];
  });
  return [...cells, ...sentences];
}

const keyOf = (spot: Spot): string => (spot.in === 'table' ? `${spot.table}:${spot.row}:${spot.column}` : `${spot.paragraph}:${spot.start}`);
const keyOfPlace = (place: FindingPlace): string => ('table' in place ? `${place.table}:${place.row}:${place.column}` : `${place.paragraph}:${place.start}`);

/** The relations with each figure. */
function relationsOf(judged: readonly Judged[]): Map<string, Judged[]> {
  const found = new Map<string, Judged[]>();
  for (const one of judged) {
    for (const key of new Set(one.judgement.terms.map((term) => figureKey(term.figure)))) found.set(key, [...found.get(key) ?? [], one]);
  }
  return found;
}

const alarms = (report: Report): Finding[] => report.findings.filter((finding) => finding.verdict === 'inconsistent');

class Tally {
  planted = 0;
  /** Some equation with a changed figure fails, all changes made. */
  detectable = 0;
  detected = 0;
  /** The same where some change fails an equation by itself: two changes may make up for each other. */
  detectableAlone = 0;
  detectedAlone = 0;
  /** At least two equations contain the figure and show the change. */
  solvable = 0;
  right = 0;
  likely = 0;
  wrong = 0;
  candidate = 0;
  findings = 0;
  rightOfAll = 0;

  line(): string {
    const share = (part: number, whole: number): string => `${part}/${whole} (${(100 * part / Math.max(1, whole)).toFixed(1)}%)`;
    return `planted ${this.planted}, detected of detectable ${share(this.detected, this.detectable)}, each change by itself ${share(this.detectedAlone, this.detectableAlone)}; of those in two equations or more: right suspect ${share(this.right, this.solvable)}, likely value ${share(this.likely, this.right)}, named among candidates ${this.candidate}; wrong suspect ${this.wrong}, right suspect of all ${share(this.rightOfAll, this.detected)}, findings per error ${(this.findings / Math.max(1, this.detected)).toFixed(2)}`;
  }
}

interface Subject {
  readonly name: string;
  readonly document: Document;
}

/** A document that is measured: what it says of itself while nothing is changed. */
class Measured {
  readonly #document: Document;
  readonly #relations: Map<string, Judged[]>;
  readonly #known: Set<string>;
  readonly candidates: readonly Candidate[];

  constructor(document: Document) {
    this.#document = document;
    const clean = drain(check(document));
    this.#known = new Set(alarms(clean).map((finding) => finding.id));
    this.candidates = candidatesOf(document, clean);
    this.#relations = relationsOf(drain(examine(document)).judged);
  }

  slip(spot: Spot, kind: string, random: () => number): Mutation[] {
    return slipAt(this.#document, spot, kind, random);
  }

  /** New alarms of the document with its changes. */
  alarmsWith(mutations: readonly Mutation[]): Finding[] {
    return alarms(drain(check(mutated(this.#document, mutations)))).filter((finding) => !this.#known.has(finding.id));
  }

  /** How many equations with a changed figure fail, all changes made. */
  showing({ spot }: Mutation, all: readonly Mutation[]): number {
    return (this.#relations.get(keyOf(spot)) ?? []).filter(({ relation }) => {
      const changed = all.reduce((one, mutation) => withValue(one, keyOf(mutation.spot), readQuantity(mutation.text)), relation);
      return evaluate(changed).verdict === 'inconsistent';
    }).length;
  }
}

/** The suspects that new alarms name, and the likely value of each where there is one. */
function suspectsOf(findings: readonly Finding[]): Map<string, string> {
  return new Map(findings.flatMap(({ diagnosis, places }) => (diagnosis?.kind === 'suspect' ? diagnosis.changes : []).flatMap((change) => {
    const place = places[change.place];
    return place === undefined ? [] : [[keyOfPlace(place), change.likely] as const];
  })));
}

function candidatesNamed(findings: readonly Finding[]): Set<string> {
  return new Set(findings.flatMap(({ diagnosis, places }) => (diagnosis?.kind === 'candidates' ? diagnosis.changes : []).flatMap((change) => {
    const place = places[change.place];
    return place === undefined ? [] : [keyOfPlace(place)];
  })));
}

const meant = (mutation: Mutation, likely: string | undefined): boolean => {
  const was = readQuantity(mutation.spot.text);
  return likely !== undefined && (was.kind === 'amount' ? was.value.eq(likely) : likely === '0');
};

const verbose = process.argv.includes('--verbose');
const describe = (mutations: readonly Mutation[]): string => mutations.map(({ spot, text }) => `${keyOf(spot)} ${spot.text} → ${text}`).join(', ');

/** Every amount once, with a slip drawn by chance. */
function measureSingles(measured: Measured, seed: number, tallies: Map<string, Tally>): void {
  const random = randomFrom(seed);
  for (const { spot, part } of measured.candidates) {
    const kind = slipKinds[Math.floor(random() * slipKinds.length)] ?? 'digit';
    const mutations = measured.slip(spot, kind, random);
    if (mutations.length === 0) continue;
    const found = measured.alarmsWith(mutations);
    const shown = mutations.map((mutation) => measured.showing(mutation, mutations));
    const suspects = suspectsOf(found);
    const candidates = candidatesNamed(found);
    const own = new Set(mutations.map((mutation) => keyOf(mutation.spot)));
    const solvable = mutations.filter((_, index) => (shown[index] ?? 0) >= 2);
    const right = solvable.length > 0 && solvable.every((mutation) => suspects.has(keyOf(mutation.spot)));
    const likely = solvable.every((mutation) => meant(mutation, suspects.get(keyOf(mutation.spot))));
    const wrong = [...suspects.keys()].some((key) => !own.has(key));
    for (const name of [part, ` ${kind}`]) {
      const tally = tallies.get(name) ?? new Tally();
      tallies.set(name, tally);
      tally.planted += 1;
      if (mutations.some((mutation) => measured.showing(mutation, [mutation]) > 0)) {
        tally.detectableAlone += 1;
        if (found.length > 0) tally.detectedAlone += 1;
      }
      if (shown.every((times) => times === 0)) continue;
      tally.detectable += 1;
      if (found.length === 0) continue;
      tally.detected += 1;
      tally.findings += found.length;
      if (solvable.length > 0) tally.solvable += 1;
      if (right) tally.right += 1;
      if (right && likely) tally.likely += 1;
      if (wrong) tally.wrong += 1;
      if (mutations.every((mutation) => suspects.has(keyOf(mutation.spot)))) tally.rightOfAll += 1;
      if (solvable.length > 0 && !right && solvable.some((mutation) => candidates.has(keyOf(mutation.spot)))) tally.candidate += 1;
    }
    if (!verbose || shown.every((times) => times === 0)) continue;
    const what = found.length === 0 ? 'missed' : wrong ? 'wrong suspect' : solvable.length > 0 && !right ? 'no suspect' : right && !likely ? 'other value' : found.length > 1 ? 'several findings' : '';
    if (what === '') continue;
    console.log(`  ${what} [${part}] ${kind} ${describe(mutations)}; fails in ${shown.join('+')}`);
    for (const finding of found) console.log(`      ${finding.rule} ${finding.equation} | ${finding.related.map((other) => other.equation).join(' | ')} => ${finding.diagnosis?.kind ?? ''} ${finding.diagnosis?.changes.map((change) => `${keyOfPlace(finding.places[change.place] ?? { role: 'total', table: '', row: 0, column: 0, text: '', rowLabel: '', columnLabel: '' })} ${change.likely} ${change.slip}`).join(', ') ?? ''}`);
  }
}

const pairKeys = ['planted', 'both', 'named', 'wrong', 'findings'] as const;
type PairTally = Record<(typeof pairKeys)[number], number>;

/** Two slips at once, three in four of them in one row, column or form. */
function measurePairs(measured: Measured, among: readonly Candidate[], seed: number, times: number, tallies: Map<string, PairTally>): void {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (let round = 0; round < times; round += 1) {
    const first = pick(among);
    if (!first) return;
    const near = { 'far apart': among, 'in one form': [] as Candidate[], 'in one row': [] as Candidate[], 'in one column': [] as Candidate[] };
    const a = first.spot;
    if (a.in === 'table') {
      for (const candidate of among) {
        const b = candidate.spot;
        if (b.in !== 'table' || b.table !== a.table || keyOf(a) === keyOf(b)) continue;
        near['in one form'].push(candidate);
        if (a.row === b.row) near['in one row'].push(candidate);
        if (a.column === b.column) near['in one column'].push(candidate);
      }
    }
    const how = pick(Object.keys(near) as (keyof typeof near)[]) ?? 'far apart';
    const second = pick(near[how]);
    if (!second || keyOf(second.spot) === keyOf(a)) continue;
    const mutations = [first, second].map(({ spot }) => measured.slip(spot, pick(slipKinds.slice(0, 6)) ?? 'digit', random));
    const all = mutations.flat();
    if (mutations.some((one) => one.length === 0) || all.some((mutation) => measured.showing(mutation, all) === 0)) continue;
    const found = measured.alarmsWith(all);
    const suspects = suspectsOf(found);
    const tally = tallies.get(how) ?? { planted: 0, both: 0, named: 0, wrong: 0, findings: 0 };
    tallies.set(how, tally);
    const places = new Set(found.flatMap((finding) => finding.places.map(keyOfPlace)));
    const both = all.every((mutation) => places.has(keyOf(mutation.spot)));
    const named = all.every((mutation) => suspects.has(keyOf(mutation.spot)));
    tally.planted += 1;
    tally.findings += found.length;
    if (both) tally.both += 1;
    if (named) tally.named += 1;
    const wrong = [...suspects.keys()].some((key) => !all.some((mutation) => keyOf(mutation.spot) === key));
    if (wrong) tally.wrong += 1;
    if (verbose && (!named || wrong)) {
      console.log(`  ${how}: ${wrong ? 'wrong suspect' : both ? 'not named' : 'not both found'}: ${describe(all)}`);
      for (const finding of found) console.log(`      ${finding.rule} ${finding.equation} | ${finding.related.map((other) => other.equation).join(' | ')} => ${finding.diagnosis?.kind ?? ''} ${finding.diagnosis?.changes.map((change) => `${keyOfPlace(finding.places[change.place] ?? { role: 'total', table: '', row: 0, column: 0, text: '', rowLabel: '', columnLabel: '' })} ${change.likely} ${change.slip}`).join(', ') ?? ''}`);
    }
  }
}

const option = (name: string): string | undefined => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const seeds = (option('seed') ?? '1').split(',').flatMap((part) => {
  const [from = 1, to = from] = part.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
});
const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

async function subjects(): Promise<Subject[]> {
  const root = join(import.meta.dirname, '..');
  const files = [
    ...['miyun-2024', 'datong-2024'].map((id) => join(root, '..', 'shared', 'corpus', id, `${id}.H3.html`)).filter((path) => existsSync(path)),
    join(root, 'test', 'samples', 'clean.html'),
  ];
  const read = await Promise.all(files.map(async (path) => ({ name: path.split('/').at(-1) ?? path, document: await readFileAsDocument(path) })));
  // Accounts of our own, consistent before they are rounded.
  const drawn = styles.flatMap((style, index) => fc.sample(accountsArbitrary, { seed: 7 + index, numRuns: 2 }).map((accounts, number): Subject => ({
    name: `synthetic-${style.unit}-${style.decimals}${style.stripped ? '-stripped' : ''}-${style.totals}-${number + 1}`, document: documentOf(drawnOf(accountSheets(accounts, style), style)),
  })));
  return [...read, ...drawn].filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
}

for (const { name, document } of await subjects()) {
  const measured = new Measured(document);
  const pairs = Number(option('pairs') ?? '0');
  if (pairs > 0) {
    for (const [group, among] of [['main forms', measured.candidates.filter(({ part }) => part === 'main forms')], ['everything', measured.candidates]] as const) {
      const tallies = new Map<string, PairTally>();
      for (const seed of seeds) measurePairs(measured, among, seed, pairs, tallies);
      const all: PairTally = { planted: 0, both: 0, named: 0, wrong: 0, findings: 0 };
      for (const tally of tallies.values()) for (const key of pairKeys) all[key] += tally[key];
      for (const [how, tally] of [...tallies, ['in all', all] as const]) {
        const share = (part: number): string => `${part}/${tally.planted} (${(100 * part / Math.max(1, tally.planted)).toFixed(1)}%)`;
        console.log(`${name} ${group}, two errors ${how}: both found ${share(tally.both)}, both named ${share(tally.named)}, a wrong suspect ${share(tally.wrong)}, findings per error ${(tally.findings / Math.max(1, 2 * tally.planted)).toFixed(2)}`);
      }
    }
    continue;
  }
  const tallies = new Map<string, Tally>();
  for (const seed of seeds) measureSingles(measured, seed, tallies);
  for (const [part, tally] of tallies) if (!part.startsWith(' ') || process.argv.includes('--kinds')) console.log(`${name} ${part}: ${tally.line()}`);
}
