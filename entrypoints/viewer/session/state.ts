import type { Box } from '../../../core/document/document.ts';
import type { Finding, Report } from '../../../core/report/schema.ts';
import type { Ignored } from '../../shared/findings/ignored.ts';
import type { ListView } from '../../shared/findings/list-view.ts';
import { plainView } from '../../shared/findings/list-view.ts';
import type { CellAddress } from '../../shared/protocol/protocol.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { OpenFailure } from '../../shared/files/failure.ts';
import type { FetchProgress } from '../../shared/files/fetch-bytes.ts';
import type { OutlineEntry } from '../pages/outline.ts';
import type { PagesState } from '../pages/pages.ts';
import type { ReadingProgress } from '../reading/reading.ts';
import type { Target } from '../../shared/files/target.ts';
import { fileName } from '../../shared/files/target.ts';

/** What stands where the pages will be. */
export type Opening =
  | { readonly stage: 'start' }
  | { readonly stage: 'fetching'; readonly progress: FetchProgress | null }
  | { readonly stage: 'opening' }
  | { readonly stage: 'password'; readonly wrong: boolean }
  | { readonly stage: 'failed'; readonly failure: OpenFailure }
  /** @property from the host that the file came from, if it is another than its address names */
  | { readonly stage: 'open'; readonly incomplete: boolean; readonly from?: string | undefined };

/** How the check stands. */
export type Checking =
  | { readonly stage: 'idle' }
  | { readonly stage: 'reading'; readonly progress: ReadingProgress | null }
  | { readonly stage: 'done'; readonly report: Report }
  | { readonly stage: 'cancelled' }
  | { readonly stage: 'failed'; readonly why: 'stuck' | 'read-failed' };

/** An open card. */
export interface OpenCard {
  /** The mark it belongs to; null when it stands at another figure after a jump. */
  readonly mark: string | null;
  readonly findings: readonly Finding[];
  readonly here: number | undefined;
  readonly at: Box;
  /** Stays when pointer and focus leave. */
  readonly pinned: boolean;
  /** Opened with the keyboard: the focus goes into it. */
  readonly takesFocus: boolean;
}

/** Everything the page shows. */
export interface ViewerState extends PagesState {
  readonly settings: Settings;
  readonly target: Target;
  readonly title: string;
  readonly opening: Opening;
  readonly checking: Checking;
  readonly marks: boolean;
  readonly rounding: boolean;
  /** Every figure is marked: checked, or not and why. */
  readonly coverage: boolean;
  /** What the reader has dropped or chosen, and which of it is shown. */
  readonly files: readonly File[];
  readonly file: number;
  readonly panel: boolean;
  /** The table of contents is open. */
  readonly contents: boolean;
  /** The file's own; empty if it has none. */
  readonly outline: readonly OutlineEntry[];
  readonly finding: boolean;
  readonly card: OpenCard | null;
  /** What the reader does not want to see again. */
  readonly ignored: readonly Ignored[];
  /** What the reader has made of the list. */
  readonly list: ListView;
}

/** What is marked on the pages. */
export type Marking = Pick<ViewerState, 'marks' | 'rounding' | 'coverage'>;

/** What of it is to change. */
export type MarkingChange = { readonly [Name in keyof Marking]?: boolean | undefined };

/** What a session may be given along with its document. */
export interface SessionOptions {
  /** The finding to open at. */
  readonly finding?: string | undefined;
  /** The cell to open at. */
  readonly cell?: CellAddress | undefined;
  readonly title?: string;
  /** Someone else's way to the bytes; null from it: fetch them here. */
  readonly bytes?: () => Promise<Uint8Array | null>;
  /** It is the tab's own file, or of its page's own origin: fetched as the reader. */
  readonly own?: boolean;
  /** Read the file here in any case: for who looks at the reading itself. */
  readonly readHere?: boolean;
}

/** What the page shows before anything is opened. @param wide there is room for the panel beside the pages */
export function firstState(target: Target, settings: Settings, wide: boolean, title?: string): ViewerState {
  return {
    settings,
    target,
    title: title ?? (target.kind === 'address' ? fileName(target.url) : ''),
    opening: { stage: 'start' },
    checking: { stage: 'idle' },
    marks: true,
    rounding: settings.showRounding,
    coverage: false,
    panel: wide,
    contents: false,
    outline: [],
    files: [],
    file: 0,
    finding: false,
    card: null,
    ignored: [],
    list: plainView,
    page: 1,
    pages: 0,
    scale: 1,
    fitsWidth: false,
    find: { current: 0, total: 0, pending: false },
  };
}
