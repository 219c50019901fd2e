import type { Document } from './document/document.ts';
import type { Report } from './report/schema.ts';

/** How far a check has come. */
export interface CheckProgress {
  readonly phase: 'recognise' | 'relate' | 'report';
  readonly done: number;
  readonly total: number;
}

/**
 * The corridor: from a document to its report. Yields at least every 100 relations, so that the caller can give way.
 * @param document what a reader made of a page or file
 * @returns the report (core/report/schema.ts)
 */
export function* check(document: Document): Generator<CheckProgress, Report> {
  yield { phase: 'recognise', done: 0, total: 1 };
  return {
    schema: 'tieout-report/1', source: document.source, document: { kind: 'unknown', publisher: null, year: null },
    coverage: { amounts: 0, checked: 0, relations: 0, tables: 0, recognised: 0 }, sets: [], paragraphs: [], tables: [], findings: [], unchecked: [],
  };
}
