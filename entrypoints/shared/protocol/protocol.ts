import { z } from 'zod';
import { reportSchema } from '../../../core/report/schema.ts';
import { longestAddress } from './document-id.ts';
import { locatedSchema } from './kept-reading.ts';
import { packed } from './packed.ts';

/** Which document of a tab a report is about. */
export const whereSchema = z.enum(['page', 'frame', 'embedded', 'attachment', 'viewer']);

/**
 * One load of one document in one tab. The scripts of a page take `performance.timeOrigin`:
 * all of them agree on it without talking to each other, and a reload changes it.
 */
const navigationId = z.string().min(1).max(100);
const tabId = z.int().nonnegative();

/** An address of the web, without a name and password in it. */
export const webAddressSchema = z
  .string()
  .max(longestAddress)
  .refine((address) => {
    try {
      const { protocol, username, password } = new URL(address);
      return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
    } catch {
      return false;
    }
  });

/** What `documentIdOf` makes of a document's address. */
const documentId = z.string().min(1).max(longestAddress);

/** What a link or frame leads to: `pdf`, `unknown` until it is fetched, or an ending that we cannot read. */
export const fileFormatSchema = z.string().regex(/^[a-z0-9]{1,8}$/);

/** A file that a page shows or links to. */
export const foundFileSchema = z.object({
  where: z.enum(['embedded', 'attachment']),
  url: webAddressSchema,
  name: z.string().max(300),
  format: fileFormatSchema,
});

/** No page is asked for more files than these. */
export const mostFiles = 60;

/** Why a file or a page could not be read; the sentences are in locale/file-text.ts. */
export const fileFailureSchema = z.object({
  kind: z.enum([
    'no-address',
    'no-permission',
    'network',
    'cut-off',
    'stalled',
    'not-found',
    'refused',
    'server',
    'redirected',
    'elsewhere',
    'web-page',
    'office',
    'ofd',
    'archive',
    'picture',
    'empty',
    'not-pdf',
    'broken',
    'truncated',
    'too-large',
    'huge',
    'stopped',
    'unreadable',
    'encrypted',
    'too-long',
    'stuck',
    'read-failed',
    'interrupted',
    'page-too-long',
    'page-too-deep',
    'page-restless',
    'page-shadows',
    'no-room',
    'cancelled',
  ]),
  /** The server's answer, where that is the reason. */
  status: z.int().optional(),
});

/** From the detector: this page is worth a look. */
const detected = z.object({ kind: z.literal('detected'), navigationId, page: z.enum(['tables', 'pdf']) });

/** From a page's script: the browser has brought the page back, and its marks were on. */
const returned = z.object({ kind: z.literal('returned'), navigationId, rounding: z.boolean(), coverage: z.boolean() });

/** From whoever reads a document: how far it is, 0 to 1. */
const reading = z.object({
  kind: z.literal('reading'),
  navigationId,
  where: whereSchema,
  progress: z.number().min(0).max(1),
});

/** From whoever read a document: what came of it. */
const report = z.object({
  kind: z.literal('report'),
  navigationId,
  documentId,
  where: whereSchema,
  report: reportSchema,
});

/** From whoever read a document: it could not be read. */
const failed = z.object({ kind: z.literal('failed'), navigationId, where: whereSchema, failure: fileFailureSchema });

/** From a page's script: the files that the page shows and links to. */
const files = z.object({
  kind: z.literal('files'),
  navigationId,
  files: z.array(foundFileSchema).max(mostFiles),
  more: z.int().nonnegative(),
});

/** From a page's script: our viewer stands in the place of this file, and will know this word. */
const frameOffer = z.object({
  kind: z.literal('frame-offer'),
  navigationId,
  documentId,
  nonce: z.string().min(20).max(100),
});

/** So many words our viewer in a page's frame passes on at once: the page may say as many as it likes. */
export const mostClaims = 50;

/** From our viewer in a page's frame: it was given one of these words. Answered by a `frameGrant` or null. */
const frameClaim = z.object({
  kind: z.literal('frame-claim'),
  nonces: z.array(z.string().min(20).max(100)).max(mostClaims),
});

/** From the popup: it has opened on this tab, after a click on the toolbar. */
const opened = z.object({ kind: z.literal('opened'), tabId });

/** From the popup, or from the viewer about its own tab: the reader moved a switch. */
const switched = z.object({
  kind: z.literal('switched'),
  tabId,
  marks: z.boolean().optional(),
  rounding: z.boolean().optional(),
  coverage: z.boolean().optional(),
});

/** From the popup: read the page again. */
const again = z.object({ kind: z.literal('again'), tabId });

/** A cell of a report's table. */
export const cellAddressSchema = z.object({
  table: z.string().max(20),
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
});

/** From the popup: show the tab's PDF, or one of its files, in our viewer, at a finding or a cell if there is one. */
const openViewer = z.object({
  kind: z.literal('open-viewer'),
  tabId,
  documentId: documentId.optional(),
  finding: z.string().optional(),
  cell: cellAddressSchema.optional(),
});

/** From the popup: read these files of the tab. */
const checkFiles = z.object({
  kind: z.literal('check-files'),
  tabId,
  documentIds: z.array(documentId).max(mostFiles + 1),
});

/** From the popup: stop reading these files, or do not begin. */
const cancelFiles = z.object({
  kind: z.literal('cancel-files'),
  tabId,
  documentIds: z.array(documentId).max(mostFiles + 1),
});

/** To the reader: read this file. */
const readerOrder = z.object({
  kind: z.literal('reader-order'),
  tabId,
  navigationId,
  documentId,
  url: webAddressSchema,
  title: z.string(),
  /** As whom the file is asked for (files/fetch-bytes.ts). */
  own: z.boolean(),
  asked: z.boolean(),
});

/** To the reader: nobody waits for these files of the tab any more. */
const readerStop = z.object({ kind: z.literal('reader-stop'), tabId, documentIds: z.array(documentId) });

/** From the reader: has the extension leave to read this address? Answered by yes or no. */
const mayRead = z.object({ kind: z.literal('may-read'), url: webAddressSchema });

/** From the reader, every few seconds while it has something to do: these files are in its hands. */
const readerAlive = z.object({
  kind: z.literal('reader-alive'),
  jobs: z.array(z.object({ tabId, navigationId, documentId })),
});

/** How many bytes of a file have come, and of how many, if the server has said. */
const bytes = { received: z.int().nonnegative().optional(), total: z.int().positive().optional() };

/** From the reader: how it goes with a file. */
export const readerNewsSchema = z.object({
  kind: z.literal('reader-news'),
  tabId,
  navigationId,
  documentId,
  news: z.discriminatedUnion('stage', [
    z.object({ stage: z.literal('fetching'), progress: z.number().min(0).max(1), ...bytes }),
    z.object({ stage: z.literal('waiting') }),
    z.object({ stage: z.literal('reading'), progress: z.number().min(0).max(1) }),
    z.object({
      stage: z.literal('read'),
      report: reportSchema,
      located: locatedSchema.optional(),
      from: webAddressSchema.optional(),
    }),
    z.object({ stage: z.literal('failed'), failure: fileFailureSchema }),
  ]),
});

/** To the page or viewer of a tab: draw the marks, or take them away. */
const show = z.object({
  kind: z.literal('show'),
  marks: z.boolean(),
  rounding: z.boolean(),
  /** Mark every figure: checked, or not and why. */
  coverage: z.boolean().optional(),
  /** Embedded files in whose place our viewer is to stand. */
  swap: z.array(documentId).max(mostFiles).optional(),
});

/** To the page or viewer of a tab: bring a place of a finding into view. */
const find = z.object({
  kind: z.literal('find'),
  documentId: z.string(),
  finding: z.string(),
  /** Index into the finding's places; without it, where the finding is marked. */
  place: z.int().nonnegative().optional(),
});

/** To the page or viewer of a tab: bring a cell into view. */
const findCell = z.object({ kind: z.literal('find-cell'), documentId: z.string(), cell: cellAddressSchema });

/** To the page or viewer of a tab: go on to the next mark, or the one before. */
const step = z.object({ kind: z.literal('step'), by: z.union([z.literal(1), z.literal(-1)]) });

/** To the page or viewer of a tab: are you there? Answered by a `presence`. */
const hello = z.object({ kind: z.literal('hello') });

/** To the page or viewer of a tab: what is printed in your document? Answered by its `Contents` or null. */
const contents = z.object({ kind: z.literal('contents'), documentId: z.string() });

/** To the page: read again. */
const readAgain = z.object({ kind: z.literal('read-again') });

/** What the background takes. */
export const toBackgroundSchema = z.discriminatedUnion('kind', [
  detected,
  returned,
  reading,
  report,
  failed,
  files,
  frameOffer,
  frameClaim,
  opened,
  switched,
  again,
  openViewer,
  checkFiles,
  cancelFiles,
  readerNewsSchema,
  readerAlive,
  mayRead,
]);

/** What a page's script or the viewer takes. */
export const toDocumentSchema = z.discriminatedUnion('kind', [show, find, findCell, step, hello, readAgain, contents]);

/** What the reader takes. */
export const toReaderSchema = z.discriminatedUnion('kind', [readerOrder, readerStop]);

/** The answer to `hello`. */
export const presenceSchema = z.object({ navigationId });

/** The answer to `frame-claim`. */
export const frameGrantSchema = z.object({ nonce: z.string(), documentId, name: z.string(), rounding: z.boolean() });

/** One file of a tab, and how it stands. A PDF that is the tab itself has `where: 'page'`. */
export const fileEntrySchema = z.object({
  documentId,
  url: webAddressSchema,
  name: z.string(),
  where: z.enum(['page', 'embedded', 'attachment']),
  format: fileFormatSchema,
  /** At the origin of the tab's page; any other file waits for the reader to ask for it, and is fetched without cookies. */
  own: z.boolean(),
  /** The reader has asked for it. */
  asked: z.boolean().optional(),
  /** Where its bytes came from, if its server sent us elsewhere. */
  from: webAddressSchema.optional(),
  stage: z.enum(['idle', 'queued', 'fetching', 'waiting', 'reading', 'read', 'failed', 'cancelled']),
  progress: z.number().min(0).max(1),
  ...bytes,
  /** When it was asked for: first come, first served. */
  since: z.number(),
  failure: fileFailureSchema.optional(),
  result: z
    .object({
      inconsistent: z.int(),
      notices: z.int(),
      amounts: z.int(),
      checked: z.int(),
      tables: z.int(),
      scanned: z.boolean(),
      partial: z.boolean(),
    })
    .optional(),
});

/** What storage.session holds under `files:<tabId>`. */
export const tabFilesSchema = z.object({ navigationId, files: z.array(fileEntrySchema), more: z.int().nonnegative() });

/** One document of a tab and its report. */
export const documentRecordSchema = z.object({ documentId: z.string(), where: whereSchema, report: reportSchema });

/** What storage.session holds under `report:<tabId>`. */
export const tabReportsSchema = z.object({ navigationId, documents: packed(z.array(documentRecordSchema)) });

/** What storage.session holds under `tab:<tabId>`: where the tab's state machine stands. */
export const tabStateSchema = z.object({
  navigationId: z.string(),
  /** Found by the detector, asked for by a click on another site, a PDF in the browser's viewer, or our viewer. */
  page: z.enum(['tables', 'asked', 'pdf', 'viewer']),
  stage: z.enum(['waiting', 'reading', 'read', 'failed', 'restricted']),
  progress: z.number().min(0).max(1),
  failure: fileFailureSchema.optional(),
  /** `untouched` until the reader first opens the popup on this page. */
  marks: z.enum(['untouched', 'on', 'off']),
  rounding: z.boolean(),
  /** Every figure is marked: checked, or not and why. */
  coverage: z.boolean().optional(),
  /** Counts of all documents of the tab; kept apart from the reports, which may be dropped. */
  inconsistent: z.int().nonnegative(),
  amounts: z.int().nonnegative(),
  checked: z.int().nonnegative(),
  /** Findings that the reader has set aside. */
  ignored: z.int().nonnegative(),
  /** Tables that were recognised. */
  tables: z.int().nonnegative(),
  /** Pages were not read. */
  partial: z.boolean(),
  /** When the tab last changed, for dropping the oldest. */
  changed: z.number(),
});

export type Where = z.infer<typeof whereSchema>;
export type ToBackground = z.infer<typeof toBackgroundSchema>;
export type ToDocument = z.infer<typeof toDocumentSchema>;
export type CellAddress = z.infer<typeof cellAddressSchema>;
export type Presence = z.infer<typeof presenceSchema>;
export type ToReader = z.infer<typeof toReaderSchema>;
export type ReaderOrder = z.infer<typeof readerOrder>;
export type ReaderNews = z.infer<typeof readerNewsSchema>;
export type ReaderAlive = z.infer<typeof readerAlive>;
export type FoundFile = z.infer<typeof foundFileSchema>;
export type FileFailure = z.infer<typeof fileFailureSchema>;
export type FileEntry = z.infer<typeof fileEntrySchema>;
export type TabFiles = z.infer<typeof tabFilesSchema>;
export type FrameGrant = z.infer<typeof frameGrantSchema>;
export type DocumentRecord = z.infer<typeof documentRecordSchema>;
export type TabReports = z.infer<typeof tabReportsSchema>;
export type TabState = z.infer<typeof tabStateSchema>;

/** The key of a tab's reports in storage.session. */
export function reportsKey(id: number): string {
  return `report:${id}`;
}

/** The key of a tab's state in storage.session. */
export function stateKey(id: number): string {
  return `tab:${id}`;
}

/** The key of a tab's files in storage.session. */
export function filesKey(id: number): string {
  return `files:${id}`;
}

/** The tab whose files storage.session holds under a key; null for other keys. */
export function tabOfFilesKey(key: string): number | null {
  const [, id] = /^files:(\d{1,15})$/.exec(key) ?? [];
  return id === undefined ? null : Number(id);
}
