import type { Ignored } from '../findings/ignored.ts';
import { ignoredListSchema, mostIgnored } from '../findings/ignored.ts';
import type { Settings } from './settings.ts';
import { settingsSchema } from './settings.ts';
import { z } from '../protocol/zod.ts';

/** What a file of settings holds; a file may hold some of the settings only. */
const settingsFileSchema = z.object({
  format: z.literal('tieout-settings/1'),
  settings: settingsSchema.partial(),
  ignored: ignoredListSchema.max(mostIgnored).optional(),
});

/** Larger than this is no file of ours. */
export const largestSettingsFile = 2 * 1024 * 1024;

/** What came of reading a file: its contents, or what is wrong with it and where. */
export type SettingsFile =
  | { readonly kind: 'read'; readonly settings: Settings; readonly ignored: readonly Ignored[] | null }
  | { readonly kind: 'not-json' | 'not-ours' | 'newer' }
  | { readonly kind: 'invalid'; readonly field: string };

/** The settings, and what is ignored, as a file. */
export function writeSettingsFile(settings: Settings, ignored: readonly Ignored[]): string {
  return `${JSON.stringify({ format: 'tieout-settings/1', settings, ignored }, null, 2)}\n`;
}

/**
 * Reads a file of settings; a file with something wrong in it changes nothing.
 * @param before the settings as they are: what the file does not mention stays
 */
export function readSettingsFile(text: string, before: Settings): SettingsFile {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { kind: 'not-json' };
  }
  const format = z.object({ format: z.string() }).safeParse(raw).data?.format ?? '';
  if (!format.startsWith('tieout-settings/')) return { kind: 'not-ours' };
  if (format !== 'tieout-settings/1') return { kind: 'newer' };
  const parsed = settingsFileSchema.safeParse(raw);
  if (!parsed.success) return { kind: 'invalid', field: parsed.error.issues[0]?.path.join('.') ?? '' };
  const given = Object.entries(parsed.data.settings).filter(([, value]) => value !== undefined);
  return {
    kind: 'read',
    settings: settingsSchema.parse({ ...before, ...Object.fromEntries(given) }),
    ignored: parsed.data.ignored ?? null,
  };
}
