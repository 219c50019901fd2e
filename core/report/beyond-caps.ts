import { type Language } from './words/language-names.ts';
import type { Report, ReportedReason } from './schema.ts';
import { capsPassed } from './unread.ts';
import { reportWords } from './words/languages.ts';

/** A part that was left out, in a sentence. */
export interface BeyondCaps {
  readonly reason: ReportedReason;
  readonly text: string;
}

/**
 * What a document has more of than is checked, a sentence for each cap; none for nearly all documents. It stands in no amount's reasons:
 * of what was not read no amounts are known.
 */
export function beyondCaps(report: Pick<Report, 'unchecked'>, language: Language): BeyondCaps[] {
  const { asSentence, reasons } = reportWords[language];
  return capsPassed(report).map((reason) => ({ reason, text: asSentence(reasons[reason]) }));
}
