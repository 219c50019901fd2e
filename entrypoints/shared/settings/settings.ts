import { browser } from 'wxt/browser';
import type { Report } from '../../../core/report/schema.ts';
import { serial } from '../storage/serial.ts';
import { hearStorage } from '../storage/hear-storage.ts';
import type { Language } from '../locale/messages.ts';
import { languageOf } from '../locale/messages.ts';
import { z } from '../protocol/zod.ts';

/** A site the reader has added: its host, in ASCII, and whether the hosts below it count. */
export const siteSchema = z
  .string()
  .max(255)
  .regex(/^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);

/** A rule's id: family/name. */
const ruleId = z
  .string()
  .max(100)
  .regex(/^[a-z-]+\/[a-z0-9-]+$/);

/** Everything a reader can choose. Inconsistencies are always shown: hiding them would be hiding what this is for. */
export const settingsSchema = z.object({
  language: z.enum(['browser', 'zh', 'en']),
  showRounding: z.boolean(),
  showNotices: z.boolean(),
  /** Rules whose findings are not shown. */
  rulesOff: z.array(ruleId).max(300),
  /** Pages of gov.cn and of added sites are checked without a click. */
  automatic: z.boolean(),
  /** PDFs that are opened or embedded there are read without a click. */
  readPdfs: z.boolean(),
  sites: z.array(siteSchema).max(100),
  /** Keys that go from finding to finding while marks are on. */
  stepKeys: z.boolean(),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What holds until the reader chooses. */
export const defaultSettings: Settings = {
  language: 'browser',
  showRounding: false,
  showNotices: true,
  rulesOff: [],
  automatic: true,
  readPdfs: true,
  sites: [],
  stepKeys: true,
};

/** The key in storage.local. Nothing is in storage.sync: that would leave the device. */
export const settingsKey = 'settings';

/** Settings from what is stored; what is not valid, or not there yet, is as it was in the beginning. */
export function parseSettings(raw: unknown): Settings {
  const stored = z.record(z.string(), z.unknown()).safeParse(raw).data ?? {};
  const valid = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(stored[name]);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(valid) });
}

/** The settings as they are now. */
export async function loadSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(settingsKey))[settingsKey]);
}

const inOrder = serial();

/** Changes some settings; every open page hears of it. @returns all settings as they are then */
export function changeSettings(
  change: Partial<Settings> | ((before: Settings) => Partial<Settings>),
): Promise<Settings> {
  return inOrder(async () => {
    const before = await loadSettings();
    const after = settingsSchema.parse({ ...before, ...(typeof change === 'function' ? change(before) : change) });
    await browser.storage.local.set({ [settingsKey]: after });
    return after;
  });
}

/** Calls back with the settings, now and whenever they change, until the signal aborts. */
export async function followSettings(changed: (settings: Settings) => void, signal?: AbortSignal): Promise<void> {
  const hear = (changes: Record<string, { readonly newValue?: unknown } | undefined>) => {
    const change = changes[settingsKey];
    if (change !== undefined) changed(parseSettings(change.newValue));
  };
  hearStorage('local', hear, signal);
  const settings = await loadSettings();
  if (signal?.aborted !== true) changed(settings);
}

/** The browser's language; kept, as it cannot be asked for once the extension has been updated under a page. */
let browserLanguage: Language | undefined;

/** The language to speak: the one chosen, or the browser's. */
export function languageFor({ language }: Pick<Settings, 'language'>): Language {
  if (language !== 'browser') return language;
  browserLanguage ??= languageOf(browser.i18n.getUILanguage());
  return browserLanguage;
}

/** Tells the page's own document which language it is in. */
export function speakLanguage(page: Document, language: Language): void {
  page.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** A report as the reader wants to see it: without the findings of rules that are off, but for those that another rule bears out; without notices if they are. */
export function asChosen(
  report: Report,
  { rulesOff, showNotices }: Pick<Settings, 'rulesOff' | 'showNotices'>,
): Report {
  if (rulesOff.length === 0 && showNotices) return report;
  const isOff = ({ rule }: { readonly rule: string }) => rulesOff.includes(rule);
  return {
    ...report,
    findings: report.findings.filter(
      (finding) => (showNotices || finding.verdict !== 'notice') && (!isOff(finding) || !finding.related.every(isOff)),
    ),
  };
}

/**
 * A site as a reader types it: a host, `*.host`, or the address of a page there.
 * @returns null if it is none
 */
export function siteOf(typed: string): string | null {
  const text = typed.trim();
  const below = text.startsWith('*.');
  try {
    const { hostname, protocol } = new URL(
      /^[a-z]+:\/\//i.test(text) ? text : `http://${below ? text.slice(2) : text}`,
    );
    const site = siteSchema.safeParse(`${below ? '*.' : ''}${hostname.toLowerCase()}`);
    return site.success && (protocol === 'http:' || protocol === 'https:') ? site.data : null;
  } catch {
    return null;
  }
}

/** The match patterns of a site. */
export function patternsOf(site: string): string[] {
  return [`http://${site}/*`, `https://${site}/*`];
}
