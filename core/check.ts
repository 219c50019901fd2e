import type { Report } from './report/schema.ts';
import type { Recognition } from './recognise/form.ts';
import { showsTruncation } from './judge/evaluate.ts';
import { coverageOf } from './report/coverage.ts';
import { explain } from './judge/explain.ts';
import { withoutRepeats } from './judge/repeats.ts';
import { findingOfMisprint } from './report/misprint.ts';
import { findingsOf } from './report/finding.ts';
import { glanceOf } from './report/glance.ts';
import { isTooLong } from './recognise/narrative/flat.ts';
import { misprintsOf } from './judge/misprints.ts';
import { recognise } from './recognise/recognise.ts';
import { tablesOf, type Document } from './document/document.ts';
import { withinCaps } from './caps.ts';
import { doubtful } from './judge/doubtful.ts';
import { judgeAll, type Verdicts } from './judge/judge-all.ts';
import { during, type CheckProgress } from './progress.ts';
import { relateAll } from './relate/relate-all.ts';
import { UncheckedList } from './relate/unchecked.ts';
import { assembled } from './report/assembled.ts';
import { remarksOf } from './report/remarks.ts';

export type { CheckProgress } from './progress.ts';

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
  const { judged, causes } = yield* during('report', explain(withoutRepeats(before), truncated));

  const tables = tablesOf(document);
  const findings = [
    ...(yield* during('report', findingsOf(judged, causes))),
    ...(yield* during('report', remarksOf(recognition, doubtful(tables), unchecked))),
    ...misprintsOf(
      unjudged.filter(({ reason }) => reason === 'unreadable-figure'),
      truncated,
    ).map(findingOfMisprint),
  ];
  yield { phase: 'report', done: 0, total: 1 };
  const covered = yield* during('report', coverageOf(recognition, judged, unjudged));
  const report = assembled(document, { recognition, judged, covered, findings, unchecked });
  yield { phase: 'report', done: 0, total: 1 };
  const glance = glanceOf(recognition.sets, report);
  return glance.length === 0 ? report : { ...report, glance };
}
