import { amountInBaseUnit, amountOf, type Figure } from '../../document/figure.ts';
import { zero } from '../../quantity/decimal.ts';
import { figureOf, sideOf, type Form, type FormSet, type Line, type Side } from '../../recognise/form.ts';
import { squash } from '../../recognise/grid.ts';
import type { EvaluatedProject } from '../../recognise/narrative/claim.ts';
import { addend, isPrinted, left, part, right, total, whole, type Relation } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { claimsOf } from './narrative-ties.ts';

const projectForms = (set: FormSet): Form[] => set.forms.filter(({ id }) => id === 'project-performance');

/** A name of fewer letters stands in too many sentences. */
const shortestName = 4;

const nameOf = (form: Form): string => squash(sideOf(form, 'project')?.lines[0]?.label ?? '');

/** The line of a project's money in total; null if there is none or more than one. */
function fundsOf(form: Form): { side: Side; line: Line } | null {
  const side = sideOf(form, 'funds');
  const [line, ...more] = side?.lines.filter(({ key }) => key === 'total') ?? [];
  return side && line && more.length === 0 ? { side, line } : null;
}

/** The one form of the project that a sentence names. */
function formNamed(forms: readonly Form[], context: string): Form | null {
  const endOf = (form: Form): number => {
    const name = nameOf(form);
    const at = name.length < shortestName ? -1 : context.lastIndexOf(name);
    return at < 0 ? -1 : at + name.length;
  };
  const named = forms.filter((form) => endOf(form) >= 0);
  // The nearest; of those that end alike the longest: 设备购置项目 stands in 办公设备购置项目.
  const nearest = Math.max(...named.map(endOf));
  const near = named.filter((form) => endOf(form) === nearest);
  const longest = Math.max(...near.map((form) => nameOf(form).length));
  const [only, ...more] = near.filter((form) => nameOf(form).length === longest);
  return only && more.length === 0 ? only : null;
}

/** What a form prints for one figure of the text: alternatives. */
function printedIn(form: Form, claim: EvaluatedProject): (readonly [Figure, readonly Figure[]])[] {
  const funds = fundsOf(form);
  const result = sideOf(form, 'result');
  const cells = (keys: readonly string[]): Figure[] =>
    funds
      ? funds.side.measures.flatMap(({ key }, index) =>
          key !== null && keys.some((one) => key.startsWith(one)) ? (funds.line.figures[index] ?? []) : [],
        )
      : [];
  const line = result?.lines[0];
  const score = result && line ? figureOf(result, line, 'score') : null;
  const pairs: (readonly [Figure | null, readonly Figure[]])[] = [
    [claim.budget, cells(['budget', 'initial:'])],
    [claim.outturn, cells(['outturn'])],
    [claim.points, score ? [{ ...score, counts: '分' }] : []],
  ];
  return pairs.flatMap(([figure, targets]) => {
    const printed = targets.filter(isPrinted);
    return figure && printed.length > 0 ? [[figure, printed] as const] : [];
  });
}

/** The budget, outturn and points of a named project, each with its form. Where nothing else of the sentence agrees, it may speak of other money. */
function* namedProjects(set: FormSet): Generator<Relation> {
  const forms = projectForms(set);
  for (const claim of claimsOf(set, 'evaluated-project')) {
    const form = formNamed(forms, claim.context);
    if (!form) continue;
    const pairs = printedIn(form, claim);
    const agrees = ([figure, targets]: readonly [Figure, readonly Figure[]]): boolean =>
      targets.some((target) => !amountOf(target).isZero() && amountInBaseUnit(target).eq(amountInBaseUnit(figure)));
    for (const pair of pairs) {
      const isBorneOut = pairs.some((other) => other !== pair && agrees(other));
      yield {
        kind: 'same',
        readings: pair[1].map((target) => [left(pair[0]), right(target)]),
        table: form.table,
        ...(!isBorneOut && { guess: 'unclear-claim' as const }),
      };
    }
  }
}

/** Projects of which there are as many forms as the text counts, and two at least: one may be anybody's. */
const fewestProjects = 2;

/** The money of all projects that the text counts, where there are as many forms. */
function* countedProjects(set: FormSet): Generator<Relation> {
  const forms = projectForms(set);
  const claims = claimsOf(set, 'project-count');
  for (const { projects, amount } of claims) {
    if (projects !== forms.length || projects < fewestProjects || claims.length > 1) continue;
    const columns = [['outturn'], ['budget'], ['initial:0']].flatMap(([key = '']) => {
      const figures = forms.flatMap((form) => {
        const funds = fundsOf(form);
        const figure = funds && figureOf(funds.side, funds.line, key);
        return figure && isPrinted(figure) ? [figure] : [];
      });
      return figures.length === forms.length ? [figures] : [];
    });
    const [first] = columns;
    if (!first) continue;
    yield {
      kind: 'sum',
      readings: columns.map((figures) => [total(amount), ...figures.map(addend)]),
      table: forms[0]?.table ?? '',
    };
  }
}

export const evaluationTextRules: readonly Rule[] = [
  {
    id: 'narrative/evaluated-project',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['V-1'],
    title: {
      zh: '文中项目的预算、决算、得分与其自评表',
      en: 'A project’s budget, outturn and points in the text and in its form',
    },
    reasoning: {
      zh: '文中写明项目名称的，其预算数、决算（执行）数、自评得分与该项目绩效自评表的资金总额、总分相等；同一句中另有一项与表相等的才核对。',
      en: 'Budget, outturn and points of a project named in the text are those of its evaluation form; only where another figure of the sentence agrees with it.',
    },
    example: {
      zh: '“设备更新项目，预算数 30.00 万元，决算数 28.00 万元”，自评表的执行数为 28.00。',
      en: 'The text has a budget of 30.00 and an outturn of 28.00; so does the form.',
    },
    relations: namedProjects,
  },
  {
    id: 'narrative/projects-together',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['V-2'],
    title: { zh: '文中项目个数与资金合计', en: 'Projects counted, and their money together' },
    reasoning: {
      zh: '文中所写项目个数与所附项目绩效自评表的张数相同时，所写资金等于各表资金总额（执行数、全年预算数或年初预算数）相加。',
      en: 'Where the text counts as many projects as there are evaluation forms, its amount is the sum of their outturns, or of their budgets.',
    },
    example: {
      zh: '“自评项目 2 个，涉及资金 50.00 万元”，两张表的执行数为 30.00 和 20.00。',
      en: 'Two projects with 50.00 in all; their forms have 30.00 and 20.00.',
    },
    relations: countedProjects,
  },
  {
    id: 'narrative/points-within-maximum',
    family: 'narrative',
    kind: 'hard',
    catalogue: ['V-3'],
    title: { zh: '文中得分不超过分值', en: 'Points in the text are not more than their maximum' },
    reasoning: {
      zh: '“指标 20 分，得 18 分”：得分不大于分值；一组指标的分值等于所列各项分值之和时，得分也等于各项得分之和。',
      en: 'Points given in a sentence are not more than the maximum that it states; where the maxima of the parts add up to that of their group, so do the points.',
    },
    example: {
      zh: '“质量指标，指标 20 分，得 21 分”，就对不上。',
      en: 'A quality indicator of 20 points cannot have 21.',
    },
    *relations(set) {
      for (const { most, points } of claimsOf(set, 'scored'))
        yield { kind: 'bound', readings: [[whole(most), part(points)]], table: '' };
      for (const { whole: group, parts } of claimsOf(set, 'scored-parts')) {
        const sum = parts.reduce((value, { most }) => value.plus(amountOf(most)), zero);
        if (!sum.eq(amountOf(group.most))) continue;
        yield {
          kind: 'sum',
          readings: [[total(group.points), ...parts.map(({ points }) => addend(points))]],
          table: '',
        };
      }
    },
  },
];
