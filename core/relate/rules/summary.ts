import { figureOf, linesOf, sideOf, type Form, type FormSet, type Line, type Side } from '../../recognise/form.ts';
import type { Relation } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { columnOf, figureAt, footingOf, formOf } from '../scope.ts';

/** The columns of a side that hold amounts and foot each on its own. */
function amountMeasures(side: Side): string[] {
  return [
    ...new Set(side.measures.map((measure) => measure.key).filter((key) => key !== null && key !== 'part')),
  ] as string[];
}

/** The lines above, between or below two lines of a side. */
function between(side: Side, from: Line | undefined, to: Line | undefined): Line[] {
  const start = from ? side.lines.indexOf(from) + 1 : 0;
  const end = to ? side.lines.indexOf(to) : side.lines.length;
  return side.lines.slice(start, end);
}

/** Sums `keys` in the lines of a scope to the line `sum`, in every column of the side; other printed lines of the scope stop it. */
function* footSide(
  form: Form,
  side: Side,
  scope: readonly Line[],
  sum: Line,
  keys: readonly string[],
  parts: readonly string[],
  extra: readonly Line[] = [],
): Generator<Relation> {
  const matches = (line: Line, list: readonly string[]): boolean =>
    list.some((key) => line.key === key || (key.endsWith(':') && (line.key?.startsWith(key) ?? false)));
  for (const measure of amountMeasures(side)) {
    const figure = figureOf(side, sum, measure);
    if (!figure) continue;
    const addends = columnOf(side, [...extra, ...scope.filter((line) => matches(line, keys))], measure);
    const strangers = columnOf(
      side,
      scope.filter((line) => !matches(line, keys) && line.key !== 'part' && !matches(line, parts)),
      measure,
    );
    yield* footingOf(form.table, figure, addends, strangers);
  }
}

/** The relations of one total of a side with the year's total above it; none where the form, the side or the total is missing. */
function ofSide(
  id: Form['id'],
  key: 'income' | 'expenditure',
  relations: (form: Form, side: Side, year: Line) => Iterable<Relation>,
) {
  return function* (set: FormSet): Generator<Relation> {
    const form = formOf(set, id);
    const side = form && sideOf(form, key);
    const [year] = side ? linesOf(side, 'year-total') : [];
    if (form && side && year) yield* relations(form, side, year);
  };
}

/** Year's total of one side = the lines above it (F01-1, F01-2, F04-1, F04-5). */
function yearTotal(id: Form['id'], key: 'income' | 'expenditure', addends: string) {
  return ofSide(id, key, (form, side, year) =>
    footSide(form, side, between(side, undefined, year), year, [addends], []),
  );
}

/** Grand total of one side = year's total and the balances below it (F01-3, F01-4, F04-3, F04-6). */
function grandTotal(
  id: Form['id'],
  key: 'income' | 'expenditure',
  addends: readonly string[],
  parts: readonly string[],
) {
  return ofSide(id, key, (form, side, year) => {
    const sum = linesOf(side, 'grand-total').at(-1);
    return sum ? footSide(form, side, between(side, year, sum), sum, addends, parts, [year]) : [];
  });
}

export const summaryRules: readonly Rule[] = [
  {
    id: 'footing/income-of-sources',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F01-1'],
    relations: yearTotal('income-expenditure-summary', 'income', 'source:'),
  },
  {
    id: 'footing/expenditure-of-classes',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F01-2'],
    relations: yearTotal('income-expenditure-summary', 'expenditure', 'class:'),
  },
  {
    id: 'balance/income-total',
    family: 'balance',
    kind: 'hard',
    catalogue: ['F01-3'],
    relations: grandTotal('income-expenditure-summary', 'income', ['use-of-surplus', 'opening-balance'], []),
  },
  {
    id: 'balance/expenditure-total',
    family: 'balance',
    kind: 'hard',
    catalogue: ['F01-4'],
    relations: grandTotal('income-expenditure-summary', 'expenditure', ['surplus-distribution', 'closing-balance'], []),
  },
  {
    id: 'balance/income-and-expenditure',
    family: 'balance',
    kind: 'hard',
    catalogue: ['F01-5'],
    *relations(set) {
      const form = formOf(set, 'income-expenditure-summary');
      const income = form && figureAt(sideOf(form, 'income'), 'grand-total', 'amount');
      const expenditure = form && figureAt(sideOf(form, 'expenditure'), 'grand-total', 'amount');
      if (form && income && expenditure) yield* footingOf(form.table, income, [expenditure], []);
    },
  },
  {
    id: 'footing/fiscal-income-of-funds',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F04-1'],
    relations: yearTotal('fiscal-summary', 'income', 'source:'),
  },
  {
    id: 'footing/fiscal-opening-balance',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F04-2', 'S-06'],
    *relations(set) {
      const form = formOf(set, 'fiscal-summary');
      const side = form && sideOf(form, 'income');
      const [sum, ...more] = side ? linesOf(side, 'opening-balance') : [];
      const parts = side ? linesOf(side, 'opening:') : [];
      if (!form || !side || !sum || more.length > 0 || parts.length === 0) return;
      yield* footSide(form, side, parts, sum, ['opening:'], []);
    },
  },
  {
    id: 'balance/fiscal-income-total',
    family: 'balance',
    kind: 'hard',
    catalogue: ['F04-3'],
    relations: grandTotal('fiscal-summary', 'income', ['opening-balance'], ['opening:']),
  },
  {
    id: 'cross-footing/fiscal-funds',
    family: 'cross-footing',
    kind: 'hard',
    catalogue: ['F04-4'],
    *relations(set) {
      const form = formOf(set, 'fiscal-summary');
      const side = form && sideOf(form, 'expenditure');
      if (!form || !side) return;
      const unknown = side.measures.flatMap((measure, index) => (measure.key === null ? [index] : []));
      for (const line of side.lines) {
        const sum = figureOf(side, line, 'total');
        const addends = ['general', 'fund', 'capital']
          .map((key) => figureOf(side, line, key))
          .filter((figure) => figure !== null);
        if (!sum || addends.length === 0) continue;
        yield* footingOf(
          form.table,
          sum,
          addends,
          unknown.flatMap((index) => line.figures[index] ?? []),
        );
      }
    },
  },
  {
    id: 'footing/fiscal-expenditure-of-classes',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F04-5'],
    relations: yearTotal('fiscal-summary', 'expenditure', 'class:'),
  },
  {
    id: 'balance/fiscal-expenditure-total',
    family: 'balance',
    kind: 'hard',
    catalogue: ['F04-6'],
    relations: grandTotal('fiscal-summary', 'expenditure', ['closing-balance'], ['closing:']),
  },
  {
    id: 'balance/fiscal-income-and-expenditure',
    family: 'balance',
    kind: 'hard',
    catalogue: ['F04-7'],
    *relations(set) {
      const form = formOf(set, 'fiscal-summary');
      const side = form && sideOf(form, 'expenditure');
      const income = form && figureAt(sideOf(form, 'income'), 'grand-total', 'amount');
      if (!form || !side || !income) return;
      const whole = figureAt(side, 'grand-total', 'total');
      const funds = ['general', 'fund', 'capital']
        .map((key) => figureAt(side, 'grand-total', key))
        .filter((figure) => figure !== null);
      if (whole) yield* footingOf(form.table, income, [whole], []);
      else if (funds.length === 3) yield* footingOf(form.table, income, funds, []);
    },
  },
  {
    id: 'balance/fund-by-fund',
    family: 'balance',
    kind: 'conditional',
    catalogue: ['F04-8'],
    *relations(set) {
      const form = formOf(set, 'fiscal-summary');
      const income = form && sideOf(form, 'income');
      const expenditure = form && sideOf(form, 'expenditure');
      if (!form || !income || !expenditure) return;
      const used = ['general', 'fund', 'capital'].flatMap((fund) => {
        const source = figureAt(income, `source:${fund}`, 'amount');
        const opening = figureAt(income, `opening:${fund}`, 'amount');
        const sum = figureAt(expenditure, 'grand-total', fund);
        if (!source || !opening || !sum) return [];
        const money = [source, opening, sum].some((figure) =>
          figure.quantity.kind === 'amount' ? !figure.quantity.value.isZero() : figure.quantity.kind === 'unreadable',
        );
        return money ? [{ source, opening, sum }] : [];
      });
      const [only] = used;
      if (only && used.length === 1) yield* footingOf(form.table, only.sum, [only.source, only.opening], []);
    },
  },
];
