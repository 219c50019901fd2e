import { bound } from '../../facts.ts';
import type { Rule } from '../../rule.ts';
import { accountsInFiscalMoney, isFiscalOnly, summaryInFiscalMoney } from './fiscal-money.ts';

/** The lattice general ≤ fiscal ≤ all, over two tables. */
export const partOfWhole: Rule = {
  id: 'tie-out/part-of-whole',
  family: 'tie-out',
  kind: 'conditional',
  catalogue: ['X07', 'X08', 'X12', 'X13'],
  *relations(set) {
    const contained = isFiscalOnly(set)
      ? [accountsInFiscalMoney(set, 'other-forms')]
      : [summaryInFiscalMoney(set), accountsInFiscalMoney(set, 'summary'), accountsInFiscalMoney(set, 'other-forms')];
    for (const amounts of contained)
      for (const { all, parts } of amounts) for (const { table, figures } of parts) yield* bound(table, all, figures);
  },
};
