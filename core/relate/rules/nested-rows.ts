import type { Figure } from '../../document/figure.ts';
import { levels } from '../hierarchy.ts';
import { nestsOf } from '../nesting.ts';
import { addend, isPrinted, total, type Relation } from '../relation.ts';
import type { Rule } from '../rule.ts';

/** Lists of which neither title nor codes say how their rows add up. */
export const nestedRowRules: readonly Rule[] = [
  {
    id: 'hierarchy/nested-rows',
    family: 'hierarchy',
    kind: 'conditional',
    catalogue: ['Y02-1', 'Y03-1', 'Y08-1'],
    *relations(set) {
      for (const form of set.forms.filter(({ official, id }) => id.startsWith('budget-') && official !== true)) {
        for (const side of form.sides) {
          if (levels(side) > 1) continue;
          for (const { parent, parts, holding, binding, failing } of nestsOf(side)) {
            for (const index of [...holding, ...(failing === null ? [] : [failing])].sort((a, b) => a - b)) {
              const sum = parent.figures[index];
              const addends = parts.flatMap((line): Figure[] => {
                const figure = line.figures[index];
                return figure ? [figure] : [];
              });
              if (!sum || ![sum, ...addends].some(isPrinted)) continue;
              const relation: Relation = {
                kind: 'sum',
                readings: [[total(sum), ...addends.map(addend)]],
                table: form.table,
              };
              // What only holds is no check: another amount there would leave the nest unseen.
              yield binding.has(index) || index === failing ? relation : { ...relation, guess: 'unclear-hierarchy' };
            }
          }
        }
      }
    },
  },
];
