import type { Figure } from '../../../document/figure.ts';
import { factsOf } from '../../../recognise/facts/facts.ts';
import { factKey, isOfOtherForm, type AccountColumn } from '../../../recognise/facts/fact.ts';
import { haveSameParts, isBudget, isNonZero, isSameMoney } from '../../facts.ts';
import { left, type Relation } from '../../relation.ts';
import type { Rule } from '../../rule.ts';
import { same } from '../../scope.ts';

/** The figures of a column that make up an account: its own row, or all the deepest rows below it. */
function figuresOf({ rows }: AccountColumn, code: string): readonly Figure[] {
  const own = rows.get(code) ?? [];
  const below = [...rows].filter(([other]) => other.startsWith(code));
  if (own.length === 1) return own;
  // With rows of several levels below it, which of them add up is not clear.
  return new Set(below.map(([other]) => other.length)).size > 1 ? [] : below.flatMap(([, figures]) => figures);
}

/** The accounts of one column against those of another that holds the same money. */
function* tied(one: AccountColumn, other: AccountColumn): Generator<Relation> {
  const unclear = [one, other].some(({ unknownRows, complete }) => complete && unknownRows);
  for (const [code, [figure, ...more]] of one.rows) {
    if (more.length > 0 || !figure) continue;
    const rows = other.complete ? (other.rows.get(code) ?? []) : figuresOf(other, code);
    const isTwice = other.complete && rows.length > 1;
    if (rows.length > 0)
      yield* same(other.table, figure, rows, isTwice ? 'duplicate-code' : unclear ? 'unknown-item' : undefined);
    // A class of a summary without a row in the form has no expenditure.
    else if (code.length === 3 && !one.complete && other.complete && isNonZero(figure))
      yield {
        kind: 'same',
        readings: [[left(figure)]],
        table: other.table,
        ...(unclear && { unchecked: 'unknown-item' as const }),
      };
  }
}

/** The accounts of which a column has no row of its own, while the other has one. */
const without = (one: AccountColumn, other: AccountColumn): AccountColumn => ({
  ...one,
  rows: new Map([...one.rows].filter(([code]) => !other.rows.has(code))),
});

/** Accounts: of one subject in the forms of final accounts. */
const areAccounts = (one: AccountColumn, other: AccountColumn): boolean =>
  one.dimensions.flow === 'expenditure' &&
  factKey(one.dimensions) === factKey(other.dimensions) &&
  [...other.rows.keys()].some((code) => code.length === 3);

/** Budgets: the money of one form contains that of the other, and the totals show that it holds no more. */
const areBudgets = (one: AccountColumn, other: AccountColumn): boolean =>
  haveSameParts(one.dimensions, other.dimensions) && isSameMoney(one.total, other.total);

/** The same accounts of the same money in two forms. */
export const sameAccounts: Rule = {
  id: 'tie-out/accounts',
  family: 'tie-out',
  kind: 'hard',
  catalogue: ['X05', 'X10', 'X16', 'X17', 'YX1', 'YX4', 'YX6', 'YX7', 'T-2'],
  *relations(set) {
    const { columns } = factsOf(set);
    for (const [index, other] of columns.entries()) {
      for (const one of columns.slice(0, index)) {
        if (!isOfOtherForm(one, other) || one.by !== other.by || isBudget(one) !== isBudget(other)) continue;
        if (!isBudget(one)) {
          if (areAccounts(one, other)) yield* tied(one, other);
        } else if (areBudgets(one, other)) {
          const pattern = one.official && other.official ? {} : { pattern: `${one.table}|${other.table}` };
          for (const relation of [...tied(one, other), ...tied(without(other, one), one)])
            yield { ...relation, ...pattern };
        }
      }
    }
  },
};
