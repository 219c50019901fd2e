import { plainLabel, squash } from './grid.ts';

/**
 * Words for what is no amount of money and so never added up: averages, rates, ranks, terms of years, counts (docs/judging.md, Forms).
 * One vocabulary for every sum.
 */
const anywhere =
  /平均|均值|人均|户均|亩均|地均|车均|中位数|比例|占比|比率|比重|[增降]幅|增长|增速|百分[比点]|[%％‰]|利率|税率|费率|年限|期限|久期|账龄|排名|名次|位次|权重|分值|得分|评分|指标|系数|指数|倍数|次数|人数|人次|批次|户数|辆数|台数|件数|套数|数量|团组|保有量|面积|里程|电话|编制数/;
/** 以前年度 is money of earlier years; other words before 年度 name the year that a row is of. */
const atEnd =
  /(?:率|年份|(?<!以前|以后|其他)年度|日期|时间|编码|代码|编号|序号|行次|备注)(?:\([^()]{0,12}\))?$|^[类款项]$/;
/** A unit that is no money: （年）, （人）, （个百分点）, （元/人）. */
const otherUnit =
  /\((?:单位:)?(?:年|月|天|人|个|辆|台|套|台套|台\/套|次|批|批次|人次|户|项|件|家|所|座|处|公里|千米|平方米|平方公里|亩|公顷|吨|倍|分|位|元\/[人户亩月年]{1,3}|[%％‰])\)$/;

/**
 * Whether the words of a head name what is never added up.
 * @param words of a head, or a unit in brackets
 */
export function isNeverAdded(words: string): boolean {
  const text = squash(words);
  return anywhere.test(text) || atEnd.test(text) || otherUnit.test(text);
}

/**
 * Whether a row's name says that it counts things, by the unit behind it: 公务用车保有量（辆）.
 * @param label as printed
 */
export const isCount = (label: string): boolean => otherUnit.test(squash(label));

/**
 * Whether a row's name is that of an average, a rate or a rank as a whole. The names of projects may hold such words and are amounts.
 * @param label as printed
 */
export function isRateRow(label: string): boolean {
  return (
    isCount(label) ||
    /(?:率|比例|占比|比重|[增降]幅|增长|排名|位次|年限|期限|增速|[%％])$|^(?:加权)?平均|^人均/.test(
      plainLabel(label).replace(/\([^()]{0,12}\)$/, ''),
    )
  );
}

/**
 * Whether a head names a difference: blank, it is unknown, since one of the amounts that it lies between is.
 * @param words of a head
 */
export const isDifference = (words: string): boolean =>
  /增减|差额|增加额|减少额|变动额|增支|减支|[±+]-?$/.test(squash(words));

const levels =
  /(?:本级|省级|市级|县级|区级|州级|盟级|自治区级|地市|地级|市县|县区|区县|地县|旗县|州市|县市|下级|乡镇|街道|开发区|新区|基层|各[县区市州])(?:级|及以下|合计|小计)?/;

/**
 * Whether a column is that of one level of government, or of those below it.
 * @param words of a head
 */
export const isLevel = (words: string): boolean => levels.test(squash(words));

/**
 * Whether a row is money that one level of government passes to another: counted once where the levels are put together.
 * @param label as printed
 */
export const isBetweenLevels = (label: string): boolean =>
  /转移支付|转移性|上级补助|补助下级|下级补助|补助[市县区地]|上解|返还|转贷|结算|往来|调拨/.test(squash(label));
