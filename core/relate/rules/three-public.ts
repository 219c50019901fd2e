import type { Figure } from '../../document/figure.ts';
import { figureOf, type Form, type Side } from '../../recognise/form.ts';
import { addend, isPrinted, total, type Relation } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { footing, formOf } from '../scope.ts';

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
    title: { zh: '“三公”经费合计等于三项之和', en: 'The “three public” total is the sum of its items' },
    reasoning: {
      zh: '合计＝因公出国（境）费＋公务用车购置及运行维护费＋公务接待费，预算数和决算数各自成立；有的地方把会议费、培训费也列在表中，合计可含可不含。',
      en: 'Total = travel abroad + official vehicles + receptions, for budget and outturn each; where conferences and training are printed beside them the total may or may not include these.',
    },
    example: {
      zh: '因公出国（境）0.00＋公务用车 2.40＋公务接待 0.60＝合计 3.00。',
      en: 'Travel abroad 0.00 + vehicles 2.40 + receptions 0.60 = total 3.00.',
    },
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
        for (const relation of footing(form.table, sum, core, strangers)) {
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
    title: { zh: '公务用车购置及运行维护费小计等于两项之和', en: 'Official vehicles: purchase and operation add up' },
    reasoning: {
      zh: '公务用车购置及运行维护费小计＝公务用车购置费＋公务用车运行维护费。',
      en: 'Official vehicles subtotal = purchase + operation and maintenance.',
    },
    example: {
      zh: '购置费 0.00＋运行维护费 2.40＝小计 2.40。',
      en: 'Purchase 0.00 + operation 2.40 = subtotal 2.40.',
    },
    *relations(set) {
      for (const { form, figure } of eachBasis(formOf(set, 'three-public'))) {
        const sum = figure('vehicles');
        const purchase = figure('purchase');
        const operation = figure('operation');
        if (!sum || !purchase || !operation) continue;
        // Both left blank say nothing: nought would be printed.
        const brokenDown = [purchase, operation].some(isPrinted);
        for (const relation of footing(form.table, sum, [purchase, operation], []))
          yield brokenDown ? relation : { ...relation, unchecked: 'no-breakdown' };
      }
    },
  },
];
