import type { Report } from '../../../core/report/schema.ts';
import { countVerdicts } from '../../shared/findings/count-verdicts.ts';
import { tallyOf } from '../../shared/findings/outcome.ts';
import type { FileEntry, FoundFile, ReaderNews } from '../../shared/protocol/protocol.ts';

/** Embedded files that are read without being asked for; a page with more of them is no disclosure. */
const readAtOnce = 5;

/** What decides over a newly found file. */
export interface FilePolicy {
  readonly now: number;
  /** Whether we may fetch from this address. */
  readonly allowed: (url: string) => boolean;
  /** Whether a PDF that the page shows, of its own origin, is read without being asked for. */
  readonly atOnce: boolean;
}

/** Can we read files of this format, as far as the address tells? */
export function isReadable({ format }: Pick<FileEntry, 'format'>): boolean {
  return format === 'pdf' || format === 'unknown';
}

/** Is it being read, or waiting for that? */
export function underWay({ stage }: Pick<FileEntry, 'stage'>): boolean {
  return stage === 'queued' || inHand({ stage });
}

/** Is it in the reader's hands: being fetched, waiting for its turn there, or being read? */
export function inHand({ stage }: Pick<FileEntry, 'stage'>): boolean {
  return stage === 'fetching' || stage === 'waiting' || stage === 'reading';
}

/** A file as it was found, and whether it is of the page's own origin. */
export type ListedFile = Omit<FoundFile, 'where'> & Pick<FileEntry, 'where' | 'own'>;

/** How far the reader's last wish has come that is still being read: files that were asked for at one moment, and how many of them are done. */
export function batchOf(files: readonly FileEntry[]): { readonly done: number; readonly all: number } {
  const asked = new Set(files.filter(underWay).map(({ since }) => Math.floor(since)));
  const batch = files.filter(({ since }) => asked.has(Math.floor(since)));
  return { done: batch.filter((entry) => !underWay(entry)).length, all: batch.length };
}

/**
 * The files of a page after it was looked at again: those that are known keep their stage; those that have gone go, unless something came of them.
 */
export function listFiles(before: readonly FileEntry[], found: readonly ListedFile[], policy: FilePolicy): FileEntry[] {
  const known = new Map(before.map((entry) => [entry.documentId, entry]));
  let atOnce = before.filter(({ where, stage }) => where === 'embedded' && stage !== 'idle').length;
  const listed = new Map<string, FileEntry>();
  for (const { url, name, where, format, own } of found) {
    if (listed.has(url)) continue;
    const old = known.get(url);
    const entry: FileEntry =
      old === undefined
        ? {
            documentId: url,
            url,
            name,
            where,
            format,
            own,
            stage: 'idle',
            progress: 0,
            since: 0,
            ...(isReadable({ format }) && !policy.allowed(url) && { failure: { kind: 'no-permission' as const } }),
          }
        : { ...old, name, where, format: format === 'unknown' ? old.format : format };
    const read =
      where !== 'attachment' &&
      entry.own &&
      policy.atOnce &&
      entry.stage === 'idle' &&
      entry.failure === undefined &&
      atOnce < readAtOnce;
    if (read) atOnce += 1;
    listed.set(url, read ? queued(entry, policy.now) : entry);
  }
  const gone = before.filter((entry) => !listed.has(entry.documentId) && (underWay(entry) || entry.stage === 'read'));
  return [...listed.values(), ...gone];
}

function queued(entry: FileEntry, now: number): FileEntry {
  return {
    ...entry,
    stage: 'queued',
    progress: 0,
    received: undefined,
    total: undefined,
    since: now,
    failure: undefined,
    result: undefined,
    from: undefined,
  };
}

/** The reader asks for these files. */
export function wantFiles(files: readonly FileEntry[], ids: readonly string[], now: number): FileEntry[] {
  // In the order of the list, also when asked for at one moment.
  return files.map((entry, index) =>
    ids.includes(entry.documentId) && isReadable(entry) && !underWay(entry)
      ? { ...queued(entry, now + index / 1000), asked: true }
      : entry,
  );
}

/**
 * The browser has taken the reader away, or it no longer answered: what was being read is not tried again by itself; what was only being
 * fetched, or waited, is, unless nothing was being read at all.
 * @param inReading whether the reader was reading any file, of whatever tab
 */
export function withoutReader(files: readonly FileEntry[], inReading: boolean): FileEntry[] {
  return files.map((entry) => {
    if (!inHand(entry)) return entry;
    if (entry.stage === 'reading' || !inReading) return { ...entry, stage: 'failed', failure: { kind: 'interrupted' } };
    return { ...entry, stage: 'queued', progress: 0, received: undefined, total: undefined };
  });
}

/** The reader no longer asks for these files. */
export function cancelFiles(files: readonly FileEntry[], ids: readonly string[]): FileEntry[] {
  return files.map((entry) =>
    ids.includes(entry.documentId) && underWay(entry) ? { ...entry, stage: 'cancelled' } : entry,
  );
}

/** What the reader's room says of a file. News of a file that nobody waits for is none. */
export function tellFiles(files: readonly FileEntry[], documentId: string, news: ReaderNews['news']): FileEntry[] {
  return files.map((entry) => {
    if (entry.documentId !== documentId || !inHand(entry)) return entry;
    switch (news.stage) {
      case 'fetching':
        return { ...entry, stage: news.stage, progress: news.progress, received: news.received, total: news.total };
      case 'waiting':
        return { ...entry, stage: news.stage, progress: 0 };
      case 'reading':
        return { ...entry, stage: news.stage, progress: news.progress };
      case 'failed':
        return { ...entry, stage: 'failed', failure: news.failure };
      // Only a PDF can have been read, whatever its address says.
      case 'read':
        return { ...entry, format: 'pdf', stage: 'read', progress: 1, result: resultOf(news.report), from: news.from };
    }
  });
}

function resultOf(report: Report): NonNullable<FileEntry['result']> {
  const { inconsistent, amounts, checked, tables, partial } = tallyOf([report], []);
  return {
    inconsistent,
    notices: countVerdicts([report]).notice,
    amounts,
    checked,
    tables,
    partial,
    scanned: (report.source.scannedPages?.length ?? 0) > 0,
  };
}

/** Did its bytes come from the page's own origin? Any other file never takes its place in the page: the page would see that it was read. */
export function isOfPage({ own, url, from }: FileEntry): boolean {
  return own && (from === undefined || new URL(from).origin === new URL(url).origin);
}

/** Embedded files in whose place our viewer has something to show. */
export function filesToSwap(files: readonly FileEntry[]): string[] {
  return files
    .filter(isOfPage)
    .filter(
      ({ where, result }) =>
        where === 'embedded' && result !== undefined && result.checked + result.inconsistent + result.notices > 0,
    )
    .map(({ documentId }) => documentId);
}
