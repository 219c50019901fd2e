import type { Report } from '../../core/report/schema.ts';
import type { Language } from '../ui/messages.ts';
import { words } from '../ui/messages.ts';

/** 1, 2, 3, 7 as 1–3、7. */
export function pageRanges(pages: readonly number[], separator: string): string {
  const ranges: [number, number][] = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && page <= last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(separator);
}

/** The pages that are pictures. */
export function Unchecked({ report, language }: { readonly report: Report; readonly language: Language }) {
  const scanned = report.source.scannedPages ?? [];
  if (scanned.length === 0) return null;
  return <p class="unchecked">{words[language].scanned(pageRanges(scanned, language === 'zh' ? '、' : ', '))}</p>;
}
