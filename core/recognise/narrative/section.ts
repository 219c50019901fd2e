/** What a part of the text speaks of, by its heading: 五、一般公共预算财政拨款支出决算情况说明. */
export type Section =
  | 'summary'
  | 'income'
  | 'expenditure'
  | 'fiscal'
  | 'general'
  | 'basic'
  | 'fund'
  | 'capital'
  | 'three-public'
  | 'running'
  | 'procurement'
  | 'assets'
  | 'performance'
  | 'glossary'
  | 'other';

/** A heading's ordinal: 第三部分, 五、, （一）, 1. */
const partOrdinal = /^第[一二三四五六七八九十\d]{1,3}(?:部分|章|节)/;
const ordinal =
  /^(?:第[一二三四五六七八九十\d]{1,3}(?:部分|章|节)|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d))/;

/** The telling words, the special before the general: 基本支出 before 支出. */
const telling: readonly (readonly [RegExp, Section])[] = [
  [/名词解释|名称解释|专业名词|名词说明/, 'glossary'],
  [/绩效/, 'performance'],
  [/三公/, 'three-public'],
  [/机关运行|机构运行|行政运行经费/, 'running'],
  [/政府采购|购买服务/, 'procurement'],
  [/国有资产|资产占(?:有|用)|资产情况/, 'assets'],
  [/政府性基金/, 'fund'],
  [/国有资本/, 'capital'],
  [/基本支出.{0,28}(?:情况|说明)/, 'basic'],
  [/一般公共预算.{0,14}支出|一般公共预算(?:当年)?拨款[^收]{0,14}(?:情况|说明)/, 'general'],
  [/财政拨款(?:收入)?(?:、)?(?:支出|收支).{0,28}(?:情况|说明)/, 'fiscal'],
  [/(?:收入支出|收支).{0,28}(?:情况|说明)/, 'summary'],
  [/^本?(?:年|年度)?收入(?:决算|预算|总体).*(?:情况|说明)|收入(?:决算|预算)(?:情况)?说明/, 'income'],
  [/^本?(?:年|年度)?支出(?:决算|预算|总体).*(?:情况|说明)|支出(?:决算|预算)(?:情况)?说明/, 'expenditure'],
];

/** A heading: what section it opens, null where it stays in the one above; whether a new part begins with it, and whether it stands below another heading. */
export interface Heading {
  readonly section: Section | null;
  readonly part: boolean;
  readonly below: boolean;
  /** It has no number and tells of no section: in front of all others it is the title of the text. */
  readonly title: boolean;
}

/** The section behind a heading. （一）财政拨款支出决算总体情况 below 五、一般公共预算财政拨款支出决算 speaks of what it stands below. */
export function sectionAfter(heading: Heading | null, section: Section | null): Section | null {
  if (!heading?.section || (heading.title && section === null)) return section;
  return heading.below && heading.section === 'fiscal' && section === 'general' ? section : heading.section;
}

/**
 * Reads a line as a heading.
 * @param flat the evened text
 * @param marked the reader found it marked as one
 * @returns null if it is none
 */
export function readHeading(flat: string, marked: boolean): Heading | null {
  if (flat.length > 45 || /\d(?:元|万元|亿元|%)/.test(flat)) return null;
  // 一、收入支出决算总体情况说明…………14 in a table of contents is as good.
  const words = flat.replace(/\d{1,4}$/, '').replace(/[.…·。:]{1,29}$/, '');
  if (!marked && (!ordinal.test(words) || /[，;。]/.test(words))) return null;
  const part = partOrdinal.test(words);
  const below = /^[(\d]/.test(words);
  const plain = words
    .replace(ordinal, '')
    .replace(/^\d{4}年度?/, '')
    .replace(/^(?:部门|单位)/, '');
  const found = telling.find(([pattern]) => pattern.test(plain))?.[1];
  if (found) return { section: found, part, below, title: false };
  // （一）总体情况 stays in its section; 一、基本情况 opens another.
  const title = marked && !ordinal.test(words);
  return {
    section: part || /^[一二三四五六七八九十]{1,3}、/.test(words) || title ? 'other' : null,
    part,
    below,
    title,
  };
}
