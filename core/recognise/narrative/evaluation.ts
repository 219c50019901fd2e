import type { Evaluation } from './claim.ts';
import type { Passage } from './spoken.ts';

/** 三公预算数, 三公经费执行数 */
const threePublic = /三公(?:经费)?(?:支出)?(?:全年)?(预算|执行|决算)(?:数|金额)?(?:为|是|:)?$/;
/** 预决算差异率; that of income alone, or of a project, is another. */
const deviation = /(?:^|[，。;:]|部门|单位|整体)预决算差异率(?:为|是|达到|达|:)?$/;

/**
 * What an evaluation report repeats of the accounts.
 * @param passage one paragraph
 * @param year of the accounts
 */
export function evaluationClaims(passage: Passage, year: number | null): Evaluation[] {
  if (passage.section !== 'performance') return [];
  return passage.spoken.flatMap(({ mention, figure, year: said }): Evaluation[] => {
    if (said !== null && year !== null && said !== year) return [];
    if (mention.kind === 'percent')
      return deviation.test(mention.lead)
        ? [
            {
              kind: 'evaluation',
              of: 'deviation',
              figure: {
                ...figure,
                place: figure.place.in === 'text' ? { ...figure.place, claim: '部门预决算差异率' } : figure.place,
              },
            },
          ]
        : [];
    const word = threePublic.exec(mention.lead)?.[1];
    return word === undefined
      ? []
      : [{ kind: 'evaluation', of: word === '预算' ? 'three-public-budget' : 'three-public-outturn', figure }];
  });
}
