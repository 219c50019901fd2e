import { isOfOtherForm, wholeItem, type Part, type Subject } from '../../../recognise/facts/fact.ts';
import { figureOfFact, indexOf } from '../../facts.ts';
import type { Rule } from '../../rule.ts';
import { same } from '../../scope.ts';

/** The partition of basic expenditure, over two tables. */
export const basicExpenditure: Rule = {
  id: 'tie-out/basic-expenditure',
  family: 'tie-out',
  kind: 'hard',
  catalogue: ['X14', 'X24'],
  *relations(set) {
    const index = indexOf(set);
    for (const fund of ['general', 'government-fund'] as const) {
      const subject = (part: Part): Subject => ({ flow: 'expenditure', fund, item: wholeItem, part });
      for (const personnel of index.of(subject('personnel'))) {
        const operating = index.in(personnel.table, subject('operating'));
        for (const basic of index.of(subject('basic')))
          if (isOfOtherForm(basic, personnel))
            yield* same(personnel.table, figureOfFact(basic), [figureOfFact(personnel), operating]);
      }
    }
  },
};
