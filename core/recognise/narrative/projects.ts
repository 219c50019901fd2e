import type { Figure } from '../../document/figure.ts';
import { grouped } from '../../grouped.ts';
import type { EvaluatedProject, ProjectCount, ScoredParts, Scored } from './claim.ts';
import { countedFigure, type Passage, type Spoken } from './spoken.ts';

/** 预算数, 年初预算, 全年预算资金: what was planned for a project. */
const planned = /预算(?:数|资金|金额|安排|总额)*(?:为|是|共|:)?$/;
/** 决算数, 全年执行, 实际支出: what became of it. */
const spent = /(?:决算|(?<!预算)执行|预算执行|实际支出|实际使用)(?:数|资金|金额)*(?:为|是|共|:)?$/;
/** 自评得分97.20分, 得分为92分: not that of one indicator. */
const score = /(?:自评|评价|综合|绩效)(?:总)?(?:得分|分数|总分)(?:为|是|:)?(\d{1,3}(?:\.\d{1,2})?)分/g;
/** A sentence that speaks of more than one project's money is not read. */
const mostAmounts = 4;
/** The name of what is evaluated stands not further in front. */
const longestContext = 80;

const scored = (passage: Passage, at: number, digits: string, claim: string): Figure => {
  const figure = countedFigure(passage, at, digits, claim, '分');
  return { ...figure, decimals: Math.max(2, figure.decimals) };
};

const amountsOf = (spoken: readonly Spoken[], words: RegExp): Spoken[] =>
  spoken.filter(({ mention, role }) => mention.kind === 'amount' && role !== 'change' && words.test(mention.lead));

/**
 * Projects with their budget, outturn and points: 1.办公设备更新项目，2024年预算数42.00万元，决算数38.64万元，自评得分97.20分. Which project it
 * is only the forms tell: the words in front of the first amount hold its name.
 * @param passage one paragraph
 */
export function evaluatedProjects(passage: Passage): EvaluatedProject[] {
  if (passage.heading || passage.section === 'glossary') return [];
  const { text } = passage.flat;
  return [...grouped(passage.spoken, ({ sentence }) => sentence).values()].flatMap((spoken): EvaluatedProject[] => {
    const [first] = spoken;
    const amounts = spoken.filter(({ mention }) => mention.kind === 'amount');
    if (!first || amounts.length > mostAmounts) return [];
    const start = text.lastIndexOf('。', first.mention.start) + 1;
    const end = text.indexOf('。', first.mention.start);
    const [budget, ...budgets] = amountsOf(amounts, planned);
    const [outturn, ...outturns] = amountsOf(amounts, spent);
    const scores = [...text.slice(start, end < 0 ? text.length : end).matchAll(score)];
    if ((!budget && !outturn) || budgets.length > 0 || outturns.length > 0 || scores.length > 1) return [];
    const digits = scores[0]?.[1];
    const at = scores[0] && digits !== undefined ? start + scores[0].index + scores[0][0].lastIndexOf(digits) : 0;
    return [
      {
        kind: 'evaluated-project',
        context: text.slice(Math.max(0, first.mention.start - longestContext), first.mention.start),
        budget: budget?.figure ?? null,
        outturn: outturn?.figure ?? null,
        points: digits === undefined ? null : scored(passage, at, digits, '自评得分'),
      },
    ];
  });
}

/** 项目绩效自评3个，涉及资金119.44万元 · 对5个项目开展绩效自评，共涉及预算资金300万元 */
const counted =
  /(?:项目(?:支出)?(?:绩效)?(?:自评|评价)(?:项目)?(?:共|共计)?(\d{1,3})个|(\d{1,3})个(?:二级|预算|部门预算)?项目(?:支出)?(?:全面|均)?(?:开展|进行|实施)?(?:了)?(?:支出)?绩效(?:自评|评价))(?:项目)?，(?:共)?(?:涉及)?(?:财政|预算|项目)?(?:资金|金额)(?:共|共计|合计|总额)?(?:为)?$/;

/**
 * How many projects were evaluated and what they cost together.
 * @param passage one paragraph
 */
export function projectCounts(passage: Passage): ProjectCount[] {
  if (passage.heading) return [];
  return passage.spoken.flatMap(({ mention, figure }): ProjectCount[] => {
    const match = mention.kind === 'amount' ? counted.exec(mention.lead) : null;
    const digits = match?.[1] ?? match?.[2];
    return digits === undefined ? [] : [{ kind: 'project-count', projects: Number(digits), amount: figure }];
  });
}

/** 数量指标，指标15.00分，得15.00分 · 产出指标(50分)得46.50分 · 满分20分，得18分 */
const points =
  /(?:(?:指标(?:分值?)?|分值|满分|权重|标准分值?)(?:为|:)?(\d{1,3}(?:\.\d{1,2})?)分|\((\d{1,3}(?:\.\d{1,2})?)分\))[，、]?(?:自评|实际|评价)?得(?:分)?(?:为|:)?(\d{1,3}(?:\.\d{1,2})?)(?![\d.])/g;

/**
 * Points that sentences give out of a maximum, and groups whose parts follow: 产出指标(50分)得46分，其中：数量指标，指标15分，得15分；….
 * @param passage one paragraph
 */
export function scoredIndicators(passage: Passage): (Scored | ScoredParts)[] {
  if (passage.heading) return [];
  const { text } = passage.flat;
  const found = [...text.matchAll(points)].map((match) => {
    const [whole, stated, bracketed, got = ''] = match;
    const most = stated ?? bracketed ?? '';
    const at = match.index + whole.indexOf(`${most}分`);
    const end = match.index + whole.length;
    const claim: Scored = {
      kind: 'scored',
      most: scored(passage, at, most, '分值'),
      points: scored(passage, end - got.length, got, '得分'),
    };
    return { claim, start: match.index, end };
  });
  const groups = found.flatMap(({ claim: whole, end }): ScoredParts[] => {
    const point = text.indexOf('。', end);
    const stop = point < 0 ? text.length : point;
    // Parts that have parts of their own are not read.
    if (!/^分?[，,]?其中[:，]?/.test(text.slice(end, end + 6)) || text.slice(end + 6, stop).includes('其中')) return [];
    const parts = found.filter(({ start }) => start >= end && start < stop).map(({ claim }) => claim);
    return parts.length > 1 ? [{ kind: 'scored-parts', whole, parts }] : [];
  });
  return [...found.map(({ claim }) => claim), ...groups];
}
