import type { ReaderNews, ReaderOrder } from '../shared/protocol/protocol.ts';
import { OpenFailure } from '../shared/files/failure.ts';
import type { FetchedFile } from '../shared/files/fetch-bytes.ts';
import { fetchBytes } from '../shared/files/fetch-bytes.ts';
import type { FileOutcome } from './read-bytes.ts';
import { readInWorker } from './read-in-worker.ts';
import type { Room } from './room.ts';
import type { Seats } from './seats.ts';

/** A file that takes longer than this to come is given up. */
const patience = 10 * 60_000;

/** What the files that are read share. */
export interface Shared {
  /** Memory for what has come. */
  readonly room: Room;
  /** Turns for reading. */
  readonly seats: Seats;
}

/**
 * Fetches a PDF, then waits for its turn, reads its tables and checks them. Fetching keeps nobody waiting, however slow a server is.
 * @param signal ends it; what is returned then does not matter
 * @param onProgress told how far it is
 * @returns the report, or why there is none
 */
export async function readFile(
  { tabId, url, title, own, asked }: ReaderOrder,
  { room, seats }: Shared,
  signal: AbortSignal,
  onProgress: (news: Exclude<ReaderNews['news'], FileOutcome>) => void,
): Promise<FileOutcome> {
  const late = AbortSignal.timeout(patience);
  const share = room.share();
  try {
    onProgress({ stage: 'fetching', progress: 0 });
    const { bytes, from } = await share.fill((full): Promise<FetchedFile> =>
      fetchBytes(url, { own, asked }, AbortSignal.any([signal, late, full]), ({ received, total }) => {
        share.hold(received);
        onProgress({
          stage: 'fetching',
          progress: total === undefined ? 0 : Math.min(1, received / total),
          received,
          total,
        });
      }),
    );
    onProgress({ stage: 'waiting' });
    const leave = await seats.take(tabId, signal);
    try {
      onProgress({ stage: 'reading', progress: 0 });
      const outcome = await readInWorker(bytes, { url, title }, signal, (progress) =>
        onProgress({ stage: 'reading', progress }),
      );
      return outcome.stage === 'read' && from !== url ? { ...outcome, from } : outcome;
    } finally {
      leave();
    }
  } catch (error) {
    if (late.aborted) return { stage: 'failed', failure: { kind: 'too-long' } };
    if (error instanceof OpenFailure) return { stage: 'failed', failure: error.reason };
    if (!signal.aborted) console.error('Tieout: reading failed', error);
    return { stage: 'failed', failure: { kind: 'read-failed' } };
  } finally {
    share.leave();
  }
}
