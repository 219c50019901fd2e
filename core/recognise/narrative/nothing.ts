import type { Nothing } from './claim.ts';
import { worded, type Passage } from './spoken.ts';

/** 没有政府性基金收入 · 没有使用国有资本经营预算安排的支出 · 未安排政府性基金预算财政拨款支出 */
const patterns: readonly (readonly [RegExp, Nothing['item']])[] = [
  [/(?:没有|无)(?:使用)?政府性基金(?:预算)?(?:财政)?(?:拨款)?收入(?!支出|、支出|和支出)/g, 'fund-income'],
  [/(?:没有|无)(?:使用)?政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:安排的)?支出/g, 'fund'],
  [
    /(?:没有|无)(?:使用)?政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收支|收入(?:支出|、支出|和支出))(?!结转|结余|差)/g,
    'fund',
  ],
  [
    /(?:没有|无)(?:使用)?国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收支|收入(?:支出|、支出|和支出))(?!结转|结余|差)/g,
    'capital',
  ],
  [/(?:没有|无)(?:使用)?国有资本经营(?:预算)?(?:财政)?(?:拨款)?收入(?!支出|、支出|和支出)/g, 'capital-income'],
  [/(?:没有|无)(?:使用)?国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:安排的)?支出/g, 'capital'],
];

/**
 * Statements that a budget was not used at all.
 * @param passage one paragraph
 */
export function nothingClaims(passage: Passage): Nothing[] {
  if ((passage.section !== 'fund' && passage.section !== 'capital') || passage.heading) return [];
  return patterns.flatMap(([pattern, item]) =>
    [...passage.flat.text.matchAll(pattern)].map((match): Nothing => ({
      kind: 'nothing',
      item,
      figure: worded(passage, match.index, match.index + match[0].length, { unit: '万元', decimals: 2 }),
    })),
  );
}
