import { type Figure, isPrinted } from '../../document/figure.ts';
import type { Line } from '../../recognise/form.ts';
import { levels } from '../hierarchy.ts';
import { namedSums } from '../named-levels.ts';
import { nestsOf } from '../nesting.ts';
import { addend, total, type Relation } from '../relation.ts';
import type { Rule } from '../rule.ts';

/** A row as the sum of others, in one column; null where nothing is printed. */
function sumOf(table: string, parent: Line, parts: readonly Line[], index: number): Relation | null {
  const sum = parent.figures[index];
  const addends = parts.flatMap((line): Figure[] => {
    const figure = line.figures[index];
    return figure ? [figure] : [];
  });
  return sum && [sum, ...addends].some(isPrinted)
    ? { kind: 'sum', readings: [[total(sum), ...addends.map(addend)]], table }
    : null;
}

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
          const byName = new Map<Line, Set<number>>();
          for (const { total: parent, parts, column, kind, unclear, telling, closed } of namedSums(side)) {
            const relation = sumOf(form.table, parent, parts, column);
            if (!relation) continue;
            if (!unclear) byName.set(parent, (byName.get(parent) ?? new Set()).add(column));
            yield {
              ...relation,
              closed,
              ...(unclear ? {} : { pattern: `${form.table}/named/${kind}` }),
              ...(unclear ? { guess: 'unclear-hierarchy' } : { checks: telling ? 'total' : 'nothing' }),
            };
          }
          for (const { parent, parts, holding, binding, failing } of nestsOf(side)) {
            for (const index of [...holding, ...(failing === null ? [] : [failing])].sort((a, b) => a - b)) {
              const relation = byName.get(parent)?.has(index) === true ? null : sumOf(form.table, parent, parts, index);
              if (!relation) continue;
              // What only holds is no check: another amount there would leave the nest unseen.
              yield binding.has(index) || index === failing ? relation : { ...relation, guess: 'unclear-hierarchy' };
            }
          }
        }
      }
    },
  },
];
