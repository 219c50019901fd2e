import fc from 'fast-check';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, describe, expect } from 'vitest';
import { loadFiles, waitingTabs } from '../../entrypoints/background/files/file-store.ts';
import { grantFrame } from '../../entrypoints/background/tabs/frames.ts';
import { loadReports, loadState, saveReport } from '../../entrypoints/background/tabs/store.ts';
import { frameHandoverSchema, fromPageSchema, toPageSchema } from '../../entrypoints/shared/protocol/frame-protocol.ts';
import {
  filesKey,
  reportsKey,
  stateKey,
  toBackgroundSchema,
  toDocumentSchema,
  toReaderSchema,
  webAddressSchema,
} from '../../entrypoints/shared/protocol/protocol.ts';
import { reportFixture } from '../entrypoints/report-fixture.ts';
import { fuzz } from './fuzz.ts';

const kinds = fc.constantFrom(
  'detected',
  'reading',
  'report',
  'failed',
  'files',
  'frame-offer',
  'frame-claim',
  'opened',
  'switched',
  'again',
  'open-viewer',
  'check-files',
  'cancel-files',
  'reader-news',
  'show',
  'find',
  'hello',
  'read-again',
  'reader-order',
  'bytes',
  'tieout-frame',
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    'http://www.shili.gov.cn/',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'http://a:b@www.shili.gov.cn/',
    '__proto__',
    'x'.repeat(5000),
    Number.NaN,
    -1,
    1e300,
  ),
);
const keys = fc.constantFrom(
  'tabId',
  'navigationId',
  'documentId',
  'page',
  'where',
  'progress',
  'report',
  'error',
  'files',
  'more',
  'nonce',
  'marks',
  'rounding',
  'documents',
  'stage',
  'swap',
  'url',
  'name',
  'news',
  '__proto__',
  'constructor',
);
const message = fc
  .tuple(kinds, fc.dictionary(keys, value, { maxKeys: 8 }))
  .map(([kind, rest]): unknown => ({ kind, ...rest }));
const anything = fc.oneof(message, value);

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.storage.session.getBytesInUse = () => Promise.resolve(0);
});

describe('what comes in by messages', () => {
  fuzz('is taken whole or not at all, and changes nothing', anything, 3000, (raw) => {
    const before = JSON.stringify(raw);
    for (const schema of [
      toBackgroundSchema,
      toDocumentSchema,
      toReaderSchema,
      frameHandoverSchema,
      toPageSchema,
      fromPageSchema,
    ])
      schema.safeParse(raw);
    expect(JSON.stringify(raw)).toBe(before);
    expect(({} as Record<string, unknown>).kind).toBeUndefined();
  });

  fuzz(
    'has only addresses of the web, without passwords',
    fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc
        .tuple(
          fc.constantFrom(
            'javascript:',
            'data:',
            'file:///',
            'http://u:p@',
            'ftp://',
            'chrome://',
            'blob:http://',
            '//',
            'HTTP://',
            ' http://',
            'http:\\',
          ),
          fc.string(),
        )
        .map((parts) => parts.join('')),
    ),
    2000,
    (address) => {
      if (!webAddressSchema.safeParse(address).success) return;
      const { protocol, username, password } = new URL(address);
      expect(protocol).toMatch(/^https?:$/);
      expect(username + password).toBe('');
    },
  );
});

describe('what lies in the storage', () => {
  fuzz(
    'is understood or as good as absent, and a new report finds its place',
    fc.tuple(anything, anything, anything, anything),
    500,
    async ([state, reports, files, waiting]) => {
      await fakeBrowser.storage.session.set({
        [stateKey(7)]: state,
        [reportsKey(7)]: reports,
        [filesKey(7)]: files,
        'waiting-tabs': waiting,
        'frames:7': files,
      });
      await Promise.all([loadState(7), loadReports(7), loadFiles(7), waitingTabs()]);
      expect(await grantFrame(7, ['constructor'])).toBeNull();
      expect(await grantFrame(7, ['__proto__'])).toBeNull();
      const saved = await saveReport(7, 'now', { documentId: 'page', where: 'page', report: reportFixture() });
      expect(saved.documents.at(-1)?.documentId).toBe('page');
      expect((await loadReports(7))?.navigationId).toBe('now');
    },
  );
});
