import { amountInYuan, figureKey, type Figure } from '../document/figure.ts';
import type { Form, FormSet } from '../recognise/form.ts';
import {
  budgetColumns,
  budgetScope,
  directionOf,
  itemsOfRow,
  moneyOf,
  rowsOfYear,
  type BudgetItem,
  type Money,
} from './budget-items.ts';
import { isPrinted } from './relation.ts';

/** What one table prints of one item: alternatives, where more than one row may be meant (the year's total and the grand total). */
export interface TableFact {
  readonly table: string;
  readonly official: boolean;
  readonly figures: readonly Figure[];
}

/** One column of one form that lists accounts: whose money and which part of it, its total, and the accounts that have one row. */
interface AccountColumn {
  readonly table: string;
  readonly item: BudgetItem;
  readonly total: Figure | null;
  readonly accounts: ReadonlyMap<string, Figure>;
}

/** The facts of the budget forms of a set. */
export interface BudgetFacts {
  readonly totals: ReadonlyMap<BudgetItem, readonly TableFact[]>;
  readonly columns: readonly AccountColumn[];
}

/** Items whose totals are one fact wherever they are printed. Of the income of one fund places count in what was carried over, or do not. */
const tied =
  /^all:income$|^(?:all|fiscal|general|fund|capital):(?:expenditure|basic|project|personnel|operating)$|^running$/;

const facts = new WeakMap<FormSet, BudgetFacts>();

/** Whether two totals are the same amount of money, other than nought. */
export function isSameMoney(one: Figure | null | undefined, other: Figure | null | undefined): boolean {
  const [amount, same] = [amountInYuan(one), amountInYuan(other)];
  return amount !== null && same !== null && !amount.isZero() && amount.eq(same);
}

/**
 * What the budget forms of a set print, by the words of their titles, heads and rows.
 * @param set of forms
 */
export function budgetFacts(set: FormSet): BudgetFacts {
  const found = facts.get(set) ?? readFacts(set);
  facts.set(set, found);
  return found;
}

function readFacts(set: FormSet): BudgetFacts {
  const totals = new Map<BudgetItem, Map<string, { form: Form; figures: Map<string, Figure> }>>();
  const columns: AccountColumn[] = [];
  const put = (item: BudgetItem, form: Form, figure: Figure | undefined): void => {
    // A form of noughts is one that was not filled in.
    if (
      !tied.test(item) ||
      figure === undefined ||
      !isPrinted(figure) ||
      (figure.quantity.kind === 'amount' && figure.quantity.value.isZero())
    )
      return;
    const tables = totals.get(item) ?? new Map<string, { form: Form; figures: Map<string, Figure> }>();
    const own = tables.get(form.table) ?? { form, figures: new Map<string, Figure>() };
    own.figures.set(figureKey(figure), figure);
    totals.set(item, tables.set(form.table, own));
  };
  for (const form of set.forms.filter(({ id }) => id.startsWith('budget-'))) {
    const scope = budgetScope(form);
    if (scope === null || scope.item?.startsWith('three-public') === true) continue;
    for (const side of form.sides) {
      const direction = directionOf(side, scope);
      const whole = scope.item ?? (direction === null ? null : `${scope.money}:${direction}`);
      const items = budgetColumns(side, scope, direction, set.year).map((column) =>
        column === 'total' ? whole : column !== null && column.length === 1 ? (column[0] ?? null) : null,
      );
      const rows = rowsOfYear(side, set.year);
      const totalRows = rows.filter((line) => itemsOfRow(line, side, scope, direction) === 'total');
      for (const line of rows) {
        const row = itemsOfRow(line, side, scope, direction);
        if (row === 'total')
          for (const [index, item] of items.entries()) if (item !== null) put(item, form, line.figures[index]);
        if (row !== 'total' && row.length === 1 && row[0] !== undefined)
          for (const [index, item] of items.entries())
            if (item === whole && item !== null) put(row[0], form, line.figures[index]);
      }
      for (const [index, item] of items.entries()) {
        const accounts = new Map<string, Figure | null>();
        for (const line of rows) {
          const figure = line.figures[index];
          if (line.code !== undefined && figure) accounts.set(line.code, accounts.has(line.code) ? null : figure);
        }
        const once = new Map([...accounts].flatMap(([code, figure]) => (figure ? [[code, figure] as const] : [])));
        const [total, ...more] = totalRows;
        if (item !== null && once.size > 0)
          columns.push({
            table: form.table,
            item,
            total: more.length > 0 ? null : (total?.figures[index] ?? null),
            accounts: once,
          });
      }
    }
  }
  return {
    totals: new Map(
      [...totals].map(([item, tables]) => [
        item,
        [...tables].map(([table, { form, figures }]) => ({
          table,
          official: form.official === true,
          figures: [...figures.values()],
        })),
      ]),
    ),
    columns,
  };
}

/** One of these contains the other: where their totals agree, so do all their parts. */
const contains: Readonly<Record<Money, readonly Money[]>> = {
  all: ['all', 'fiscal', 'general'],
  fiscal: ['fiscal', 'all', 'general'],
  general: ['general', 'fiscal', 'all'],
  fund: ['fund'],
  capital: ['capital'],
  insurance: ['insurance'],
};

/** Whether the parts of two items agree where their totals do: the same part of one kind of money and of another that contains it. */
export function haveSameParts(one: BudgetItem, other: BudgetItem): boolean {
  const [a, b] = [moneyOf(one), moneyOf(other)];
  if (a === null || b === null) return one === other;
  const part = (item: BudgetItem): string => (item.split(':')[1] ?? '').replace('income', 'expenditure');
  return contains[a].includes(b) && part(one) === part(other);
}

const parts = ['basic', 'project', 'personnel', 'operating'] as const;
const containing: readonly (readonly [Money, Money])[] = [
  ['all', 'fiscal'],
  ['fiscal', 'general'],
  ['all', 'general'],
];

/**
 * Parts of expenditure that are one fact though they are said of different money: where a department has no other money than that of the general
 * budget, the totals agree, and so do basic, project, personnel and operating expenditure.
 * @param found facts of a set
 * @returns the tables that print each of them
 */
export function partsOfSameMoney({ totals }: BudgetFacts): TableFact[][] {
  const figuresOf = (item: BudgetItem): readonly Figure[] => totals.get(item)?.flatMap(({ figures }) => figures) ?? [];
  return containing
    .filter(([wider, narrower]) =>
      figuresOf(`${wider}:expenditure`).some((one) =>
        figuresOf(`${narrower}:expenditure`).some((other) => isSameMoney(one, other)),
      ),
    )
    .flatMap(([wider, narrower]) =>
      parts.flatMap((part) => {
        const [all, some] = [totals.get(`${wider}:${part}`), totals.get(`${narrower}:${part}`)];
        return all && some ? [[...all.slice(0, 1), ...some.slice(0, 1)]] : [];
      }),
    );
}
