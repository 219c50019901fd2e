import { factsOf } from '../../../recognise/facts/facts.ts';
import type { Fact } from '../../../recognise/facts/fact.ts';
import type { FormSet } from '../../../recognise/form.ts';
import { bound, figureOfFact, indexOf } from '../../facts.ts';
import type { Rule } from '../../rule.ts';
import { factsOfSummary, fiscalParts, isFiscalOnly } from './fiscal-money.ts';

/** The accounts of all money, in total, basic and project expenditure. */
const accountsOfAll = (set: FormSet): Fact[] =>
  factsOf(set).facts.filter(
    ({ dimensions: { fund, flow, item } }) => fund === 'all' && flow === 'expenditure' && item.kind === 'function',
  );

/** The lattice general ≤ fiscal ≤ all, over two tables. */
export const partOfWhole: Rule = {
  id: 'tie-out/part-of-whole',
  family: 'tie-out',
  kind: 'conditional',
  catalogue: ['X07', 'X08', 'X12', 'X13'],
  *relations(set) {
    const index = indexOf(set);
    const summary = factsOfSummary(set);
    const facts = new Set([
      ...(isFiscalOnly(set) ? [] : summary),
      ...accountsOfAll(set).filter((one) => !summary.includes(one)),
    ]);
    for (const fact of facts)
      for (const { table, figures } of fiscalParts(index, fact)) yield* bound(table, figureOfFact(fact), figures);
  },
};
