import { type Figure, isPrinted } from '../../document/figure.ts';
import {
  figureOf,
  linesOf,
  sideOf,
  type Form,
  type FormSet,
  type Line,
  type PrintedSum,
  type Side,
} from '../../recognise/form.ts';
import { isBetweenLevels, isDifference, isRateRow } from '../../recognise/measure-words.ts';
import { addend, part, total, whole, type Relation } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { footingOf, formOf, same } from '../scope.ts';
import { mayGoOn, tellingUnits } from '../cut-short.ts';
import { flatColumns, flatLines } from '../flat-list.ts';
import { levels } from '../hierarchy.ts';
import { down } from './accounts.ts';
import { tellingUnitsOfClosed } from './narrative-ties.ts';

const listedForms: readonly Form['id'][] = ['statistics', 'procurement', 'purchased-services'];

const budgetForms = (set: FormSet): Form[] => set.forms.filter((form) => form.id.startsWith('budget-'));

/** Forms whose heads and codes say what adds up: those of budgets, and any list of accounts. */
const listForms = (set: FormSet): Form[] =>
  set.forms.filter((form) => form.id.startsWith('budget-') || form.id === 'account-list');

/** What only seems to add up has to prove itself in its own table: relations of one build share a pattern. */
function* guarded(form: Form, build: string, relations: Iterable<Relation>): Generator<Relation> {
  for (const relation of relations)
    yield form.official === true ? relation : { ...relation, pattern: `${form.table}/${build}` };
}

/**
 * One printed sum with the figures of its terms.
 * @param build the same for the same sum in other lines or columns
 * @param brokenDown a total without any part is one whose parts were left out: others like it have theirs
 */
function* sumOf(
  form: Form,
  build: string,
  sum: PrintedSum,
  figureAt: (index: number) => Figure | undefined,
  brokenDown = false,
): Generator<Relation> {
  const figure = figureAt(sum.total);
  if (!figure) return;
  const pick = (indexes: readonly number[]): Figure[] => indexes.flatMap((index) => figureAt(index) ?? []);
  const readings = sum.readings.map(pick);
  const others = pick(sum.others);
  for (const relation of footingOf(form.table, figure, readings[0] ?? [], others)) {
    const all: Relation = {
      ...relation,
      build: `${form.table}/${build}/${sum.total}`,
      ...(sum.named === true && { slipTells: tellingUnitsOfClosed }),
      readings: readings.map((addends) => [total(figure), ...addends.map(addend)]),
    };
    yield brokenDown || readings.some((addends) => addends.some(isPrinted)) || relation.unchecked !== undefined
      ? all
      : { ...all, unchecked: 'no-breakdown' };
  }
}

/** Whether a line adds up others, by its name: what levels pass to each other may be among them. */
const isSumOfLines = (line: Line): boolean => /[合总]计|总[额量]|平衡/.test(line.label);

/** In so many other lines a column that adds up has its parts. */
const fewestBrokenDown = 3;

/** Columns that add up in every line. */
function* across(form: Form): Generator<Relation> {
  const isPrintedAt =
    (line: Line) =>
    (index: number): boolean =>
      line.figures[index] !== undefined && isPrinted(line.figures[index]);
  const brokenDown =
    form.sides.flatMap((side) =>
      (side.columnSums ?? []).flatMap((sum) =>
        side.lines.filter((line) => isPrintedAt(line)(sum.total) && sum.readings.flat().some(isPrintedAt(line))),
      ),
    ).length >= fewestBrokenDown;
  for (const [at, side] of form.sides.entries()) {
    for (const sum of side.columnSums ?? []) {
      const isFlat = flatLines(side, sum);
      const passedOn = sum.consolidated === true && side.lines.some(({ label }) => isBetweenLevels(label));
      // Averages and rates do not add across, whatever stands above them.
      for (const line of side.lines.filter(({ label }) => !isRateRow(label))) {
        for (const relation of sumOf(form, `columns/${at}`, sum, (index) => line.figures[index], brokenDown))
          if (passedOn && (isBetweenLevels(line.label) || isSumOfLines(line)))
            yield { ...relation, guess: 'consolidation' };
          else yield form.official !== true || isFlat(line) ? relation : { ...relation, guess: 'unclear-hierarchy' };
      }
    }
  }
}

const hasBlank = ({ readings }: Relation): boolean => readings.flat().some(({ figure }) => !isPrinted(figure));

/** Lines that add up in every column. */
function* downLines(form: Form): Generator<Relation> {
  for (const [position, side] of form.sides.entries()) {
    for (const sum of side.lineSums ?? []) {
      for (const [index, { label }] of side.measures.entries()) {
        for (const relation of sumOf(form, `lines/${position}`, sum, (at) => side.lines[at]?.figures[index]))
          yield isDifference(label) && hasBlank(relation) ? { ...relation, guess: 'blank-difference' } : relation;
      }
    }
  }
}

/** The lists of a form, as a rule one. */
const listsOf = (form: Form): Side[] => form.sides.filter(({ key }) => key === 'all');

/** The total of a list of leaves, in every column. */
function* leaves(form: Form, side: Side): Generator<Relation> {
  const [sum, ...more] = linesOf(side, 'total');
  if (!sum || more.length > 0 || levels(side) > 1) return;
  const items = side.lines.filter((line) => line !== sum && line.key !== null && line.key !== 'part');
  const isFlat = flatColumns(side, sum, items);
  const strangers = side.lines.filter((line) => line.key === null);
  const isCut = side.whole !== true && side.lines.at(-1) !== sum && mayGoOn(side, sum, items, form.last);
  for (const [index, measure] of side.measures.entries()) {
    const figure = sum.figures[index];
    if (measure.key === null || !figure) continue;
    const pick = (lines: readonly Line[]): Figure[] => lines.flatMap((line) => line.figures[index] ?? []);
    const addends = pick(items);
    for (const relation of footingOf(form.table, figure, addends, pick(strangers))) {
      if (!addends.some(isPrinted) && relation.unchecked === undefined)
        yield { ...relation, unchecked: 'no-breakdown' };
      else if (isDifference(measure.label) && !addends.every(isPrinted))
        yield { ...relation, guess: 'blank-difference' };
      else if (isCut) yield { ...relation, guess: 'table-piece', slipTells: tellingUnits };
      else yield form.official !== true || isFlat(index) ? relation : { ...relation, guess: 'unclear-hierarchy' };
    }
  }
}

/** The grand total of a lane with the last words of its column's head. */
interface LaneTotal {
  readonly figure: Figure;
  readonly head: string;
}

/** The one line of a meaning that a lane has: its columns. */
function laneLine(side: Side, key: string): LaneTotal[] | null {
  const [line, ...more] = linesOf(side, key);
  if (!line || more.length > 0) return null;
  return line.figures.map((figure, index) => ({
    figure,
    head: side.measures[index]?.label.split('/').at(-1)?.replace(/\s/g, '') ?? '',
  }));
}

/** A lane of a summary with one total. */
interface TotalledLane {
  readonly side: Side;
  readonly totals: readonly LaneTotal[];
}

function totalledLanes(form: Form, key: 'income' | 'expenditure'): TotalledLane[] {
  return form.sides
    .filter((side) => side.key === key && side.measures.length > 0)
    .flatMap((side) => {
      const totals = laneLine(side, 'grand-total');
      return totals ? [{ side, totals }] : [];
    });
}

/** Whether a lane says nothing of balances: its total may be that of the year alone (by use: 基本, 项目), beside lanes that carry over. */
const leavesBalancesOut = (side: Side): boolean =>
  ['year-total', 'opening-balance', 'closing-balance'].every((key) => linesOf(side, key).length === 0);

/** The columns of two lanes that are of the same year and money: those that bear the same words (what was carried out need not balance); without, their first ones if neither or both lanes have more. */
function pairedTotals(income: readonly LaneTotal[], expenditure: readonly LaneTotal[]): (readonly [Figure, Figure])[] {
  const named = income
    .filter(({ head }) => !/执行|决算|完成/.test(head))
    .flatMap(({ figure, head }) => {
      const [same, ...more] = expenditure.filter((other) => other.head === head);
      return same && more.length === 0 ? [[figure, same.figure] as const] : [];
    });
  const [[first], [other]] = [income, expenditure];
  const isAlike = income.length === 1 || income.length === expenditure.length;
  return named.length > 0 ? named : first && other && isAlike ? [[first.figure, other.figure]] : [];
}

/** Insurance funds and plans of several years run a surplus or a deficit, and nothing is carried over to even it out. */
const needNotBalance =
  /社会保险|社保|养老保险|医疗保险|失业保险|工伤保险|规划|中期|滚动|跨年度|[12]\d{3}年?[-—–~～至到][12]\d{3}/;

/** Whether both totals of a summary agree: it is one by its name, or its totals are those of all money there was (总计), balances carried over among them. */
function mustBalance(form: Form): boolean {
  const title = form.title.normalize('NFKC').replace(/\s/g, '');
  if (needNotBalance.test(title)) return false;
  const grand = form.sides.flatMap((side) => linesOf(side, 'grand-total').map(({ label }) => label.replace(/\s/g, '')));
  return (
    form.official === true ||
    /收支.{0,8}(?:总表|总体|平衡|情况)/.test(title) ||
    grand.every((label) => label.endsWith('总计')) ||
    form.sides.some((side) => linesOf(side, 'opening-balance').length > 0)
  );
}

/** A project's name for comparison, without its code of 24 characters. */
const nameOf = (line: Line): string =>
  line.label
    .normalize('NFKC')
    .replace(/[\s“”"]/g, '')
    .replace(/^[0-9A-Z]{15,}-?/, '');

/** The line of a project: the same name, or one of which the other is the beginning. */
function projectOf(side: Side, name: string): Line | null {
  const named = side.lines.filter((line) => line.key !== 'total' && nameOf(line) !== '');
  const whole = named.filter((line) => nameOf(line) === name);
  const found =
    whole.length > 0
      ? whole
      : named.filter(
          (line) => nameOf(line).length >= 6 && (name.startsWith(nameOf(line)) || nameOf(line).startsWith(name)),
        );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The ceilings of cost in the goals, each with its unit and the project's total. */
function* ceilings(set: FormSet): Generator<{ form: Form; ceiling: Figure; sum: Figure; unit: Figure }> {
  const form = formOf(set, 'budget-targets');
  for (const side of form?.sides.filter((one) => one.key === 'cost') ?? []) {
    const [ceiling, sum, unit] = side.lines[0]?.figures ?? [];
    if (form && ceiling && sum && unit && isPrinted(sum)) yield { form, ceiling, sum, unit };
  }
}

/** Whether two amounts are the same number in different units. */
function sameDigits(one: Figure, other: Figure): boolean {
  return (
    one.quantity.kind === 'amount' &&
    other.quantity.kind === 'amount' &&
    one.unit !== other.unit &&
    !one.quantity.value.isZero() &&
    one.quantity.value.eq(other.quantity.value)
  );
}

export const budgetRules: readonly Rule[] = [
  {
    id: 'cross-footing/budget-columns',
    family: 'cross-footing',
    kind: 'hard',
    catalogue: ['Y03-2', 'Y04-1', 'Y06-1', 'Y06-2', 'Y07-1', 'Y08-1', 'Y10-1', 'Y10-2', 'Y13-1'],
    *relations(set) {
      for (const form of listForms(set)) yield* guarded(form, 'columns', across(form));
    },
  },
  {
    id: 'footing/budget-summary',
    family: 'footing',
    kind: 'hard',
    catalogue: ['Y01-1', 'Y01-2', 'Y01-3', 'Y01-4', 'Y05-1', 'Y05-2', 'Y05-3', 'Y05-4', 'Y05-5'],
    *relations(set) {
      for (const form of budgetForms(set)) yield* guarded(form, 'lanes', downLines(form));
    },
  },
  {
    id: 'balance/budget-totals',
    family: 'balance',
    kind: 'hard',
    catalogue: ['Y01-5', 'Y05-6'],
    *relations(set) {
      for (const form of budgetForms(set)) {
        const [income, ...more] = totalledLanes(form, 'income');
        if (!income || more.length > 0 || !mustBalance(form)) continue;
        const lanes = totalledLanes(form, 'expenditure');
        for (const expenditure of lanes) {
          const year =
            lanes.length > 1 && leavesBalancesOut(expenditure.side) ? laneLine(income.side, 'year-total') : null;
          const others = year ? pairedTotals(year, expenditure.totals) : [];
          for (const [one, other] of pairedTotals(income.totals, expenditure.totals)) {
            const ofYear = others
              .filter(([, figure]) => figure === other)
              .map(([figure]) => [total(figure), addend(other)]);
            for (const relation of guarded(form, 'lanes', footingOf(form.table, one, [other], [])))
              yield { ...relation, readings: [...relation.readings, ...ofYear] };
          }
        }
      }
    },
  },
  {
    id: 'footing/budget-total',
    family: 'footing',
    kind: 'hard',
    catalogue: ['Y02-1', 'Y03-1', 'Y04-2', 'Y06-4', 'Y07-3', 'Y08-1', 'Y11-1', 'Y12-1'],
    *relations(set) {
      for (const form of budgetForms(set))
        for (const side of listsOf(form))
          for (const relation of guarded(form, 'rows', leaves(form, side)))
            yield listsOf(form).length > 1 ? { ...relation, guess: 'unclear-hierarchy' } : relation;
    },
  },
  {
    id: 'hierarchy/budget-accounts',
    family: 'hierarchy',
    kind: 'hard',
    catalogue: ['Y02-1', 'Y03-1', 'Y08-1'],
    *relations(set) {
      for (const form of listForms(set)) {
        for (const side of listsOf(form)) {
          if (levels(side) < 2) continue;
          // Governments print lists side by side, and often only some of the items of a section.
          const isOneOfSeveral = listsOf(form).length > 1;
          for (const level of ['total', 'class', 'section'] as const) {
            for (const relation of guarded(form, 'rows', down(form, side, level))) {
              const hasParts = relation.readings.some((terms) =>
                terms.slice(1).some(({ figure }) => isPrinted(figure)),
              );
              if (!hasParts) yield { ...relation, unchecked: relation.unchecked ?? 'no-breakdown' };
              else yield isOneOfSeveral ? { ...relation, guess: 'unclear-hierarchy' } : relation;
            }
          }
        }
      }
    },
  },
  {
    id: 'footing/listed-rows',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F10-1', 'F10-2', 'FB1-1', 'FB2-1', 'FB2-2'],
    *relations(set) {
      for (const form of set.forms) if (listedForms.includes(form.id)) yield* downLines(form);
    },
  },
  {
    id: 'footing/contracts-with-small-firms',
    family: 'footing',
    kind: 'hard',
    catalogue: ['FB1-2'],
    *relations(set) {
      const form = formOf(set, 'procurement');
      const side = form && sideOf(form, 'all');
      if (!form || !side) return;
      const [all, small] = ['small-and-medium', 'small-and-micro'].map((key) => linesOf(side, key));
      const [whole_, part_] = [all, small].map((lines) =>
        lines?.length === 1 && lines[0] ? figureOf(side, lines[0], 'amount') : null,
      );
      if (whole_ && part_ && isPrinted(part_))
        yield { kind: 'bound', readings: [[whole(whole_), part(part_)]], table: form.table };
    },
  },
  {
    id: 'tie-out/purchased-services-of-projects',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['YX9'],
    *relations(set) {
      const services = formOf(set, 'budget-purchased-services');
      const projects = formOf(set, 'budget-projects');
      const [own, all] = [services, projects].map((form) => (form ? sideOf(form, 'all') : null));
      if (!services || !own || !all) return;
      const sums = all.measures.findIndex((measure) => /(?:^|\/)合计$/.test(measure.label.replace(/\s/g, '')));
      const money = own.measures.flatMap((measure, index) => (measure.key === null ? [] : [index]));
      if (sums < 0 || money.length !== 1) return;
      const names = own.lines.map(nameOf);
      for (const line of own.lines) {
        const name = nameOf(line);
        const project =
          line.key === 'total' || name === '' || names.filter((other) => other === name).length > 1
            ? null
            : projectOf(all, name);
        const [figure, limit] = [line.figures[money[0] ?? 0], project?.figures[sums]];
        if (figure && limit && isPrinted(figure) && isPrinted(limit))
          yield { kind: 'bound', readings: [[whole(limit), part(figure)]], table: services.table };
      }
    },
  },
  {
    id: 'tie-out/project-totals',
    family: 'tie-out',
    kind: 'hard',
    catalogue: ['YX10'],
    *relations(set) {
      const goals = formOf(set, 'budget-targets');
      const projects = formOf(set, 'budget-projects');
      const [own, all] = [goals, projects].map((form) => (form ? sideOf(form, 'all') : null));
      const sums = all?.measures.findIndex((measure) => /(?:^|\/)合计$/.test(measure.label.replace(/\s/g, ''))) ?? -1;
      if (!goals || !own || !all || sums < 0) return;
      for (const line of own.lines)
        yield* same(goals.table, line.figures[0], [projectOf(all, nameOf(line))?.figures[sums]]);
    },
  },
  {
    id: 'performance/cost-ceiling',
    family: 'performance',
    kind: 'hard',
    catalogue: ['Y13-2'],
    *relations(set) {
      for (const { form, ceiling, sum } of ceilings(set))
        if (!sameDigits(ceiling, sum))
          yield { kind: 'bound', readings: [[whole(ceiling), part(sum)]], table: form.table };
    },
    *notices(set) {
      for (const { ceiling, sum, unit } of ceilings(set)) {
        if (!sameDigits(ceiling, sum)) continue;
        yield {
          figures: [unit, ceiling, sum],
          remark: 'cost-unit',
          values: {
            cost: `${ceiling.text.trim()} ${unit.text.trim()}`,
            total: `${sum.text.trim()} ${sum.unit ?? ''}`,
          },
        };
      }
    },
  },
  {
    id: 'structure/repeated-record',
    family: 'structure',
    kind: 'notice',
    catalogue: ['S-17'],
    *relations() {
      /* Nothing to add up. */
    },
    *notices(set) {
      const form = formOf(set, 'budget-targets');
      const records = form?.sides.find((side) => side.key === 'indicators')?.lines ?? [];
      for (const [index, record] of records.entries()) {
        const before = records.slice(0, index).find((other) => other.key === record.key);
        const [own, earlier] = [record, before].map((line) => line?.figures[0]);
        if (!before || !own || !earlier) continue;
        const known = new Set(before.label.split('|'));
        if (!record.label.split('|').every((name) => known.has(name))) continue;
        yield {
          figures: [own, earlier],
          remark: 'repeated-record',
          values: { table: form?.title ?? '', name: own.text },
        };
      }
    },
  },
];
