import { bodyName, normaliseTitle, type FormId } from '../forms.ts';

/** The budget set 表一 … 表十二 and 表十三 by title; title in the contents and on the form may differ. */
const titles: readonly (readonly [id: FormId, ...names: string[]])[] = [
  ['budget-summary', '收支总体情况表', '收支预算总体情况表'],
  ['budget-income', '收入总体情况表', '收入预算总体情况表'],
  ['budget-expenditure', '支出总体情况表', '支出预算总体情况表'],
  ['budget-projects', '项目支出表'],
  ['budget-fiscal-summary', '财政拨款收支预算总表', '财政拨款收支总体情况表'],
  ['budget-general', '一般公共预算支出情况表'],
  ['budget-basic', '一般公共预算基本支出情况表'],
  ['budget-fund', '政府性基金预算支出情况表', '政府性基金预算支出表'],
  ['budget-capital', '国有资本经营预算财政拨款支出表', '国有资本经营预算支出表'],
  ['budget-three-public', '一般公共预算三公经费支出情况表'],
  ['budget-purchased-services', '政府购买服务预算表'],
  ['budget-transfers', '专项转移支付预算表'],
  ['budget-targets', '项目支出绩效目标申报表'],
];

const known = new Map(titles.flatMap(([id, ...names]) => names.map((name) => [name, id] as const)));

type Money = 'all' | 'fiscal' | 'general' | 'fund' | 'capital';
type Subject = 'both' | 'income' | 'expenditure' | 'basic' | 'three-public' | 'running' | 'procurement';

/**
 * The words that titles of budget forms are made of, whatever the place: whose money, what of it, and what says neither. Longest first where one
 * begins another.
 */
const words: readonly { readonly word: string; readonly money?: Money; readonly subject?: Subject }[] = [
  ...['一般公共预算财政拨款', '一般公共预算拨款', '一般公共财政预算', '一般公共预算', '公共财政预算'].map((word) => ({
    word,
    money: 'general' as const,
  })),
  ...['政府性基金预算财政拨款', '政府性基金预算', '政府性基金'].map((word) => ({ word, money: 'fund' as const })),
  ...['国有资本经营预算财政拨款', '国有资本经营预算', '国有资本经营'].map((word) => ({
    word,
    money: 'capital' as const,
  })),
  { word: '财政拨款', money: 'fiscal' },
  ...['收入支出', '收支'].map((word) => ({ word, subject: 'both' as const })),
  { word: '收入', subject: 'income' },
  { word: '基本支出', subject: 'basic' },
  ...[
    '三公经费、会议费、培训费',
    '三公经费、会议费和培训费',
    '三公经费和机关运行经费',
    '三公经费及机关运行经费',
    '三公经费',
  ].map((word) => ({ word, subject: 'three-public' as const })),
  ...['机关运行经费'].map((word) => ({ word, subject: 'running' as const })),
  ...['政府采购'].map((word) => ({ word, subject: 'procurement' as const })),
  { word: '支出', subject: 'expenditure' },
  ...[
    '部门预算经济分类',
    '政府预算经济分类',
    '支出功能分类',
    '支出经济分类',
    '功能分类',
    '经济分类',
    '功能科目',
    '经济科目',
    '科目',
    '(功能)',
    '(经济)',
    '年',
    '预算',
    '总体',
    '情况',
    '财务',
    '安排',
    '的',
    '数',
    '总',
    '表',
    '(',
    ')',
  ].map((word) => ({ word })),
];

/** What a title that consists of such words alone speaks of; null for any other. */
function readTitle(title: string): { money: Money; subject: Subject } | null {
  const money = new Set<Money>();
  const subjects = new Set<Subject>();
  for (let at = 0; at < title.length;) {
    const found = words.find(({ word }) => title.startsWith(word, at));
    if (!found) return null;
    if (found.money) money.add(found.money);
    if (found.subject) subjects.add(found.subject);
    at += found.word.length;
  }
  // 三公经费支出, 机关运行经费支出, 政府采购支出: of that subject.
  const [only, ...more] = [...subjects].filter((subject) => subject !== 'expenditure' || subjects.size === 1);
  return only === undefined || more.length > 0 || money.size > 1
    ? null
    : { money: [...money][0] ?? 'all', subject: only };
}

/** The forms by whose money and what of it. */
const forms: Readonly<Record<Money, Partial<Record<Subject, FormId>>>> = {
  all: {
    'both': 'budget-summary',
    'income': 'budget-income',
    'expenditure': 'budget-expenditure',
    'three-public': 'budget-three-public',
    'running': 'budget-running',
    'procurement': 'budget-procurement',
  },
  fiscal: {
    'both': 'budget-fiscal-summary',
    'expenditure': 'budget-fiscal',
    'basic': 'budget-fiscal-basic',
    'three-public': 'budget-three-public',
    'running': 'budget-running',
  },
  general: {
    'expenditure': 'budget-general',
    'basic': 'budget-basic',
    'three-public': 'budget-three-public',
    'running': 'budget-running',
  },
  fund: { expenditure: 'budget-fund' },
  capital: { expenditure: 'budget-capital' },
};

/** The title from the end of a body's name on: 某法院部门支出预算总表. */
function behindBody(plain: string): string[] {
  return Array.from({ length: plain.length }, (_, at) => at)
    .filter((at) => at > 1 && bodyName.test(plain.slice(0, at)))
    .map((at) => plain.slice(at));
}

/**
 * Finds the budget form of a title: by a whole title, or by the words that it is made of, behind a body's name perhaps. A title with 决算 is
 * never one.
 * @returns the form, or null
 */
export function budgetByTitle(title: string, publisher: string | null): FormId | null {
  if (title.includes('决算')) return null;
  const plain = normaliseTitle(title, publisher);
  const whole = known.get(plain);
  if (whole !== undefined) return whole;
  if (!plain.replace(/\)$/, '').includes('表')) return null;
  for (const rest of [plain, ...behindBody(plain)]) {
    const read = readTitle(rest);
    if (read) return forms[read.money][read.subject] ?? null;
  }
  return null;
}
