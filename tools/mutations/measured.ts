import { check, examine } from '../../core/check.ts';
import type { Document } from '../../core/document/document.ts';
import { figureKey } from '../../core/document/figure.ts';
import type { Judged } from '../../core/judge/diagnosis.ts';
import { evaluate, withValue } from '../../core/judge/evaluate.ts';
import { readQuantity, type Quantity } from '../../core/quantity/quantity.ts';
import type { Relation } from '../../core/relate/relation.ts';
import type { Finding, FindingPlace, Report } from '../../core/report/schema.ts';
import { equationText } from '../../core/report/tell.ts';
import { drain } from '../run.ts';
import { mutated, slipAt, type Mutation, type SlipPlace } from './slips.ts';

/** What a figure stands in: measured apart. */
export type MeasuredPart = 'main forms' | 'performance' | 'sentences';

/** An amount that a slip may change. */
export interface Candidate {
  readonly spot: SlipPlace;
  readonly part: MeasuredPart;
}

const partOf = (form: string): MeasuredPart =>
  form.includes('performance') || form === 'budget-targets' ? 'performance' : 'main forms';

/** Amounts other than zero that a reader compares: of the recognised forms, and of the sentences that say something. */
function candidatesOf(document: Document, report: Report): Candidate[] {
  const cells = document.blocks.flatMap((block): Candidate[] => {
    const form = block.kind === 'table' ? (report.tables.find((table) => table.id === block.id)?.form ?? null) : null;
    if (block.kind !== 'table' || form === null) return [];
    const part = partOf(form);
    return block.cells.flatMap((cell): Candidate[] => {
      const quantity = readQuantity(cell.text);
      return quantity.kind === 'amount' && quantity.decimals > 0 && !quantity.value.isZero()
        ? [{ part, spot: { in: 'table', table: block.id, row: cell.row, column: cell.column, text: cell.text } }]
        : [];
    });
  });
  const { checkedSpans, uncheckedSpans } = report.coverage.text;
  const spans = [
    ...checkedSpans.map(([paragraph, start, end]) => ({ paragraph, start, end })),
    ...uncheckedSpans.flatMap(({ spans: unchecked }) =>
      unchecked.map(([paragraph, start, end]) => ({ paragraph, start, end })),
    ),
  ];
  const sentences = spans.flatMap(({ paragraph, start, end }): Candidate[] => {
    const block = document.blocks.find((one) => one.kind === 'paragraph' && one.id === paragraph);
    const text = block?.kind === 'paragraph' ? block.text.slice(start, end) : '';
    const quantity = readQuantity(text);
    return quantity.kind === 'amount' && !quantity.value.isZero()
      ? [{ part: 'sentences', spot: { in: 'text', paragraph, start, end, text } }]
      : [];
  });
  return [...cells, ...sentences];
}

/** A spot's identity, as figureKey. */
export const slipKey = (spot: SlipPlace): string =>
  spot.in === 'table' ? `${spot.table}:${spot.row}:${spot.column}` : `${spot.paragraph}:${spot.start}`;
/** A place's identity, as figureKey. */
export const keyOfPlace = (place: FindingPlace): string =>
  'table' in place ? `${place.table}:${place.row}:${place.column}` : `${place.paragraph}:${place.start}`;

/** The relations with each figure. */
function relationsOf(judged: readonly Judged[]): Map<string, Judged[]> {
  const found = new Map<string, Judged[]>();
  for (const one of judged) {
    for (const key of new Set(one.judgement.terms.map((term) => figureKey(term.figure))))
      found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

/** What is wrong in print alone. */
const misprints = ['structure/misplaced-separator', 'structure/doubled-row', 'structure/missing-section'];

/** What says that a figure is wrong. */
const alarms = (report: Report): Finding[] =>
  report.findings.filter((finding) => finding.verdict === 'inconsistent' || misprints.includes(finding.rule));

/** The blank cells of recognised forms that some equation speaks of. */
function blanksOf(document: Document, report: Report, relations: ReadonlyMap<string, readonly Judged[]>): Candidate[] {
  return document.blocks.flatMap((block): Candidate[] => {
    const form = block.kind === 'table' ? (report.tables.find((table) => table.id === block.id)?.form ?? null) : null;
    if (block.kind !== 'table' || form === null) return [];
    return block.cells
      .filter(({ text, rowSpan, columnSpan }) => text.trim() === '' && rowSpan === 1 && columnSpan === 1)
      .flatMap(({ row, column, text }): Candidate[] => {
        const spot: SlipPlace = { in: 'table', table: block.id, row, column, text };
        return relations.has(slipKey(spot)) ? [{ part: partOf(form), spot }] : [];
      });
  });
}

/** The changed figure as its form reads it: under 执行率 a number without its sign is a percentage. */
function readAs(relation: Relation, { spot, text }: Mutation): Quantity {
  const quantity = readQuantity(text);
  const isRate = relation.readings
    .flat()
    .some(({ figure }) => figureKey(figure) === slipKey(spot) && figure.quantity.kind === 'percent');
  return isRate && quantity.kind === 'amount'
    ? { kind: 'percent', value: quantity.value, decimals: quantity.decimals }
    : quantity;
}

/** A document that is measured: what it says of itself while nothing is changed. */
export class Measured {
  readonly document: Document;
  readonly #relations: Map<string, Judged[]>;
  readonly #known: Set<string>;
  readonly candidates: readonly Candidate[];
  /** Blank cells that an amount may be put in. */
  readonly blanks: readonly Candidate[];

  constructor(document: Document) {
    this.document = document;
    const clean = drain(check(document));
    this.#known = new Set(alarms(clean).map((finding) => finding.id));
    const { judged } = drain(examine(document));
    this.#relations = relationsOf(judged);
    // What does not agree anyway, and what stands in one equation with it, is no place for another slip.
    const odd = new Set(
      judged
        .filter(({ judgement }) => judgement.verdict === 'inconsistent')
        .flatMap(({ judgement }) => judgement.terms.map((term) => figureKey(term.figure))),
    );
    const touched = new Set(
      [...odd].flatMap((key) =>
        (this.#relations.get(key) ?? []).flatMap(({ judgement }) =>
          judgement.terms.map((term) => figureKey(term.figure)),
        ),
      ),
    );
    this.candidates = candidatesOf(document, clean).filter(({ spot }) => !touched.has(slipKey(spot)));
    this.blanks = blanksOf(document, clean, this.#relations).filter(({ spot }) => !touched.has(slipKey(spot)));
  }

  slip(spot: SlipPlace, kind: string, random: () => number): Mutation[] {
    return slipAt(this.document, spot, kind, random);
  }

  /** New alarms of the document with its changes. */
  alarmsWith(mutations: readonly Mutation[]): Finding[] {
    return this.alarmsOf(mutated(this.document, mutations));
  }

  /** New alarms of another document in its place. */
  alarmsOf(document: Document): Finding[] {
    return alarms(drain(check(document))).filter((finding) => !this.#known.has(finding.id));
  }

  /** How many equations with a changed figure fail, all changes made, or have one that is no figure any more. */
  showing({ spot }: Mutation, all: readonly Mutation[]): number {
    return (this.#relations.get(slipKey(spot)) ?? []).filter(({ relation }) => {
      // What is stated no more is no bound of anything.
      if (
        relation.kind === 'bound' &&
        all.some((mutation) => slipKey(mutation.spot) === slipKey(spot) && mutation.text === '')
      )
        return false;
      const changed = all.reduce(
        (one, mutation) => withValue(one, slipKey(mutation.spot), readAs(one, mutation)),
        relation,
      );
      const judgement = evaluate(changed);
      return (
        judgement.verdict === 'inconsistent' ||
        (judgement.verdict === 'unchecked' && judgement.reason === 'unreadable-figure')
      );
    }).length;
  }
}

/** The suspects that new alarms name, and the likely value of each where there is one. */
export function suspectsOf(findings: readonly Finding[]): Map<string, string> {
  return new Map(
    findings.flatMap(({ diagnosis, places }) =>
      (diagnosis?.kind === 'suspect' ? diagnosis.changes : []).flatMap((change) => {
        const place = places[change.place];
        return place === undefined ? [] : [[keyOfPlace(place), change.likely] as const];
      }),
    ),
  );
}

/** The figures that new alarms name among others. */
export function candidatesNamed(findings: readonly Finding[]): Set<string> {
  return new Set(
    findings.flatMap(({ diagnosis, places }) =>
      (diagnosis?.kind === 'candidates' ? diagnosis.changes : []).flatMap((change) => {
        const place = places[change.place];
        return place === undefined ? [] : [keyOfPlace(place)];
      }),
    ),
  );
}

/** What a finding says, in one line. */
export function toldOf(finding: Finding): string {
  const changes = (finding.diagnosis?.changes ?? []).map((change) => {
    const place = finding.places[change.place];
    return `${place ? keyOfPlace(place) : ''} ${change.likely} ${change.slip}`;
  });
  return `      ${finding.rule} ${[finding, ...finding.related].map((one) => equationText(one, 'zh')).join(' | ')} => ${finding.diagnosis?.kind ?? ''} ${changes.join(', ')}`;
}
