import { expect, it } from 'vitest';
import { badgeOf } from '../../../entrypoints/tab/badge.ts';
import { words } from '../../../entrypoints/ui/messages.ts';
import type { TabState } from '../../../entrypoints/ui/protocol.ts';

const read: TabState = {
  navigationId: '1', page: 'tables', stage: 'read', progress: 1, marks: 'untouched', rounding: false, inconsistent: 0, amounts: 20, checked: 18, changed: 0,
};
const textOf = (change: Partial<TabState>) => badgeOf({ ...read, ...change }, words.zh).text;

it('counts what does not agree, up to 99+', () => {
  expect([1, 12, 99, 100].map((inconsistent) => textOf({ inconsistent }))).toEqual(['1', '12', '99', '99+']);
  expect(badgeOf({ ...read, inconsistent: 12 }, words.zh).title).toBe('对得上：12 处不一致');
  expect(badgeOf({ ...read, inconsistent: 1 }, words.en).title).toBe('Tieout: 1 inconsistency');
});

it('ticks only when something was checked', () => {
  expect(textOf({})).toBe('✓');
  expect(textOf({ checked: 0 })).toBe('');
});

it('is quiet where there is nothing to say', () => {
  expect(badgeOf(null, words.zh)).toMatchObject({ text: '', title: '对得上' });
  expect(textOf({ stage: 'reading' })).toBe('');
  expect(textOf({ stage: 'restricted' })).toBe('');
  expect(textOf({ page: 'pdf', stage: 'waiting' })).toBe('');
  expect(textOf({ stage: 'failed' })).toBe('!');
});

it('tells of a PDF in the browser’s viewer, and how to open it where there is nothing to tell', () => {
  expect(textOf({ page: 'pdf', inconsistent: 2 })).toBe('2');
  expect(badgeOf({ ...read, page: 'pdf', checked: 0 }, words.zh)).toMatchObject({ text: '', title: '对得上：点此打开并核对这份 PDF' });
});
