import type { ComponentChildren } from 'preact';
import { failureText } from '../shared/locale/file-text.ts';
import { FileAccess } from '../shared/views/file-access.tsx';
import { FilterBar } from '../shared/views/filter-bar.tsx';
import { countVerdicts } from '../shared/findings/count-verdicts.ts';
import type { Contents } from '../../core/report/export/contents.ts';
import { ExportMenu } from '../shared/views/export-menu.tsx';
import { withoutIgnored } from '../shared/findings/ignored.ts';
import type { InterfaceWords } from '../shared/locale/messages.ts';
import { words } from '../shared/locale/messages.ts';
import type { CellAddress, DocumentRecord, TabFiles, Where } from '../shared/protocol/protocol.ts';
import { headDocuments } from '../shared/findings/head-documents.ts';
import type { Listing } from './document-report.tsx';
import { DocumentReport } from './document-report.tsx';
import type { FileActions } from './files.tsx';
import { Files } from './files.tsx';
import { Headline } from './headline.tsx';
import type { PopupView } from './view.ts';

/** What the popup shows and can do. */
export interface PopupProps {
  readonly view: PopupView;
  /** The files of the page, and what was read of them. */
  readonly files: TabFiles | null;
  readonly documents: readonly DocumentRecord[];
  readonly fileActions: FileActions;
  readonly listing: Listing;
  /** Beside the page, not above it. */
  readonly side: boolean;
  /** The tab shows one of the reader's own files. */
  readonly local: boolean;
  /** The keys that switch the marks; empty if the browser has given them none. */
  readonly shortcut: string;
  /** Opens the side panel; undefined where there is none. */
  readonly openSide: (() => void) | undefined;
  readonly check: () => void;
  readonly switchMarks: (on: boolean) => void;
  readonly switchRounding: (on: boolean) => void;
  readonly switchCoverage: (on: boolean) => void;
  readonly again: () => void;
  readonly openViewer: () => void;
  readonly find: (documentId: string, where: Where, finding: string) => void;
  readonly findCell: (documentId: string, where: Where, cell: CellAddress) => void;
  /** What is printed in a document; null if it has gone. */
  readonly contents: (documentId: string) => Promise<Contents | null>;
}

/** With so many findings one goes from one to the next: that takes a list that stays. */
const manyFindings = 5;

/** The popup of one tab. */
export function Popup(props: PopupProps) {
  const { view, listing, openSide } = props;
  const spoken = words[listing.language];
  return (
    <>
      <Body {...props} />
      {props.files !== null && (
        <Files tab={props.files} documents={props.documents} listing={listing} actions={props.fileActions} />
      )}
      <footer>
        {view.kind === 'read' && countVerdicts(view.documents.map(({ report }) => report)).inconsistent > 0 && (
          <p>{spoken.neutral}</p>
        )}
        <p class="privacy">{spoken.privacy}</p>
        <p class="links">
          {openSide !== undefined && (
            <button type="button" class="link" data-action="side-panel" onClick={openSide}>
              {spoken.sidePanel}
            </button>
          )}
          <a class="link" href="/viewer.html" target="_blank" data-action="local-file">
            {spoken.localFile}
          </a>
          <a class="link settings" href="/options.html" target="_blank">
            {spoken.settings}
          </a>
        </p>
      </footer>
    </>
  );
}

function Body(props: PopupProps) {
  const { view, again } = props;
  const spoken = words[props.listing.language];
  const retry = (
    <button type="button" class="quiet" data-first onClick={again}>
      {spoken.again}
    </button>
  );
  const open = (
    <button type="button" class="main" data-first data-action="open-viewer" onClick={props.openViewer}>
      {spoken.openViewer}
    </button>
  );
  const pdf = props.files?.files.find(({ where }) => where === 'page');
  const door = (
    <a class="main" data-first href="/viewer.html" target="_blank">
      {spoken.localFile}
    </a>
  );
  // Checking has come to its end: what is left is to look at the file.
  const look = (
    <button type="button" class="main" data-first data-action="open-viewer" onClick={props.openViewer}>
      {spoken.openFile}
    </button>
  );
  switch (view.kind) {
    case 'starting':
      return props.side ? (
        <Notice title={spoken.sidePanelAsk} note={spoken.sidePanelAskNote}>
          <button type="button" class="main" data-first onClick={props.check}>
            {spoken.checkPage}
          </button>
        </Notice>
      ) : (
        <Notice title={spoken.reading} busy />
      );
    case 'reading':
      return (
        <Notice title={spoken.reading} note={spoken.readingNote} busy>
          <progress max={1} {...(view.progress > 0 ? { value: view.progress } : {})} aria-label={spoken.reading} />
          {pdf && open}
        </Notice>
      );
    case 'restricted':
      return (
        <Notice title={spoken.restricted} note={spoken.restrictedNote}>
          {door}
          <FileAccess language={props.listing.language} class="quiet" />
        </Notice>
      );
    case 'failed': {
      const { title, note } = failureText(pdf?.failure ?? view.failure, props.listing.language);
      return (
        <Notice title={title} note={note}>
          {pdf ? look : retry}
        </Notice>
      );
    }
    case 'dropped':
      return <Notice title={spoken.dropped}>{retry}</Notice>;
    case 'no-tables':
      return (
        <Notice
          title={spoken.noTables}
          note={
            props.files?.files.some(({ where }) => where !== 'page') === true
              ? spoken.tablesMayBeAttached
              : spoken.noTablesNote
          }
        >
          {pdf ? look : retry}
        </Notice>
      );
    case 'scanned':
      return (
        <Notice title={spoken.scannedTitle} note={spoken.scannedNote}>
          {pdf ? look : retry}
        </Notice>
      );
    case 'unknown-letters':
      return (
        <Notice title={spoken.unknownLettersTitle} note={spoken.unknownLettersNote}>
          {pdf ? look : retry}
        </Notice>
      );
    case 'not-disclosure':
      return (
        <Notice title={spoken.notDisclosure} note={spoken.notDisclosureNote}>
          {pdf ? look : retry}
        </Notice>
      );
    case 'empty-forms':
      return (
        <Notice title={spoken.emptyForms} note={spoken.emptyFormsNote}>
          {pdf ? look : retry}
        </Notice>
      );
    case 'pdf':
      return props.local ? (
        <Notice title={spoken.localPdf} note={spoken.localPdfNote}>
          {door}
        </Notice>
      ) : (
        <Notice title={spoken.pdf} note={spoken.pdfNote}>
          {open}
        </Notice>
      );
    case 'read':
      return <Read {...props} view={view} spoken={spoken} />;
  }
}

/** A plain sentence, a note, and at most one thing to do. */
function Notice({
  title,
  note,
  busy = false,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly busy?: boolean;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="notice-page" role="status" aria-busy={busy}>
      <h1>{title}</h1>
      {note !== undefined && note !== '' && <p>{note}</p>}
      {children}
    </div>
  );
}

function Read({
  view,
  files,
  listing,
  openSide,
  shortcut,
  spoken,
  switchMarks,
  switchRounding,
  switchCoverage,
  find,
  findCell,
  contents,
  openViewer,
}: PopupProps & {
  readonly view: Extract<PopupView, { kind: 'read' }>;
  readonly spoken: InterfaceWords;
}) {
  const head = headDocuments(view.documents);
  // Attachments are in their own list, with what was found in each. A page without tables has nothing to list.
  const listed = view.documents.filter(
    ({ where, report }) => where !== 'attachment' && (where !== 'page' || view.pdf || report.coverage.tables > 0),
  );
  const reports = head.map(({ report }) => withoutIgnored(report, listing.ignored));
  // The script or viewer in the tab has read this one, and still knows what is printed.
  const printed = view.documents.find(
    ({ where, report }) => (where === 'page' || where === 'viewer') && !view.pdf && report.tables.length > 0,
  );
  const listedFindings = listed
    .flatMap(({ report }) => withoutIgnored(report, listing.ignored).findings)
    .filter(({ verdict }) => listing.shown.includes(verdict)).length;
  const many = openSide !== undefined && listedFindings >= manyFindings;
  return (
    <>
      {many && (
        <button type="button" class="main wide" data-first data-action="side-panel" onClick={openSide}>
          {spoken.sidePanelMany(listedFindings)}
        </button>
      )}
      <div class="switches">
        {view.pdf ? (
          <button type="button" class="main wide" data-first data-action="open-viewer" onClick={openViewer}>
            {spoken.openMarked}
          </button>
        ) : (
          listed.length > 0 && (
            <Switch
              label={spoken.marksSwitch}
              {...(shortcut !== '' && { hint: spoken.shortcutHint(shortcut) })}
              on={view.marks}
              onChange={switchMarks}
              first
            />
          )
        )}
      </div>
      <Headline
        reports={head.map(({ report }) => report)}
        ignored={listing.ignored}
        files={files?.files ?? []}
        language={listing.language}
      />
      {listed.length > 0 && (
        <FilterBar
          reports={reports}
          language={listing.language}
          view={listing.view}
          shown={listing.shown}
          onView={listing.onView}
          onRounding={switchRounding}
        />
      )}
      {listed.map(({ documentId, where, report }) => (
        <DocumentReport
          key={documentId}
          report={report}
          documentId={documentId}
          where={where}
          listing={listing}
          alone={listed.length === 1}
          onChoose={(finding) => find(documentId, where, finding.id)}
          onCell={(cell) => findCell(documentId, where, cell)}
        />
      ))}
      <div class="tools">
        {view.pdf || listed.length === 0 ? (
          <span />
        ) : (
          <Switch label={spoken.coverageSwitch} on={view.coverage} onChange={switchCoverage} small />
        )}
      </div>
      <ExportMenu
        reports={view.documents.map(({ report }) => withoutIgnored(report, listing.ignored))}
        main={printed?.report ?? null}
        language={listing.language}
        contents={() => (printed === undefined ? Promise.resolve(null) : contents(printed.documentId))}
      />
    </>
  );
}

function Switch({
  label,
  hint,
  on,
  onChange,
  first = false,
  small = false,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly first?: boolean;
  readonly small?: boolean;
}) {
  return (
    <button
      type="button"
      class={small ? 'switch small' : 'switch'}
      role="switch"
      aria-checked={on}
      aria-label={label}
      data-first={first || undefined}
      onClick={() => onChange(!on)}
    >
      <span class="knob" aria-hidden="true" />
      <span class="label">{label}</span>
      {hint !== undefined && <kbd>{hint}</kbd>}
    </button>
  );
}
