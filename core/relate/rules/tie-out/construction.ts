import { isPrinted } from '../../../document/figure.ts';
import { sideOf } from '../../../recognise/form.ts';
import { part, whole } from '../../relation.ts';
import type { Rule } from '../../rule.ts';
import { formOf } from '../../scope.ts';

/** A column of a row that is part of another. */
export const construction: Rule = {
  id: 'tie-out/capital-construction',
  family: 'tie-out',
  kind: 'hard',
  catalogue: ['Y06-3'],
  *relations(set) {
    const form = formOf(set, 'budget-general');
    const side = form && sideOf(form, 'all');
    const at = (label: RegExp): number =>
      side?.measures.findIndex((measure) => label.test(measure.label.replace(/\s/g, ''))) ?? -1;
    const [all, without] = [at(/项目支出总数$/), at(/扣除基建项目后预算数$/)];
    for (const line of side?.lines ?? []) {
      const [sum, rest] = [line.figures[all], line.figures[without]];
      if (form && sum && rest && isPrinted(rest))
        yield { kind: 'bound', readings: [[whole(sum), part(rest)]], table: form.table };
    }
  },
};
