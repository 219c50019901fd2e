import { withinCaps } from './caps.ts';
import { tablesOf, type Document, type Table } from './document/document.ts';
import { confidenceLine, evaluate, showsTruncation } from './judge/evaluate.ts';
import { cutsDigits, withAddedTotals } from './judge/habits.ts';
import { misprintsOf } from './judge/misprints.ts';
import { unproven } from './judge/patterns.ts';
import { inDoubt } from './judge/readings.ts';
import type { Judged } from './judge/diagnosis.ts';
import { explain } from './judge/explain.ts';
import type { Recognition } from './recognise/form.ts';
import { isTooLong } from './recognise/narrative/flat.ts';
import { recognise } from './recognise/recognise.ts';
import { catalogue } from './relate/catalogue.ts';
import { withinPieces } from './relate/pieces.ts';
import type { Relation, UncheckedReason } from './relate/relation.ts';
import { coverageOf, nothingCovered, type Unjudged } from './report/coverage.ts';
import { glanceOf } from './report/glance.ts';
import { findingOfNotice, findingsOf } from './report/finding.ts';
import { findingOfMisprint } from './report/misprint.ts';
import type { Finding, Report } from './report/schema.ts';
import { unreadFields } from './report/unread-pages.ts';

/** How far a check has come. */
export interface CheckProgress {
  readonly phase: 'recognise' | 'relate' | 'judge' | 'report';
  readonly done: number;
  readonly total: number;
}

/** Relations between two looks at the clock of the caller; or their terms, where they have many. */
const relationsPerStep = 100;
const termsPerStep = 1000;

/** Counts relations: tells when it is time for a step. */
class Pace {
  #relations = 0;
  #terms = 0;

  isDue({ readings }: Relation): boolean {
    this.#relations += 1;
    this.#terms += readings.reduce((count, terms) => count + terms.length, 0);
    if (this.#relations < relationsPerStep && this.#terms < termsPerStep) return false;
    this.#relations = 0;
    this.#terms = 0;
    return true;
  }
}

/** A part of the corridor whose end cannot be foreseen. */
function* during<Result>(
  phase: CheckProgress['phase'],
  work: Generator<void, Result>,
): Generator<CheckProgress, Result> {
  let step = work.next();
  while (!step.done) {
    yield { phase, done: 0, total: 1 };
    step = work.next();
  }
  return step.value;
}

interface Related {
  readonly rule: string;
  readonly relation: Relation;
}

/** Counts what could not be checked, by rule, reason and table. */
class UncheckedList {
  readonly #entries = new Map<string, { rule: string; reason: UncheckedReason; table: string; relations: number }>();

  add(rule: string, reason: UncheckedReason, table: string): void {
    const key = `${rule}|${reason}|${table}`;
    const known = this.#entries.get(key);
    if (known) known.relations += 1;
    else this.#entries.set(key, { rule, reason, table, relations: 1 });
  }

  list(): Report['unchecked'] {
    return [...this.#entries.values()].map(({ table, ...rest }) => (table === '' ? rest : { ...rest, table }));
  }
}

/** Tables that may not be all there. */
function doubtful(tables: readonly Table[]): Set<string> {
  return new Set(tables.filter(({ confidence }) => confidence < confidenceLine).map(({ id }) => id));
}

/** The relations of every rule in every set; a rule that fails is unchecked and takes nobody with it. */
function* relateAll(
  recognition: Recognition,
  doubted: ReadonlySet<string>,
  unchecked: UncheckedList,
): Generator<CheckProgress, Related[]> {
  const related: Related[] = [];
  const ends = new Map(recognition.tables.map((table) => [table.table, table.ends]));
  const admitted = (family: string, setIsClear: boolean, relation: Relation): Relation => {
    // What a doubtful table does not have, it may have had.
    if (doubted.has(relation.table)) return { ...relation, unchecked: 'low-confidence' };
    return family === 'tie-out' && !setIsClear
      ? { ...relation, unchecked: 'unclear-set' }
      : withinPieces(relation, ends);
  };
  const pace = new Pace();
  for (const [index, rule] of catalogue.entries()) {
    for (const set of recognition.sets) {
      yield { phase: 'relate', done: index, total: catalogue.length };
      try {
        for (const relation of rule.relations(set)) {
          related.push({ rule: rule.id, relation: admitted(rule.family, set.clear, relation) });
          if (pace.isDue(relation)) yield { phase: 'relate', done: index, total: catalogue.length };
        }
      } catch {
        unchecked.add(rule.id, 'rule-failed', '');
      }
    }
  }
  return related;
}

/** What the rules remark on beside arithmetic. Of a table that may not be all there they say nothing. */
function* noticesOf(
  recognition: Recognition,
  doubted: ReadonlySet<string>,
  unchecked: UncheckedList,
): Generator<void, Finding[]> {
  const isSure = ({ places }: Finding) => !places.some((place) => 'table' in place && doubted.has(place.table));
  const found: Finding[] = [];
  for (const rule of catalogue) {
    if (!rule.notices) continue;
    for (const set of recognition.sets) {
      yield;
      try {
        found.push(...[...rule.notices(set)].map((notice) => findingOfNotice(rule.id, notice)).filter(isSure));
      } catch {
        unchecked.add(rule.id, 'rule-failed', '');
      }
    }
  }
  return found;
}

/** A failing relation, judged again in the knowledge that the document cuts digits off. */
function judgedAgain(one: Judged, truncated: boolean): Judged {
  if (one.judgement.verdict !== 'inconsistent') return one;
  const judgement = evaluate(one.relation, truncated);
  return judgement.verdict === 'unchecked' ? one : { ...one, judgement };
}

/** The relations with a verdict and those without, and whether the document cuts digits off. */
interface Verdicts {
  readonly judged: readonly Judged[];
  readonly unjudged: readonly Unjudged[];
  readonly truncated: boolean;
}

/** Judges the relations, with what the document as a whole shows of its rounding. */
function* judgeAll(
  document: Document,
  related: readonly Related[],
  truncated: boolean,
  unchecked: UncheckedList,
): Generator<CheckProgress, Verdicts> {
  const judged: Judged[] = [];
  const unjudged: Unjudged[] = [];
  const giveUp = (rule: string, relation: Relation, reason: UncheckedReason): void => {
    unchecked.add(rule, reason, relation.table);
    unjudged.push({ rule, relation, reason });
  };
  const pace = new Pace();
  for (const [index, { rule, relation }] of related.entries()) {
    if (pace.isDue(relation)) yield { phase: 'judge', done: index, total: related.length };
    const judgement = evaluate(relation, truncated);
    if (judgement.verdict === 'unchecked') giveUp(rule, relation, judgement.reason);
    else judged.push({ rule, relation, judgement });
  }
  const step: CheckProgress = { phase: 'judge', done: related.length, total: related.length };
  yield step;
  const cut = truncated || cutsDigits(judged);
  yield step;
  const settled = yield* during(
    'judge',
    withAddedTotals(cut === truncated ? judged : judged.map((one) => judgedAgain(one, cut)), cut),
  );
  yield step;
  const guesses = unproven(settled);
  yield step;
  for (const { rule, relation } of guesses) giveUp(rule, relation, 'unproven-structure');
  const misread = yield* during(
    'judge',
    inDoubt(
      document,
      settled.filter((one) => !guesses.has(one)),
      cut,
    ),
  );
  for (const { rule, relation } of misread) giveUp(rule, relation, 'reading-in-doubt');
  return { judged: settled.filter((one) => !guesses.has(one) && !misread.has(one)), unjudged, truncated: cut };
}

/** The paragraphs that a finding refers to. */
function paragraphsOf(document: Document, findings: readonly Finding[]): Report['paragraphs'] {
  const named = new Set(
    findings.flatMap((finding) => finding.places.flatMap((place) => ('paragraph' in place ? [place.paragraph] : []))),
  );
  return document.blocks.flatMap((block) =>
    block.kind === 'paragraph' && named.has(block.id)
      ? [{ id: block.id, text: block.text, ...(block.place.page === undefined ? {} : { page: block.place.page }) }]
      : [],
  );
}

/** Findings as a reader of the document comes to them. */
function inOrderOfReading(document: Document, findings: readonly Finding[]): Finding[] {
  const order = new Map(document.blocks.map((block, index) => [block.id, index]));
  const at = ({ places }: Finding): readonly [number, number, number] => {
    const place = places.find((candidate) => candidate.role === 'total') ?? places[0];
    if (!place) return [0, 0, 0];
    return 'table' in place
      ? [order.get(place.table) ?? 0, place.row, place.column]
      : [order.get(place.paragraph) ?? 0, place.start, 0];
  };
  return findings
    .map((finding) => ({ finding, at: at(finding) }))
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || a.at[2] - b.at[2])
    .map(({ finding }) => finding);
}

/** What is known of a document before it is put into words. */
export interface Examination extends Verdicts {
  readonly recognition: Recognition;
  readonly unchecked: UncheckedList;
}

/**
 * From a document to verdicts: recognises, relates, judges. Yields at least every 100 relations.
 * @param document what a reader made of a page or file
 */
export function* examine(document: Document): Generator<CheckProgress, Examination> {
  const tables = tablesOf(document);
  const recogniser = recognise(document);
  let step = recogniser.next();
  for (let done = 0; !step.done; done += 1) {
    // Great tables and long texts take several steps.
    yield { phase: 'recognise', done: Math.min(done, 2 * tables.length), total: 2 * tables.length };
    step = recogniser.next();
  }
  const recognition = step.value;
  const unchecked = new UncheckedList();
  const doubted = doubtful(tables);
  for (const block of document.blocks)
    if (block.kind === 'paragraph' && isTooLong(block.text)) unchecked.add('narrative/stated-total', 'too-long', '');
  for (const table of recognition.tables) if (table.ambiguous) unchecked.add('form', 'ambiguous-form', table.table);
  const related = yield* relateAll(recognition, doubted, unchecked);
  return {
    recognition,
    unchecked,
    ...(yield* judgeAll(
      document,
      related,
      related.some(({ relation }) => showsTruncation(relation)),
      unchecked,
    )),
  };
}

/**
 * The corridor: from a document to its report. Yields at least every 100 relations, so that the caller can give way.
 * @param whole what a reader made of a page or file
 * @returns the report (core/report/schema.ts)
 */
export function* check(whole: Document): Generator<CheckProgress, Report> {
  const { document, tables: tooLarge, paragraphs: beyond } = withinCaps(whole);
  const { recognition, judged: before, unjudged, truncated, unchecked } = yield* examine(document);
  for (let count = tooLarge + beyond; count > 0; count -= 1) unchecked.add('form', 'too-large', '');
  const { judged, causes } = yield* during('report', explain(before, truncated));

  const tables = tablesOf(document);
  const findings = [
    ...(yield* during('report', findingsOf(judged, causes))),
    ...(yield* during('report', noticesOf(recognition, doubtful(tables), unchecked))),
    ...misprintsOf(
      unjudged.filter(({ reason }) => reason === 'unreadable-figure'),
      truncated,
    ).map(findingOfMisprint),
  ];
  yield { phase: 'report', done: 0, total: 1 };
  const covered = yield* during('report', coverageOf(recognition, judged, unjudged));
  const report: Report = {
    schema: 'tieout-report/1',
    source: {
      ...document.source,
      ...unreadFields(document.unreadPages),
    },
    document: { kind: recognition.kind, publisher: recognition.publisher, year: recognition.year },
    coverage: {
      ...covered.all,
      relations: judged.length,
      tables: tables.length,
      recognised: recognition.tables.filter((table) => table.form !== null).length,
      text: covered.text,
    },
    sets: recognition.sets.map(({ id, publisher, scope, year }) => ({ id, publisher, scope, year })),
    paragraphs: paragraphsOf(document, findings),
    tables: recognition.tables.map((recognised, index) => {
      const table = tables[index];
      const page = table?.place.page;
      return {
        id: recognised.table,
        set: recognised.set,
        form: recognised.form?.id ?? null,
        title: recognised.caption.title,
        ...(recognised.caption.formNumber === null ? {} : { formNumber: recognised.caption.formNumber }),
        ...(page === undefined ? {} : { page }),
        unit: recognised.caption.unit,
        rows: table?.rows ?? 0,
        columns: table?.columns ?? 0,
        confidence: table?.confidence ?? 0,
        empty: recognised.form?.empty ?? recognised.amounts.length === 0,
        coverage: covered.tables[index] ?? nothingCovered,
      };
    }),
    findings: inOrderOfReading(document, findings),
    unchecked: unchecked.list(),
  };
  yield { phase: 'report', done: 0, total: 1 };
  const glance = glanceOf(recognition.sets, report);
  return glance.length === 0 ? report : { ...report, glance };
}
