import { factsOf } from '../../../recognise/facts/facts.ts';
import { figureOfFact, Index } from '../../facts.ts';
import type { Rule } from '../../rule.ts';
import { same } from '../../scope.ts';
import { factsOfSummary, fiscalParts, isFiscalOnly } from './fiscal-money.ts';

/** Where there is no other money, fiscal money is all of it. */
export const onlyFiscal: Rule = {
  id: 'tie-out/only-fiscal',
  family: 'tie-out',
  kind: 'conditional',
  catalogue: ['X09'],
  *relations(set) {
    if (!isFiscalOnly(set)) return;
    const index = new Index(factsOf(set).facts);
    for (const fact of factsOfSummary(set))
      for (const { table, figures } of fiscalParts(index, fact)) yield* same(table, figureOfFact(fact), figures);
  },
};
