import { figureOf, linesOf, sideOf, type Form, type FormSet, type Line, type Side } from '../../recognise/form.ts';
import type { Relation } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { columnOf, figureAt, footing, formOf } from '../scope.ts';

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
    yield* footing(form.table, figure, addends, strangers);
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
    title: { zh: '本年收入合计等于各项收入之和', en: 'Income of the year is the sum of its sources' },
    reasoning: {
      zh: '收入支出决算总表：本年收入合计＝一至八各项收入相加。',
      en: 'Income and expenditure summary: income of the year = the listed sources added up.',
    },
    example: {
      zh: '480.00＋20.00＋12.30＝512.30；本年收入合计印成 512.03，就对不上。',
      en: '480.00 + 20.00 + 12.30 = 512.30; an income of the year printed as 512.03 does not agree.',
    },
    relations: yearTotal('income-expenditure-summary', 'income', 'source:'),
  },
  {
    id: 'footing/expenditure-of-classes',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F01-2'],
    title: { zh: '本年支出合计等于各类支出之和', en: 'Expenditure of the year is the sum of its classes' },
    reasoning: {
      zh: '收入支出决算总表：本年支出合计＝各类支出相加。',
      en: 'Income and expenditure summary: expenditure of the year = the classes added up.',
    },
    example: {
      zh: '教育支出 300.00＋住房保障支出 45.60＝345.60；本年支出合计应为 345.60。',
      en: 'Education 300.00 + housing 45.60 = 345.60, and so is the expenditure of the year.',
    },
    relations: yearTotal('income-expenditure-summary', 'expenditure', 'class:'),
  },
  {
    id: 'balance/income-total',
    family: 'balance',
    kind: 'hard',
    catalogue: ['F01-3'],
    title: { zh: '收入总计的构成', en: 'What the income total is made of' },
    reasoning: {
      zh: '收入总计＝本年收入合计＋使用非财政拨款结余＋年初结转和结余。',
      en: 'Income total = income of the year + surplus used + opening balance.',
    },
    example: {
      zh: '本年收入合计 512.30＋使用非财政拨款结余 0.00＋年初结转和结余 7.70＝总计 520.00。',
      en: 'Income 512.30 + surplus used 0.00 + opening balance 7.70 = total 520.00.',
    },
    relations: grandTotal('income-expenditure-summary', 'income', ['use-of-surplus', 'opening-balance'], []),
  },
  {
    id: 'balance/expenditure-total',
    family: 'balance',
    kind: 'hard',
    catalogue: ['F01-4'],
    title: { zh: '支出总计的构成', en: 'What the expenditure total is made of' },
    reasoning: {
      zh: '支出总计＝本年支出合计＋结余分配＋年末结转和结余。',
      en: 'Expenditure total = expenditure of the year + surplus distributed + closing balance.',
    },
    example: {
      zh: '本年支出合计 510.00＋结余分配 0.00＋年末结转和结余 10.00＝总计 520.00。',
      en: 'Expenditure 510.00 + surplus distributed 0.00 + closing balance 10.00 = total 520.00.',
    },
    relations: grandTotal('income-expenditure-summary', 'expenditure', ['surplus-distribution', 'closing-balance'], []),
  },
  {
    id: 'balance/income-and-expenditure',
    family: 'balance',
    kind: 'hard',
    catalogue: ['F01-5'],
    title: { zh: '收入总计等于支出总计', en: 'Both totals agree' },
    reasoning: { zh: '收入支出决算总表左右两边的总计相等。', en: 'The two totals of the summary are equal.' },
    example: {
      zh: '左边总计 520.00，右边总计也应为 520.00。',
      en: 'Total on the left 520.00, total on the right 520.00.',
    },
    *relations(set) {
      const form = formOf(set, 'income-expenditure-summary');
      const income = form && figureAt(sideOf(form, 'income'), 'grand-total', 'amount');
      const expenditure = form && figureAt(sideOf(form, 'expenditure'), 'grand-total', 'amount');
      if (form && income && expenditure) yield* footing(form.table, income, [expenditure], []);
    },
  },
  {
    id: 'footing/fiscal-income-of-funds',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F04-1'],
    title: {
      zh: '财政拨款本年收入合计等于三项拨款之和',
      en: 'Fiscal income of the year is the sum of the three budgets',
    },
    reasoning: {
      zh: '财政拨款收入支出决算总表：本年收入合计＝一般公共预算＋政府性基金预算＋国有资本经营预算财政拨款。',
      en: 'Fiscal summary: income of the year = general budget + government funds + state capital.',
    },
    example: {
      zh: '一般公共预算 480.00＋政府性基金 20.00＋国有资本经营 0.00＝本年收入合计 500.00。',
      en: 'General budget 480.00 + government funds 20.00 + state capital 0.00 = income of the year 500.00.',
    },
    relations: yearTotal('fiscal-summary', 'income', 'source:'),
  },
  {
    id: 'footing/fiscal-opening-balance',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F04-2', 'S-06'],
    title: { zh: '年初财政拨款结转和结余等于其下各行之和', en: 'The opening balance is the sum of its rows' },
    reasoning: {
      zh: '年初财政拨款结转和结余＝其下三项财政拨款结转和结余相加。',
      en: 'Opening fiscal balance = the balances of the three budgets below it.',
    },
    example: {
      zh: '一般公共预算 5.00＋政府性基金 1.50＝6.50；上一行为空，就对不上。',
      en: 'General budget 5.00 + government funds 1.50 = 6.50; a blank in the row above does not agree.',
    },
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
    title: { zh: '财政拨款收入总计的构成', en: 'What the fiscal income total is made of' },
    reasoning: {
      zh: '总计＝本年收入合计＋年初财政拨款结转和结余。',
      en: 'Total = income of the year + opening fiscal balance.',
    },
    example: {
      zh: '本年收入合计 500.00＋年初财政拨款结转和结余 6.50＝总计 506.50。',
      en: 'Income 500.00 + opening fiscal balance 6.50 = total 506.50.',
    },
    relations: grandTotal('fiscal-summary', 'income', ['opening-balance'], ['opening:']),
  },
  {
    id: 'cross-footing/fiscal-funds',
    family: 'cross-footing',
    kind: 'hard',
    catalogue: ['F04-4'],
    title: { zh: '财政拨款支出合计等于三项预算之和', en: 'Each row adds across the three budgets' },
    reasoning: {
      zh: '财政拨款收入支出决算总表每一行：合计＝一般公共预算＋政府性基金预算＋国有资本经营预算。',
      en: 'Each row of the fiscal summary: total = general budget + government funds + state capital.',
    },
    example: {
      zh: '教育支出：一般公共预算 280.00＋政府性基金 20.00＝合计 300.00。',
      en: 'Education: general budget 280.00 + government funds 20.00 = total 300.00.',
    },
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
        yield* footing(
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
    title: {
      zh: '财政拨款本年支出合计等于各类支出之和',
      en: 'Fiscal expenditure of the year is the sum of its classes',
    },
    reasoning: {
      zh: '财政拨款收入支出决算总表每一列：本年支出合计＝各类支出相加。',
      en: 'Each column of the fiscal summary: expenditure of the year = the classes added up.',
    },
    example: {
      zh: '一般公共预算列：教育 280.00＋住房保障 45.60＝本年支出合计 325.60。',
      en: 'General budget column: education 280.00 + housing 45.60 = expenditure of the year 325.60.',
    },
    relations: yearTotal('fiscal-summary', 'expenditure', 'class:'),
  },
  {
    id: 'balance/fiscal-expenditure-total',
    family: 'balance',
    kind: 'hard',
    catalogue: ['F04-6'],
    title: { zh: '财政拨款支出总计的构成', en: 'What the fiscal expenditure total is made of' },
    reasoning: {
      zh: '每一列：总计＝本年支出合计＋年末财政拨款结转和结余。',
      en: 'Each column: total = expenditure of the year + closing fiscal balance.',
    },
    example: {
      zh: '本年支出合计 500.00＋年末财政拨款结转和结余 6.50＝总计 506.50。',
      en: 'Expenditure 500.00 + closing fiscal balance 6.50 = total 506.50.',
    },
    relations: grandTotal('fiscal-summary', 'expenditure', ['closing-balance'], ['closing:']),
  },
  {
    id: 'balance/fiscal-income-and-expenditure',
    family: 'balance',
    kind: 'hard',
    catalogue: ['F04-7'],
    title: { zh: '财政拨款收入总计等于支出总计', en: 'Both fiscal totals agree' },
    reasoning: {
      zh: '财政拨款收入支出决算总表左右两边的总计相等；没有合计列时，三项预算的总计相加。',
      en: 'The two totals of the fiscal summary are equal; without a total column the three budgets are added.',
    },
    example: {
      zh: '收入总计 506.50＝支出总计 506.50。',
      en: 'Income total 506.50 = expenditure total 506.50.',
    },
    *relations(set) {
      const form = formOf(set, 'fiscal-summary');
      const side = form && sideOf(form, 'expenditure');
      const income = form && figureAt(sideOf(form, 'income'), 'grand-total', 'amount');
      if (!form || !side || !income) return;
      const whole = figureAt(side, 'grand-total', 'total');
      const funds = ['general', 'fund', 'capital']
        .map((key) => figureAt(side, 'grand-total', key))
        .filter((figure) => figure !== null);
      if (whole) yield* footing(form.table, income, [whole], []);
      else if (funds.length === 3) yield* footing(form.table, income, funds, []);
    },
  },
  {
    id: 'balance/fund-by-fund',
    family: 'balance',
    kind: 'conditional',
    catalogue: ['F04-8'],
    title: { zh: '每项预算的收入加年初结转等于其支出总计', en: 'Each budget balances by itself' },
    reasoning: {
      zh: '只有一项预算有金额时：本年收入＋年初结转和结余＝支出总计。几项预算之间当年可能调剂，那时不适用。',
      en: 'With money in one budget only: income + opening balance = expenditure total. Between several budgets money may be re-designated in the year; the rule then does not apply.',
    },
    example: {
      zh: '只有一般公共预算：本年收入 480.00＋年初结转 5.00＝支出总计 485.00。',
      en: 'General budget only: income 480.00 + opening balance 5.00 = expenditure total 485.00.',
    },
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
      if (only && used.length === 1) yield* footing(form.table, only.sum, [only.source, only.opening], []);
    },
  },
];
