import { amountOf, type Figure, isPrinted } from '../../document/figure.ts';
import { figureOf, sideOf, type Form, type FormSet, type Line, type Side } from '../../recognise/form.ts';
import type { FormId } from '../../recognise/forms.ts';
import { zero } from '../../quantity/decimal.ts';
import { mayExceedItsRows } from '../../recognise/loose-columns.ts';
import { isDifference } from '../../recognise/measure-words.ts';
import { mayGoOn, tellingUnits } from '../cut-short.ts';
import { branchesOf, type Branch } from '../hierarchy.ts';
import { addend, deduction, total, type Relation } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { footingOf } from '../scope.ts';

/** The forms with a row an account, the columns that add across, and those of them that a whole form has. */
const accountForms: readonly {
  readonly id: FormId;
  readonly across: readonly string[];
  readonly whole: readonly string[];
}[] = [
  {
    id: 'income',
    across: ['fiscal', 'superior', 'undertaking', 'operating', 'subordinate', 'other'],
    whole: ['fiscal', 'superior'],
  },
  {
    id: 'expenditure',
    across: ['basic', 'project', 'to-superior', 'operating', 'to-subordinate'],
    whole: ['basic', 'project', 'to-superior'],
  },
  { id: 'general-budget-expenditure', across: ['basic', 'project'], whole: ['basic', 'project'] },
  { id: 'government-fund', across: ['basic', 'project'], whole: ['basic', 'project'] },
  { id: 'state-capital', across: ['basic', 'project'], whole: ['basic', 'project'] },
];

/** How many lines of a side print an amount, by column. */
const printedIn = (side: Side): number[] =>
  side.measures.map(
    (_, index) => side.lines.filter(({ figures }) => figures[index] !== undefined && isPrinted(figures[index])).length,
  );

/** Rows across: total column = the columns it is made of (F02-1, F03-1, F03-5, F05-1, F07-1, F08-1). */
function* across(form: Form, keys: readonly string[], whole: readonly string[]): Generator<Relation> {
  const side = sideOf(form, 'all');
  if (!side) return;
  // Columns left out were empty if the others add up without them.
  const leftOut = whole.some((key) => !side.measures.some((measure) => measure.key === key))
    ? { pattern: `${form.table}/columns` }
    : {};
  const used = printedIn(side);
  for (const line of side.lines) {
    const sum = figureOf(side, line, 'total');
    if (!sum) continue;
    const addends = keys.map((key) => figureOf(side, line, key)).filter((figure) => figure !== null);
    const strangers = side.measures.flatMap((measure, index) =>
      measure.key === null ? (line.figures[index] ?? []) : [],
    );
    const indices = side.measures.flatMap((measure, index) =>
      measure.key !== null && keys.includes(measure.key) ? [index] : [],
    );
    // Columns that hold no amount in any line were left out or lost, and nothing can be said of them.
    const brokenDown = addends.some(isPrinted) || indices.some((index) => (used[index] ?? 0) > 0);
    for (const relation of footingOf(form.table, sum, addends, strangers))
      yield brokenDown ? { ...relation, ...leftOut } : { ...relation, unchecked: 'no-breakdown' };
  }
}

/**
 * Columns down: a line = the lines below it, for one level of the hierarchy.
 * @param form with a row an account
 * @param side of it that lists them
 * @param level whose branches
 */
export function* down(form: Form, side: Side, level: Branch['level']): Generator<Relation> {
  const { branches, duplicates } = branchesOf(side);
  for (const branch of branches.filter((candidate) => candidate.level === level)) {
    const wholeRowBlank = !branch.line.figures.some(isPrinted);
    const twice = [branch.line, ...branch.readings.flat()].some(
      (line) => line.code !== undefined && duplicates.has(line.code),
    );
    const scope = scopeOf(side, branch.line);
    const unknown = scope.filter((line) => line.key === null);
    const misprinted = branch.readings.flat().some((line) => line.malformed === true);
    const closed = scope.length > 0 && scope.at(-1) !== side.lines.at(-1);
    const isOpen = branch.line.key === 'total' ? side.lines.at(-1) !== branch.line : !closed;
    // Of a list that no form prescribes, items may be left out (secret ones, small ones): rows that lack show in several columns.
    const lacksRows =
      (isOpen || form.id === 'account-list') &&
      branch.readings.every((lines) => mayGoOn(side, branch.line, lines, form.last));
    for (const [index, measure] of side.measures.entries()) {
      const sum = branch.line.figures[index];
      if (measure.key === null || measure.key === 'part' || !sum) continue;
      const pick = (lines: readonly Line[]): Figure[] => lines.flatMap((line) => line.figures[index] ?? []);
      const readings = branch.readings.map((lines) => pick(lines));
      if (![sum, ...readings.flat()].some(isPrinted)) continue;
      const relation: Relation = {
        kind: 'sum',
        readings: readings.map((addends) => [total(sum), ...addends.map(addend)]),
        closed,
        table: form.table,
      };
      const printed = (line: Line): boolean => line.figures[index] !== undefined && isPrinted(line.figures[index]);
      const strangers = unknown.some(printed);
      // A row without a lawful code may be a body above its accounts, a project within one, or an account whose code was left out.
      const bare = scope.some((line) => line.key === 'item' && printed(line));
      if (twice) yield { ...relation, unchecked: 'duplicate-code' };
      else if (strangers) yield { ...relation, unchecked: 'unknown-item' };
      else if (misprinted || bare || readings.some((parts) => isMultiple(sum, parts)))
        yield { ...relation, guess: 'unclear-hierarchy' };
      else if (branch.unclear) yield { ...relation, unchecked: 'unclear-hierarchy' };
      // Governments leave out sections that are secret (党委办公厅, 武装警察): parts that fall short are a fault where they add up in another column.
      else if (
        isOfGovernment(side) &&
        readings.every((parts) => fallsShort(sum, parts)) &&
        (mayExceedItsRows(side.measures, index) || !addsUpElsewhere(side, branch, index))
      )
        yield { ...relation, guess: 'unclear-hierarchy' };
      else if (
        level === 'section' &&
        readings.every((parts) => fallsShort(sum, parts)) &&
        (selectiveClasses(side).has(branch.line.code?.slice(0, 3) ?? '') || isSelective(branches, index))
      )
        yield { ...relation, guess: 'unclear-hierarchy' };
      else if (isDifference(measure.label) && readings.flat().some((figure) => !isPrinted(figure)))
        yield { ...relation, guess: 'blank-difference' };
      else if (wholeRowBlank) yield { ...relation, unchecked: 'no-breakdown' };
      else if (lacksRows)
        yield { ...relation, guess: isOpen ? 'table-piece' : 'unclear-hierarchy', slipTells: tellingUnits };
      else yield relation;
    }
  }
}

/** Whether two parts or more come to twice or three times their total: a level is among them that another of them makes up, under a code of the wrong length. */
function isMultiple(sum: Figure, parts: readonly Figure[]): boolean {
  const whole = amountOf(sum);
  const all = parts.reduce((added, part) => added.plus(amountOf(part)), zero);
  const filled = parts.filter((part) => !amountOf(part).isZero()).length;
  return filled > 1 && !whole.isZero() && [2, 3].some((times) => all.eq(whole.times(times)));
}

const bareSections = new WeakMap<Side, ReadonlySet<string>>();

/** The classes of which a section is printed without its items, while other sections have theirs: not all items are published (公共安全). */
function selectiveClasses(side: Side): ReadonlySet<string> {
  const known = bareSections.get(side);
  if (known) return known;
  const withItems = new Set(side.lines.flatMap(({ code }) => (code?.length === 7 ? [code.slice(0, 5)] : [])));
  const found = new Set(
    side.lines.flatMap(({ code, figures }) =>
      code?.length === 5 && !withItems.has(code) && figures.some(isPrinted) ? [code.slice(0, 3)] : [],
    ),
  );
  bareSections.set(side, found);
  return found;
}

/** Whether parts come to less than their total. */
const fallsShort = (sum: Figure, parts: readonly Figure[]): boolean =>
  parts.reduce((left, part) => left.minus(amountOf(part)), amountOf(sum)).gt(0);

/** A department spends by fewer classes; a government by nearly all. */
const classesOfGovernment = 10;

const isOfGovernment = (side: Side): boolean =>
  side.lines.filter(({ code }) => code?.length === 3).length >= classesOfGovernment;

/** Whether the parts of a branch add up in another column, two of them at least. */
function addsUpElsewhere(side: Side, { line, readings }: Branch, index: number): boolean {
  return side.measures.some((measure, column) => {
    const sum = line.figures[column];
    if (column === index || measure.key === null || !sum || !isPrinted(sum)) return false;
    return readings.some((lines) => {
      const parts = lines.flatMap(({ figures }) => figures[column] ?? []);
      const values = parts.map(amountOf);
      return (
        values.filter((value) => !value.isZero()).length >= 2 &&
        values.reduce((left, value) => left.minus(value), amountOf(sum)).isZero()
      );
    });
  });
}

/** In a list in which so many sections fall short of their total, items were left out: in print, or in reading. */
const fewestShort = 3;

function isSelective(branches: readonly Branch[], index: number): boolean {
  return (
    branches.filter(({ line, level, readings }) => {
      const sum = line.figures[index];
      return (
        level === 'section' &&
        sum !== undefined &&
        readings.every((lines) =>
          fallsShort(
            sum,
            lines.flatMap(({ figures }) => figures[index] ?? []),
          ),
        )
      );
    }).length >= fewestShort
  );
}

/** The lines between a line and the next one of the same or a higher level; for the total, all lines. */
function scopeOf(side: Side, line: Line): readonly Line[] {
  if (line.key === 'total') return side.lines;
  const start = side.lines.indexOf(line) + 1;
  const depth = line.code?.length ?? 0;
  const end = side.lines.findIndex(
    (other, index) =>
      index >= start && (other.key === 'total' || (other.code !== undefined && other.code.length <= depth)),
  );
  return side.lines.slice(start, end < 0 ? side.lines.length : end);
}

/** Of a form that is printed in pieces each of them. */
const forms = (set: FormSet): { form: Form; across: readonly string[]; whole: readonly string[] }[] =>
  accountForms.flatMap(({ id, ...columns }) =>
    set.forms.filter((form) => form.id === id && form.sides.length > 0).map((form) => ({ form, ...columns })),
  );

const listings = (set: FormSet): { form: Form; side: Side }[] =>
  forms(set).flatMap(({ form }) => {
    const side = sideOf(form, 'all');
    return side ? [{ form, side }] : [];
  });

/** Words of what changes a balance besides income and expenditure, in a note or a column. */
const adjusts = /调整|收回|上缴|更正|核销|调[入出]|划[转拨]/;

export const accountRules: readonly Rule[] = [
  {
    id: 'cross-footing/account-columns',
    family: 'cross-footing',
    kind: 'hard',
    catalogue: ['F02-1', 'F03-1', 'F03-5', 'F05-1', 'F07-1', 'F08-1'],
    *relations(set) {
      for (const { form, across: keys, whole } of forms(set)) yield* across(form, keys, whole);
    },
  },
  {
    id: 'footing/total-of-classes',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F02-2', 'F02-6', 'F03-2', 'F05-2', 'F07-3', 'F08-2'],
    *relations(set) {
      for (const { form, side } of listings(set)) yield* down(form, side, 'total');
    },
  },
  {
    id: 'hierarchy/class-of-sections',
    family: 'hierarchy',
    kind: 'hard',
    catalogue: ['F02-3', 'F02-5', 'F03-3', 'F05-3', 'F07-3', 'F08-2'],
    *relations(set) {
      for (const { form, side } of listings(set)) yield* down(form, side, 'class');
    },
  },
  {
    id: 'hierarchy/section-of-items',
    family: 'hierarchy',
    kind: 'hard',
    catalogue: ['F02-4', 'F02-7', 'F03-4', 'F05-4', 'F07-3', 'F08-2'],
    *relations(set) {
      for (const { form, side } of listings(set)) yield* down(form, side, 'section');
    },
  },
  {
    id: 'balance/fund-year',
    family: 'balance',
    kind: 'conditional',
    catalogue: ['F07-2', 'F08-2'],
    *relations(set) {
      for (const { form } of forms(set)) {
        const side = sideOf(form, 'all');
        const adjusted = adjusts.test(form.caption.notes);
        for (const line of side?.lines ?? []) {
          if (!side) continue;
          const [opening, income, spent, closing] = ['opening', 'income', 'total', 'closing'].map((key) =>
            figureOf(side, line, key),
          );
          if (!opening || !income || !spent || !closing || ![opening, income, spent, closing].some(isPrinted)) continue;
          const stray = side.measures.some(
            ({ key, label }, index) =>
              (key === null || (key === 'part' && adjusts.test(label))) &&
              line.figures[index] !== undefined &&
              isPrinted(line.figures[index]),
          );
          const relation: Relation = {
            kind: 'sum',
            readings: [[total(closing), addend(opening), addend(income), deduction(spent)]],
            table: form.table,
          };
          yield stray || adjusted ? { ...relation, unchecked: 'unknown-item' } : relation;
        }
      }
    },
  },
];
