/** The official forms of final accounts. */
export type FormId =
  | 'income-expenditure-summary'
  | 'income'
  | 'expenditure'
  | 'fiscal-summary'
  | 'general-budget-expenditure'
  | 'general-budget-basic-expenditure'
  | 'government-fund'
  | 'government-fund-basic-expenditure'
  | 'state-capital'
  | 'three-public'
  | 'project-performance'
  | 'department-performance'
  | 'statistics'
  | 'procurement'
  | 'purchased-services'
  | 'budget-summary'
  | 'budget-income'
  | 'budget-expenditure'
  | 'budget-projects'
  | 'budget-fiscal-summary'
  | 'budget-general'
  | 'budget-basic'
  | 'budget-fund'
  | 'budget-capital'
  | 'budget-three-public'
  | 'budget-fiscal'
  | 'budget-fiscal-basic'
  | 'budget-running'
  | 'budget-procurement'
  | 'budget-purchased-services'
  | 'budget-transfers'
  | 'budget-targets'
  | 'budget-table'
  | 'account-list';

/** A form: its official name and the other titles it goes by, normalised as by `normaliseTitle`. */
export interface FormDefinition {
  readonly id: FormId;
  /** 公开01表 …: only ever a third witness, other places use other orders. */
  readonly number: number | null;
  readonly title: string;
  readonly titles: readonly string[];
}

/** Titles as the forms of several places bear them. 财政拨款/一般公共预算/政府性基金/国有资本经营 are never stripped: they separate the forms. */
export const forms: readonly FormDefinition[] = [
  {
    id: 'income-expenditure-summary',
    number: 1,
    title: '收入支出决算总表',
    titles: ['收入支出决算总表', '收支决算总表', '收支决算总体情况表', '收入支出决算总体情况表'],
  },
  {
    id: 'income',
    number: 2,
    title: '收入决算表',
    titles: ['收入决算表', '收入决算总表', '收入决算情况表', '收入决算总体情况表'],
  },
  {
    id: 'expenditure',
    number: 3,
    title: '支出决算表',
    titles: ['支出决算表', '支出决算总表', '支出决算情况表', '支出决算总体情况表'],
  },
  {
    id: 'fiscal-summary',
    number: 4,
    title: '财政拨款收入支出决算总表',
    titles: [
      '财政拨款收入支出决算总表',
      '财政拨款收支决算总表',
      '财政拨款收支决算总体情况表',
      '财政拨款收入支出决算总体情况表',
      '财政拨款收入支出决算表',
    ],
  },
  {
    id: 'general-budget-expenditure',
    number: 5,
    title: '一般公共预算财政拨款支出决算表',
    titles: [
      '一般公共预算财政拨款支出决算表',
      '一般公共预算支出决算表',
      '一般公共预算财政拨款支出决算情况表',
      '一般公共预算支出决算情况表',
    ],
  },
  {
    id: 'general-budget-basic-expenditure',
    number: 6,
    title: '一般公共预算财政拨款基本支出决算明细表',
    titles: [
      '一般公共预算财政拨款基本支出决算表',
      '一般公共预算基本支出决算表',
      '一般公共预算财政拨款基本支出决算情况表',
    ],
  },
  {
    id: 'government-fund',
    number: 7,
    title: '政府性基金预算财政拨款收入支出决算表',
    titles: [
      '政府性基金预算财政拨款收入支出决算表',
      '政府性基金预算财政拨款收支决算表',
      '政府性基金预算收入支出决算表',
      '政府性基金预算财政拨款支出决算表',
      '政府性基金收入支出决算表',
    ],
  },
  {
    id: 'government-fund-basic-expenditure',
    number: null,
    title: '政府性基金预算财政拨款基本支出决算表',
    titles: ['政府性基金预算财政拨款基本支出决算表', '政府性基金预算基本支出决算表'],
  },
  {
    id: 'state-capital',
    number: 8,
    title: '国有资本经营预算财政拨款支出决算表',
    titles: [
      '国有资本经营预算财政拨款支出决算表',
      '国有资本经营预算支出决算表',
      '国有资本经营预算财政拨款收入支出决算表',
      '国有资本经营预算收入支出决算表',
    ],
  },
  {
    id: 'three-public',
    number: 9,
    title: '财政拨款“三公”经费支出决算表',
    titles: [
      '财政拨款三公经费支出决算表',
      '一般公共预算财政拨款三公经费支出决算表',
      '三公经费支出决算表',
      '一般公共预算三公经费支出决算表',
      '三公经费支出决算情况表',
      '三公经费决算表',
      '一般公共预算财政拨款三公经费及机关运行经费支出决算表',
      '财政拨款三公经费及机关运行经费支出决算表',
      '三公经费及机关运行经费支出决算表',
      '三公经费及会议费、培训费支出决算表',
      '财政拨款三公经费及会议费、培训费支出决算表',
      '一般公共预算财政拨款三公经费及会议费、培训费支出决算表',
      '一般公共预算拨款三公经费及会议费、培训费支出决算表',
    ],
  },
];

/**
 * A title without what differs from publisher to publisher: spaces, quotes, ordinals, year, 部门, 单位, 本级, 明细 (docs/judging.md, Forms).
 * @param title as printed
 * @param publisher the publisher's name, if it may stand in front
 */
export function normaliseTitle(title: string, publisher: string | null = null): string {
  let text = title.normalize('NFKC').replace(/[\s“”"'‘’《》〈〉「」]/g, '');
  if (publisher !== null) text = text.replace(publisher.normalize('NFKC').replace(/\s/g, ''), '');
  return text
    .replace(/^(?:附件|附)?\d*[、.:：]?(?:公开\d+表|附?表[一二三四五六七八九十\d]+)?[、.:：-]?/, '')
    .replace(/^(?:(?:[(（]?[一二三四五六七八九十]+[)）]?|\d+)[、.．]|[(（][一二三四五六七八九十]+[)）])/, '')
    .replace(/[（(](?:续|续表|万元|单位.{0,6}|汇总|本级|公开\d+表)[）)]$/g, '')
    .replace(/(?:19|20)\d{2}年度?/g, '')
    .replace(/部门|单位|本级|年度|明细|汇总/g, '')
    .replace(/\(\)/g, '');
}

/** Levenshtein distance, given up above `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      current.push(
        Math.min(
          (previous[j] ?? 0) + 1,
          (current[j - 1] ?? 0) + 1,
          (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    }
    previous = current;
  }
  return previous[b.length] ?? most + 1;
}

/** A name in front of the title ends like the name of a body: …局, …中心, …委员会. */
export const bodyName =
  /(?:局|委|办|室|厅|部|院|会|处|所|站|队|校|社|馆|园|台|场|中心|政府|街道|镇|乡|大学|[小中]学|学院|医院|集团|公司|法院|检察院|联合会|管委会|残联|文联|妇联|侨联|科协|工商联|团县委|团市委|总工会)$/;

/** Words that separate the forms: a title with one of them never stands for a form without it, however near its letters are. */
const tellingWords = ['三公', '基本支出', '收入', '支出', '收支', '总', '决算'] as const;

/** The same, but long enough to be told with one letter lost or wrong (政拨款, 一般公开预算). */
const longTellingWords = [
  { word: '财政拨款', misprinted: /政拨款|财.?拨款|财政.?款|财政拨/ },
  { word: '一般公共预算', misprinted: /般公共预算|一.?公共预算|一般.?共预算|一般公.?预算|一般公共.?算|一般公共预/ },
  { word: '政府性基金', misprinted: /府性基金|政.?性基金|政府.?基金|政府性.?金|政府性基/ },
  { word: '国有资本', misprinted: /有资本|国.?资本|国有.?本|国有资/ },
] as const;

function sameTellingWords(title: string, printed: string): boolean {
  return (
    tellingWords.every((word) => title.includes(word) === printed.includes(word)) &&
    longTellingWords.every(({ word, misprinted }) => title.includes(word) === misprinted.test(printed))
  );
}

/** Whether other words stand in front of a title: 项目支出决算表 is not a misprint of 支出决算表. A letter printed twice is. */
function hasWordsInFront(title: string, printed: string): boolean {
  return printed.endsWith(title) && printed !== (title[0] ?? '') + title;
}

/** The words that titles of the “three public” form are made of: whose money, what it is, and what some places add. */
const threePublicWords =
  /^(?:一般公共预算|政府性基金预算|政府性基金|国有资本经营预算|财政拨款|预算拨款|拨款|安排|开支|及|和|与|、|的|三公经费|行政参公机关运行经费|机关运行经费|会议费|培训费|支出|决算|情况|统计|对比|汇总|数|表)/;

/** Whether a title consists of such words, 三公经费 and 决算 among them. */
function isThreePublic(plain: string): boolean {
  if (!plain.includes('三公经费') || !plain.includes('决算')) return false;
  let rest = plain.replace(/[()]/g, '');
  for (let next = threePublicWords.exec(rest); next !== null && rest !== ''; next = threePublicWords.exec(rest))
    rest = rest.slice(next[0].length);
  return rest === '';
}

/** All titles, longest first, so that 财政拨款收入支出决算总表 is not taken for a body called 财政拨款 and 收入支出决算总表. */
const known = forms
  .flatMap((form) => form.titles.map((title) => ({ id: form.id, title })))
  .sort((a, b) => b.title.length - a.title.length);

/**
 * Finds the form of a title: whole titles first, then with a body's name in front, then small misprints
 * (two letters at most, and no other form as near).
 * @returns the form, or null when no title or more than one fits
 */
export function formByTitle(title: string, publisher: string | null = null): FormId | null {
  const plain = normaliseTitle(title, publisher);
  if (plain === '') return null;
  const whole = known.find((entry) => entry.title === plain);
  if (whole) return whole.id;
  const behindName = known.find(
    (entry) => plain.endsWith(entry.title) && bodyName.test(plain.slice(0, -entry.title.length)),
  );
  if (behindName) return behindName.id;
  if (isThreePublic(plain)) return 'three-public';
  // Nearness is measured to all titles: one that lies between two forms stands for neither.
  const near = known
    .map((entry) => ({ ...entry, distance: distance(plain, entry.title, 2) }))
    .filter((entry) => entry.distance <= 2 && !hasWordsInFront(entry.title, plain));
  const best = Math.min(...near.map((entry) => entry.distance));
  const nearest = near.filter((entry) => entry.distance === best);
  if (!nearest.every((entry) => sameTellingWords(entry.title, plain))) return null;
  const ids = new Set(nearest.map((entry) => entry.id));
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
}
