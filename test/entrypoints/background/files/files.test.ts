import { expect, it } from 'vitest';
import {
  cancelFiles,
  filesToSwap,
  isOfPage,
  listFiles,
  tellFiles,
  wantFiles,
  withoutReader,
} from '../../../../entrypoints/background/files/files.ts';
import type { FileEntry } from '../../../../entrypoints/shared/protocol/protocol.ts';
import { emptyCoverage } from '../../../../core/report/coverage.ts';
import { reportFixture } from '../../report-fixture.ts';

const policy = { now: 5, allowed: () => true, atOnce: true };
const file = (url: string, where: FileEntry['where'] = 'attachment', format = 'pdf', own = true) => ({
  url,
  name: url,
  where,
  format,
  own,
});
const stages = (files: readonly FileEntry[]) => files.map(({ stage }) => stage);

it('reads what the page shows, and attachments only when asked', () => {
  const files = listFiles([], [file('a', 'embedded'), file('b'), file('c', 'page')], policy);
  expect(stages(files)).toEqual(['queued', 'idle', 'queued']);
  expect(stages(listFiles([], [file('a', 'embedded')], { ...policy, atOnce: false }))).toEqual(['idle']);
  expect(
    stages(
      listFiles(
        [],
        Array.from({ length: 9 }, (_, index) => file(String(index), 'embedded')),
        policy,
      ),
    ).filter((stage) => stage === 'queued'),
  ).toHaveLength(5);
});

it('lets what is not of the page’s own origin wait for the reader', () => {
  const files = listFiles([], [file('a', 'embedded', 'pdf', false), file('b', 'embedded')], policy);
  expect(stages(files)).toEqual(['idle', 'queued']);
  expect(wantFiles(files, ['a'], 6)[0]).toMatchObject({ stage: 'queued', asked: true, own: false });
});

it('waits for permission', () => {
  const [entry] = listFiles([], [file('a', 'embedded')], { ...policy, allowed: () => false });
  expect(entry).toMatchObject({ stage: 'idle', failure: { kind: 'no-permission' } });
});

it('keeps what it knows when the page is looked at again', () => {
  const [known] = tellFiles(
    [{ ...listFiles([], [file('a', 'embedded')], policy)[0], stage: 'reading' } as FileEntry],
    'a',
    { stage: 'read', report: reportFixture() },
  );
  expect(known).toMatchObject({ stage: 'read', result: { inconsistent: 1 } });
  const again = listFiles(known === undefined ? [] : [known], [file('b')], policy);
  expect(again.map(({ documentId, stage }) => [documentId, stage])).toEqual([
    ['b', 'idle'],
    ['a', 'read'],
  ]);
  // An idle one that has gone has gone.
  expect(listFiles(again, [], policy).map(({ documentId }) => documentId)).toEqual(['a']);
});

it('takes orders and cancels them; what cannot be read is not taken', () => {
  const idle = listFiles([], [file('a'), file('b'), file('c', 'attachment', 'xlsx')], policy);
  const wanted = wantFiles(idle, ['b', 'a', 'c'], 10);
  expect(stages(wanted)).toEqual(['queued', 'queued', 'idle']);
  expect((wanted[0]?.since ?? 0) < (wanted[1]?.since ?? 0)).toBe(true);
  expect(stages(cancelFiles(wanted, ['a', 'c']))).toEqual(['cancelled', 'queued', 'idle']);
});

it('hears no news of a file that nobody waits for', () => {
  const cancelled = cancelFiles(wantFiles(listFiles([], [file('a')], policy), ['a'], 1), ['a']);
  expect(stages(tellFiles(cancelled, 'a', { stage: 'read', report: reportFixture() }))).toEqual(['cancelled']);
});

it('swaps only what has something to show', () => {
  const reading = listFiles([], [file('a', 'embedded'), file('b', 'embedded')], policy).map((entry): FileEntry => ({
    ...entry,
    stage: 'reading',
  }));
  const nothing = reportFixture({ findings: [], coverage: emptyCoverage });
  expect(
    filesToSwap(
      tellFiles(tellFiles(reading, 'a', { stage: 'read', report: reportFixture() }), 'b', {
        stage: 'read',
        report: nothing,
      }),
    ),
  ).toEqual(['a']);
});

it('swaps no file of another origin, nor one that came from there', () => {
  const [own, foreign, sent] = ['http://a.gov.cn/a', 'http://b.gov.cn/b', 'http://a.gov.cn/c'].map((url) =>
    file(url, 'embedded', 'pdf', url.startsWith('http://a.')),
  );
  const reading = listFiles(
    [],
    [own, foreign, sent].flatMap((each) => each ?? []),
    policy,
  ).map((entry): FileEntry => ({ ...entry, stage: 'reading' }));
  const read = reading.reduce<FileEntry[]>(
    (files, { documentId }) =>
      tellFiles(files, documentId, {
        stage: 'read',
        report: reportFixture(),
        ...(documentId.endsWith('c') && { from: 'http://b.gov.cn/c' }),
      }),
    reading,
  );
  expect(read.map(isOfPage)).toEqual([true, false, false]);
  expect(filesToSwap(read)).toEqual(['http://a.gov.cn/a']);
  // Sent on within its own site, it stays the page's.
  expect(
    read.map((entry) => ({ ...entry, ...(entry.from !== undefined && { from: 'http://a.gov.cn/d' }) })).map(isOfPage),
  ).toEqual([true, false, true]);
});

it('without its reader, what was read has failed and what was fetched waits anew, unless nothing was read', () => {
  const files = listFiles(
    [],
    ['a', 'b', 'c', 'd'].map((url) => file(url, 'embedded')),
    policy,
  ).map((entry, index): FileEntry => ({
    ...entry,
    stage: (['reading', 'fetching', 'waiting', 'cancelled'] as const)[index] ?? 'idle',
  }));
  expect(stages(withoutReader(files, true))).toEqual(['failed', 'queued', 'queued', 'cancelled']);
  expect(stages(withoutReader(files.slice(1), false))).toEqual(['failed', 'failed', 'cancelled']);
});
