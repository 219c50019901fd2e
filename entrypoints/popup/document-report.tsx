import { beyondCaps } from '../../core/report/beyond-caps.ts';
import type { Finding, Report, Verdict } from '../../core/report/schema.ts';
import { unreadPages } from '../../core/report/unread-pages.ts';
import { CoverageDetails } from '../shared/views/coverage.tsx';
import { FindingList } from '../shared/views/finding-list.tsx';
import { GlanceView } from '../shared/views/glance/glance.tsx';
import type { Ignored } from '../shared/findings/ignored.ts';
import { filtered } from '../shared/findings/list-view.ts';
import type { ListView } from '../shared/findings/list-view.ts';
import type { Language } from '../shared/locale/messages.ts';
import { words } from '../shared/locale/messages.ts';
import type { CellAddress, Where } from '../shared/protocol/protocol.ts';

/** How the popup lists findings, the same for all documents of the tab. */
export interface Listing {
  readonly language: Language;
  /** Verdicts to list. */
  readonly shown: readonly Verdict[];
  readonly view: ListView;
  readonly onView: (change: Partial<ListView>) => void;
  readonly ignored: readonly Ignored[];
  readonly onRestore: (report: Report, finding: Finding) => void;
}

/** One document of the tab: its findings by table, and what could not be checked. */
export function DocumentReport({
  report,
  documentId,
  where,
  listing,
  alone,
  onChoose,
  onCell,
}: {
  readonly report: Report;
  readonly documentId: string;
  readonly where: Where;
  readonly listing: Listing;
  readonly alone: boolean;
  readonly onChoose: (finding: Finding) => void;
  readonly onCell: (cell: CellAddress) => void;
}) {
  const spoken = words[listing.language];
  return (
    <section class="document">
      {!alone && (
        <h2>
          {spoken.where[where]}
          {spoken.colon}
          {report.source.title}
        </h2>
      )}
      <DocumentBody
        report={report}
        documentId={documentId}
        listing={listing}
        level={alone ? 2 : 3}
        onChoose={onChoose}
        onCell={onCell}
      />
    </section>
  );
}

/** What was found in a document, what stood in the way, and what was checked. */
export function DocumentBody({
  report,
  documentId,
  listing,
  level = 3,
  onChoose,
  onCell,
}: {
  readonly report: Report;
  readonly documentId: string;
  readonly listing: Listing;
  readonly level?: 2 | 3;
  readonly onChoose: (finding: Finding) => void;
  readonly onCell: (cell: CellAddress) => void;
}) {
  const { language, shown, view, onView, ignored, onRestore } = listing;
  const fold = (part: string) => {
    const name = `${part} ${documentId}`;
    const isOpen = view.open.includes(name);
    return {
      open: isOpen,
      onOpen: (open: boolean) => {
        if (open !== isOpen) onView({ open: withUnfolded(view.open, name, open) });
      },
    };
  };
  return (
    <>
      <DocumentTrouble report={report} language={language} />
      <GlanceView report={report} language={language} {...fold('glance')} onCell={onCell} />
      <FindingList
        report={filtered(report, view, words[language])}
        language={language}
        shown={shown}
        level={level}
        onChoose={onChoose}
        ignored={ignored}
        onRestore={(finding) => onRestore(report, finding)}
      />
      <CoverageDetails report={report} language={language} {...fold('coverage')} />
    </>
  );
}

/** What is unfolded, with one part more or less. */
export function withUnfolded(before: readonly string[], name: string, open: boolean): string[] {
  return [...before.filter((each) => each !== name), ...(open ? [name] : [])].slice(-200);
}

/** What stands in the way of reading all of a document. */
export function DocumentTrouble({ report, language }: { readonly report: Report; readonly language: Language }) {
  const { error } = report.source;
  return (
    <>
      {error !== undefined && <p class="trouble">{error}</p>}
      {[...unreadPages(report.source, language), ...beyondCaps(report, language)].map(({ reason, text }) => (
        <p key={reason} class="trouble">
          {text}
        </p>
      ))}
    </>
  );
}
