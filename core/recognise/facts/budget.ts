import { isPrinted, type Figure } from '../../document/figure.ts';
import { grouped } from '../../grouped.ts';
import { classByName } from '../classes.ts';
import type { Form, Line, Side } from '../form.ts';
import { budgetSides, type Column } from './budget-form.ts';
import { sameSubject, subjectKey, type AccountColumn, type Dimensions, type Facts, type Subject } from './fact.ts';

/** Of the income of one fund places count in what was carried over, or do not: which of the two a form means is not said. */
const dimensionsOf = (subject: Subject): Dimensions => ({
  ...subject,
  flow: subject.flow === 'income' && subject.fund !== 'all' ? null : subject.flow,
  stage: null,
});

const isNought = ({ quantity }: Figure): boolean => quantity.kind === 'amount' && quantity.value.isZero();

/** What a column is all of, where its head leaves nothing open. */
const subjectOf = (column: Column, whole: Subject | null): Subject | null =>
  column === 'total' ? whole : column?.length === 1 ? (column[0] ?? null) : null;

/** The code of a row: its own, or that of the class that it names among the expenditure of a summary. */
const codeIn =
  (side: Side) =>
  ({ code, key, label }: Line): string | null =>
    code ?? (side.key === 'expenditure' && key === 'item' ? classByName(label) : null);

/** 2010301 is a function, 30211 a department's use, 50201 a government's. */
const classificationOf = (code: string): AccountColumn['by'] =>
  code.startsWith('2') ? 'function' : code.startsWith('5') ? 'government-use' : 'use';

/** The rows of a column by a code of theirs. */
function rowsBy(lines: readonly Line[], at: number, code: (line: Line) => string | null): Map<string, Figure[]> {
  const rows = new Map<string, Figure[]>();
  for (const [key, same] of grouped(lines, code))
    if (key !== null)
      rows.set(
        key,
        same.flatMap(({ figures }) => figures[at] ?? []),
      );
  return rows;
}

/** A column as a list of accounts by function or use, and by use alone where its rows bear both. */
function columnsOf(form: Form, side: Side, rows: readonly Line[], at: number, subject: Subject): AccountColumn[] {
  const totals = rows.filter(({ key }) => key === 'total' || key === 'grand-total' || key === 'year-total');
  const years = totals.filter(({ key }) => key === 'year-total');
  const [total, ...more] = years.length === 1 ? years : totals;
  const items = rows.filter((line) => !totals.includes(line));
  const isListed = items.every(({ code }) => code !== undefined);
  const isByUse = items.length > 0 && items.every(({ economic }) => economic?.length === 5);
  const common = {
    form: form.id,
    table: form.table,
    dimensions: dimensionsOf(subject),
    total: more.length > 0 ? null : (total?.figures[at] ?? null),
    twoCodes: isByUse,
    complete: false,
    unknownRows: false,
  };
  const byCode = rowsBy(items, at, codeIn(side));
  const [first = ''] = byCode.keys();
  const byUse = rowsBy(items, at, ({ economic }) => economic ?? null);
  const isSure = form.official === true && more.length === 0;
  return [
    ...(byCode.size === 0
      ? []
      : [
          {
            ...common,
            official: isSure && (isListed || side.key === 'expenditure'),
            by: classificationOf(first),
            rows: byCode,
          },
        ]),
    ...(isByUse ? [{ ...common, official: isSure && isListed, by: 'use' as const, rows: byUse }] : []),
  ];
}

/**
 * The facts of a form of a budget, by the words of its title, heads and rows: places name the same form differently, and their words are all they
 * have in common.
 * @param form of a budget
 * @param year of the budget
 * @returns none for a list of projects, goals or services, and for one level of government among several
 */
export function factsOfBudget(form: Form, year: number | null): Facts {
  const found = new Map<string, { dimensions: Dimensions; figures: Figure[] }>();
  const columns: AccountColumn[] = [];
  const put = (subject: Subject, figure: Figure | undefined): void => {
    // A form of noughts is one that was not filled in.
    if (figure === undefined || !isPrinted(figure) || isNought(figure)) return;
    const key = subjectKey(subject);
    const fact = found.get(key) ?? { dimensions: dimensionsOf(subject), figures: [] };
    fact.figures.push(figure);
    found.set(key, fact);
  };
  for (const { side, whole, columns: heads, rows } of budgetSides(form, year)) {
    const subjects = heads.map((column) => subjectOf(column, whole));
    for (const { line, subjects: row } of rows)
      for (const [at, subject] of subjects.entries()) {
        if (subject === null) continue;
        if (row === 'total') put(subject, line.figures[at]);
        else if (row.length === 1 && row[0] && whole !== null && sameSubject(subject, whole))
          put(row[0], line.figures[at]);
      }
    const lines = rows.map(({ line }) => line);
    for (const [at, subject] of subjects.entries())
      if (subject !== null) columns.push(...columnsOf(form, side, lines, at, subject));
  }
  return {
    facts: [...found.values()].map((fact) => ({
      ...fact,
      form: form.id,
      table: form.table,
      official: form.official === true,
    })),
    columns,
  };
}
