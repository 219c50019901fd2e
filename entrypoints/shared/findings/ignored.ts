import { browser } from 'wxt/browser';
import type { Finding, FindingPlace, Report } from '../../../core/report/schema.ts';
import { languages } from '../../../core/report/words/language-names.ts';
import { documentIdOf, longestAddress } from '../protocol/document-id.ts';
import { serial } from '../storage/serial.ts';
import { hearStorage } from '../storage/hear-storage.ts';
import { markedPlaces } from './marked-places.ts';
import { z } from '../protocol/zod.ts';

/** So many characters of a finding's sentence are kept. */
export const mostOfMessage = 500;

/** One finding that the reader does not want to see again: this rule, at this cell, of this document. */
export const ignoredSchema = z.object({
  /** The document's address, without a fragment; a local file's name. */
  document: z.string().min(1).max(longestAddress),
  rule: z.string().min(1).max(100),
  /** The cell or the characters, and the figure as printed: a corrected figure is a new one. */
  cell: z.string().min(1).max(200),
  /** For the reader's list of what is ignored. */
  title: z.string().max(200),
  messages: z.partialRecord(z.enum(languages), z.string().max(mostOfMessage)),
  /** When, in milliseconds since 1970. */
  since: z.number().nonnegative(),
});

export type Ignored = z.infer<typeof ignoredSchema>;

/** What storage.local holds under `ignored`. */
export const ignoredListSchema = z.array(ignoredSchema);

/** The key in storage.local. */
export const ignoredKey = 'ignored';

/** A reader who ignores more than these has left the oldest behind. */
export const mostIgnored = 500;

function placeKey(place: FindingPlace): string {
  const at = 'table' in place ? `${place.table}/${place.row}/${place.column}` : `${place.paragraph}/${place.start}`;
  return `${at}=${place.text.trim()}`.slice(0, 200);
}

function documentKey(report: Report): string {
  const { url, title } = report.source;
  return documentIdOf(url.replace(/#.*$/s, '') || title || '-');
}

/** What tells one finding from all others. */
type IgnoredKey = Pick<Ignored, 'document' | 'rule' | 'cell'>;

/** What tells a finding of a report from all others. */
export function keyOf(finding: Finding, report: Report): IgnoredKey {
  const place = finding.places[markedPlaces(finding)[0] ?? 0];
  return {
    document: documentKey(report),
    rule: finding.rule,
    cell: place === undefined ? finding.id : placeKey(place),
  };
}

/** Do two entries ignore the same finding? */
export function sameIgnored(a: IgnoredKey, b: IgnoredKey): boolean {
  return a.document === b.document && a.rule === b.rule && a.cell === b.cell;
}

/** Has the reader chosen not to see this finding? */
export function isIgnored(finding: Finding, report: Report, ignored: readonly Ignored[]): boolean {
  const key = keyOf(finding, report);
  return ignored.some((each) => sameIgnored(each, key));
}

/** A report without what the reader ignores; the same report if that is nothing. */
export function withoutIgnored(report: Report, ignored: readonly Ignored[]): Report {
  const document = documentKey(report);
  if (!ignored.some((each) => each.document === document)) return report;
  return { ...report, findings: report.findings.filter((finding) => !isIgnored(finding, report, ignored)) };
}

/** The latest of a list, as many as are kept, in order. */
const latest = (list: readonly Ignored[]): Ignored[] => [...list].sort((a, b) => a.since - b.since).slice(-mostIgnored);

/** Everything that is ignored. An entry that is none of ours is left out, the others stay. */
export async function loadIgnored(): Promise<Ignored[]> {
  const list = z.array(z.unknown()).safeParse((await browser.storage.local.get(ignoredKey))[ignoredKey]).data ?? [];
  return latest(list.flatMap((entry) => ignoredSchema.safeParse(entry).data ?? []));
}

/** Keeps this list in place of the one before; of too many the oldest go. */
export async function saveIgnored(list: readonly Ignored[]): Promise<void> {
  await browser.storage.local.set({ [ignoredKey]: latest(list) });
}

const inOrder = serial();

/** Ignores a finding, or takes it back. @returns whether that was kept: the browser's storage may be full, or the extension gone */
export function setIgnored(entry: Ignored, ignored: boolean): Promise<boolean> {
  return inOrder(async () => {
    const others = (await loadIgnored()).filter((each) => !sameIgnored(each, entry));
    await saveIgnored(ignored ? [...others, entry] : others);
  }).then(
    () => true,
    () => false,
  );
}

/** Calls back with what is ignored, now and whenever it changes, until the signal aborts. */
export async function followIgnored(
  changed: (ignored: readonly Ignored[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const read = async () => {
    const list = await loadIgnored();
    if (!signal.aborted) changed(list);
  };
  const hear = (changes: Record<string, unknown>) => {
    if (ignoredKey in changes) void read();
  };
  hearStorage('local', hear, signal);
  await read();
}
