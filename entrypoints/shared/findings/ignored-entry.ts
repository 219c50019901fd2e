import type { Finding, Report } from '../../../core/report/schema.ts';
import { sentence } from '../../../core/report/tell.ts';
import { languages } from '../../../core/report/words/language-names.ts';
import type { Ignored } from './ignored.ts';
import { keyOf, mostOfMessage } from './ignored.ts';

/**
 * The entry that ignores a finding.
 * @param now in milliseconds since 1970
 */
export function ignoredEntry(finding: Finding, report: Report, now: number): Ignored {
  return {
    ...keyOf(finding, report),
    title: (report.document.publisher ?? report.source.title).slice(0, 200),
    // The reader may speak another language when the list is next read, and the report is gone by then.
    messages: Object.fromEntries(
      languages.map((language) => [language, sentence(finding, language).slice(0, mostOfMessage)]),
    ),
    since: now,
  };
}
