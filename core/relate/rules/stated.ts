import type { StatedIdentity } from '../../recognise/stated/identity.ts';
import type { FormSet } from '../../recognise/form.ts';
import { addend, deduction, denominator, numerator, percentage, total, type Relation, type Term } from '../relation.ts';
import type { Rule } from '../rule.ts';

/** The relation of one identity. */
function relationOf(table: string, { evidence, build, target, workings }: StatedIdentity): Relation {
  const ratio = workings.some(({ base }) => base.length > 0);
  const readings = workings.map(({ plus, minus, base }): Term[] =>
    ratio
      ? [
          percentage(target),
          ...plus.map((figure) => numerator(figure)),
          ...minus.map((figure) => numerator(figure, -1)),
          ...base.map((figure) => denominator(figure)),
        ]
      : [total(target), ...plus.map(addend), ...minus.map(deduction)],
  );
  return { kind: ratio ? 'ratio' : 'sum', readings, table, pattern: `${table}/${build}`, evidence };
}

const stated = (by: StatedIdentity['by']) =>
  function* ofSet(set: FormSet): Generator<Relation> {
    for (const { table, identities } of set.stated)
      for (const identity of identities) if (identity.by === by) yield relationOf(table, identity);
  };

export const statedRules: readonly Rule[] = [
  {
    id: 'cross-footing/printed-formula',
    family: 'cross-footing',
    kind: 'hard',
    catalogue: ['E-1'],
    relations: stated('formula'),
  },
  {
    id: 'cross-footing/change-column',
    family: 'cross-footing',
    kind: 'conditional',
    catalogue: ['E-2'],
    relations: stated('change'),
  },
  {
    id: 'ratio/rate-column',
    family: 'ratio',
    kind: 'conditional',
    catalogue: ['E-3'],
    relations: stated('rate'),
  },
  {
    id: 'balance/rolling-account',
    family: 'balance',
    kind: 'conditional',
    catalogue: ['E-4'],
    relations: stated('flow'),
  },
];
