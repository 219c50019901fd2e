import type { ExportLanguage } from './export/words.ts';
import type { Report } from './schema.ts';
import { unreadByReason, type Reason, type UnreadFields } from './unread.ts';

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

const sentences: Readonly<
  Record<
    ExportLanguage,
    Readonly<Record<Exclude<Reason, 'left-out'>, (pages: string) => string>> & {
      'left-out': (read: number, left: number) => string;
    }
  >
> = {
  zh: {
    'scanned': (pages) => `第 ${pages} 页是扫描图片，无法核对。`,
    'unknown-letters': (pages) => `第 ${pages} 页的文字无法识别（文件没有说明字体里的字是什么），未核对。`,
    'damaged': (pages) => `第 ${pages} 页有缺损，跨到这些页的表未核对。`,
    'too-much': (pages) => `第 ${pages} 页的内容多得不正常，已停止读取，跨到这些页的表未核对。`,
    'left-out': (read, left) => `文件太长，只核对了前 ${read} 页，后面 ${left} 页没有读。`,
  },
  en: {
    'scanned': (pages) => `Scanned pictures that cannot be checked: page ${pages}.`,
    'unknown-letters': (pages) =>
      `Page ${pages}: the text cannot be recognised (the file does not say what its fonts’ letters mean). Not checked.`,
    'damaged': (pages) => `Damaged: page ${pages}. Tables that reach there were not checked.`,
    'too-much': (pages) =>
      `More than a page can hold: page ${pages}. Reading it was stopped, and tables that reach there were not checked.`,
    'left-out': (read, left) => `The file is long: only the first ${read} pages were checked, ${left} were not read.`,
  },
};

/**
 * The pages of a file that were not checked, a sentence for each reason; none for a file that was read whole.
 * @param source what a report says of its file
 */
export function unreadPages(
  source: UnreadFields & Pick<Report['source'], 'pages'>,
  language: ExportLanguage,
): UnreadPages[] {
  const said = sentences[language];
  const between = language === 'zh' ? '、' : ', ';
  return unreadByReason(source).map(([reason, pages]) => {
    if (reason !== 'left-out') return { reason, text: said[reason](pageRanges(pages, between)) };
    const read = (pages[0] ?? 1) - 1;
    return { reason, text: said['left-out'](read, (source.pages ?? 0) - read) };
  });
}
