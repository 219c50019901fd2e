import { classByName } from '../classes.ts';
import type { Form, Line, Side } from '../form.ts';
import { plainLabel, squash } from '../grid.ts';
import type { Fund, Subject } from './fact.ts';
import { sameSubject } from './fact.ts';
import { fundIn, moneyOf, named, subjectsNamed, threePublicSubject, type Direction } from './names.ts';

/** What a form is about, by its title. */
export interface Scope {
  readonly fund: Fund;
  readonly direction: Direction | null;
  /** Its total is that of one subject: basic expenditure, “three public” expenses. */
  readonly subject: Subject | null;
}

/** Governments print one account for several levels and scopes (全省, 省本级, 各市县, 全口径), and each has totals of its own. */
const ofSomeLevel = /全口径|全[省市区县州旗盟]|(?:[省市区县州旗盟]|自治区)本级|各[市县区]|对[市县区下]|分地区/;

/** The scope of a form; null for lists of projects, goals and services, which divide other amounts, and for accounts of one level of government. */
function budgetScope(form: Form): Scope | null {
  const title = squash(form.title);
  const ofAll = (subject: Subject): Scope => ({ fund: 'all', direction: 'expenditure', subject });
  if (title.includes('购买服务') && !title.includes('采购')) return ofAll(named({ kind: 'purchased-services' }));
  if (/项目支出(?:预算)?(?:明细)?表|绩效|目标|购买服务|转移支付|会议|培训/.test(title) && !title.includes('三公'))
    return null;
  if (ofSomeLevel.test(title)) return null;
  // A title that says neither whose money nor which side leaves open what its total is of: 预算表 over a sheet of social insurance.
  if (!/[收支]|三公|机关运行|采购/.test(title)) return null;
  if (title.includes('三公')) return { fund: 'all', direction: null, subject: threePublicSubject('total') };
  if (title.includes('机关运行'))
    return { fund: 'general', direction: 'expenditure', subject: named({ kind: 'running' }) };
  if (title.includes('采购')) return ofAll(named({ kind: 'procurement' }));
  const fund = fundIn(title) ?? 'all';
  const direction = /收支|收入支出|收入、支出/.test(title)
    ? null
    : title.includes('收入')
      ? 'income'
      : title.includes('支出')
        ? 'expenditure'
        : null;
  const basic = moneyOf(fund === 'all' ? 'general' : fund, 'expenditure', 'basic');
  return { fund, direction, subject: title.includes('基本支出') ? basic : null };
}

/** Columns and rows of other years, of what was left over, of changes and of parts. */
const aside = /上年|去年|年初|执行|决算|结转|结余|增减|增长|同比|%|其中|扣除|预留/;
/** Heads that name only the amount: 预算数, 2024年预算. */
const amountOnly =
  /^(?:(?:19|20)\d\d年?度?)?(?:本年|年初|当年)?(?:合计|小计|总计|预算数?|预算金额|金额|预算合计|本年预算)?$/;

/** What a column is of: what its head may stand for; null for one that is left aside. 'total': all that its row is of. */
export type Column = 'total' | readonly Subject[] | null;

function columnSubjects(
  label: string,
  scope: Scope,
  direction: Direction | null,
  year: number | null,
  alone: boolean,
): Column {
  const path = squash(label).split('/');
  const years = [...label.matchAll(/(?:19|20)\d\d(?=年)/g)].map(([digits]) => Number(digits));
  if (path.some((word) => aside.test(word)) || years.some((one) => one !== year)) return null;
  const words = path.filter((word) => !amountOnly.test(word));
  const last = words.at(-1);
  if (last === undefined) return 'total';
  // 公务用车购置及运行费 | 购置费, 运行费: named short below their own.
  const short = /^(购置|运行)/.exec(last)?.[1];
  if (short !== undefined && words.some((word) => word.includes('公务用车')))
    return [threePublicSubject(short === '购置' ? 'purchase' : 'operation')];
  const fund = words.map(fundIn).findLast((one) => one !== null) ?? scope.fund;
  const subjects = subjectsNamed(last, fund, direction);
  // 本年支出 | 合计 of the form's own money is all that a row is of.
  const isWhole = (subject: Subject): boolean =>
    (direction !== null && sameSubject(subject, moneyOf(scope.fund, direction))) ||
    (scope.subject !== null && sameSubject(subject, scope.subject));
  return subjects.some(isWhole) || (alone && subjects.length === 0) ? 'total' : subjects;
}

const isThreePublicForm = ({ subject }: Scope): boolean =>
  subject?.item.kind === 'three-public' && subject.item.of === 'total';

/**
 * What the columns of a side are of.
 * @param side of a budget form
 * @param scope of the form
 * @param direction of the side
 * @param year of the budget
 */
function budgetColumns(side: Side, scope: Scope, direction: Direction | null, year: number | null): Column[] {
  const read = side.measures.map(({ label }) =>
    columnSubjects(label, scope, direction, year, side.measures.length === 1),
  );
  // 合计 | “三公”经费 | 会议费 | 培训费: beside a column of the form's own item the one that only says 合计 is of more.
  const isNamed = isThreePublicForm(scope) && side.measures.some(({ label }) => squash(label).includes('三公'));
  return read.map((column, index) =>
    isNamed && column === 'total' && !squash(side.measures[index]?.label ?? '').includes('三公') ? null : column,
  );
}

/** Which side of the budget a side of a form is. @param side of the form @param scope of the form */
const directionOf = (side: Side, scope: Scope): Direction | null =>
  side.key === 'income' || side.key === 'expenditure' ? side.key : scope.direction;

/** What a row is of: 'total' for a total or the only row, unless that is an account (the rest of a form that is cut); else what its name may stand for. */
function subjectsOfRow(
  line: Line,
  side: Side,
  scope: Scope,
  direction: Direction | null,
): 'total' | readonly Subject[] {
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
  const subjects = subjectsNamed(plainLabel(line.label), scope.fund, direction);
  // A row of the “three public” form that names none of them is a year or a body.
  return subjects.length === 0 && isThreePublicForm(scope) && !side.lines.some(({ key }) => key === 'total')
    ? 'total'
    : subjects;
}

/** The rows of a side that speak of the year of the budget, or of the latest where it is not known; a form with a row a year has one of them. */
function rowsOfYear(side: Side, year: number | null): Line[] {
  const yearOf = (line: Line): number | null => {
    const digits = /(?:^|\D)((?:19|20)\d\d)(?:年|$)/.exec(line.label)?.[1];
    return digits === undefined ? null : Number(digits);
  };
  const years = side.lines.flatMap((line) => yearOf(line) ?? []);
  const wanted = year ?? Math.max(...years);
  let carried = false;
  return side.lines.filter((line) => {
    // The budgets below 上年结转 are what was left of them.
    carried = line.key === 'opening-balance' || (carried && line.key === 'detail');
    return !carried && (years.length === 0 || yearOf(line) === wanted);
  });
}

/** A side of a budget's form, with what its columns and the rows of the year are of. */
export interface BudgetSide {
  readonly side: Side;
  readonly scope: Scope;
  /** What all of the side is of; null where it does not say which way its money goes. */
  readonly whole: Subject | null;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly line: Line; readonly subjects: 'total' | readonly Subject[] }[];
}

const known = new WeakMap<Form, readonly BudgetSide[]>();

/**
 * Reads the sides of a budget's form by the words of title, heads and rows.
 * @param year of the budget
 * @returns none for a list of projects, goals or services, and for one level of government among several
 */
export function budgetSides(form: Form, year: number | null): readonly BudgetSide[] {
  const before = known.get(form);
  if (before) return before;
  const scope = budgetScope(form);
  const sides =
    scope === null
      ? []
      : form.sides.map((side): BudgetSide => {
          const direction = directionOf(side, scope);
          return {
            side,
            scope,
            whole: scope.subject ?? (direction === null ? null : moneyOf(scope.fund, direction)),
            columns: budgetColumns(side, scope, direction, year),
            rows: rowsOfYear(side, year).map((line) => ({
              line,
              subjects: subjectsOfRow(line, side, scope, direction),
            })),
          };
        });
  known.set(form, sides);
  return sides;
}
