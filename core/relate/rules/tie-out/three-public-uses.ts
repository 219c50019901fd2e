import type { Figure } from '../../../document/figure.ts';
import { factsOf } from '../../../recognise/facts/facts.ts';
import type { Fact, ThreePublicItem } from '../../../recognise/facts/fact.ts';
import { bound, figureOfFact } from '../../facts.ts';
import type { Rule } from '../../rule.ts';

/** The items with their economic codes; not 30212, which holds travel for teaching and research as well. */
const uses: readonly (readonly [ThreePublicItem, string])[] = [
  ['reception', '30217'],
  ['operation', '30231'],
];

/** The one figure among facts; null for none or several. */
const only = (facts: readonly Fact[]): Figure | null =>
  facts.length === 1 && facts[0] ? figureOfFact(facts[0]) : null;

/** Basic expenditure holds a part of the “three public” expenses. */
export const threePublicUses: Rule = {
  id: 'tie-out/three-public-uses',
  family: 'tie-out',
  kind: 'hard',
  catalogue: ['X18'],
  *relations(set) {
    const { facts } = factsOf(set);
    for (const [of, code] of uses) {
      const outturns = facts.filter(
        ({ dimensions: { item, stage } }) => stage === 'outturn' && item.kind === 'three-public' && item.of === of,
      );
      const basic = only(
        facts.filter(
          ({ dimensions: { item, fund, part } }) =>
            fund === 'general' && part === 'basic' && item.kind === 'use' && item.code === code,
        ),
      );
      const [form] = outturns;
      if (form && basic) yield* bound(form.table, only(outturns), [basic]);
    }
  },
};
