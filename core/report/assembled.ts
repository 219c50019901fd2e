import type { Finding, Report } from './schema.ts';
import type { Judged } from '../judge/diagnosis.ts';
import type { Recognition } from '../recognise/form.ts';
import { nothingCovered, type Coverage } from './coverage.ts';
import { tablesOf, type Document } from '../document/document.ts';
import { unreadFields } from './unread.ts';
import { placeFacts } from './place-facts.ts';
import { reportVersion } from './version.ts';
import type { UncheckedList } from '../relate/unchecked.ts';

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

/** Findings with what is known of their places; of equations beside them the places are among theirs. */
function withFacts(recognition: Recognition, findings: readonly Finding[]): Finding[] {
  if (findings.length === 0) return [];
  const factOf = placeFacts(recognition);
  return findings.map((finding) => ({
    ...finding,
    places: finding.places.map((place) => {
      const fact = factOf(place);
      return fact === undefined ? place : { ...place, fact };
    }),
  }));
}

/** What a report is put together from. */
export interface CheckedDocument {
  readonly recognition: Recognition;
  readonly judged: readonly Judged[];
  readonly covered: Coverage;
  readonly findings: readonly Finding[];
  readonly unchecked: UncheckedList;
}

/**
 * Puts the report of a document together.
 * @param document as it was checked
 * @param outcome of its check
 */
export function assembled(
  document: Document,
  { recognition, judged, covered, findings, unchecked }: CheckedDocument,
): Report {
  const tables = tablesOf(document);
  return {
    schema: reportVersion,
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
    findings: inOrderOfReading(document, withFacts(recognition, findings)),
    unchecked: unchecked.list(),
  };
}
