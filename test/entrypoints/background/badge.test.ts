import { expect, it } from 'vitest';
import { badgeOf } from '../../../entrypoints/background/badge.ts';
import { words } from '../../../entrypoints/shared/locale/messages.ts';
import type { FileEntry, TabState } from '../../../entrypoints/shared/protocol/protocol.ts';

const read: TabState = {
  navigationId: '1',
  page: 'tables',
  stage: 'read',
  progress: 1,
  marks: 'untouched',
  rounding: false,
  inconsistent: 0,
  amounts: 20,
  checked: 18,
  ignored: 0,
  tables: 1,
  partial: false,
  changed: 0,
};
const file: FileEntry = {
  documentId: 'a',
  url: 'http://www.shili.gov.cn/a.pdf',
  name: 'a',
  where: 'attachment',
  format: 'pdf',
  own: true,
  stage: 'idle',
  progress: 0,
  since: 0,
};
const textOf = (change: Partial<TabState>, files: readonly FileEntry[] = []) =>
  badgeOf({ ...read, ...change }, files, words.zh).text;

it('counts what does not agree, up to 99+', () => {
  expect([1, 12, 99, 100].map((inconsistent) => textOf({ inconsistent }))).toEqual(['1', '12', '99', '99+']);
  expect(badgeOf({ ...read, inconsistent: 12 }, [], words.zh).title).toBe('对得上：12 处不一致');
  expect(badgeOf({ ...read, inconsistent: 1 }, [], words.en).title).toBe('Tieout: 1 inconsistency');
});

it('ticks only when nearly all that was to be read was checked', () => {
  expect(textOf({})).toBe('✓');
  expect(textOf({ checked: 0 })).toBe('');
  expect(textOf({ checked: 17 })).toBe('·');
  expect(textOf({ partial: true })).toBe('·');
  expect(badgeOf({ ...read, checked: 12 }, [], words.zh).title).toBe('对得上：已核对部分对得上，8 个未核对');
});

it('does not tick for what a page says while the file with its accounts is unread', () => {
  expect(textOf({ tables: 0 }, [file])).toBe('·');
  expect(textOf({ tables: 0 }, [{ ...file, stage: 'read' }])).toBe('✓');
  expect(textOf({}, [file])).toBe('✓');
  expect(textOf({}, [{ ...file, where: 'embedded', stage: 'failed' }])).toBe('·');
  expect(textOf({ tables: 0, inconsistent: 2 }, [file])).toBe('2');
});

it('tells how far the reading has come, and no verdict meanwhile', () => {
  const batch = (...stages: readonly FileEntry['stage'][]) =>
    stages.map((stage, index): FileEntry => ({
      ...file,
      documentId: String(index),
      stage,
      since: 1000 + index / 1000,
    }));
  expect(textOf({ stage: 'reading' })).toBe('…');
  expect(textOf({}, batch('reading'))).toBe('…');
  expect(textOf({}, [{ ...file, stage: 'read', since: 5 }, ...batch('read', 'failed', 'reading', 'queued')])).toBe(
    '2/4',
  );
  expect(textOf({ inconsistent: 3 }, batch('read', 'queued'))).toBe('1/2');
  expect(
    textOf(
      {},
      batch(
        ...Array.from({ length: 12 }, () => 'read' as const),
        ...Array.from({ length: 8 }, () => 'queued' as const),
      ),
    ),
  ).toBe('60%');
  expect(textOf({}, batch('read', 'read'))).toBe('✓');
});

it('tells what the reader has set aside, and never that all agrees', () => {
  expect(badgeOf({ ...read, ignored: 2 }, [], words.zh)).toMatchObject({
    text: '(2)',
    title: '对得上：2 处已忽略，其余对得上',
  });
  expect(badgeOf({ ...read, ignored: 2, inconsistent: 1 }, [], words.zh)).toMatchObject({
    text: '1',
    title: '对得上：1 处不一致，2 处已忽略',
  });
  expect(badgeOf({ ...read, ignored: 1, checked: 0 }, [], words.zh).title).toBe('对得上：1 处已忽略');
});

it('is quiet where there is nothing to say', () => {
  expect(badgeOf(null, [], words.zh)).toMatchObject({ text: '', title: '对得上' });
  expect(textOf({ stage: 'restricted' })).toBe('');
  expect(textOf({ page: 'pdf', stage: 'waiting' })).toBe('');
  expect(textOf({ stage: 'failed' })).toBe('!');
});

it('tells of a PDF in the browser’s viewer, and how to open it where there is nothing to tell', () => {
  expect(textOf({ page: 'pdf', inconsistent: 2 })).toBe('2');
  expect(badgeOf({ ...read, page: 'pdf', checked: 0 }, [], words.zh)).toMatchObject({
    text: '',
    title: '对得上：点此打开并核对这份 PDF',
  });
});
