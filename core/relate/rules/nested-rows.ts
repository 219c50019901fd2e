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
    title: { zh: '各级项目相加（由金额印证）', en: 'Rows add up level by level, as their figures bear out' },
    reasoning: {
      zh: '没有编码的收支表：一行等于其下各行之和，由至少五位相符的数字或上一级的相加印证；其他各列都相加、行名也相符，只有一列不相加，才提示不一致。',
      en: 'In a list without codes a row is the sum of the rows below it where at least five digits agree, or the row above adds up without them; a column that does not is told only where the other columns and the names of the rows leave no other way to read it.',
    },
    example: {
      zh: '人大事务 120＝行政运行 75＋人大会议 45；上年 110＝70＋40。',
      en: 'Section 120 = 75 + 45; last year 110 = 70 + 40.',
    },
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
