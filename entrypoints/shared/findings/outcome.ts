import type { Report } from '../../../core/report/schema.ts';
import { capsPassed, unreadByReason } from '../../../core/report/unread.ts';
import { countVerdicts } from './count-verdicts.ts';
import type { Ignored } from './ignored.ts';
import { withoutIgnored } from './ignored.ts';
import type { InterfaceWords } from '../locale/messages.ts';
import type { FileEntry } from '../protocol/protocol.ts';

/** What is known of documents, in numbers: enough to say how they stand. */
export interface DocumentTally {
  readonly inconsistent: number;
  readonly amounts: number;
  readonly checked: number;
  /** Findings that the reader has set aside. */
  readonly ignored: number;
  /** Tables that were recognised. */
  readonly tables: number;
  /** Pages of them were not read. */
  readonly partial: boolean;
}

/** How documents stand, in one word for all who say it: badge, popup, list of files, viewer. */
export type Outcome = 'inconsistent' | 'unread' | 'partly' | 'set-aside' | 'agree' | 'nothing';

/** With more than a tenth left out, the verdict speaks of a part only. */
const muchUnchecked = 0.1;

/**
 * What may be said of documents. Only `agree` is without reserve: what was to be read has been read, nearly all of it is checked, and nobody
 * has set a finding aside.
 * @param fileUnread the accounts are in a file that nobody has read yet
 */
export function outcomeOf(
  { inconsistent, amounts, checked, ignored, partial }: DocumentTally,
  fileUnread = false,
): Outcome {
  if (inconsistent > 0) return 'inconsistent';
  if (checked === 0) return ignored > 0 ? 'set-aside' : 'nothing';
  if (fileUnread) return 'unread';
  if (partial || muchIsUnchecked({ amounts, checked })) return 'partly';
  return ignored > 0 ? 'set-aside' : 'agree';
}

/** Is so much left out that the verdict speaks of a part only? */
export function muchIsUnchecked({ amounts, checked }: Pick<DocumentTally, 'amounts' | 'checked'>): boolean {
  return amounts - checked > muchUnchecked * amounts;
}

/** How documents stand, in a sentence. */
export function outcomeText(tally: DocumentTally, outcome: Outcome, spoken: InterfaceWords): string {
  const { inconsistent, amounts, checked, ignored } = tally;
  const aside = ignored > 0 ? [spoken.setAside(ignored)] : [];
  switch (outcome) {
    case 'inconsistent':
      return [spoken.headlineInconsistent(inconsistent), ...aside].join(spoken.comma);
    case 'unread':
      return [spoken.headlineFileUnread, ...aside].join(spoken.comma);
    case 'partly':
      return [amounts > checked ? spoken.headlinePartly(amounts - checked) : spoken.headlinePagesUnread, ...aside].join(
        spoken.comma,
      );
    case 'set-aside':
      return checked > 0 ? spoken.headlineSetAside(ignored) : spoken.setAside(ignored);
    case 'agree':
      return spoken.headlineAgree;
    case 'nothing':
      return spoken.headlineNothingChecked;
  }
}

/**
 * The numbers of reports.
 * @param reports as they were made: what is ignored is taken off here, and counted
 */
export function tallyOf(reports: readonly Report[], ignored: readonly Ignored[]): DocumentTally {
  const kept = reports.map((report) => withoutIgnored(report, ignored));
  const sum = (of: (report: Report) => number) => reports.reduce((total, report) => total + of(report), 0);
  return {
    inconsistent: countVerdicts(kept).inconsistent,
    amounts: sum(({ coverage }) => coverage.amounts),
    checked: sum(({ coverage }) => coverage.checked),
    ignored: sum(({ findings }) => findings.length) - kept.reduce((total, { findings }) => total + findings.length, 0),
    tables: sum(({ coverage }) => coverage.recognised),
    partial: reports.some(isPartial),
  };
}

/** Were pages of it left unread, or parts that are more than is checked? */
export function isPartial(report: Report): boolean {
  return unreadByReason(report.source).length > 0 || capsPassed(report).length > 0;
}

/**
 * Are the accounts in a file that nobody has read yet? A file that the page shows is what the page is about; an attachment is, if the page itself
 * has no table that we know.
 */
export function isFileUnread(
  { tables }: Pick<DocumentTally, 'tables'>,
  files: readonly Pick<FileEntry, 'where' | 'stage'>[],
): boolean {
  return files.some(
    ({ where, stage }) => stage !== 'read' && (where === 'embedded' || (where === 'attachment' && tables === 0)),
  );
}
