import { describe, expect, it } from 'vitest';
import type { TabEvent, TabStep } from '../../../../entrypoints/background/tabs/tab-state.ts';
import { stepTab } from '../../../../entrypoints/background/tabs/tab-state.ts';
import type { TabState } from '../../../../entrypoints/shared/protocol/protocol.ts';

const detected: TabEvent = { kind: 'detected', navigationId: 'a', page: 'tables' };
const read: TabEvent = {
  kind: 'read',
  navigationId: 'a',
  viewer: false,
  counts: { inconsistent: 3, amounts: 20, checked: 18, ignored: 0, tables: 1, partial: false },
};

/** Takes events one after the other. @returns the last step */
function after(...events: readonly TabEvent[]): TabStep {
  return events.reduce<TabStep>((step, event) => stepTab(step.state, event), { state: null, effects: [] });
}

describe('a page the detector found', () => {
  it('is read at once and marked only after a click', () => {
    expect(after(detected)).toMatchObject({
      state: { page: 'tables', stage: 'waiting', marks: 'untouched' },
      effects: ['forget', 'inject'],
    });
    expect(after(detected, read)).toMatchObject({
      state: { stage: 'read', inconsistent: 3, marks: 'untouched' },
      effects: [],
    });
    expect(after(detected, read, { kind: 'opened' })).toMatchObject({ state: { marks: 'on' }, effects: ['show'] });
  });
  it('shows its marks as soon as it is read, if the click came first', () => {
    expect(after(detected, { kind: 'opened' }, read).effects).toEqual(['show']);
  });
  it('stays off once switched off, however often the popup opens', () => {
    const off: TabEvent = { kind: 'switched', marks: false };
    expect(after(detected, read, { kind: 'opened' }, off, { kind: 'opened' })).toMatchObject({
      state: { marks: 'off' },
      effects: [],
    });
  });
  it('keeps what it knows when the detector speaks again, and starts anew after a navigation', () => {
    expect(after(detected, read, detected)).toMatchObject({
      state: { stage: 'read', inconsistent: 3 },
      effects: ['inject'],
    });
    expect(after(detected, read, { kind: 'opened' }, { ...detected, navigationId: 'b' })).toMatchObject({
      state: { navigationId: 'b', stage: 'waiting', inconsistent: 0, marks: 'untouched' },
      effects: ['forget', 'inject'],
    });
  });
  it('comes back as it was left when the browser had kept it', () => {
    const other: TabEvent = { kind: 'detected', navigationId: 'b', page: 'tables' };
    const returned: TabEvent = { kind: 'returned', navigationId: 'a', rounding: true, coverage: false };
    // Whoever speaks first, detector or script.
    expect(after(detected, read, { kind: 'opened' }, other, detected, returned)).toMatchObject({
      state: { navigationId: 'a', marks: 'on', rounding: true },
      effects: [],
    });
    expect(after(detected, read, { kind: 'opened' }, other, returned)).toMatchObject({
      state: { navigationId: 'a', marks: 'on', rounding: true },
      effects: ['forget'],
    });
    expect(after(detected, other, returned, detected, read)).toMatchObject({
      state: { stage: 'read', marks: 'on' },
      effects: ['show'],
    });
  });
  it('is read again on demand without losing the switch', () => {
    expect(after(detected, read, { kind: 'opened' }, { kind: 'again' })).toMatchObject({
      state: { stage: 'waiting', marks: 'on' },
      effects: ['inject', 'read-again'],
    });
  });
});

describe('a page on another site', () => {
  it('is read and marked by the click, under the name it then gives itself', () => {
    expect(after({ kind: 'opened' })).toMatchObject({
      state: { page: 'asked', navigationId: '', marks: 'on' },
      effects: ['inject', 'show'],
    });
    expect(after({ kind: 'opened' }, read)).toMatchObject({
      state: { page: 'asked', navigationId: 'a', stage: 'read', marks: 'on' },
      effects: ['show'],
    });
  });
  it('says so if the browser does not let us in, and tries again at the next click', () => {
    const closed = after({ kind: 'opened' }, { kind: 'restricted' });
    expect(closed.state?.stage).toBe('restricted');
    expect(stepTab(closed.state, { kind: 'opened' }).effects).toEqual(['inject', 'show']);
  });
});

it('leaves a PDF alone until the reader asks for our viewer', () => {
  const pdf: TabEvent = { kind: 'detected', navigationId: 'a', page: 'pdf' };
  expect(after(pdf)).toMatchObject({ state: { page: 'pdf' }, effects: ['forget'] });
  expect(after(pdf, { kind: 'opened' })).toMatchObject({ state: { marks: 'untouched' }, effects: [] });
});

it('knows the viewer by its first word, and marks its pages at once', () => {
  const reading: TabEvent = { kind: 'reading', navigationId: 'v', viewer: true, progress: 0.5 };
  expect(after(reading).state).toMatchObject({ page: 'viewer', stage: 'reading', progress: 0.5, marks: 'on' });
  // …also where the browser's own PDF viewer was before.
  expect(after({ kind: 'detected', navigationId: 'a', page: 'pdf' }, reading).state).toMatchObject({
    page: 'viewer',
    navigationId: 'v',
  });
});

it('takes no news of a page that the tab has left', () => {
  const next: TabEvent = { kind: 'detected', navigationId: 'b', page: 'tables' };
  expect(after(detected, next, read)).toMatchObject({ state: { navigationId: 'b', stage: 'waiting' }, effects: [] });
});

it('toggles by the keyboard: the first press is like the first click', () => {
  const toggled: TabEvent = { kind: 'toggled' };
  const marks = (state: TabState | null) => state?.marks;
  expect(marks(after(detected, read, toggled).state)).toBe('on');
  expect(marks(after(detected, read, toggled, toggled).state)).toBe('off');
  expect(after(toggled).effects).toEqual(['inject', 'show']);
});

it('keeps the switch for rounding apart from the one for the marks', () => {
  const step = after(detected, read, { kind: 'opened' }, { kind: 'switched', rounding: true });
  expect(step).toMatchObject({ state: { marks: 'on', rounding: true }, effects: ['show'] });
});

it('forgets a tab that is closed or has gone elsewhere', () => {
  expect(after(detected, read, { kind: 'left' })).toEqual({ state: null, effects: ['forget'] });
});

it('asks a page again that is still being read, should its last word have been lost', () => {
  const reading: TabEvent = { kind: 'reading', navigationId: 'a', viewer: false, progress: 0.5 };
  expect(after(detected, reading, { kind: 'opened' }).effects).toEqual(['inject', 'show']);
  expect(after(detected, reading, { kind: 'opened' }, { kind: 'opened' }).effects).toEqual(['inject']);
  expect(after(detected, reading, read, { kind: 'opened' }, { kind: 'opened' }).effects).toEqual([]);
});

it('clears an error when a later reading succeeds', () => {
  const failed: TabEvent = { kind: 'failed', navigationId: 'a', viewer: false, failure: { kind: 'page-too-deep' } };
  expect(after(detected, failed).state).toMatchObject({ stage: 'failed', failure: { kind: 'page-too-deep' } });
  expect(after(detected, failed, read).state?.failure).toBeUndefined();
});

describe('files', () => {
  const counted: TabEvent = {
    kind: 'counted',
    navigationId: 'a',
    counts: { inconsistent: 7, amounts: 40, checked: 30, ignored: 0, tables: 1, partial: false },
  };
  it('of the page count with it, and are shown if the marks are on', () => {
    expect(after(detected, read, counted)).toMatchObject({ state: { stage: 'read', inconsistent: 7 }, effects: [] });
    expect(after(detected, read, { kind: 'opened' }, counted).effects).toEqual(['show']);
    expect(after(detected, read, { ...counted, navigationId: 'b' })).toMatchObject({ state: { inconsistent: 3 } });
  });
  it('that are the tab itself are read again, and opened by the shortcut', () => {
    const pdf: TabEvent = { kind: 'detected', navigationId: 'a', page: 'pdf' };
    expect(after(pdf, read)).toMatchObject({ state: { page: 'pdf', stage: 'read', inconsistent: 3 }, effects: [] });
    expect(after(pdf, read, { kind: 'again' }).effects).toEqual(['read-file']);
    expect(after(pdf, { kind: 'toggled' }).effects).toEqual(['open-viewer']);
  });
});
