import { levelSums } from '../level-lists.ts';
import { addend, total } from '../relation.ts';
import type { Rule } from '../rule.ts';

/** One list printed for several levels of government. */
export const levelListRules: readonly Rule[] = [
  {
    id: 'tie-out/levels-of-government',
    family: 'tie-out',
    kind: 'conditional',
    catalogue: ['G-1'],
    *relations(set) {
      for (const { whole, parts, table, kind } of levelSums(set))
        yield {
          kind: 'sum',
          readings: [[total(whole), ...parts.map(addend)]],
          table,
          pattern: `${table}/levels/${kind}`,
        };
    },
  },
];
