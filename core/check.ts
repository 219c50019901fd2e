import { figureKey } from './document/figure.ts';
import { tablesOf, type Document } from './document/document.ts';
import { evaluate } from './judge/evaluate.ts';
import { suspectsOf, type Judged } from './judge/suspects.ts';
import type { Recognition } from './recognise/form.ts';
import { recognise } from './recognise/recognise.ts';
import { catalogue } from './relate/catalogue.ts';
import type { UncheckedReason } from './relate/relation.ts';
import { findingsOf } from './report/finding.ts';
import type { Finding, Report } from './report/schema.ts';

/** How far a check has come. */
export interface CheckProgress {
  readonly phase: 'recognise' | 'relate' | 'report';
  readonly done: number;
  readonly total: number;
}

/** Relations between two looks at the clock of the caller. */
const relationsPerStep = 100;

interface Tally {
  readonly judged: Judged[];
  readonly unchecked: Map<string, { rule: string; reason: UncheckedReason; table: string; relations: number }>;
  readonly checked: Set<string>;
  relations: number;
}

/** Judges every relation of every rule; a rule that fails is unchecked and takes nobody with it. */
function* judgeAll(recognition: Recognition, tally: Tally): Generator<CheckProgress> {
  const note = (rule: string, reason: UncheckedReason, table: string): void => {
    const key = `${rule}|${reason}|${table}`;
    const known = tally.unchecked.get(key);
    if (known) known.relations += 1;
    else tally.unchecked.set(key, { rule, reason, table, relations: 1 });
  };
  let since = 0;
  for (const [index, rule] of catalogue.entries()) {
    yield { phase: 'relate', done: index, total: catalogue.length };
    for (const set of recognition.sets) {
      try {
        for (const relation of rule.relations(set)) {
          since += 1;
          if (since % relationsPerStep === 0) yield { phase: 'relate', done: index, total: catalogue.length };
          const judgement = evaluate(rule.family === 'tie-out' && !set.clear ? { ...relation, unchecked: 'unclear-set' } : relation);
          if (judgement.verdict === 'unchecked') {
            note(rule.id, judgement.reason, relation.table);
            continue;
          }
          tally.relations += 1;
          for (const term of judgement.terms) if (term.figure.quantity.kind === 'amount') tally.checked.add(figureKey(term.figure));
          tally.judged.push({ rule: rule.id, relation, judgement });
        }
      } catch {
        note(rule.id, 'rule-failed', '');
      }
    }
  }
}

/**
 * The corridor: from a document to its report. Yields at least every 100 relations, so that the caller can give way.
 * @param document what a reader made of a page or file
 * @returns the report (core/report/schema.ts)
 */
export function* check(document: Document): Generator<CheckProgress, Report> {
  const tables = tablesOf(document);
  const recogniser = recognise(document);
  let step = recogniser.next();
  for (let done = 0; !step.done; done += 1) {
    yield { phase: 'recognise', done, total: 2 * tables.length };
    step = recogniser.next();
  }
  const recognition = step.value;
  const tally: Tally = { judged: [], unchecked: new Map(), checked: new Set(), relations: 0 };
  for (const table of recognition.tables) {
    if (table.ambiguous) tally.unchecked.set(`form|${table.table}`, { rule: 'form', reason: 'ambiguous-form', table: table.table, relations: 1 });
  }
  yield* judgeAll(recognition, tally);
  yield { phase: 'report', done: 0, total: 1 };

  const suspects = suspectsOf(tally.judged);
  const findings = findingsOf(tally.judged, suspects);
  const order = new Map(tables.map((table, index) => [table.id, index]));
  const first = (finding: Finding): number => {
    const place = finding.places.find((candidate) => candidate.role === 'total') ?? finding.places[0];
    return place && 'table' in place ? (order.get(place.table) ?? 0) * 1e6 + place.row * 1e3 + place.column : 0;
  };
  const scanned = document.unreadPages.map((page) => page.page);
  return {
    schema: 'tieout-report/1',
    source: { ...document.source, ...(scanned.length > 0 ? { scannedPages: scanned } : {}) },
    document: { kind: recognition.kind, publisher: recognition.publisher, year: recognition.year },
    coverage: {
      amounts: recognition.tables.reduce((sum, table) => sum + table.amounts, 0),
      checked: tally.checked.size,
      relations: tally.relations,
      tables: tables.length,
      recognised: recognition.tables.filter((table) => table.form !== null).length,
    },
    sets: recognition.sets.map(({ id, publisher, scope, year }) => ({ id, publisher, scope, year })),
    paragraphs: [],
    tables: recognition.tables.map((recognised, index) => {
      const table = tables[index];
      const page = table?.place.page;
      return {
        id: recognised.table, set: recognised.set, form: recognised.form?.id ?? null, title: recognised.caption.title,
        ...(recognised.caption.formNumber === null ? {} : { formNumber: recognised.caption.formNumber }),
        ...(page === undefined ? {} : { page }),
        unit: recognised.caption.unit, rows: table?.rows ?? 0, columns: table?.columns ?? 0, confidence: table?.confidence ?? 0,
        empty: recognised.form?.empty ?? recognised.amounts === 0,
      };
    }),
    findings: findings.sort((a, b) => first(a) - first(b)),
    unchecked: [...tally.unchecked.values()].map(({ table, ...rest }) => (table === '' ? rest : { ...rest, table })),
  };
}
