import type { Report } from '../../../core/report/schema.ts';
import { beyondCaps } from '../../../core/report/beyond-caps.ts';
import { unreadPages } from '../../../core/report/unread-pages.ts';
import { reasonText } from '../../../core/report/tell.ts';
import { CoverageDetails, uncoveredReasons } from '../../shared/views/coverage.tsx';
import { FilterBar } from '../../shared/views/filter-bar.tsx';
import { FindingList } from '../../shared/views/finding-list.tsx';
import type { Ignored } from '../../shared/findings/ignored.ts';
import { withoutIgnored } from '../../shared/findings/ignored.ts';
import type { DocumentTally } from '../../shared/findings/outcome.ts';
import { muchIsUnchecked, outcomeOf, outcomeText, tallyOf } from '../../shared/findings/outcome.ts';
import type { ListView } from '../../shared/findings/list-view.ts';
import { filtered } from '../../shared/findings/list-view.ts';
import { GlanceView } from '../../shared/views/glance/glance.tsx';
import { words } from '../../shared/locale/messages.ts';
import { Icon } from './icons.tsx';
import { noLimits } from '../reading/reading-limits.ts';
import type { Session } from '../session/session.ts';
import type { ViewerState } from '../session/state.ts';
import { ExportMenu } from '../../shared/views/export-menu.tsx';
import { asChosen } from '../../shared/settings/settings.ts';
import { shownVerdicts } from '../../shared/findings/verdict.ts';
import { viewerWords } from '../words.ts';

interface PanelProps {
  readonly session: Session;
  readonly state: ViewerState;
}

/** Beside the pages: what the document is, what was found, what was not checked. */
export function Panel({ session, state }: PanelProps) {
  const spoken = words[session.language];
  const own = viewerWords[session.language];
  const { checking, opening } = state;
  const report = checking.stage === 'done' ? asChosen(checking.report, state.settings) : null;
  return (
    <aside class="panel" aria-label={spoken.findings}>
      <button
        type="button"
        class="tool close-panel"
        title={spoken.close}
        aria-label={spoken.close}
        onClick={() => session.store.set({ panel: false })}
      >
        <Icon name="close" />
      </button>
      {opening.stage === 'open' && opening.incomplete && <p class="warning">{own.incomplete}</p>}
      {opening.stage === 'open' && opening.from !== undefined && <p class="warning">{own.servedFrom(opening.from)}</p>}
      {checking.stage === 'done' && <Partial session={session} report={checking.report} />}
      {checking.stage === 'reading' && <Progress session={session} state={state} />}
      {/* Always there, so that a screen reader hears what comes in: the result, not every page on the way. */}
      <div role="status" class="state">
        {checking.stage === 'cancelled' && (
          <Sentence
            {...spoken.fileFailure.cancelled}
            action={spoken.again}
            onAction={() => void session.checker.check()}
          />
        )}
        {checking.stage === 'failed' && (
          <Sentence
            title={spoken.fileFailure[checking.why].title}
            note={spoken.fileFailure.cancelled.note}
            action={spoken.again}
            onAction={() => void session.checker.check()}
          />
        )}
        {report !== null && <Summary session={session} report={report} ignored={state.ignored} />}
        {checking.stage === 'idle' && <p class="faint">{spoken.reading}</p>}
      </div>
      {report !== null && (
        <div class="results">
          <Findings session={session} state={state} report={report} />
          {unreadPages(report.source, session.language)
            .filter(({ reason }) => reason === 'scanned')
            .map(({ reason, text }) => (
              <p key={reason} class="not-read">
                {text}
              </p>
            ))}
          <ExportMenu
            reports={[withoutIgnored(report, state.ignored)]}
            main={report}
            language={session.language}
            contents={() => Promise.resolve(session.checker.contents())}
          />
          <footer>
            <p>{spoken.neutral}</p>
            <p>{spoken.privacy}</p>
          </footer>
        </div>
      )}
    </aside>
  );
}

/** Says it when the result is that of a part of the file. */
function Partial({ session, report }: { readonly session: Session; readonly report: Report }) {
  return (
    <>
      {[...unreadPages(report.source, session.language), ...beyondCaps(report, session.language)]
        .filter(({ reason }) => reason !== 'scanned')
        .map(({ reason, text }) => (
          <p key={reason} class="warning" role="status">
            {text}{' '}
            {reason === 'left-out' && (
              <button type="button" class="button small" onClick={() => void session.checker.check(noLimits)}>
                {viewerWords[session.language].readRest}
              </button>
            )}
          </p>
        ))}
    </>
  );
}

function Progress({ session, state }: PanelProps) {
  const own = viewerWords[session.language];
  const progress = state.checking.stage === 'reading' ? state.checking.progress : null;
  const share =
    progress?.phase === 'pages'
      ? (0.9 * progress.page) / Math.max(1, progress.pages)
      : progress?.phase === 'checking'
        ? 0.95
        : undefined;
  return (
    <div class="progress">
      <p>{progress?.phase === 'pages' ? own.readingPage(Math.max(1, progress.page), progress.pages) : own.checking}</p>
      <div class="row">
        <progress value={share} aria-label={own.checking} />
        <button type="button" class="button small" onClick={() => session.checker.cancel()}>
          {own.cancel}
        </button>
      </div>
    </div>
  );
}

function Sentence({
  title,
  note,
  action,
  onAction,
}: {
  readonly title: string;
  readonly note: string;
  readonly action: string;
  readonly onAction: () => void;
}) {
  return (
    <>
      <h2>{title}</h2>
      <p class="faint">{note}</p>
      <button type="button" class="button small" onClick={onAction}>
        {action}
      </button>
    </>
  );
}

/** The colour of an outcome. */
const tones = {
  'inconsistent': 'red',
  'unread': 'amber',
  'partly': 'amber',
  'set-aside': 'plain',
  'agree': 'green',
} as const;

/** What became of the check, in one line, and the line that says why. */
function headline(
  report: Report,
  tally: DocumentTally,
  session: Session,
): { readonly title: string; readonly note?: string; readonly tone: 'red' | 'green' | 'amber' | 'plain' } {
  const spoken = words[session.language];
  const own = viewerWords[session.language];
  const { coverage, source } = report;
  const scanned = source.scannedPages?.length ?? 0;
  if (scanned > 0 && scanned === source.pages)
    return { title: own.allScanned, note: own.allScannedNote, tone: 'plain' };
  if (coverage.tables === 0 && !tally.partial) return { title: own.noTables, note: own.noTablesNote, tone: 'plain' };
  const outcome = outcomeOf(tally);
  if (outcome !== 'nothing') return { title: outcomeText(tally, outcome, spoken), tone: tones[outcome] };
  // Of what was not read nobody knows what it is.
  if (tally.partial) return { title: spoken.headlineNothingChecked, tone: 'plain' };
  if (coverage.recognised === 0) return { title: own.notDisclosure, note: spoken.notDisclosureNote, tone: 'plain' };
  return coverage.amounts === 0
    ? { title: spoken.emptyForms, note: spoken.emptyFormsNote, tone: 'plain' }
    : { title: spoken.headlineNothingChecked, tone: 'plain' };
}

function Summary({
  session,
  report,
  ignored,
}: {
  readonly session: Session;
  readonly report: Report;
  readonly ignored: readonly Ignored[];
}) {
  const spoken = words[session.language];
  const { document: about, coverage } = report;
  const tally = tallyOf([report], ignored);
  const { title, note, tone } = headline(report, tally, session);
  const what = [
    about.year === null ? '' : spoken.year(about.year),
    about.kind === 'unknown' ? '' : spoken.kind[about.kind],
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <>
      {about.publisher !== null && <p class="about">{about.publisher}</p>}
      {what !== '' && <p class="about">{what}</p>}
      <h2 class={tone}>{title}</h2>
      {note !== undefined && <p class="faint">{note}</p>}
      {coverage.amounts > 0 && (
        <>
          <meter
            min={0}
            max={coverage.amounts}
            value={coverage.checked}
            aria-label={spoken.coverage(coverage.checked, coverage.amounts)}
          />
          <p class="faint">{spoken.coverage(coverage.checked, coverage.amounts)}</p>
          {coverage.checked > 0 && muchIsUnchecked(tally) && (
            <p class="partly-why">
              {uncoveredReasons([report])
                .slice(0, 2)
                .map(({ reason, amounts }) => spoken.reasonCount(reasonText(reason, session.language), amounts))
                .join(session.language === 'zh' ? '；' : '; ')}
            </p>
          )}
          <p class="faint">{`${spoken.coverageTables(coverage.recognised, coverage.tables)} · ${spoken.coverageRelations(coverage.relations)}`}</p>
        </>
      )}
    </>
  );
}

function Findings({ session, state, report }: PanelProps & { readonly report: Report }) {
  const shown = shownVerdicts(state.rounding);
  const onView = (change: Partial<ListView>) => session.store.set({ list: { ...state.list, ...change } });
  return (
    <>
      <FilterBar
        reports={[withoutIgnored(report, state.ignored)]}
        language={session.language}
        view={state.list}
        shown={shown}
        onView={onView}
        onRounding={(rounding) => session.marker.switchTo({ rounding })}
      />
      <GlanceView
        report={report}
        language={session.language}
        open={state.list.open.includes('glance')}
        onCell={(cell) => void session.locator.locateCell(cell)}
        onOpen={(open) => onView({ open: open ? ['glance'] : [] })}
      />
      <FindingList
        report={filtered(report, state.list, words[session.language])}
        language={session.language}
        shown={shown}
        current={state.card?.findings[0]?.id}
        ignored={state.ignored}
        onChoose={(finding) => void session.locator.locate(finding)}
        onRestore={(finding) => void session.ignore(finding, false)}
      />
      <CoverageDetails report={report} language={session.language} />
      {report.coverage.amounts > 0 && (
        <label class="switch on-request">
          <input
            type="checkbox"
            role="switch"
            checked={state.coverage}
            onChange={(event) => session.marker.switchTo({ coverage: event.currentTarget.checked })}
          />
          <span class="track" aria-hidden="true" />
          <span>{words[session.language].coverageSwitch}</span>
        </label>
      )}
    </>
  );
}
