import type { CellAddress, DocumentRecord, FileEntry, TabFiles } from '../shared/protocol/protocol.ts';
import { failureText, formatName, sizeText } from '../shared/locale/file-text.ts';
import type { Language, InterfaceWords } from '../shared/locale/messages.ts';
import { words } from '../shared/locale/messages.ts';
import type { DocumentTally } from '../shared/findings/outcome.ts';
import { outcomeOf, outcomeText } from '../shared/findings/outcome.ts';
import { isReadable, underWay } from '../background/files/files.ts';
import type { Listing } from './document-report.tsx';
import { DocumentBody, withUnfolded } from './document-report.tsx';

/** What the list of files can do. */
export interface FileActions {
  readonly checkFiles: (documentIds: readonly string[]) => void;
  readonly cancelFiles: (documentIds: readonly string[]) => void;
  /** Asks for the file's site first. Called in the click, which the browser wants to see. */
  readonly allowFile: (entry: FileEntry) => void;
  readonly openFile: (documentId: string, at?: { readonly finding?: string; readonly cell?: CellAddress }) => void;
}

/** The files that the page shows and links to: how each stands, and what can be done. */
export function Files({
  tab,
  documents,
  listing,
  actions,
}: {
  readonly tab: TabFiles;
  readonly documents: readonly DocumentRecord[];
  readonly listing: Listing;
  readonly actions: FileActions;
}) {
  const { language } = listing;
  const spoken = words[language];
  const files = tab.files.filter(({ where }) => where !== 'page');
  if (files.length === 0) return null;
  // What lies on other sites waits for a click of its own.
  const waiting = files
    .filter((entry) => entry.own && canCheck(entry) && (entry.stage === 'idle' || entry.stage === 'cancelled'))
    .map(({ documentId }) => documentId);
  const running = files.filter(underWay).map(({ documentId }) => documentId);
  const [embedded, attached] = [
    files.some(({ where }) => where === 'embedded'),
    files.some(({ where }) => where === 'attachment'),
  ];
  return (
    <section class="files" aria-labelledby="files-title">
      <div class="files-head">
        <h2 id="files-title">
          {embedded && attached ? spoken.filesBoth : embedded ? spoken.filesEmbedded : spoken.filesAttached}
        </h2>
        {running.length > 1 && (
          <button type="button" class="quiet" data-action="cancel-all" onClick={() => actions.cancelFiles(running)}>
            {spoken.cancelAllFiles}
          </button>
        )}
        {running.length === 0 && waiting.length > 1 && (
          <button type="button" class="quiet" data-action="check-all" onClick={() => actions.checkFiles(waiting)}>
            {spoken.checkAllFiles}
          </button>
        )}
      </div>
      <ul>
        {files.map((entry) => (
          <File
            key={entry.documentId}
            entry={entry}
            listing={listing}
            actions={actions}
            record={
              entry.where === 'attachment'
                ? documents.find(({ documentId }) => documentId === entry.documentId)
                : undefined
            }
          />
        ))}
      </ul>
      {tab.more > 0 && <p class="files-note">{spoken.filesMore(tab.more)}</p>}
      {files.some(
        ({ where, stage, format }) => where === 'attachment' && stage === 'idle' && isReadable({ format }),
      ) && <p class="files-note">{spoken.filesHint}</p>}
    </section>
  );
}

/** Could be read now, if the reader asks for it. */
function canCheck(entry: FileEntry): boolean {
  return isReadable(entry) && !underWay(entry) && entry.failure?.kind !== 'no-permission';
}

/** There is something to see in our viewer, which asks for a site's permission itself. */
function canOpen({ stage, failure, where }: FileEntry): boolean {
  if (failure?.kind === 'no-permission') return where === 'embedded';
  return stage === 'read' || (stage === 'failed' && failure?.kind !== 'not-found');
}

function File({
  entry,
  record,
  listing,
  actions,
}: {
  readonly entry: FileEntry;
  readonly record: DocumentRecord | undefined;
  readonly listing: Listing;
  readonly actions: FileActions;
}) {
  const { language, view, onView } = listing;
  const spoken = words[language];
  const { documentId, name, stage, failure } = entry;
  const mute = !isReadable(entry);
  const checkText = stage === 'failed' ? spoken.checkFileAgain : spoken.checkFile;
  return (
    <li class={mute ? 'file mute' : 'file'} data-file={documentId} data-stage={stage}>
      <div class="file-line">
        <span class="format">{formatName(entry, language)}</span>
        <span class="file-body">
          <span class="file-name" title={name}>
            {name}
          </span>
          <Host entry={entry} spoken={spoken} />
          <Status entry={entry} language={language} spoken={spoken} />
        </span>
        {!mute && (
          <span class="file-actions">
            {underWay(entry) ? (
              <button
                type="button"
                class="quiet"
                data-action="cancel"
                aria-label={spoken.cancelFileName(name)}
                onClick={() => actions.cancelFiles([documentId])}
              >
                {spoken.cancelFile}
              </button>
            ) : failure?.kind === 'no-permission' ? (
              <button type="button" class="quiet" data-action="allow" onClick={() => actions.allowFile(entry)}>
                {spoken.allowFile}
              </button>
            ) : (
              stage !== 'read' && (
                <button
                  type="button"
                  class="quiet"
                  data-action="check"
                  aria-label={`${checkText}${spoken.colon}${name}`}
                  onClick={() => actions.checkFiles([documentId])}
                >
                  {checkText}
                </button>
              )
            )}
            {canOpen(entry) && (
              <button
                type="button"
                class="quiet"
                data-action="open"
                aria-label={spoken.openFileName(name)}
                onClick={() => actions.openFile(documentId)}
              >
                {spoken.openFile}
              </button>
            )}
          </span>
        )}
      </div>
      {failure !== undefined && stage === 'failed' && <p class="file-note">{failureText(failure, language).note}</p>}
      {(stage === 'fetching' || stage === 'reading') && (
        <progress
          max={1}
          {...(entry.progress > 0 ? { value: entry.progress } : {})}
          aria-label={`${name}${spoken.colon}${statusText(entry, language, spoken)}`}
        />
      )}
      {record !== undefined && stage === 'read' && record.report.coverage.tables > 0 && (
        <details
          class="file-findings"
          open={view.open.includes(documentId)}
          onToggle={({ currentTarget: { open } }) => {
            if (open !== view.open.includes(documentId)) onView({ open: withUnfolded(view.open, documentId, open) });
          }}
        >
          <summary>{spoken.fileFindings}</summary>
          <DocumentBody
            report={record.report}
            documentId={documentId}
            listing={listing}
            onChoose={(finding) => actions.openFile(documentId, { finding: finding.id })}
            onCell={(cell) => actions.openFile(documentId, { cell })}
          />
        </details>
      )}
    </li>
  );
}

/** Where a file lies, if not on the page's own site, or came from, if its server sent us elsewhere. */
function Host({ entry: { own, url, from }, spoken }: { readonly entry: FileEntry; readonly spoken: InterfaceWords }) {
  const [host, origin] = [new URL(url).host, from === undefined ? null : new URL(from).host];
  const texts = [
    ...(own ? [] : [spoken.fileHost(host)]),
    ...(origin === null || origin === host ? [] : [spoken.fileFrom(origin)]),
  ];
  return texts.length === 0 ? null : <span class="file-host">{texts.join(' · ')}</span>;
}

function Status({
  entry,
  language,
  spoken,
}: {
  readonly entry: FileEntry;
  readonly language: Language;
  readonly spoken: InterfaceWords;
}) {
  const { stage, failure, result } = entry;
  const kind =
    stage === 'read' && result !== undefined
      ? outcomeOf(tallyOfFile(result))
      : failure !== undefined && stage !== 'cancelled'
        ? 'unread'
        : 'nothing';
  const text = statusText(entry, language, spoken);
  return text === '' ? null : (
    <span class={`file-status ${kind}`} role="status">
      {text}
    </span>
  );
}

/** In the list a file is told as it was read: what of it is ignored stands with its findings. */
function tallyOfFile(result: NonNullable<FileEntry['result']>): DocumentTally {
  return { ...result, ignored: 0 };
}

/** How a file stands, in a few words. */
export function statusText(entry: FileEntry, language: Language, spoken: InterfaceWords): string {
  if (!isReadable(entry)) return spoken.fileFormat(formatName(entry, language));
  switch (entry.stage) {
    case 'idle':
      return entry.failure === undefined ? '' : failureText(entry.failure, language).title;
    case 'queued':
    case 'waiting':
      return spoken.fileQueued;
    case 'fetching':
      return [spoken.fileFetching(entry.progress), bytesText(entry)].filter((part) => part !== '').join(' · ');
    case 'reading':
      return spoken.fileReading(entry.progress);
    case 'cancelled':
      return spoken.fileCancelled;
    case 'failed':
      return entry.failure === undefined ? spoken.failed : failureText(entry.failure, language).title;
    case 'read': {
      if (entry.result === undefined) return spoken.headlineNothingChecked;
      const { notices, checked, amounts, scanned, partial } = entry.result;
      const tally = tallyOfFile(entry.result);
      const outcome = outcomeOf(tally);
      if (outcome !== 'nothing')
        return [
          outcomeText(tally, outcome, spoken),
          spoken.coverage(checked, amounts),
          ...(partial ? [spoken.filePartial] : []),
        ].join(' · ');
      if (notices > 0) return spoken.fileNotices(notices);
      return scanned ? spoken.fileScanned : spoken.headlineNothingChecked;
    }
  }
}

/** How much of a file has come: 1.2 MB / 3.4 MB. */
function bytesText({ received, total }: FileEntry): string {
  return received === undefined ? '' : [received, ...(total === undefined ? [] : [total])].map(sizeText).join(' / ');
}
