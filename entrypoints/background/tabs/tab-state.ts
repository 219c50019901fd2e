import type { DocumentTally } from '../../shared/findings/outcome.ts';
import type { FileFailure, TabState } from '../../shared/protocol/protocol.ts';

/** What can happen to a tab. */
export type TabEvent =
  | { readonly kind: 'detected'; readonly navigationId: string; readonly page: 'tables' | 'pdf' }
  /** The browser has brought a page back whose marks were on. */
  | { readonly kind: 'returned'; readonly navigationId: string; readonly rounding: boolean; readonly coverage: boolean }
  | { readonly kind: 'reading'; readonly navigationId: string; readonly viewer: boolean; readonly progress: number }
  | { readonly kind: 'read'; readonly navigationId: string; readonly viewer: boolean; readonly counts: Counts }
  | {
      readonly kind: 'failed';
      readonly navigationId: string;
      readonly viewer: boolean;
      readonly failure: FileFailure;
      /** Of what is still told: what was found in the page's files. Without: as before. */
      readonly counts?: Counts;
    }
  /** A file of the page, not the page itself, has been read. */
  | { readonly kind: 'counted'; readonly navigationId: string; readonly counts: Counts }
  | { readonly kind: 'restricted' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'toggled' }
  | {
      readonly kind: 'switched';
      readonly marks?: boolean | undefined;
      readonly rounding?: boolean | undefined;
      readonly coverage?: boolean | undefined;
    }
  | { readonly kind: 'again' }
  | { readonly kind: 'left' };

/** What the badge and the popup's head need of a tab's reports. */
export type Counts = DocumentTally;

/** What a tab's event asks of the browser. */
export type TabEffect = 'inject' | 'read-again' | 'show' | 'forget' | 'read-file' | 'open-viewer';

/** A tab's next state, null for a tab we know nothing of, and what to do. */
export interface TabStep {
  readonly state: TabState | null;
  readonly effects: readonly TabEffect[];
}

const nothing: Counts = { inconsistent: 0, amounts: 0, checked: 0, ignored: 0, tables: 0, partial: false };

function fresh(navigationId: string, page: TabState['page'], rounding: boolean): TabState {
  // Our viewer, and a page on another site, are there because the reader asked for them.
  const marks = page === 'viewer' || page === 'asked' ? 'on' : 'untouched';
  return { navigationId, page, stage: 'waiting', progress: 0, marks, rounding, ...nothing, changed: 0 };
}

/**
 * The state to which news of a document belongs.
 * @returns null for news of a page that the tab has left
 */
export function stateFor(
  state: TabState | null,
  navigationId: string,
  viewer: boolean,
  rounding = false,
): TabState | null {
  if (state?.navigationId === navigationId) return state;
  // Nobody announces the viewer: it speaks for itself.
  if (viewer) return fresh(navigationId, 'viewer', rounding);
  if (state === null) return fresh(navigationId, 'tables', rounding);
  // The injected script of a page on another site says its navigation only now.
  return state.navigationId === '' ? { ...state, navigationId } : null;
}

/**
 * The state machine of one tab. Pure: the background loads the state, takes the step, stores it and carries the effects out.
 * @param state null: nothing known of this tab
 * @param rounding whether rounding differences are marked from the start
 */
export function stepTab(state: TabState | null, event: TabEvent, rounding = false): TabStep {
  switch (event.kind) {
    case 'detected': {
      // The detector speaks again when a page comes back from the back/forward cache or renders late.
      const known = state?.navigationId === event.navigationId ? state : null;
      const next = known ?? fresh(event.navigationId, event.page, rounding);
      if (event.page === 'pdf') return { state: { ...next, page: 'pdf' }, effects: known ? [] : ['forget'] };
      return { state: next, effects: known ? ['inject'] : ['forget', 'inject'] };
    }
    case 'returned': {
      const { navigationId, coverage } = event;
      const known = state?.navigationId === navigationId ? state : null;
      return {
        state: {
          ...(known ?? fresh(navigationId, 'tables', rounding)),
          marks: 'on',
          rounding: event.rounding,
          coverage,
        },
        effects: known ? [] : ['forget'],
      };
    }
    case 'reading':
    case 'read':
    case 'failed': {
      const own = stateFor(state, event.navigationId, event.viewer, rounding);
      if (own === null) return { state, effects: [] };
      if (event.kind === 'reading')
        return { state: { ...own, stage: 'reading', progress: event.progress }, effects: [] };
      if (event.kind === 'failed')
        return {
          state: { ...own, ...event.counts, stage: 'failed', failure: event.failure },
          effects: event.counts !== undefined && own.marks === 'on' ? ['show'] : [],
        };
      return {
        state: { ...own, failure: undefined, stage: 'read', progress: 1, ...event.counts },
        effects: own.marks === 'on' ? ['show'] : [],
      };
    }
    case 'counted': {
      if (state?.navigationId !== event.navigationId) return { state, effects: [] };
      return { state: { ...state, ...event.counts }, effects: state.marks === 'on' ? ['show'] : [] };
    }
    case 'restricted':
      return { state: { ...(state ?? fresh('', 'asked', rounding)), stage: 'restricted' }, effects: [] };
    case 'opened': {
      if (state === null || state.stage === 'restricted')
        return { state: fresh('', 'asked', rounding), effects: ['inject', 'show'] };
      if (state.page === 'pdf') return { state, effects: [] };
      // Should the page's last word have been lost, it says it again.
      const underWay = state.page !== 'viewer' && (state.stage === 'waiting' || state.stage === 'reading');
      const again: readonly TabEffect[] = underWay ? ['inject'] : [];
      if (state.marks !== 'untouched') return { state, effects: again };
      return { state: { ...state, marks: 'on' }, effects: [...again, 'show'] };
    }
    case 'toggled': {
      // There are no marks in the browser's own viewer.
      if (state?.page === 'pdf') return { state, effects: ['open-viewer'] };
      if (state === null || state.marks === 'untouched') return stepTab(state, { kind: 'opened' }, rounding);
      return stepTab(state, { kind: 'switched', marks: state.marks !== 'on' }, rounding);
    }
    case 'switched': {
      if (state === null) return { state, effects: [] };
      const marks = event.marks === undefined ? state.marks : event.marks ? 'on' : 'off';
      return {
        state: {
          ...state,
          marks,
          rounding: event.rounding ?? state.rounding,
          coverage: event.coverage ?? state.coverage,
        },
        effects: ['show'],
      };
    }
    case 'again': {
      if (state === null) return { state: fresh('', 'asked', rounding), effects: ['inject', 'show'] };
      return {
        state: { ...state, stage: 'waiting', progress: 0 },
        effects: state.page === 'pdf' ? ['read-file'] : ['inject', 'read-again'],
      };
    }
    case 'left':
      return { state: null, effects: ['forget'] };
  }
}
