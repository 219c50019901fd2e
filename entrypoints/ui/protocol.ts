import { z } from 'zod';
import { reportSchema } from '../../core/report/schema.ts';

/** Which document of a tab a report is about. */
export const whereSchema = z.enum(['page', 'frame', 'embedded', 'attachment', 'viewer']);

/**
 * One load of one document in one tab. The scripts of a page take `performance.timeOrigin`:
 * all of them agree on it without talking to each other, and a reload changes it.
 */
const navigationId = z.string().min(1).max(100);
const tabId = z.int().nonnegative();

/** From the detector: this page is worth a look. */
const detected = z.object({ kind: z.literal('detected'), navigationId, page: z.enum(['tables', 'pdf']) });

/** From whoever reads a document: how far it is, 0 to 1. */
const reading = z.object({ kind: z.literal('reading'), navigationId, where: whereSchema, progress: z.number().min(0).max(1) });

/** From whoever read a document: what came of it. */
const report = z.object({
  kind: z.literal('report'), navigationId, documentId: z.string().min(1).max(2000), where: whereSchema, report: reportSchema,
});

/** From whoever read a document: it could not be read. */
const failed = z.object({ kind: z.literal('failed'), navigationId, where: whereSchema, error: z.string().max(2000) });

/** From the popup: it has opened on this tab, after a click on the toolbar. */
const opened = z.object({ kind: z.literal('opened'), tabId });

/** From the popup, or from the viewer about its own tab: the reader moved a switch. */
const switched = z.object({ kind: z.literal('switched'), tabId, marks: z.boolean().optional(), rounding: z.boolean().optional() });

/** From the popup: read the page again. */
const again = z.object({ kind: z.literal('again'), tabId });

/** From the popup: show the tab's PDF in our viewer. */
const openViewer = z.object({ kind: z.literal('open-viewer'), tabId });

/** To the page or viewer of a tab: draw the marks, or take them away. */
const show = z.object({ kind: z.literal('show'), marks: z.boolean(), rounding: z.boolean() });

/** To the page or viewer of a tab: bring a place of a finding into view. */
const find = z.object({
  kind: z.literal('find'), documentId: z.string(), finding: z.string(),
  /** Index into the finding's places; without it, where the finding is marked. */
  place: z.int().nonnegative().optional(),
});

/** To the page or viewer of a tab: are you there? Answered by a `presence`. */
const hello = z.object({ kind: z.literal('hello') });

/** To the page: read again. */
const readAgain = z.object({ kind: z.literal('read-again') });

/** What the background takes. */
export const toBackgroundSchema = z.discriminatedUnion('kind', [detected, reading, report, failed, opened, switched, again, openViewer]);

/** What a page's script or the viewer takes. */
export const toDocumentSchema = z.discriminatedUnion('kind', [show, find, hello, readAgain]);

/** Everything that is said between the parts of the extension. */
export const messageSchema = z.discriminatedUnion('kind', [...toBackgroundSchema.options, ...toDocumentSchema.options]);

/** The answer to `hello`. */
export const presenceSchema = z.object({ navigationId });

/** One document of a tab and its report. */
export const documentRecordSchema = z.object({ documentId: z.string(), where: whereSchema, report: reportSchema });

/** What storage.session holds under `report:<tabId>`. */
export const tabReportsSchema = z.object({ navigationId, documents: z.array(documentRecordSchema) });

/** What storage.session holds under `tab:<tabId>`: where the tab's state machine stands. */
export const tabStateSchema = z.object({
  navigationId: z.string(),
  /** Found by the detector, asked for by a click on another site, a PDF in the browser's viewer, or our viewer. */
  page: z.enum(['tables', 'asked', 'pdf', 'viewer']),
  stage: z.enum(['waiting', 'reading', 'read', 'failed', 'restricted']),
  progress: z.number().min(0).max(1),
  error: z.string().optional(),
  /** `untouched` until the reader first opens the popup on this page. */
  marks: z.enum(['untouched', 'on', 'off']),
  rounding: z.boolean(),
  /** Counts of all documents of the tab; kept apart from the reports, which may be dropped. */
  inconsistent: z.int().nonnegative(),
  amounts: z.int().nonnegative(),
  checked: z.int().nonnegative(),
  /** When the tab last changed, for dropping the oldest. */
  changed: z.number(),
});

export type Where = z.infer<typeof whereSchema>;
export type ToBackground = z.infer<typeof toBackgroundSchema>;
export type ToDocument = z.infer<typeof toDocumentSchema>;
export type Presence = z.infer<typeof presenceSchema>;
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
