import { squash } from '../grid.ts';

/** The words over a column, top to bottom, without marks between them (增、减 and 增/减 are 增减). */
export const wordsOver = (path: readonly string[]): string =>
  path
    .map(squash)
    .join('/')
    .replace(/(?<=增)[、/](?=减)/gu, '');

const rateWords = /[%％]|幅度?(?:\)|$)|(?:增长|增减|完成|执行|变动|下降|收入|支出|进度)率|百分比|百分数|占比|比重/u;
/** Rates of something else than of amounts beside each other, and rates that leave something out. */
const otherRates = /利率|税率|费率|汇率|同口径|可比|剔除|占.{0,12}(?:总|全|GDP)|权重|得分|分值/u;

/** Whether a head names a percentage of the amounts beside it. @param words from `wordsOver` */
export const isRateHead = (words: string): boolean => rateWords.test(words) && !otherRates.test(words);

/** Whether a head names what one column exceeds another by. @param words from `wordsOver` */
export const isChangeHead = (words: string): boolean =>
  /增减|差额|增加额|减少额|变动额|变化额|[增减]支|增减数|增收额?|收支结余/u.test(words) &&
  !rateWords.test(words) &&
  !otherRates.test(words);

/** How late in the course of a year the words of a head put an amount. */
function stageOf(words: string): number | null {
  if (/决算|执行|完成|快报|实际|累计|预计|支付|实现/u.test(words)) return 3;
  if (words.includes('调整')) return 2;
  return /预算|计划|任务|年初|下达/u.test(words) ? 1 : null;
}

/** The year that the words of a head speak of, with last year's words as -1. */
function yearOf(words: string): number | null {
  const year = /(?:19|20)\d{2}/u.exec(words)?.[0];
  if (year !== undefined) return Number(year);
  if (/上年|去年|上期|上一年/u.test(words)) return -1;
  return /本年|本期|当年|今年/u.test(words) ? 0 : null;
}

/**
 * Whether the words of two heads put one amount after the other: this year's after last year's, the outturn after the budget.
 * @param later words over the one
 * @param earlier words over the other
 */
export function comesAfter(later: string, earlier: string): boolean {
  const [year, before] = [yearOf(later), yearOf(earlier)];
  if (before === -1) return year !== -1;
  if (year !== null && before !== null && year > 1900 && before > 1900 && year !== before) return year > before;
  const [stage, first] = [stageOf(later), stageOf(earlier)];
  return year !== -1 && stage !== null && first !== null && stage > first;
}
