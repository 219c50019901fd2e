import type { ExportLanguage } from './export/words.ts';
import type { Report, UncheckedReason } from './schema.ts';
import { capsPassed } from './unread.ts';
import { reasonWords } from './wording.ts';

/** A part that was left out, in a sentence. */
export interface BeyondCaps {
  readonly reason: UncheckedReason;
  readonly text: string;
}

/**
 * What a document has more of than is checked, a sentence for each cap; none for nearly all documents. It stands in no amount's reasons:
 * of what was not read no amounts are known.
 */
export function beyondCaps(report: Pick<Report, 'unchecked'>, language: ExportLanguage): BeyondCaps[] {
  return capsPassed(report).map((reason) => {
    const words = reasonWords[reason][language];
    return { reason, text: language === 'zh' ? `${words}。` : `${words.charAt(0).toUpperCase()}${words.slice(1)}.` };
  });
}
