import type { Mention } from './amounts.ts';

/** A、B分别为1.00万元和2.00万元, 分别占60%、40%. */
const lead = /(?:分别|各(?:是|为))[^，。;:]{0,16}$/;
const between = /^(?:，?[、和及与]|以及|，(?=$))$/;

/** Whether the words in front of a figure say that it is the first of several. */
export const isSeriesLead = (words: string): boolean => lead.test(words);

/** How many figures a series has that begins with this one; 1 where it is none. */
export function seriesLength(mentions: readonly Mention[], from: number): number {
  const first = mentions[from];
  if (!first || !isSeriesLead(first.lead)) return 1;
  let length = 1;
  for (const next of mentions.slice(from + 1)) {
    if (next.kind !== first.kind || next.unit !== first.unit || !between.test(next.lead)) break;
    length += 1;
  }
  return length;
}

/**
 * The items that a series names: 基本支出、项目支出 → 基本支出, 项目支出; 收、支总计 → 收入总计, 支出总计.
 * @param name what stands before 分别
 * @param length how many figures the series has
 * @returns null where the names are not as many
 */
export function namesOfSeries(name: string, length: number): string[] | null {
  const halves = /^(财政拨款)?收(?:入)?[、和](?:财政拨款)?支(?:出)?(总计|合计)$/.exec(name);
  if (halves && length === 2) return ['收入', '支出'].map((half) => `${halves[1] ?? ''}${half}${halves[2] ?? ''}`);
  const names = name.split(/[、和及与]/).filter((part) => part !== '');
  return names.length === length ? names : null;
}
