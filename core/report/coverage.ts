import { figureKey, type Figure } from '../document/figure.ts';
import { checkedAmounts } from '../judge/coverage.ts';
import { confidenceLine } from '../judge/evaluate.ts';
import type { Judged } from '../judge/diagnosis.ts';
import type { RecognisedTable, Recognition } from '../recognise/form.ts';
import type { Report, TableCoverage, TextCoverage, ReportedReason, UncoveredReason } from './schema.ts';
import type { Unjudged } from '../judge/judge-all.ts';

/** What was checked and what was not, in the whole document, in each table and in the text. */
export interface Coverage {
  readonly all: Pick<Report['coverage'], 'amounts' | 'checked' | 'reasons'>;
  /** In the order of the recognised tables. */
  readonly tables: readonly TableCoverage[];
  readonly text: TextCoverage;
}

/** A table without amounts. */
export const nothingCovered: TableCoverage = {
  amounts: 0,
  checked: 0,
  reasons: [],
  checkedCells: [],
  uncheckedCells: [],
};

/** A document without amounts. */
export const emptyCoverage: Report['coverage'] = {
  amounts: 0,
  checked: 0,
  relations: 0,
  tables: 0,
  recognised: 0,
  reasons: [],
  text: { amounts: 0, checked: 0, reasons: [], checkedSpans: [], uncheckedSpans: [] },
};

/** In how many judged relations each checked figure stands. */
function relationsByFigure(judged: readonly Judged[]): Map<string, number> {
  const checked = checkedAmounts(judged);
  const counts = new Map<string, number>();
  for (const { judgement } of judged) {
    for (const key of new Set(judgement.terms.map((term) => figureKey(term.figure))))
      if (checked.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** For each figure the reason that most often kept a relation with it from being judged. */
function reasonsByFigure(unjudged: readonly Unjudged[]): Map<string, ReportedReason> {
  const counts = new Map<string, Map<ReportedReason, number>>();
  for (const { relation, reason } of unjudged) {
    for (const key of new Set(relation.readings.flatMap((terms) => terms.map((term) => figureKey(term.figure))))) {
      const own = counts.get(key) ?? new Map<ReportedReason, number>();
      own.set(reason, (own.get(reason) ?? 0) + 1);
      counts.set(key, own);
    }
  }
  return new Map(
    [...counts].map(([key, own]) => [key, [...own].reduce((most, one) => (one[1] > most[1] ? one : most))[0]]),
  );
}

/** Why an amount that stands in no relation does not. */
function reasonOfTable({ form, ambiguous }: RecognisedTable): UncoveredReason {
  if (form === null) return ambiguous ? 'ambiguous-form' : 'unknown-table';
  return form.confidence < confidenceLine ? 'low-confidence' : 'no-relation';
}

interface Counted<Spot> {
  readonly checked: (readonly [Spot, number])[];
  readonly unchecked: Map<UncoveredReason, Spot[]>;
}

function count<Spot>(
  spots: readonly { readonly spot: Spot; readonly key: string }[],
  relations: ReadonlyMap<string, number>,
  reasonOf: (key: string) => UncoveredReason,
): Counted<Spot> {
  const counted: Counted<Spot> = { checked: [], unchecked: new Map() };
  for (const { spot, key } of spots) {
    const times = relations.get(key);
    if (times !== undefined) {
      counted.checked.push([spot, times]);
      continue;
    }
    const reason = reasonOf(key);
    const others = counted.unchecked.get(reason);
    if (others) others.push(spot);
    else counted.unchecked.set(reason, [spot]);
  }
  return counted;
}

const mostFirst = (reasons: Report['coverage']['reasons']): Report['coverage']['reasons'] =>
  reasons.sort((a, b) => b.amounts - a.amounts);

function countsOf<Spot>({ checked, unchecked }: Counted<Spot>): Coverage['all'] {
  const reasons = [...unchecked].map(([reason, spots]) => ({ reason, amounts: spots.length }));
  return {
    amounts: checked.length + reasons.reduce((sum, one) => sum + one.amounts, 0),
    checked: checked.length,
    reasons: mostFirst(reasons),
  };
}

/** The place of a figure of the text. */
function spanOf(figure: Figure): [string, number, number] | null {
  return figure.place.in === 'text' ? [figure.place.paragraph, figure.place.start, figure.place.end] : null;
}

/**
 * Says of every amount of a document whether it was checked, and if not, why (docs/judging.md, Coverage). Yields now and then.
 * @param recognition the tables and sentences
 * @param judged relations with a verdict
 * @param unjudged relations without
 */
export function* coverageOf(
  recognition: Recognition,
  judged: readonly Judged[],
  unjudged: readonly Unjudged[],
): Generator<void, Coverage> {
  const relations = relationsByFigure(judged);
  yield;
  const reasons = reasonsByFigure(unjudged);
  const tables: TableCoverage[] = [];
  for (const table of recognition.tables) {
    yield;
    const counted = count(
      table.amounts.map(({ row, column }) => ({
        spot: [row, column] as [number, number],
        key: `${table.table}:${row}:${column}`,
      })),
      relations,
      (key) => reasons.get(key) ?? reasonOfTable(table),
    );
    tables.push({
      ...countsOf(counted),
      checkedCells: counted.checked.map(([[row, column], times]) => [row, column, times]),
      uncheckedCells: [...counted.unchecked].map(([reason, cells]) => ({ reason, cells })),
    });
  }
  const spans = recognition.textAmounts.flatMap((figure) => {
    const spot = spanOf(figure);
    return spot === null ? [] : [{ spot, key: figureKey(figure) }];
  });
  const counted = count(spans, relations, (key) => reasons.get(key) ?? 'no-claim');
  const text: TextCoverage = {
    ...countsOf(counted),
    checkedSpans: counted.checked.map(([[paragraph, start, end], times]) => [paragraph, start, end, times]),
    uncheckedSpans: [...counted.unchecked].map(([reason, found]) => ({ reason, spans: found })),
  };
  const total = new Map<UncoveredReason, number>();
  for (const one of [...tables, text].flatMap((part) => part.reasons))
    total.set(one.reason, (total.get(one.reason) ?? 0) + one.amounts);
  return {
    all: {
      amounts: [...tables, text].reduce((sum, part) => sum + part.amounts, 0),
      checked: [...tables, text].reduce((sum, part) => sum + part.checked, 0),
      reasons: mostFirst([...total].map(([reason, amounts]) => ({ reason, amounts }))),
    },
    tables,
    text,
  };
}
