import { isPrinted } from '../../../document/figure.ts';
import { factsOf } from '../../../recognise/facts/facts.ts';
import { factKey, isOfOtherForm, type Dimensions, type Fact } from '../../../recognise/facts/fact.ts';
import type { FormSet } from '../../../recognise/form.ts';
import type { FormId } from '../../../recognise/forms.ts';
import { byTable } from '../../facts.ts';
import { left, right, type Relation } from '../../relation.ts';
import type { Rule } from '../../rule.ts';
import { formOf } from '../../scope.ts';

/** Forms of final accounts that hold the same facts: where only one of two is there, its facts can't be tied. */
const together: readonly (readonly [FormId, FormId])[] = [
  ['income-expenditure-summary', 'income'],
  ['income-expenditure-summary', 'expenditure'],
  ['income-expenditure-summary', 'fiscal-summary'],
  ['fiscal-summary', 'general-budget-expenditure'],
  ['general-budget-expenditure', 'general-budget-basic-expenditure'],
];

/** The forms that are missing beside those that are there. */
function* missing(set: FormSet): Generator<Relation> {
  for (const pair of together) {
    const [one, ...more] = pair.flatMap((id) => {
      const form = formOf(set, id);
      return form && !form.empty ? [form] : [];
    });
    if (one && more.length === 0) yield { kind: 'same', readings: [], table: one.table, unchecked: 'form-missing' };
  }
}

/** Notes of a fund's form that say why its balances need not be those of the summary. */
const adjusted = /调整|收回|上缴/;

/** Whether the note of one of two forms says that it was adjusted. */
const isAdjusted = (set: FormSet, facts: readonly Fact[]): boolean =>
  set.forms.some(
    ({ id, table, caption }) =>
      id === 'government-fund' && facts.some((fact) => fact.table === table) && adjusted.test(caption.notes),
  );

/** Accounts are tied column by column; “three public” expenses and procurement of one name are those of several kinds of money. */
const isOneAmount = ({ item }: Dimensions): boolean => item.kind === 'total' || item.kind === 'running';

/**
 * One fact in two tables: any figure of the one that may be meant is one of the other.
 * @returns nothing where neither prints an amount
 */
export function* tie(one: Fact, other: Fact): Generator<Relation> {
  const readings = other.figures.flatMap((a) => one.figures.map((b) => [left(b), right(a)]));
  if (!readings.flat().some(({ figure }) => isPrinted(figure))) return;
  yield {
    kind: 'same',
    readings,
    table: other.table,
    ...(!(one.official && other.official) && { pattern: `${one.table}|${other.table}` }),
  };
}

/** Facts that are the same wherever they are printed, but for accounts, which are tied column by column. */
export const sameFact: Rule = {
  id: 'tie-out/same',
  family: 'tie-out',
  kind: 'hard',
  catalogue: ['X01', 'X03', 'X04', 'X06', 'X11', 'X14', 'X15', 'X17', 'X24', 'YX2', 'YX5', 'T-1'],
  *relations(set) {
    const totals = factsOf(set).facts.filter(({ dimensions }) => dimensions.flow !== null && isOneAmount(dimensions));
    for (const facts of byTable(totals, ({ dimensions }) => factKey(dimensions)).values())
      for (const [index, other] of facts.entries())
        for (const one of facts.slice(0, index))
          if (isOfOtherForm(one, other))
            for (const relation of tie(one, other))
              yield isAdjusted(set, [one, other]) ? { ...relation, unchecked: 'unknown-item' } : relation;
    yield* missing(set);
  },
};
