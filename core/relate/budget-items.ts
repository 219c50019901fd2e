import { figureKey, type Figure } from '../document/figure.ts';
import { addTo } from '../grouped.ts';
import { classByName } from '../recognise/classes.ts';
import type { Form, FormSet, Line, Side } from '../recognise/form.ts';
import { plainLabel, squash } from '../recognise/grid.ts';
import type { Section } from '../recognise/narrative/section.ts';
import { threePublicItem } from '../recognise/three-public.ts';
import { isPrinted } from './relation.ts';

/**
 * What an amount of a budget is of: whose money and which part of it ('all:income', 'general:basic', 'fiscal:both'), a source of
 * income ('source:事业'), or 'three-public:reception', 'running', 'procurement'.
 */
export type BudgetItem = string;

export type Money = 'all' | 'fiscal' | 'general' | 'fund' | 'capital' | 'insurance';
export type Direction = 'income' | 'expenditure';

/** Whose money a name speaks of, the special before the general. */
const moneyWords: readonly (readonly [RegExp, Money])[] = [
  [/一般公共(?:财政)?预算|一般公共财政/, 'general'],
  [/政府性基金/, 'fund'],
  [/国有资本经营/, 'capital'],
  [/社会保险基金|社保基金|(?:养老|医疗|失业|工伤|生育)保险基金/, 'insurance'],
  [/财政拨款|(?<!专项)预算拨款|预算内/, 'fiscal'],
];

/** Words that say nothing of what is budgeted. */
const empty =
  /财政拨款|拨款|预算内|预算|安排|资金|当年|本年|年度|部门|单位|综合|总计|合计|总额|总数|金额|总|数|的|各|均/g;

/** Sources of income beside the budgets, without 收入. */
const sources =
  /^(?:事业|(?:事业)?经营|上级补助|附属上缴|其他|财政专户管理|财政专户|使用非财政结余|用事业基金弥补收支差额)$/;

const moneyIn = (text: string): Money | null => moneyWords.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** 三公经费, 公务接待费, 公务用车购置及运行费. */
function threePublicNamed(name: string): BudgetItem[] {
  const item = /三公经费(?:支出|财政)*$/.test(name) ? 'total' : threePublicItem(name);
  return item === null || item === 'part' ? [] : [`three-public:${item}`];
}

/**
 * The items that a name may stand for, in the text or in the head of a column or row.
 * @param name without ordinals
 * @param scope whose money the heading or the form speaks of
 * @param direction of a name that says neither 收入 nor 支出; null: either
 */
function itemsNamed(name: string, scope: Money, direction: Direction | null): BudgetItem[] {
  const own = moneyIn(name);
  const money = own ?? scope;
  const rest = squash(name)
    .replace(/一般公共(?:财政)?预算|一般公共财政|政府性基金|国有资本经营/, '')
    .replace(empty, '');
  if (/三公|因公出国|公务/.test(name)) return threePublicNamed(squash(name).replace(empty, ''));
  if (/^(?:收入?[、和]?支出?)$/.test(rest)) return [`${money}:income`, `${money}:expenditure`];
  if (rest === '收入') return [`${money}:income`];
  if (rest === '支出') return [`${money}:expenditure`];
  if (rest === '')
    return own === null && !/[合总]计/.test(name)
      ? []
      : direction === null
        ? [`${money}:income`, `${money}:expenditure`]
        : [`${money}:${direction}`];
  if (/^基本(?:支出)?$/.test(rest)) return [`${money}:basic`];
  if (/^项目(?:支出)?$/.test(rest)) return [`${money}:project`];
  if (/^人员(?:经费|支出)?$/.test(rest)) return [`${money}:personnel`];
  if (/^(?:日常)?公用(?:经费|支出)?$/.test(rest)) return [`${money}:operating`];
  if (/^机关运行经费(?:支出)?$/.test(rest)) return ['running'];
  if (/^政府采购(?:支出)?$/.test(rest)) return ['procurement'];
  if (/^政府购买服务(?:项目)?(?:\d{1,4}[个项])?(?:支出)?$/.test(rest)) return ['purchased-services'];
  const source = rest.replace(/收入$/, '');
  return own === null && sources.test(source)
    ? [`source:${source.replace(/^事业经营$/, '经营').replace('管理', '')}`]
    : [];
}

/** Whose money a heading of the text speaks of; null: sums of budgets are not spoken of there. */
const moneyUnder: Readonly<Record<Section, Money | null>> = {
  'summary': 'all',
  'income': 'all',
  'expenditure': 'all',
  'other': 'all',
  'fiscal': 'fiscal',
  'general': 'general',
  'basic': 'general',
  'fund': 'fund',
  'capital': 'capital',
  'three-public': null,
  'running': null,
  'procurement': null,
  'assets': null,
  'performance': null,
  'glossary': null,
};

/** Where an item is looked for that is not where it belongs: a small department has fiscal money only, and its text does not always say whose. */
const looser: Readonly<Record<Money, readonly Money[]>> = {
  all: ['fiscal', 'general'],
  fiscal: ['general', 'all'],
  general: ['fiscal'],
  fund: [],
  capital: [],
  insurance: [],
};
/** Whose money an item is of; null for one that says nothing of it. */
export const moneyOf = (item: BudgetItem): Money | null => {
  const [money = ''] = item.split(':');
  return isMoney(money) ? money : null;
};
const isMoney = (word: string): word is Money => Object.hasOwn(looser, word);

/** What an amount of the text may be of: what its words say, and what they are used for loosely. */
export interface Wanted {
  readonly items: readonly BudgetItem[];
  readonly loosely: readonly BudgetItem[];
}

/** Items with a heading of their own. */
const ownHeading: readonly BudgetItem[] = ['running', 'procurement', 'purchased-services'];

/**
 * The items that a name of the text may stand for.
 * @param name as the sentence has it, without what stands around it
 * @param section the heading above
 * @returns null for a name of something else
 */
export function itemsOfText(name: string, section: Section | null): Wanted | null {
  const scope = section === null ? 'all' : moneyUnder[section];
  const found = itemsNamed(
    name.replace(/^(?:安排|涉及)/, ''),
    scope ?? 'all',
    section === 'income' || section === 'expenditure' ? section : null,
  );
  // Under these headings only what bears their name is theirs.
  const items =
    scope === null ? found.filter((item) => item.startsWith('three-public:') || ownHeading.includes(item)) : found;
  if (items.length === 0) return null;
  const loosely = items.flatMap((item) => {
    const [money = '', what] = item.split(':');
    return what === undefined || !isMoney(money) ? [] : looser[money].map((other) => `${other}:${what}`);
  });
  return { items, loosely };
}

/** What a form is about, by its title. */
export interface Scope {
  readonly money: Money;
  readonly direction: Direction | null;
  /** Its total is that of one item: basic expenditure, “three public” expenses. */
  readonly item: BudgetItem | null;
}

/** Governments print one account for several levels and scopes (全省, 省本级, 各市县, 全口径), and each has totals of its own. */
const ofSomeLevel = /全口径|全[省市区县州旗盟]|(?:[省市区县州旗盟]|自治区)本级|各[市县区]|对[市县区下]|分地区/;

/** The scope of a form; null for lists of projects, goals and services, which divide other amounts, and for accounts of one level of government. */
export function budgetScope(form: Form): Scope | null {
  const title = squash(form.title);
  if (title.includes('购买服务') && !title.includes('采购'))
    return { money: 'all', direction: 'expenditure', item: 'purchased-services' };
  if (/项目支出(?:预算)?(?:明细)?表|绩效|目标|购买服务|转移支付|会议|培训/.test(title) && !title.includes('三公'))
    return null;
  if (ofSomeLevel.test(title)) return null;
  // A title that says neither whose money nor which side leaves open what its total is of: 预算表 over a sheet of social insurance.
  if (!/[收支]|三公|机关运行|采购/.test(title)) return null;
  if (title.includes('三公')) return { money: 'all', direction: null, item: 'three-public:total' };
  if (title.includes('机关运行')) return { money: 'general', direction: 'expenditure', item: 'running' };
  if (title.includes('采购')) return { money: 'all', direction: 'expenditure', item: 'procurement' };
  const money = moneyIn(title) ?? 'all';
  const direction = /收支|收入支出|收入、支出/.test(title)
    ? null
    : title.includes('收入')
      ? 'income'
      : title.includes('支出')
        ? 'expenditure'
        : null;
  return { money, direction, item: title.includes('基本支出') ? `${money === 'all' ? 'general' : money}:basic` : null };
}

/** Columns and rows of other years, of what was left over, of changes and of parts. */
const aside = /上年|去年|年初|执行|决算|结转|结余|增减|增长|同比|%|其中|扣除|预留/;
/** Heads that name only the amount: 预算数, 2024年预算. */
const amountOnly =
  /^(?:(?:19|20)\d\d年?度?)?(?:本年|年初|当年)?(?:合计|小计|总计|预算数?|预算金额|金额|预算合计|本年预算)?$/;

/** What a column is of; null for one that is left aside. 'total': all that its row is of. */
export type Column = 'total' | BudgetItem[] | null;

function columnItems(
  label: string,
  scope: Scope,
  direction: Direction | null,
  year: number | null,
  alone: boolean,
): Column {
  const path = squash(label).split('/');
  const years = [...label.matchAll(/(?:19|20)\d\d(?=年)/g)].map(([digits]) => Number(digits));
  if (path.some((word) => aside.test(word)) || years.some((one) => one !== year)) return null;
  const named = path.filter((word) => !amountOnly.test(word));
  const last = named.at(-1);
  if (last === undefined) return 'total';
  // 公务用车购置及运行费 | 购置费, 运行费: named short below their own.
  const short = /^(购置|运行)/.exec(last)?.[1];
  if (short !== undefined && named.some((word) => word.includes('公务用车')))
    return [short === '购置' ? 'three-public:purchase' : 'three-public:operation'];
  const money = named.map(moneyIn).findLast((one) => one !== null) ?? scope.money;
  const items = itemsNamed(last, money, direction);
  // 本年支出 | 合计 of the form's own money is all that a row is of.
  return items.some((item) => item === `${scope.money}:${direction ?? ''}` || item === scope.item) ||
    (alone && items.length === 0)
    ? 'total'
    : items;
}

/**
 * What the columns of a side are of.
 * @param side of a budget form
 * @param scope of the form
 * @param direction of the side
 * @param year of the budget
 */
export function budgetColumns(side: Side, scope: Scope, direction: Direction | null, year: number | null): Column[] {
  const read = side.measures.map(({ label }) => columnItems(label, scope, direction, year, side.measures.length === 1));
  // 合计 | “三公”经费 | 会议费 | 培训费: beside a column of the form's own item the one that only says 合计 is of more.
  const isNamed =
    scope.item === 'three-public:total' && side.measures.some(({ label }) => squash(label).includes('三公'));
  return read.map((column, index) =>
    isNamed && column === 'total' && !squash(side.measures[index]?.label ?? '').includes('三公') ? null : column,
  );
}

/** Which side of the budget a side of a form is. @param side of the form @param scope of the form */
export const directionOf = (side: Side, scope: Scope): Direction | null =>
  side.key === 'income' || side.key === 'expenditure' ? side.key : scope.direction;

/** What a row is of: 'total' for a total or the only row, unless that is an account (the rest of a form that is cut); else the items of its name. */
export function itemsOfRow(line: Line, side: Side, scope: Scope, direction: Direction | null): 'total' | BudgetItem[] {
  if (
    line.key === 'total' ||
    line.key === 'grand-total' ||
    line.key === 'year-total' ||
    (side.lines.length === 1 && side.key === 'all' && line.code === undefined)
  )
    return 'total';
  // 国有资本经营预算支出 among the classes is one of them, whatever money pays for it.
  if (
    direction === 'expenditure' &&
    classByName(line.label) !== null &&
    side.lines.filter(({ label }) => classByName(label) !== null).length > 1
  )
    return [];
  const items = itemsNamed(plainLabel(line.label), scope.money, direction);
  // A row of the “three public” form that names none of them is a year or a body.
  return items.length === 0 && scope.item === 'three-public:total' && !side.lines.some(({ key }) => key === 'total')
    ? 'total'
    : items;
}

/** The rows of a side that speak of the year of the budget; a form with a row a year has one of them. */
export function rowsOfYear(side: Side, year: number | null): Line[] {
  const yearOf = (line: Line): number | null => {
    const digits = /(?:^|\D)((?:19|20)\d\d)(?:年|$)/.exec(line.label)?.[1];
    return digits === undefined ? null : Number(digits);
  };
  const dated = side.lines.some((line) => yearOf(line) !== null);
  let carried = false;
  return side.lines.filter((line) => {
    // The budgets below 上年结转 are what was left of them.
    carried = line.key === 'opening-balance' || (carried && line.key === 'detail');
    return !carried && (!dated || yearOf(line) === year);
  });
}

/** An account as the text names it: by its code, or by its name, the length that its level gives the code (null: any) and the names above. */
export interface AccountWanted {
  readonly code?: string;
  readonly name: string;
  readonly length: number | null;
  readonly parents: readonly string[];
}

/** What the budget forms of a set print, by item and by account. */
export interface BudgetItems {
  /** Amounts of an item; each place once. */
  of(item: BudgetItem): readonly Figure[];
  /** Amounts of an account in the forms of some kinds of money, each as the figures that make it up; none where several accounts fit. */
  account(wanted: AccountWanted, money: readonly Money[]): readonly (readonly Figure[])[];
  /** Money was carried over from the year before: what a text includes of it differs. */
  readonly carries: boolean;
}

/** An account's name for comparison: without a code in front of it, 支出 behind it, and in one of its wordings. */
export const accountName = (text: string): string =>
  plainLabel(text)
    .replace(/^\d{3,7}-?/, '')
    .replace(/支出$/, '')
    .replace(/其它/g, '其他')
    .replace(/商品服务/, '商品和服务')
    .replace(/家庭补助/, '家庭的补助');

/** A name of fewer letters is too easily another one with its words turned round. */
const fewestTurned = 5;

/** Whether two names are of the same words in another order: 一般行政事务管理 for 一般行政管理事务. */
export function isTurned(one: string, other: string): boolean {
  const lettersOf = (name: string): string => Array.from(name).sort().join('');
  return one.length >= fewestTurned && one.length === other.length && lettersOf(one) === lettersOf(other);
}

interface AccountRow {
  readonly money: Money;
  readonly code: string;
  readonly name: string;
  readonly amounts: readonly (readonly Figure[])[];
}

/** The rows of a side with a code, or that name a class, with the figures that are all of the row. */
function accountsOf(side: Side, scope: Scope, columns: readonly Column[]): AccountRow[] {
  if (scope.direction === 'income' || side.key === 'income' || (scope.item !== null && !scope.item.endsWith(':basic')))
    return [];
  const uses = scope.item !== null;
  const rows = new Map<string, Line[]>();
  for (const line of side.lines) {
    const code = line.code ?? (!uses && line.key === 'item' ? classByName(line.label) : null);
    const isUse = code?.startsWith('3');
    if (code !== null && isUse === uses) addTo(rows, code, line);
  }
  return [...rows].map(([code, lines]): AccountRow => {
    const found = columns.flatMap((column, index) =>
      column === 'total' ? [lines.flatMap(({ figures }) => figures[index] ?? [])] : [],
    );
    // A row a body: together they are the account, unless one of them is all of it.
    return {
      money: scope.money,
      code,
      name: accountName(lines[0]?.label ?? ''),
      amounts: found.flatMap((figures) =>
        figures.length > 1 ? [figures, ...figures.map((figure) => [figure])] : [figures],
      ),
    };
  });
}

const isNonZero = (figure: Figure): boolean => figure.quantity.kind === 'amount' && !figure.quantity.value.isZero();

/** Whether a side shows money that was left from the year before. */
const showsCarryOver = ({ lines, measures }: Side): boolean =>
  lines.some(
    ({ label, figures }) =>
      !/下年|年末|年终/.test(label) &&
      figures.some((figure, index) => isNonZero(figure) && /结转|结余/.test(`${label}${measures[index]?.label ?? ''}`)),
  );

/**
 * Finds what the budget forms of a set print of each item, by the words of their titles, heads and rows: places name the same form
 * differently, and their words are all they have in common.
 * @param set of forms
 */
export function budgetItems(set: FormSet): BudgetItems {
  const found = read.get(set) ?? readItems(set);
  read.set(set, found);
  return found;
}

/** Several rules ask for the items of one set. */
const read = new WeakMap<FormSet, BudgetItems>();

function readItems(set: FormSet): BudgetItems {
  const known = new Map<BudgetItem, Map<string, Figure>>();
  const accounts: AccountRow[] = [];
  const put = (items: readonly BudgetItem[], figure: Figure): void => {
    for (const item of items)
      known.set(item, (known.get(item) ?? new Map<string, Figure>()).set(figureKey(figure), figure));
  };
  const forms = set.forms.filter(({ id }) => id.startsWith('budget-'));
  for (const form of forms) {
    const scope = budgetScope(form);
    if (scope === null) continue;
    for (const side of form.sides) {
      const direction = directionOf(side, scope);
      const whole = scope.item !== null ? [scope.item] : direction === null ? [] : [`${scope.money}:${direction}`];
      const columns = budgetColumns(side, scope, direction, set.year);
      for (const line of rowsOfYear(side, set.year)) {
        const row = itemsOfRow(line, side, scope, direction);
        for (const [index, figure] of line.figures.entries()) {
          const column = columns[index];
          if (row === 'total' && column !== null && column !== undefined)
            put(column === 'total' ? whole : column, figure);
          else if (row !== 'total' && column === 'total') put(row, figure);
        }
      }
      accounts.push(...accountsOf(side, scope, columns));
    }
  }
  return {
    carries: forms.some((form) => form.sides.some(showsCarryOver)),
    of: (item) => [...(known.get(item)?.values() ?? [])].filter(isPrinted),
    account: (wanted, money) => accountFigures(accounts, wanted, money),
  };
}

/** The figures of the one account that bears a name, or a code and its name. */
function accountFigures(
  accounts: readonly AccountRow[],
  { code, name, length, parents }: AccountWanted,
  money: readonly Money[],
): Figure[][] {
  const own = accountName(name);
  const fitting = accounts.filter(
    (row) =>
      money.includes(row.money) &&
      (row.name === own || isTurned(row.name, own)) &&
      (code === undefined ? length === null || row.code.length === length : row.code === code),
  );
  const exact = fitting.filter((row) => row.name === own);
  const named = exact.length > 0 ? exact : fitting;
  const bears = (row: AccountRow, parent: string): boolean =>
    accounts.some(
      (other) =>
        other.name === accountName(parent) && other.code.length < row.code.length && row.code.startsWith(other.code),
    );
  const known = parents.filter((parent) => accounts.some((other) => other.name === accountName(parent)));
  const right = named.filter((row) => known.every((parent) => bears(row, parent)));
  return new Set(right.map((row) => row.code)).size === 1
    ? right
        .flatMap(({ amounts }) => amounts.map((figures) => figures.filter(isPrinted)))
        .filter((figures) => figures.length > 0)
    : [];
}
