import { figureKey, isPrinted, type Figure } from '../document/figure.ts';
import { addTo } from '../grouped.ts';
import { classByName } from '../recognise/classes.ts';
import { budgetSides, type Column, type Scope } from '../recognise/facts/budget-form.ts';
import { subjectKey, type Fund, type Subject } from '../recognise/facts/fact.ts';
import { subjectsNamed } from '../recognise/facts/names.ts';
import type { FormSet, Line, Side } from '../recognise/form.ts';
import { plainLabel } from '../recognise/grid.ts';
import type { Section } from '../recognise/narrative/section.ts';

/** Whose money a heading of the text speaks of; null: sums of budgets are not spoken of there. */
const fundUnder: Readonly<Record<Section, Fund | null>> = {
  'summary': 'all',
  'income': 'all',
  'expenditure': 'all',
  'other': 'all',
  'fiscal': 'fiscal',
  'general': 'general',
  'basic': 'general',
  'fund': 'government-fund',
  'capital': 'state-capital',
  'three-public': null,
  'running': null,
  'procurement': null,
  'assets': null,
  'performance': null,
  'glossary': null,
};

/** Where an amount is looked for that is not where it belongs: a small department has fiscal money only, and its text does not always say whose. */
const looser: Partial<Record<Fund, readonly Fund[]>> = {
  all: ['fiscal', 'general'],
  fiscal: ['general', 'all'],
  general: ['fiscal'],
};

/** What an amount of the text may be of: what its words say, and what they are used for loosely. */
export interface Wanted {
  readonly subjects: readonly Subject[];
  readonly loosely: readonly Subject[];
}

/**
 * What a name of the text may stand for.
 * @param name as the sentence has it, without what stands around it
 * @param section the heading above
 * @returns null for a name of something else
 */
export function subjectsOfText(name: string, section: Section | null): Wanted | null {
  const scope = section === null ? 'all' : fundUnder[section];
  const found = subjectsNamed(
    name.replace(/^(?:安排|涉及)/, ''),
    scope ?? 'all',
    section === 'income' || section === 'expenditure' ? section : null,
  );
  // Under headings of one item only what bears its name is theirs.
  const subjects = scope === null ? found.filter(({ item }) => item.kind !== 'total') : found;
  if (subjects.length === 0) return null;
  const loosely = subjects
    .filter(({ item }) => item.kind === 'total')
    .flatMap((subject) => (looser[subject.fund] ?? []).map((fund): Subject => ({ ...subject, fund })));
  return { subjects, loosely };
}

/** An account as the text names it: by its code, or by its name, the length that its level gives the code (null: any) and the names above. */
export interface AccountWanted {
  readonly code?: string;
  readonly name: string;
  readonly length: number | null;
  readonly parents: readonly string[];
}

/** What the budget forms of a set print, by item and by account. */
export interface BudgetIndex {
  /** Amounts of a subject; each place once. */
  of(subject: Subject): readonly Figure[];
  /** Amounts of an account in the forms of some kinds of money, each as the figures that make it up; none where several accounts fit. */
  account(wanted: AccountWanted, funds: readonly Fund[]): readonly (readonly Figure[])[];
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
  readonly fund: Fund;
  readonly code: string;
  readonly name: string;
  readonly amounts: readonly (readonly Figure[])[];
}

/** The rows of a side with a code, or that name a class, with the figures that are all of the row. */
function accountsOf(side: Side, scope: Scope, columns: readonly Column[]): AccountRow[] {
  if (
    scope.direction === 'income' ||
    side.key === 'income' ||
    (scope.subject !== null && scope.subject.part !== 'basic')
  )
    return [];
  const uses = scope.subject !== null;
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
      fund: scope.fund,
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
export function budgetIndex(set: FormSet): BudgetIndex {
  const found = read.get(set) ?? readItems(set);
  read.set(set, found);
  return found;
}

/** Several rules ask for the items of one set. */
const read = new WeakMap<FormSet, BudgetIndex>();

function readItems(set: FormSet): BudgetIndex {
  const known = new Map<string, Map<string, Figure>>();
  const accounts: AccountRow[] = [];
  const put = (subjects: readonly Subject[], figure: Figure): void => {
    for (const key of subjects.map(subjectKey))
      known.set(key, (known.get(key) ?? new Map<string, Figure>()).set(figureKey(figure), figure));
  };
  const forms = set.forms.filter(({ id }) => id.startsWith('budget-'));
  for (const form of forms) {
    for (const { side, scope, whole, columns, rows } of budgetSides(form, set.year)) {
      for (const { line, subjects: row } of rows)
        for (const [index, figure] of line.figures.entries()) {
          const column = columns[index];
          if (row === 'total' && column !== null && column !== undefined)
            put(column === 'total' ? (whole === null ? [] : [whole]) : column, figure);
          else if (row !== 'total' && column === 'total') put(row, figure);
        }
      accounts.push(...accountsOf(side, scope, columns));
    }
  }
  return {
    carries: forms.some((form) => form.sides.some(showsCarryOver)),
    of: (subject) => [...(known.get(subjectKey(subject))?.values() ?? [])].filter(isPrinted),
    account: (wanted, funds) => accountFigures(accounts, wanted, funds),
  };
}

/** The figures of the one account that bears a name, or a code and its name. */
function accountFigures(
  accounts: readonly AccountRow[],
  { code, name, length, parents }: AccountWanted,
  funds: readonly Fund[],
): Figure[][] {
  const own = accountName(name);
  const fitting = accounts.filter(
    (row) =>
      funds.includes(row.fund) &&
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
