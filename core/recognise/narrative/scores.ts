import type { Score } from './claim.ts';
import { countedFigure, type Passage } from './spoken.ts';

/** 部门整体绩效自评得分93.38分 · 我单位整体自评得分为87.50分; not that of a project, nor 财政评价得分. */
const score =
  /(?:整体(?:支出)?(?:绩效)?自评|(?:部门|单位)(?:支出)?绩效自评)(?:综合)?(?:总?得分|总?分数|总分)(?:为|是|达到|:)?(\d{1,3}(?:\.\d+)?)分(?!之)/g;
/** 本部门, 我单位: the body itself; another may be named. */
const itself = /^(?:(?:19|20)\d{2}年度?|经(?:综合|自)?评价?|[本我]|部门|单位|局|委|办|中心|的)*$/;

/**
 * The points that a department gives itself as a whole.
 * @param passage one paragraph
 * @param year of the accounts
 */
export function scoreClaims(passage: Passage, year: number | null): Score[] {
  if (passage.heading || passage.section === 'glossary') return [];
  const { text } = passage.flat;
  return [...text.matchAll(score)].flatMap((match): Score[] => {
    const clause =
      text
        .slice(0, match.index)
        .split(/[，。;:]/)
        .at(-1) ?? '';
    const said = /(?:19|20)\d{2}/.exec(clause)?.[0];
    if (!itself.test(clause) || (said !== undefined && year !== null && Number(said) !== year)) return [];
    const digits = match[1] ?? '';
    const figure = countedFigure(
      passage,
      match.index + match[0].lastIndexOf(`${digits}分`),
      digits,
      '部门整体绩效自评得分',
      '分',
    );
    return [{ kind: 'score', figure: { ...figure, decimals: Math.max(2, figure.decimals) } }];
  });
}
