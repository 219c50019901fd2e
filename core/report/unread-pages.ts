import { type Language } from './words/language-names.ts';
import type { Report } from './schema.ts';
import { unreadByReason, type Reason, type UnreadFields } from './unread.ts';
import { reportWords } from './words/languages.ts';

/** Why pages of a file were not checked, in a sentence. */
export interface UnreadPages {
  readonly reason: Reason;
  readonly text: string;
}

/** 1, 2, 3, 7 as 1–3、7. */
function pageRanges(pages: readonly number[], separator: string): string {
  const ranges: [number, number][] = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && page <= last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(separator);
}

/**
 * The pages of a file that were not checked, a sentence for each reason; none for a file that was read whole.
 * @param source what a report says of its file
 */
export function unreadPages(source: UnreadFields & Pick<Report['source'], 'pages'>, language: Language): UnreadPages[] {
  const { unread: said, between } = reportWords[language];
  return unreadByReason(source).map(([reason, pages]) => {
    if (reason !== 'left-out') return { reason, text: said[reason](pageRanges(pages, between)) };
    const read = (pages[0] ?? 1) - 1;
    return { reason, text: said['left-out'](read, (source.pages ?? 0) - read) };
  });
}
