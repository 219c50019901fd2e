import { amountInBaseUnit, amountOf, type Figure, isPrinted } from '../../document/figure.ts';
import { zero } from '../../quantity/decimal.ts';
import { figureOf, sideOf, type Form, type FormSet, type Line, type Side } from '../../recognise/form.ts';
import { squash } from '../../recognise/grid.ts';
import type { EvaluatedProject } from '../../recognise/narrative/claim.ts';
import { addend, left, part, right, total, whole, type Relation } from '../relation.ts';
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
    relations: namedProjects,
  },
  {
    id: 'narrative/projects-together',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['V-2'],
    relations: countedProjects,
  },
  {
    id: 'narrative/points-within-maximum',
    family: 'narrative',
    kind: 'hard',
    catalogue: ['V-3'],
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
