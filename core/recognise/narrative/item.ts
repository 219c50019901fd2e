import type { Section } from './section.ts';

/**
 * What an amount is of, in the words of the rules. Keys: 'total:both' 收、支总计; 'income' 收入合计; 'source:other' 其他收入;
 * 'expenditure' 支出合计; 'basic' 基本支出; 'three-public:reception' 公务接待费; 'procurement:goods' … null: not one of them.
 */
export type ItemKey = string;

/** Names by pattern; the whole name must fit. */
const items: readonly (readonly [RegExp, ItemKey])[] = [
  [/^(?:(?:收、支|收支|收入、?支出|收入和支出)(?:(?:决算|预算)?总计|总)|收入总计、支出总计)$/, 'total:both'],
  [/^(?:收入(?:(?:决算|预算)?总计|总)|总收入)$/, 'total:income'],
  [/^(?:支出(?:(?:决算|预算)?总计|总)|总支出)$/, 'total:expenditure'],
  [
    /^财政拨款(?:(?:收、支|收支|收入、?支出|收入和支出)(?:(?:决算|预算)?总计|总)|收入总计、(?:财政拨款)?支出总计)$/,
    'fiscal:both',
  ],
  [/^财政拨款(?:收入总计|总收入)$/, 'fiscal:income'],
  [/^财政拨款(?:支出总计|总支出)$/, 'fiscal:expenditure'],
  [/^(?:本年)?财政拨款(?:本年|预算)?支出(?:合计)?$/, 'fiscal:spent'],
  [/^(?:本年)?收入(?:决算)?合计$|^本年收入$/, 'income'],
  [/^(?:本年)?支出(?:决算)?合计$|^本年支出$/, 'expenditure'],
  [/^(?:本年)?财政拨款(?:本年)?收入(?:合计)?$/, 'source:fiscal'],
  [/^一般公共预算(?:财政)?拨款(?:本年)?收入$/, 'source:general'],
  [/^政府性基金(?:预算)?(?:(?:财政)?拨款)?(?:本年)?收入$/, 'source:fund'],
  [/^国有资本经营(?:预算)?(?:(?:财政)?拨款)?(?:本年)?收入$/, 'source:capital'],
  [/^上级补助收入$/, 'source:superior'],
  [/^事业收入$/, 'source:undertaking'],
  [/^(?:事业单位)?经营收入$/, 'source:operating'],
  [/^附属单位上缴收入$/, 'source:subordinate'],
  [/^其他收入$/, 'source:other'],
  [/^基本支出$/, 'basic'],
  [/^项目支出$/, 'project'],
  [/^上缴上级支出$/, 'to-superior'],
  [/^经营支出$/, 'operating-expenditure'],
  [/^对附属单位补助(?:支出)?$/, 'to-subordinate'],
  [/^一般公共预算(?:(?:财政)?拨款)?(?:决算)?支出(?:合计)?$/, 'general'],
  [/^(?:使用)?一般公共(?:预算)?(?:财政拨款)?(?:安排)?基本支出$/, 'general:basic'],
  [/^财政拨款基本支出$/, 'fiscal:basic'],
  [/^人员(?:经费(?:支出)?|支出)$/, 'personnel'],
  [/^(?:日常)?公用(?:经费(?:支出)?|支出)$/, 'operating-costs'],
  [/^(?:使用)?政府性基金(?:预算)?(?:财政拨款)?支出$/, 'fund'],
  [/^国有资本经营(?:预算)?(?:财政拨款)?支出$/, 'capital'],
  // Whose it is may stand in front: 县本级一般公共预算拨款安排的三公经费. Where a text states several, they are ambiguous.
  [/^[^，。;:\d]{0,30}三公经费(?:财政拨款)?(?:预算|决算|支出|合计|总额|总计|总数|总|安排)*$/, 'three-public:total'],
  [/^因公出国(?:\(境\))?(?:费用?|经费)?(?:支出)?$/, 'three-public:abroad'],
  [/^公(?:务用?)?车购置费?(?:及|和|与)运行(?:维护)?(?:费用?|经费)?(?:支出)?$/, 'three-public:vehicles'],
  [/^公(?:务用?)?车购置(?:费用?)?(?:支出)?$|^购置费$/, 'three-public:purchase'],
  [/^公(?:务用?)?车运行(?:维护)?(?:费用?)?(?:支出)?$/, 'three-public:operation'],
  [/^公务用?车(?:加油|燃油|燃料)费?(?:支出)?$/, 'three-public:fuel'],
  [/^公务用?车(?:维修|修理)费?(?:支出)?$/, 'three-public:repairs'],
  [/^公务用?车保险费?(?:支出)?$/, 'three-public:insurance'],
  [/^公务用?车其他(?:费用|支出)+$/, 'three-public:other'],
  [/^公务接待(?:费用?)?(?:支出)?$/, 'three-public:reception'],
  [/^(?:外宾|外事|国\(境\)外)(?:公务)?接待(?:费|支出)*$/, 'three-public:reception-foreign'],
  [/^(?:其他)?国内(?:公务)?接待(?:费|支出)*$/, 'three-public:reception-domestic'],
  [/^政府采购(?:支出)?(?:总额|总计|合计)$/, 'procurement:total'],
  [/^(?:其中)?(?:政府采购)?货物(?:类)?(?:采购)?支出$/, 'procurement:goods'],
  [/^(?:政府采购)?工程(?:类)?(?:采购)?支出$/, 'procurement:works'],
  [/^(?:政府采购)?服务(?:类)?(?:采购)?支出$/, 'procurement:services'],
  [/^(?:政府采购)?授予中小企业(?:的)?合同金额$/, 'procurement:sme'],
  [/^(?:政府采购)?授予小微企业(?:的)?合同金额$/, 'procurement:micro'],
  [/^政府购买服务(?:支出)?$/, 'purchased-services'],
  [/^机关运行经费(?:支出)?(?:合计)?$/, 'running'],
  [/^使用非财政拨款结余(?:\(含专用结余\))?$/, 'use-of-surplus'],
  [/^年初财政拨款结转和结余$/, 'fiscal:opening'],
  [/^年末财政拨款结转和结余$/, 'fiscal:closing'],
  [/^年初结转和结余$/, 'opening'],
  [/^年末结转和结余$/, 'closing'],
  [/^结余分配$/, 'distribution'],
];

/** What is said of government funds under a heading of their own: 年初结转和结余, 本年收入, 支出, 其中基本支出. */
const ofFunds: readonly (readonly [RegExp, ItemKey])[] = [
  [/^年初(?:财政拨款)?结转和?结余$/, 'fund:opening'],
  [/^(?:本年)?(?:财政拨款)?收入(?:合计)?$/, 'fund:income'],
  [/^(?:本年)?(?:财政拨款)?支出(?:合计)?$/, 'fund'],
  [/^基本支出$/, 'fund:basic'],
  [/^项目支出$/, 'fund:project'],
  [/^年末(?:财政拨款)?结转和?结余$/, 'fund:closing'],
];

/** The three budgets named short, in a list of income. */
const ofIncome: readonly (readonly [RegExp, ItemKey])[] = [
  [/^一般公共预算(?:财政拨款)?$/, 'source:general'],
  [/^政府性基金(?:预算)?(?:财政拨款)?$/, 'source:fund'],
  [/^国有资本经营(?:预算)?(?:财政拨款)?$/, 'source:capital'],
];

/** Names that a heading makes plain. */
const underHeading: Partial<Record<Section, readonly (readonly [RegExp, ItemKey])[]>> = {
  income: [...ofIncome, [/^收入$/, 'income']],
  expenditure: [[/^支出$/, 'expenditure']],
  general: [[/^(?:当年)?一般公共预算(?:当年)?(?:财政)?拨款$/, 'general']],
};

/** Wholes as shares name them: 占支出合计的, 占本年财政拨款支出, 占总支出决算的. */
const wholes: readonly (readonly [RegExp, ItemKey])[] = [
  [/^(?:本年)?(?:度)?(?:总收入|收入合计|收入总额|收入)$/, 'income'],
  [/^(?:本年)?(?:度)?(?:总支出|支出合计|支出总额|支出)$/, 'expenditure'],
  [/^(?:本年)?(?:一般公共预算)?财政拨款支出(?:合计)?$|^一般公共预算(?:财政拨款)?(?:总支出|支出(?:总额)?)$/, 'general'],
  [/^政府采购(?:支出)?(?:总额|合计|金额)$/, 'procurement:total'],
  [/^(?:授予)?中小企业(?:的)?合同金额$/, 'procurement:sme'],
  [/^三公经费(?:财政拨款)?(?:支出|决算|合计|总额)*$/, 'three-public:total'],
];

/** Ordinals, years and words that say nothing of the item: 2024年度, 1., 其中：, 本部门. */
const leading =
  /^(?:其中:?|发生|部门决算(?=[收支])|\(?[一二三四五六七八九十\d]{1,2}(?:[)、]|\.(?!\d))|(?:19|20)\d{2}年度?|本(?:部门|单位|年度)|我(?:部门|单位|局)|当年|全年|年度|的|一是|二是|三是|(?:比|较|与)(?=(?:19|20)\d{2}年)|[，。;:、)])+/;

/** 示例市财政局收入支出总计: the body in front of what it took in or spent. */
const body =
  /^[\u4e00-\u9fff()]{1,30}?(?:局|厅|委员会|办公室|中心|单位|部门|学校|[中小大]学|学院|医院|法院|检察院|办事处|政府|街道|[乡镇站所队]|协会|联合会|工会|妇联|团委|党校|委)(?:\((?:本级|汇总|单位|街道办事处)\))?(?=(?:\d{4}年度?)?(?:总?收入|收、|收支|总?支出|本年|年初结转|年末结转|财政拨款|一般公共预算|三公|政府采购|机关运行))/;

/** A heading that runs into its first sentence: 四、财政拨款收入支出决算总体情况说明2024年度财政拨款收、支总计. */
const heading = /^[^，。;:]{0,40}(?:情况|说明)(?=(?:19|20)\d{2}年)/;

/** No name is longer. What stands in front of it is looked at again for each word taken off. */
const longestName = 200;

/** A name as printed in a sentence without what stands around it: 2024年度，收入合计 → 收入合计. */
export function bareName(text: string): string {
  let name = text.slice(-longestName);
  for (let before = ''; before !== name;) {
    before = name;
    name = name
      .replace(leading, '')
      .replace(heading, '')
      .replace(body, '')
      .replace(/^[^，。;]{0,12}包括:?(?=.)/, '')
      .replace(/^\((?![^)]*\))/, '');
  }
  // 收、支总计(含结转和结余): what it contains is no part of the name.
  return name
    .replace(/\((?:均?含|包括|不含)[^()]*\)$/, '')
    .replace(/(?:19|20)\d{2}年度?$/, '')
    .replace(/(?:分别|共计|共|合并|各|均|总共){1,4}$/, '');
}

/** 某部2024年度: the body in front of a year, which holds no word of an item. */
const bodyAndYear =
  /^(?:(?!收入|支出|经费|费|款|预算|决算|资金|比|较|与)[\u4e00-\u9fff()]){1,30}(?:19|20)\d{2}年度?(?=.)/;

/**
 * A name as a reader is shown it: without the body and the year in front, and without what was done with the item (一般公共预算收入完成).
 * @param name as bareName gives it
 */
export function itemShown(name: string): string {
  return (
    name
      .replace(bodyAndYear, '')
      .replace(/(?:实际|累计|预计)?完成$/, '')
      .replace(/^((?:全[省市县区州盟旗]|[省市县区州盟]本?级)?)(?:实际|累计|预计)?完成(?=.{2})/, '$1') || name
  );
}

/** The key of a name; null if it is not a known item. */
export const itemKey = (name: string): ItemKey | null => items.find(([pattern]) => pattern.test(name))?.[1] ?? null;

/** The key of a name under a heading that makes it plain; null where the heading adds nothing. */
export function keyUnder(section: Section | null, name: string): ItemKey | null {
  const [list, own] =
    section === 'fund'
      ? [ofFunds, name.replace(/^政府性基金(?:预算)?(?:财政拨款)?/, '')]
      : [underHeading[section ?? 'other'] ?? [], name];
  return list.find(([pattern]) => pattern.test(own))?.[1] ?? null;
}

/** The key of what a share is a share of; null if not known. */
export const wholeKey = (name: string): ItemKey | null =>
  wholes.find(([pattern]) => pattern.test(name))?.[1] ?? itemKey(name);

/**
 * The item that a change is of: 公务接待费支出决算数比2023年度减少 names it with the basis behind it.
 * @param name as for itemKey
 */
export const changedItem = (name: string): ItemKey | null =>
  itemKey(name) ??
  itemKey(name.replace(/(?:支出)?(?:决算|预算)数?$/, '')) ??
  itemKey(`${name.replace(/总体(?:情况)?$/, '')}总计`);
