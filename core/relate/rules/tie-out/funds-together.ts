import { factsOf } from '../../../recognise/facts/facts.ts';
import { wholeItem, type Flow, type Subject } from '../../../recognise/facts/fact.ts';
import { figureOfFact, indexOf } from '../../facts.ts';
import type { Rule } from '../../rule.ts';
import { same } from '../../scope.ts';

const fundsOfFiscal = ['general', 'government-fund', 'state-capital'] as const;
const flows: readonly Flow[] = ['income', 'opening', 'closing'];

/** The partition of fiscal money by budget, over two tables. */
export const fundsTogether: Rule = {
  id: 'tie-out/funds-together',
  family: 'tie-out',
  kind: 'hard',
  catalogue: ['X02'],
  *relations(set) {
    const { facts } = factsOf(set);
    const index = indexOf(set);
    const tables = [...new Set(facts.map(({ table }) => table))];
    for (const flow of flows) {
      const subject = (fund: Subject['fund']): Subject => ({ flow, fund, item: wholeItem, part: 'total' });
      const fiscal = index.of(subject('fiscal'));
      for (const table of tables) {
        const parts = fundsOfFiscal.map((fund) => index.in(table, subject(fund)));
        if (parts.includes(null) || fiscal.some((fact) => fact.table === table)) continue;
        for (const whole of fiscal) yield* same(whole.table, figureOfFact(whole), parts);
      }
    }
  },
};
