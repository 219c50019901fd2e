import { wholeItem, type Fact, type Fund, type Part, type Subject } from '../../../recognise/facts/fact.ts';
import type { FormSet } from '../../../recognise/form.ts';
import { indexOf, isBudget, isSameMoney } from '../../facts.ts';
import type { Relation } from '../../relation.ts';
import type { Rule } from '../../rule.ts';
import { same } from '../../scope.ts';
import { accountsInFiscalMoney, isFiscalOnly, summaryInFiscalMoney } from './fiscal-money.ts';
import { tie } from './same.ts';

const parts: readonly Part[] = ['basic', 'project', 'personnel', 'operating'];
const containing: readonly (readonly [Fund, Fund])[] = [
  ['all', 'fiscal'],
  ['fiscal', 'general'],
  ['all', 'general'],
];

/** Budgets without other money: where the totals of two kinds of money agree, so do basic, project, personnel and operating expenditure. */
function* partsOfBudget(set: FormSet): Generator<Relation> {
  const index = indexOf(set);
  const spent = (fund: Fund, part: Part): readonly Fact[] => {
    const subject: Subject = { flow: 'expenditure', fund, item: wholeItem, part };
    return index.of(subject).filter(isBudget);
  };
  for (const [wider, narrower] of containing) {
    const isOne = spent(wider, 'total').some(({ figures }) =>
      figures.some((one) =>
        spent(narrower, 'total').some((other) => other.figures.some((figure) => isSameMoney(one, figure))),
      ),
    );
    if (!isOne) continue;
    for (const part of parts) {
      const [one, other] = [spent(wider, part)[0], spent(narrower, part)[0]];
      if (one && other && one.table !== other.table) yield* tie(one, other);
    }
  }
}

/** Where there is one kind of money only, it is all of it. */
export const oneMoney: Rule = {
  id: 'tie-out/one-money',
  family: 'tie-out',
  kind: 'conditional',
  catalogue: ['X09', 'YX3'],
  *relations(set) {
    if (isFiscalOnly(set))
      for (const amounts of [summaryInFiscalMoney(set), accountsInFiscalMoney(set, 'summary')])
        for (const { all, parts: fiscal } of amounts)
          for (const { table, figures } of fiscal) yield* same(table, all, figures);
    yield* partsOfBudget(set);
  },
};
