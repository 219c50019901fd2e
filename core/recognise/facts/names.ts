import { squash } from '../grid.ts';
import { threePublicItem } from '../three-public.ts';
import { sameSubject, wholeItem, type Fund, type Item, type Part, type Subject, type ThreePublicItem } from './fact.ts';

/** Which side of a budget. */
export type Direction = 'income' | 'expenditure';

/** Whose money a name speaks of, the special before the general. */
const fundWords: readonly (readonly [RegExp, Fund])[] = [
  [/一般公共(?:财政)?预算|一般公共财政/, 'general'],
  [/政府性基金/, 'government-fund'],
  [/国有资本经营/, 'state-capital'],
  [/社会保险基金|社保基金|(?:养老|医疗|失业|工伤|生育)保险基金/, 'social-insurance'],
  [/财政拨款|(?<!专项)预算拨款|预算内/, 'fiscal'],
];

/** Words that say nothing of what is budgeted. */
const empty =
  /财政拨款|拨款|预算内|预算|安排|资金|当年|本年|年度|部门|单位|综合|总计|合计|总额|总数|金额|总|数|的|各|均/g;

/** Sources of income beside the budgets, without 收入; null: what was saved before makes up the rest. */
const sources: readonly (readonly [RegExp, Fund | null])[] = [
  [/^事业$/, 'undertaking'],
  [/^(?:事业)?经营$/, 'operating'],
  [/^上级补助$/, 'superior'],
  [/^附属上缴$/, 'subordinate'],
  [/^其他$/, 'other'],
  [/^财政专户(?:管理)?$/, 'special-account'],
  [/^(?:使用非财政结余|用事业基金弥补收支差额)$/, null],
];

const parts: readonly (readonly [RegExp, Part])[] = [
  [/^基本(?:支出)?$/, 'basic'],
  [/^项目(?:支出)?$/, 'project'],
  [/^人员(?:经费|支出)?$/, 'personnel'],
  [/^(?:日常)?公用(?:经费|支出)?$/, 'operating'],
];

const ownItems: readonly (readonly [RegExp, 'running' | 'procurement' | 'purchased-services'])[] = [
  [/^机关运行经费(?:支出)?$/, 'running'],
  [/^政府采购(?:支出)?$/, 'procurement'],
  [/^政府购买服务(?:项目)?(?:\d{1,4}[个项])?(?:支出)?$/, 'purchased-services'],
];

const lookUp = <Value>(table: readonly (readonly [RegExp, Value])[], text: string): Value | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

/** Whose money a text speaks of; null if it does not say. */
export const fundIn = (text: string): Fund | null => lookUp(fundWords, text) ?? null;

/** All the money of a fund in one direction, or a part of its expenditure. */
export const moneyOf = (fund: Fund, flow: Direction, part: Part = 'total'): Subject => ({
  flow,
  fund,
  item: wholeItem,
  part,
});

/** An item with a name of its own: it is one amount, whosever money pays for it. */
export const named = (item: Item): Subject => ({ flow: 'expenditure', fund: 'fiscal', item, part: 'total' });

/** An item of the “three public” expenses. */
export const threePublicSubject = (of: ThreePublicItem): Subject => named({ kind: 'three-public', of });

const threePublicItems: readonly ThreePublicItem[] = [
  'total',
  'abroad',
  'vehicles',
  'purchase',
  'operation',
  'reception',
];

/** 三公经费, 公务接待费, 公务用车购置及运行费. */
function threePublicNamed(name: string): Subject[] {
  const key = /三公经费(?:支出|财政)*$/.test(name) ? 'total' : threePublicItem(name);
  return threePublicItems.filter((item) => item === key).map(threePublicSubject);
}

/**
 * What a name may stand for, in the text or in the head of a column or row.
 * @param name without ordinals
 * @param scope whose money the heading or the form speaks of
 * @param direction of a name that says neither 收入 nor 支出; null: either
 */
export function subjectsNamed(name: string, scope: Fund, direction: Direction | null): Subject[] {
  const own = fundIn(name);
  const fund = own ?? scope;
  const both = [moneyOf(fund, 'income'), moneyOf(fund, 'expenditure')];
  const rest = squash(name)
    .replace(/一般公共(?:财政)?预算|一般公共财政|政府性基金|国有资本经营/, '')
    .replace(empty, '');
  if (/三公|因公出国|公务/.test(name)) return threePublicNamed(squash(name).replace(empty, ''));
  if (/^(?:收入?[、和]?支出?)$/.test(rest)) return both;
  if (rest === '收入') return [moneyOf(fund, 'income')];
  if (rest === '支出') return [moneyOf(fund, 'expenditure')];
  if (rest === '')
    return own === null && !/[合总]计/.test(name) ? [] : direction === null ? both : [moneyOf(fund, direction)];
  const part = lookUp(parts, rest);
  if (part !== undefined) return [moneyOf(fund, 'expenditure', part)];
  const item = lookUp(ownItems, rest);
  if (item !== undefined) return [named({ kind: item })];
  const source = own === null ? lookUp(sources, rest.replace(/收入$/, '')) : undefined;
  if (source === undefined) return [];
  return source === null
    ? [{ flow: 'surplus-used', fund: 'all', item: wholeItem, part: 'total' }]
    : [moneyOf(source, 'income')];
}

/** Whether a subject is among others. */
export const isAmong = (subject: Subject, others: readonly Subject[]): boolean =>
  others.some((other) => sameSubject(subject, other));
