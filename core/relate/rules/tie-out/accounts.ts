import { factsOf } from '../../../recognise/facts/facts.ts';
import { factKey, isOfOtherForm, type AccountColumn } from '../../../recognise/facts/fact.ts';
import { isNonZero } from '../../facts.ts';
import { left, type Relation } from '../../relation.ts';
import type { Rule } from '../../rule.ts';
import { same } from '../../scope.ts';

/** The classes of a column, its rows of three digits. */
const classesOf = ({ rows }: AccountColumn): string[] => [...rows.keys()].filter((code) => code.length === 3);

/** The accounts that both columns may list, each once, against each other. */
function* tied(one: AccountColumn, other: AccountColumn): Generator<Relation> {
  const unclear = [one, other].some(({ unknownRows, complete }) => complete && unknownRows);
  for (const [code, [figure, ...more]] of one.rows) {
    const rows = other.rows.get(code) ?? [];
    if (more.length > 0 || !figure) continue;
    if (rows.length > 0)
      yield* same(other.table, figure, rows, rows.length > 1 ? 'duplicate-code' : unclear ? 'unknown-item' : undefined);
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

/** The same accounts of the same money in two forms. */
export const sameAccounts: Rule = {
  id: 'tie-out/accounts',
  family: 'tie-out',
  kind: 'hard',
  catalogue: ['X05', 'X10', 'X16', 'X17'],
  *relations(set) {
    const { columns } = factsOf(set);
    for (const [index, other] of columns.entries())
      for (const one of columns.slice(0, index))
        if (
          isOfOtherForm(one, other) &&
          one.dimensions.flow === 'expenditure' &&
          one.by === other.by &&
          factKey(one.dimensions) === factKey(other.dimensions) &&
          classesOf(other).length > 0
        )
          yield* tied(one, other);
  },
};
