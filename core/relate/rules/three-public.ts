import { type Figure, isPrinted } from '../../document/figure.ts';
import { figureOf, type Form, type Side } from '../../recognise/form.ts';
import { addend, total, type Relation } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { footingOf, formOf } from '../scope.ts';

function* eachBasis(
  form: Form | null,
): Generator<{ form: Form; side: Side; figure: (key: string) => Figure | null; strangers: Figure[] }> {
  if (!form) return;
  for (const side of form.sides) {
    for (const line of side.lines) {
      yield {
        form,
        side,
        figure: (key) => figureOf(side, line, key),
        strangers: side.measures.flatMap((measure, index) =>
          measure.key === null || measure.key === 'running' ? (line.figures[index] ?? []) : [],
        ),
      };
    }
  }
}

export const threePublicRules: readonly Rule[] = [
  {
    id: 'footing/three-public-total',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F09-1', 'F09-3'],
    *relations(set) {
      for (const { form, figure, strangers } of eachBasis(formOf(set, 'three-public'))) {
        const sum = figure('total');
        const abroad = figure('abroad');
        const reception = figure('reception');
        const vehicles = figure('vehicles');
        const wheels = vehicles ? [vehicles] : [figure('purchase'), figure('operation')].filter((one) => one !== null);
        if (!sum || !abroad || !reception || wheels.length === 0) continue;
        const core = [abroad, ...wheels, reception];
        const extras = [figure('conference'), figure('training')].filter((one) => one !== null);
        for (const relation of footingOf(form.table, sum, core, strangers)) {
          if (!extras.some(isPrinted)) yield relation;
          else {
            const readings: Relation['readings'] = [
              ...relation.readings,
              [total(sum), ...[...core, ...extras].map(addend)],
            ];
            yield { ...relation, readings };
          }
        }
      }
    },
  },
  {
    id: 'footing/official-vehicles',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F09-2', 'F09-4'],
    *relations(set) {
      for (const { form, figure } of eachBasis(formOf(set, 'three-public'))) {
        const sum = figure('vehicles');
        const purchase = figure('purchase');
        const operation = figure('operation');
        if (!sum || !purchase || !operation) continue;
        // Both left blank say nothing: nought would be printed.
        const brokenDown = [purchase, operation].some(isPrinted);
        for (const relation of footingOf(form.table, sum, [purchase, operation], []))
          yield brokenDown ? relation : { ...relation, unchecked: 'no-breakdown' };
      }
    },
  },
];
