import { departmentUses, governmentUses } from '../vocabulary/economic-accounts.ts';
import { functionalClasses } from '../vocabulary/functional-accounts.ts';
import { incomeClasses } from '../vocabulary/income-accounts.ts';
import { classByName } from './classes.ts';
import type { Line } from './form.ts';
import { plainLabel, squash } from './grid.ts';
import { isRateRow } from './measure-words.ts';

/** What the name of a row makes it in a list of accounts; 'end': a total, or what belongs to no account above it. */
export type AccountLevel = 'class' | 'section' | 'item' | 'end';

/** Names are held against each other without marks that print differently: 国有资源(资产)有偿使用收入, “三供一业”. */
const nameOf = (label: string): string => plainLabel(label).replace(/[、,"()（）]/gu, '');

const named = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(nameOf));

/** A fund by the name of what is spent of it: 国有土地收益基金 of 国有土地收益基金安排的支出, also where debts for it are added. */
const fundOf = (label: string): string =>
  nameOf(label)
    .replace(/(?:的)?支出$/u, '')
    .replace(/(?:相关|安排|安排的)$/u, '');
const withoutDebts = (fund: string): string => fund.replace(/及对应专项债务收入$/u, '');

const functional = new Map(
  functionalClasses.map(({ code, sections, funds }) => [
    code,
    { sections: named(sections), funds: new Set((funds ?? []).map(fundOf)) },
  ]),
);
const anySection = named(functionalClasses.flatMap(({ sections }) => sections));
const income = new Map(
  incomeClasses.map(({ name, sections }) => [nameOf(name), sections === null ? null : named(sections)]),
);
const uses = [named(governmentUses), named(departmentUses)] as const;
/** Names that other classifications have as well: they tell nothing of the list. */
const shared = named(['其他支出', '转移性支出', '债务还本支出', '债务利息及费用支出']);

/** The totals of accounts, and what stands beside them outside the classes. */
const end =
  /(?:合计|总计|小计|总额)$|^(?:地方|全市|全省|全区|全县|本级)?(?:一般)?公共(?:财政)?预算(?:收入|支出)$|^(?:政府性基金|国有资本经营)预算(?:收入|支出)$|^(?:转移性|债务|上级补助|返还性|债务转贷)收入$|^(?:调入|调出)资金$|^上解|^(?:上年|年终|年末).{0,6}(?:结转|结余)|^(?:动用|补充|安排)预算稳定/u;

/** The classes by economic use that a list is made of; null for one by function, or of income. */
function usesOf(lines: readonly Line[]): ReadonlySet<string> | null {
  const names = new Set(lines.map(({ label }) => nameOf(label)));
  const known = uses.find((set) => [...set].filter((name) => names.has(name) && !shared.has(name)).length >= 2);
  return known !== undefined && new Set(lines.flatMap(({ label }) => classByName(label) ?? [])).size <= 2
    ? known
    : null;
}

/** Levels by economic use: class and item. */
function byUse(lines: readonly Line[], classes: ReadonlySet<string>): (AccountLevel | null)[] {
  let open = '';
  return lines.map(({ label, key }) => {
    const name = nameOf(label);
    if (key === 'part' || isRateRow(label)) return null;
    if (end.test(name)) {
      open = '';
      return 'end';
    }
    // 其他支出 is the one item of 其他支出.
    if (classes.has(name) && name !== open) {
      open = name;
      return 'class';
    }
    return open === '' ? null : 'item';
  });
}

/** The level that is printed behind a name: 其他教育支出(款). */
const markOf = (label: string): string | undefined => /\((类|款|项)\)$/u.exec(squash(label))?.[1];

/** The class, and the section of it, that rows stand under. */
interface Open {
  readonly class: string;
  readonly section: string;
}

/** Whether a name is that of a section of the class that is open; of any class where none is printed above it. */
function isSection(name: string, label: string, open: Open | null): boolean {
  const mark = markOf(label);
  if (mark === '项' || name === open?.section) return false;
  if (mark === '款') return true;
  if (open === null || open.class === '') return anySection.has(name);
  const known = functional.get(open.class);
  const fund = fundOf(label);
  return (
    known !== undefined && (known.sections.has(name) || known.funds.has(fund) || known.funds.has(withoutDebts(fund)))
  );
}

/** Levels by function: class, section and item; and of income: class and section. */
function byFunction(lines: readonly Line[]): (AccountLevel | null)[] {
  let open: Open | null = null;
  let names: ReadonlySet<string> | null | undefined;
  return lines.map(({ label, key }): AccountLevel | null => {
    const name = nameOf(label);
    if (key === 'part' || isRateRow(label)) return null;
    const mark = markOf(label);
    if (income.has(name) && mark !== '款' && mark !== '项') {
      names = income.get(name);
      open = null;
      return 'class';
    }
    const code = mark === '款' || mark === '项' ? null : classByName(label);
    // 其他支出 below 其他支出 is its section, and the item below it.
    if (code !== null && code !== open?.class) {
      open = { class: code, section: '' };
      names = undefined;
      return 'class';
    }
    if (end.test(name)) {
      open = null;
      names = undefined;
      return 'end';
    }
    if (names !== undefined) return names === null || names.has(name) ? 'section' : 'end';
    if (isSection(name, label, open)) {
      open = { class: open?.class ?? '', section: name };
      return 'section';
    }
    return open === null ? null : 'item';
  });
}

/**
 * What the rows of a list are by their names in the national classification of income and expenditure (政府收支分类科目): by function, by use, or
 * of income. A name that is not in it is an item of the section above.
 * @param lines of a list without codes
 * @returns a level for each line; null for what is inside another row, no amount, or stands before any account
 */
export function accountLevels(lines: readonly Line[]): readonly (AccountLevel | null)[] {
  const classes = usesOf(lines);
  return classes === null ? byFunction(lines) : byUse(lines, classes);
}
